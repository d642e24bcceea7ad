//! How a caller looks on while the engine works, and stops it.

use std::ops::ControlFlow;

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The stage of the objective, from 0.
    pub stage: u32,
    /// Steps done in it.
    pub done: u64,
    /// Steps expected in it, when that is known.
    pub expected: Option<u64>,
}

/// A caller's eye on the work: called now and then, it may stop it.
#[derive(Clone, Copy)]
pub struct Watch<'a>(&'a (dyn Fn(Progress) -> ControlFlow<()> + Sync));

impl<'a> Watch<'a> {
    /// Calls `eye` with the progress; `Break` cancels.
    #[must_use]
    pub fn new(eye: &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync)) -> Self {
        Self(eye)
    }

    /// Nobody looks on.
    #[must_use]
    pub fn nobody() -> Watch<'static> {
        Watch(&|_| ControlFlow::Continue(()))
    }

    pub(crate) fn see(&self, stage: u32, done: u64, expected: Option<u64>) -> bool {
        (self.0)(Progress { stage, done, expected }).is_continue()
    }
}
