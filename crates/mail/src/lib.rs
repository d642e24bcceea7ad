//! Outgoing mail. A letter is a row in the outbox, written with the act that wants it; the
//! [`Post`] sends it after the commit, and again after a failure, always with the same Message-ID.
//! This crate knows no feature and no sentence: letters come to it in words.

pub mod calendar;
mod letter;
pub mod link;
mod outbox;
mod post;

pub use letter::{Button, Letter};
pub use outbox::{
    About, Addressee, Sent, given_up, list, one, try_again, undelivered, waiting, withdraw, write,
};
pub use post::{Post, Smtp};
