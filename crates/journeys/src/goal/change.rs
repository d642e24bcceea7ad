//! Changing a goal's words. Only its owner says who can see it.

use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use web::{Answer, App, Errors, Flash, Form};

use super::{
    create::Draft,
    facts::GoalSet,
    model::Goal,
    show::{self, StepDraft},
    store,
};

/// Writes the new words.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Form(draft): Form<Draft>,
) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let understood = draft.understand(&mut errors, &seen.together.frame.design);
    if !errors.is_empty() {
        let step = StepDraft::default();
        return web::html_with_errors(&show::shown(&holder, &seen, Some(draft), step, errors));
    }
    let was = &seen.goal;
    let is_mine = was.created_by == of.person;
    let audience = if is_mine { understood.audience } else { was.audience };
    let is = Goal {
        title: understood.title,
        why: understood.why,
        due_on: understood.due_on,
        audience,
        ..was.clone()
    };
    store::save(&mut tx, &is).await?;
    if !was.audience.is_shared() && is.audience.is_shared() {
        let fact = GoalSet::of(&is, &seen.together);
        let actor = Some(of.person.as_str());
        jobs::record(&mut tx, &app.seam, of.organisation.as_str(), actor, &fact).await?;
    }
    tx.commit().await?;
    let path = format!("{}/goals/{}", seen.together.path(), is.id);
    web::see(&path, Flash::done("goal-changed"))
}
