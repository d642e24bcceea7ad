//! A goal is reached; or not quite yet.

use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use web::{Answer, App, Flash};

use super::{
    facts::{GoalReached, GoalReopened},
    model::Goal,
    show, store,
};

/// Reached, with a kind word.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let path = format!("{}/goals/{}", seen.together.path(), seen.goal.id);
    if seen.goal.reached_at.is_none() {
        let is = Goal { reached_at: Some(app.seam.now()), ..seen.goal };
        store::save(&mut tx, &is).await?;
        if is.audience.is_shared() {
            let fact = GoalReached::of(&is, &seen.together);
            let actor = Some(of.person.as_str());
            jobs::record(&mut tx, &app.seam, of.organisation.as_str(), actor, &fact).await?;
        }
    }
    tx.commit().await?;
    web::see(&path, Flash::done("goal-reached-done").undo(&format!("{path}/reopen")))
}

/// Not quite yet.
pub async fn reopen(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let path = format!("{}/goals/{}", seen.together.path(), seen.goal.id);
    if seen.goal.reached_at.is_some() {
        let is = Goal { reached_at: None, ..seen.goal };
        store::save(&mut tx, &is).await?;
        if is.audience.is_shared() {
            let fact = GoalReopened::of(&is, &seen.together);
            let actor = Some(of.person.as_str());
            jobs::record(&mut tx, &app.seam, of.organisation.as_str(), actor, &fact).await?;
        }
    }
    tx.commit().await?;
    web::see(&path, Flash::done("goal-reopened-done"))
}
