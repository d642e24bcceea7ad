//! Relationships: people who were brought together, from the offer to the end.
//!
//! What happens inside one (meetings, goals, messages, check-ins) is the next area's business.

mod due;
pub mod model;
pub mod reason;
mod refused;
pub mod row;
pub mod store;
pub mod words;

pub mod facts;
mod follow;
mod letters;
mod permit;
mod tell;

pub mod agreement;
mod answer;
mod close;
mod end;
mod link;
mod offer;
mod pause;
mod resume;
mod undo;
mod withdraw;

mod complete;
mod ending;
mod expire;
mod remind;

#[cfg(test)]
mod tests;

use jobs::Trouble;
use web::{Problem, Routes};

pub use answer::{say_no, say_yes};
pub use close::{close, close_all, close_with_programme};
pub use complete::complete_due;
pub use ending::tell_ending_due;
pub use expire::expire_due;
pub use offer::{NewRelationship, NewSeat, begin, capacity, offer};
pub use permit::SeatHolder;
pub use remind::remind_due;
pub use resume::resume_due;
pub use undo::undo_round;
pub use withdraw::withdraw_with_enrolment;

/// The routes of this feature.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/m/offer/{secret}", link::page)
        .post("/m/offer/{secret}", link::act)
        .post("/relationships/{relationship}/accept", answer::accept)
        .get("/relationships/{relationship}/decline", answer::decline_page)
        .post("/relationships/{relationship}/decline", answer::decline)
        .get("/relationships/{relationship}/pause", pause::page)
        .post("/relationships/{relationship}/pause", pause::act)
        .post("/relationships/{relationship}/resume", resume::act)
        .get("/relationships/{relationship}/end", end::page)
        .post("/relationships/{relationship}/end", end::act)
        .merge(agreement::routes())
}

/// A job cannot be refused or sent away: whatever stops it is worth another try.
fn trouble(problem: Problem) -> Trouble {
    Trouble::Retry(format!("{problem:?}"))
}
