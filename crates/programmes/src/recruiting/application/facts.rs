//! What can happen to decisions. That somebody was approved or declined is the enrolment's own fact.

use jobs::Fact;
use people::ProgrammeId;
use serde::{Deserialize, Serialize};

use super::model::{DecisionId, Outcome};
use crate::EnrolmentId;

/// A decision was taken back before its mails left: these wait again.
#[derive(Debug, Serialize, Deserialize)]
pub struct DecisionUndone {
    /// In which programme.
    pub programme: ProgrammeId,
    /// Which.
    pub decision: DecisionId,
    /// What it was.
    pub outcome: Outcome,
    /// Who waits again.
    pub enrolments: Vec<EnrolmentId>,
}

impl Fact for DecisionUndone {
    const NAME: &'static str = "decision_undone";
    fn subject(&self) -> (&'static str, &str) {
        ("decision", self.decision.as_str())
    }
    fn programme(&self) -> Option<&str> {
        Some(self.programme.as_str())
    }
}
