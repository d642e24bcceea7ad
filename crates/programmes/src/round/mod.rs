//! The matching round. A design and its people become a question to the engine ([`ask`]); the
//! answer comes back as proposals and as people left out, each with its reasons ([`answer`]);
//! the reasons become sentences ([`told`]). This part is pure: the offline match and the
//! browser's round both stand on it.
//!
//! In the browser a coordinator opens a round, sees its draft with the proof, decides about people
//! and sees the price first, previews the mails, publishes, and may take it back for a while.

pub mod answer;
pub mod ask;
pub mod brought;
pub mod certificate;
pub mod circles;
pub mod difference;
pub mod equals;
pub mod hand;
mod near;
pub mod outcome;
pub mod participant;
pub mod proof;
pub mod solve;
pub mod told;
mod why;

pub mod facts;
pub mod input;
pub mod model;
pub mod pool;
pub mod reasons;
pub mod store;

mod change;
mod choose;
mod desk;
mod explain;
mod export;
mod letters;
mod list;
mod mails;
mod open;
mod pair;
mod publish;
mod rehearse;
mod show;
mod view;
mod weigh;
mod work;

#[cfg(test)]
mod door_tests;
#[cfg(test)]
mod hand_tests;
#[cfg(test)]
mod tests;

pub use publish::points;

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/rounds", list::page)
        .post("/programmes/{programme}/rounds", open::open)
        .get("/programmes/{programme}/rounds/{round}", show::page)
        .post("/programmes/{programme}/rounds/{round}/solve", open::again)
        .post("/programmes/{programme}/rounds/{round}/refresh", open::refresh)
        .post("/programmes/{programme}/rounds/{round}/discard", open::discard)
        .get("/programmes/{programme}/rounds/{round}/pairs/{giver}/{receiver}", pair::page)
        .get("/programmes/{programme}/rounds/{round}/weights", weigh::page)
        .post("/programmes/{programme}/rounds/{round}/weights", weigh::adopt)
        .get("/programmes/{programme}/rounds/{round}/proof", explain::page)
        .get("/programmes/{programme}/rounds/{round}/pairs.csv", export::pairs)
        .get("/programmes/{programme}/rounds/{round}/round.json", export::whole)
        .get("/programmes/{programme}/rounds/{round}/certificate.json", export::certificate)
        .get("/programmes/{programme}/rounds/{round}/proof.zip", export::proof)
        .get("/programmes/{programme}/rehearsal", rehearse::page)
        .get("/programmes/{programme}/rounds/{round}/choose/{receiver}", choose::page)
        .get("/programmes/{programme}/rounds/{round}/change", change::preview)
        .post("/programmes/{programme}/rounds/{round}/change", change::apply)
        .post("/programmes/{programme}/rounds/{round}/back", change::back)
        .get("/programmes/{programme}/rounds/{round}/mails", mails::page)
        .post("/programmes/{programme}/rounds/{round}/publish", publish::publish)
        .post("/programmes/{programme}/rounds/{round}/undo", publish::undo)
}
