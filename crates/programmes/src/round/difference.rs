//! What changes between two outcomes of one round: the price of a decision. Pure.

use std::collections::BTreeSet;

use super::outcome::Outcome;

/// Giver and receiver by their positions.
pub type Two = (usize, usize);

/// The difference between two outcomes with the same people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the total loses, in units (negative: gains).
    pub cost: i64,
    /// Pairs that end, with their score.
    pub ended: Vec<(Two, i64)>,
    /// Pairs that begin, with their score.
    pub begun: Vec<(Two, i64)>,
    /// Those who receive and lose their only partner.
    pub displaced: Vec<usize>,
    /// Those who receive and gain one.
    pub placed: Vec<usize>,
}

impl Difference {
    /// From one outcome to another.
    #[must_use]
    pub fn between(before: &Outcome, after: &Outcome) -> Self {
        let pairs = |outcome: &Outcome| -> BTreeSet<(Two, i64)> {
            outcome.proposals.iter().map(|p| ((p.giver, p.receiver), p.score)).collect()
        };
        let two = |outcome: &Outcome| -> BTreeSet<Two> {
            outcome.proposals.iter().map(|p| (p.giver, p.receiver)).collect()
        };
        let receivers = |outcome: &Outcome| -> BTreeSet<usize> {
            outcome.proposals.iter().map(|p| p.receiver).collect()
        };
        let (had, has) = (two(before), two(after));
        let (were, are) = (receivers(before), receivers(after));
        Self {
            cost: before.total - after.total,
            ended: pairs(before).into_iter().filter(|(pair, _)| !has.contains(pair)).collect(),
            begun: pairs(after).into_iter().filter(|(pair, _)| !had.contains(pair)).collect(),
            displaced: were.difference(&are).copied().collect(),
            placed: are.difference(&were).copied().collect(),
        }
    }

    /// Whether nobody's partner changes.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.ended.is_empty() && self.begun.is_empty()
    }
}
