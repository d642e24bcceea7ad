//! What came out of a round, as it is stored. Positions are those of the participants, whose order
//! follows from the stored input and seed.

use serde::{Deserialize, Serialize};

use super::{
    answer::{Alone, Proposal},
    proof::Checked,
};

/// What came out of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// `optimal`, `feasible`, `stable` or `impossible`.
    pub status: String,
    /// Sum of the scores, in units.
    pub total: i64,
    /// What no admissible matching exceeds, in units.
    pub bound: i64,
    /// What the independent check found.
    pub checked: Checked,
    /// Whether every possible pair was listed, so that the check covers all of them.
    pub whole: bool,
    /// The pairs.
    pub proposals: Vec<Proposal>,
    /// Those without a partner.
    pub alone: Vec<Alone>,
}

impl Outcome {
    /// The stored form.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Plain values: there is nothing that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The smallest score.
    #[must_use]
    pub fn worst(&self) -> Option<i64> {
        self.proposals.iter().map(|pair| pair.score).min()
    }

    /// The mean score.
    #[must_use]
    pub fn mean(&self) -> Option<i64> {
        let count = i64::try_from(self.proposals.len()).ok().filter(|count| *count > 0)?;
        Some(self.total / count)
    }

    /// Whether there is an admissible answer.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.status != "impossible" && self.status != "cancelled"
    }
}
