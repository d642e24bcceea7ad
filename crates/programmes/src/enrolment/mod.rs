//! Enrolments: a person's part in a programme, from the shared link to taking it back.

mod answering;
pub(crate) mod asking;
mod capacity;
mod confirm;
pub mod facts;
mod join;
mod model;
mod part;
mod permit;
mod register;
mod review;
mod start;
mod step;
pub mod store;
mod withdraw;

pub use answering::shown;
pub(crate) use join::next_dates;
pub use model::{Answer, Enrolment, EntryDoor, State, approval, is_open_to_all};
pub use permit::Enrolled;
pub use start::{NewEnrolment, start};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/join/{code}", join::page)
        .post("/join/{code}", join::submit)
        .get("/join/confirm/{secret}", confirm::page)
        .post("/join/confirm/{secret}", confirm::confirm)
        .get("/programmes/{programme}/register", register::page)
        .post("/programmes/{programme}/register", register::choose)
        .get("/programmes/{programme}/part", part::page)
        .get("/programmes/{programme}/enrolments/{enrolment}/steps/{step}", step::page)
        .post("/programmes/{programme}/enrolments/{enrolment}/steps/{step}", step::save)
        .get("/programmes/{programme}/enrolments/{enrolment}/review", review::page)
        .post("/programmes/{programme}/enrolments/{enrolment}/apply", review::apply)
        .get("/programmes/{programme}/enrolments/{enrolment}/done", review::done)
        .post("/programmes/{programme}/enrolments/{enrolment}/capacity", capacity::save)
        .get("/programmes/{programme}/enrolments/{enrolment}/withdraw", withdraw::ask)
        .post("/programmes/{programme}/enrolments/{enrolment}/withdraw", withdraw::withdraw)
}
