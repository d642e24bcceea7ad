//! Meetings: times proposed, one picked, in everybody's calendar, and what became of it.

mod facts;
mod invite;
pub mod model;
mod refused;
mod store;
pub mod times;
mod when;

mod step;
mod tell;

mod draft;
mod propose;

mod pick;
mod pick_link;

mod cancel;
mod reschedule;

mod log;
mod met_link;

mod card;
mod list;
mod next;
mod show;

mod feed;
mod file;

mod call_off;
mod remind;

#[cfg(test)]
mod tests;

use web::Routes;

pub use call_off::{call_off, leave, rest};
pub use card::Card;
pub use facts::{
    FACTS, MeetingBooked, MeetingCancelled, MeetingHeld, MeetingMissed, MeetingMoved,
    MeetingProposed, MeetingUntold,
};
pub(crate) use feed::PURPOSE as FEED;
pub use remind::{ask_due, nudge_due, remind_due};

db::id! {
    /// A meeting.
    MeetingId;
    /// A time on the table.
    SlotId;
}

/// The routes of this feature.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/relationships/{relationship}/meetings", list::page)
        .get("/relationships/{relationship}/meetings/new", propose::page)
        .post("/relationships/{relationship}/meetings/new", propose::act)
        .post("/relationships/{relationship}/meetings/log", log::log)
        .get("/relationships/{relationship}/meetings/{meeting}", show::page)
        .post("/relationships/{relationship}/meetings/{meeting}/pick", pick::act)
        .get("/relationships/{relationship}/meetings/{meeting}/move", reschedule::page)
        .post("/relationships/{relationship}/meetings/{meeting}/move", reschedule::act)
        .get("/relationships/{relationship}/meetings/{meeting}/cancel", cancel::page)
        .post("/relationships/{relationship}/meetings/{meeting}/cancel", cancel::act)
        .post("/relationships/{relationship}/meetings/{meeting}/held", log::held)
        .post("/relationships/{relationship}/meetings/{meeting}/missed", log::missed)
        .post("/relationships/{relationship}/meetings/{meeting}/untell", log::untell)
        .get("/relationships/{relationship}/meetings/{meeting}/meeting.ics", file::download)
        .get("/m/meeting/{secret}", pick_link::page)
        .post("/m/meeting/{secret}", pick_link::act)
        .get("/m/met/{secret}", met_link::page)
        .post("/m/met/{secret}", met_link::act)
        .get("/calendar", feed::page)
        .post("/calendar/new", feed::renew)
        .post("/calendar/end", feed::end)
        .get("/calendar/{secret}", feed::serve)
}
