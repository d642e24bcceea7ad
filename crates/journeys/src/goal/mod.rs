//! Goals: a few words are enough to begin; what would make one stronger is asked, never demanded.

mod facts;
pub mod model;
mod store;

mod card;
mod list;
mod show;

mod change;
mod create;
mod reach;
mod remove;
mod steps;

#[cfg(test)]
mod tests;

use web::Routes;

pub use card::Card;
pub use facts::{FACTS, GoalReached, GoalReopened, GoalSet};

db::id! {
    /// A goal.
    GoalId;
    /// A step towards it.
    StepId;
}

/// The routes of this feature.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/relationships/{relationship}/goals", list::page)
        .get("/relationships/{relationship}/goals/new", create::page)
        .post("/relationships/{relationship}/goals/new", create::act)
        .get("/relationships/{relationship}/goals/{goal}", show::page)
        .post("/relationships/{relationship}/goals/{goal}", change::act)
        .post("/relationships/{relationship}/goals/{goal}/reached", reach::act)
        .post("/relationships/{relationship}/goals/{goal}/reopen", reach::reopen)
        .post("/relationships/{relationship}/goals/{goal}/delete", remove::act)
        .post("/relationships/{relationship}/goals/{goal}/restore", remove::restore)
        .post("/relationships/{relationship}/goals/{goal}/steps", steps::add)
        .post("/relationships/{relationship}/goals/{goal}/steps/{step}/tick", steps::tick)
        .post("/relationships/{relationship}/goals/{goal}/steps/{step}/move", steps::shift)
        .post("/relationships/{relationship}/goals/{goal}/steps/{step}/remove", steps::remove)
}
