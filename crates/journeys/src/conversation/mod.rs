//! What the people of a relationship write: messages to each other, and notes. Nobody else reads
//! either, save where the design is supervised and every box says so; not even how much somebody
//! writes is counted.

mod facts;
mod message_store;
mod note_store;
pub mod notice;

mod card;

mod read;
mod send;

mod change_note;
mod notes;

mod supervise;
mod supervise_store;

#[cfg(test)]
mod tests;

use web::Routes;

pub use card::Card;
pub use facts::{FACTS, MessageSent};

db::id! {
    /// A message.
    MessageId;
    /// A note.
    NoteId;
}

/// The routes of this feature.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/programmes/{programme}/relationships/{relationship}/messages", supervise::page)
        .get("/relationships/{relationship}/messages", read::page)
        .post("/relationships/{relationship}/messages", send::act)
        .get("/relationships/{relationship}/notes", notes::page)
        .post("/relationships/{relationship}/notes", notes::act)
        .get("/relationships/{relationship}/notes/{note}", change_note::page)
        .post("/relationships/{relationship}/notes/{note}", change_note::act)
        .post("/relationships/{relationship}/notes/{note}/delete", change_note::delete)
        .post("/relationships/{relationship}/notes/{note}/restore", change_note::restore)
}
