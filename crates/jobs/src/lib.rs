//! Clock, chance, the durable queue and the facts: how things happen later, once.
//!
//! This crate knows nothing of mentoring. A verb records a [`Fact`] or adds a [`NewJob`] in its own
//! transaction; a [`Worker`] does the job in another, together with marking it done, so that its
//! effect happens exactly once.

mod fact;
mod queue;
mod seam;
mod worker;

pub use fact::{Fact, Recorded, react_to, recent, record};
pub use queue::{
    Backlog, NewJob, REACT, add, again, backlog, cancel, ensure, forget_done_before,
    try_failed_again,
};
pub use seam::{Clock, Seam};
pub use worker::{Handler, Trouble, Worker};
