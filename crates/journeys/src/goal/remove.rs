//! Taking a goal away, and bringing it back.

use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use web::{Answer, App, Flash};

use super::{model::Goal, show, store};

/// Takes one's own goal away.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let home = set(&holder, &app, &id, true).await?;
    let undo = format!("{home}/goals/{id}/restore");
    web::see(&format!("{home}/goals"), Flash::done("goal-deleted").undo(&undo))
}

/// Brings it back.
pub async fn restore(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let home = set(&holder, &app, &id, false).await?;
    web::see(&format!("{home}/goals/{id}"), Flash::done("goal-restored"))
}

async fn set(holder: &SeatHolder, app: &App, id: &str, gone: bool) -> Answer<String> {
    let mut tx = app.db.write().await?;
    let seen = show::hold_own(&mut tx, app, holder, id).await?;
    let is = Goal { deleted_at: gone.then(|| app.seam.now()), ..seen.goal };
    store::save(&mut tx, &is).await?;
    tx.commit().await?;
    Ok(seen.together.path())
}
