//! Requests: where people find each other without a round, somebody asks somebody of the other
//! role. A request has a clock: it is reminded, it expires, and then the next on the list is asked,
//! so that nobody is kept waiting by one who does not answer.

mod candidates;
pub mod facts;
mod letters;
pub mod model;
mod permit;
mod refused;
pub mod store;
mod tell;

mod answer;
mod pass_on;
mod withdraw;

mod ask;
mod find;
mod link;
mod list;
mod queue;
mod show;
mod task;

#[cfg(test)]
mod tests;

use jobs::Trouble;
use web::{Problem, Routes};

pub use answer::{say_no, say_yes};
pub use ask::{NewRequest, ask};
pub use pass_on::{pass_on_after, pass_on_due};
pub use task::{Task, tasks};
pub use withdraw::{end_with_programme, withdraw_with_enrolment};

/// The routes of this feature.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/programmes/{programme}/enrolments/{enrolment}/find", find::page)
        .get("/programmes/{programme}/enrolments/{enrolment}/find/{asked}", ask::page)
        .post("/programmes/{programme}/enrolments/{enrolment}/find/{asked}", ask::submit)
        .get("/programmes/{programme}/enrolments/{enrolment}/requests", list::page)
        .get("/programmes/{programme}/enrolments/{enrolment}/requests/{request}", show::page)
        .post(
            "/programmes/{programme}/enrolments/{enrolment}/requests/{request}/accept",
            answer::accept,
        )
        .post(
            "/programmes/{programme}/enrolments/{enrolment}/requests/{request}/decline",
            answer::decline,
        )
        .post(
            "/programmes/{programme}/enrolments/{enrolment}/requests/{request}/sooner",
            list::sooner,
        )
        .post(
            "/programmes/{programme}/enrolments/{enrolment}/requests/{request}/withdraw",
            withdraw::withdraw,
        )
        .post(
            "/programmes/{programme}/enrolments/{enrolment}/requests/{request}/restore",
            withdraw::restore,
        )
        .get("/m/request/{secret}", link::page)
        .post("/m/request/{secret}", link::act)
        .get("/programmes/{programme}/requests", queue::page)
}

/// A job cannot be refused or sent away: whatever stops it is worth another try.
fn trouble(problem: Problem) -> Trouble {
    Trouble::Retry(format!("{problem:?}"))
}
