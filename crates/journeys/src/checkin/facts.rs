//! What can happen with a check-in, as others hear of it.

use jobs::Fact;
use serde::{Deserialize, Serialize};

/// Somebody said how it is going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInAnswered {
    /// The check-in.
    pub check_in: String,
    /// The programme of its relationship.
    pub programme: String,
    /// Whether they would like help.
    pub wants_help: bool,
}

impl Fact for CheckInAnswered {
    const NAME: &'static str = "check_in_answered";
    // Not about the relationship: its timeline is for both, and this is between one and the coordinator.
    fn subject(&self) -> (&'static str, &str) {
        ("check_in", &self.check_in)
    }
    fn programme(&self) -> Option<&str> {
        Some(&self.programme)
    }
}

/// The names of all facts about check-ins.
pub const FACTS: &[&str] = &[CheckInAnswered::NAME];
