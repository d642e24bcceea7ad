//! What came out of a round, as it is stored. Positions are those of the participants, whose order
//! follows from the stored input and seed.

use design::RoleName;
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
    /// Whether all hold one role.
    #[serde(default)]
    pub equal: bool,
    /// Whether groups were formed, and not pairs.
    #[serde(default)]
    pub formed: bool,
    /// The pairs.
    pub proposals: Vec<Proposal>,
    /// The groups; also the one group of three of an odd pool.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Those without a partner.
    pub alone: Vec<Alone>,
}

/// A group that the round proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Who is in it, those who lead first.
    pub members: Vec<Seat>,
    /// The sum of what each two are worth to each other, in units.
    pub score: i64,
    /// How much of what could be had that is: as a score of one pair, in units.
    pub value: i64,
    /// The half-hours of the week, from Monday in common time, at which all can begin a meeting.
    pub starts: Vec<u16>,
    /// The musts that it breaks, by position among the rules.
    pub breaks: Vec<usize>,
    /// Whether it has as many people as the design says.
    pub sized: bool,
}

/// A person in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Who, by position among the participants.
    pub person: usize,
    /// In which role.
    pub role: RoleName,
    /// Whether they lead.
    pub leads: bool,
}

impl Outcome {
    /// How many relationships it proposes.
    #[must_use]
    pub fn relationships(&self) -> usize {
        self.proposals.len() + self.groups.len()
    }

    /// Those who wanted to be placed and are: sorted, each once.
    #[must_use]
    pub fn receivers(&self) -> Vec<usize> {
        let pairs = self.proposals.iter().flat_map(|pair| {
            let giver = self.equal.then_some(pair.giver);
            giver.into_iter().chain([pair.receiver])
        });
        let seats = self.groups.iter().flat_map(|group| &group.members);
        let members = seats.filter(|seat| !seat.leads).map(|seat| seat.person);
        let mut all: Vec<usize> = pairs.chain(members).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How far at most a better answer could be above this one, in per cent with one decimal.
    #[must_use]
    pub fn gap(&self) -> String {
        let (above, whole) = (self.bound.saturating_sub(self.total), self.bound.max(1));
        let tenths = (i128::from(above.max(0)) * 1000 + i128::from(whole) - 1) / i128::from(whole);
        format!("{}.{}", tenths / 10, tenths % 10)
    }

    /// The score of each relationship, as that of a pair.
    fn scores(&self) -> impl Iterator<Item = i64> + '_ {
        let groups = self.groups.iter().map(|group| group.value);
        self.proposals.iter().map(|pair| pair.score).chain(groups)
    }

    /// The stored form.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Plain values: there is nothing that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The smallest score.
    #[must_use]
    pub fn worst(&self) -> Option<i64> {
        self.scores().min()
    }

    /// The mean score.
    #[must_use]
    pub fn mean(&self) -> Option<i64> {
        let count = i64::try_from(self.relationships()).ok().filter(|count| *count > 0)?;
        Some(self.scores().sum::<i64>() / count)
    }

    /// Whether there is an admissible answer.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.status != "impossible" && self.status != "cancelled"
    }
}
