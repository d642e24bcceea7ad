//! Screening and consent: what has to hold before somebody may have contact. No flag is stored:
//! whether it holds is computed at every contact, on that day.

mod contact;
mod facts;
mod letters;
mod list;
mod model;
mod record;
mod remind;
mod store;
#[cfg(test)]
mod tests;
mod withdraw;

pub use contact::{ask_cleared, uncleared};
pub use facts::FACTS;
pub use list::open_people;
pub use model::{Kind, Standing, needs, needs_any};
pub use remind::remind_due;

db::id! {
    /// A check of somebody, or a guardian's consent for them.
    ClearanceId;
}

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/clearances", list::page)
        .get("/programmes/{programme}/clearances/{enrolment}/{kind}", record::page)
        .post("/programmes/{programme}/clearances/{enrolment}/{kind}", record::act)
        .post("/programmes/{programme}/clearances/{clearance}/withdraw", withdraw::act)
        .post("/programmes/{programme}/clearances/{clearance}/restore", withdraw::back)
}
