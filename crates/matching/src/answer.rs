//! What the engine hands back: the pairs, who was left out, and the proof.

use crate::question::{Assignment, Pair, Seats};

/// One of the two sides of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The left side.
    Left,
    /// The right side.
    Right,
}

/// How good the answer is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No admissible answer is better; the certificate proves it.
    Optimal,
    /// The best found; the certificate proves how far it may be from the best.
    Feasible,
    /// No two people would rather have each other.
    Stable,
    /// There is no admissible answer; see [`Answer::impossible`].
    Impossible,
    /// Stopped by the watcher before an answer was known.
    Cancelled,
}

/// Why a question has no admissible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A pair, seat or quota names a person that does not exist.
    NoSuchPerson {
        /// The side named.
        side: Side,
        /// The index that nobody has.
        index: u32,
    },
    /// A person must be in more pairs than they may be in.
    LeastOverMost {
        /// Their side.
        side: Side,
        /// Their index.
        index: u32,
    },
    /// A fixed pair is not listed as possible.
    FixedNotListed {
        /// Left of the pair.
        left: u32,
        /// Right of the pair.
        right: u32,
    },
    /// A pair is both fixed and forbidden.
    FixedAndForbidden {
        /// Left of the pair.
        left: u32,
        /// Right of the pair.
        right: u32,
    },
    /// A person has more fixed pairs than seats.
    FixedOverMost {
        /// Their side.
        side: Side,
        /// Their index.
        index: u32,
        /// The fixed pairs they are in.
        fixed: u32,
    },
    /// The fixed pairs of an organisation alone break its quota.
    FixedOverQuota {
        /// The organisation's number.
        organisation: u32,
    },
    /// These people are owed pairs, and all their possible partners together have too few seats.
    TooFewSeats {
        /// Side of the people who are owed.
        side: Side,
        /// The people who are owed and compete.
        people: Vec<u32>,
        /// How many pairs they are owed together.
        owed: u64,
        /// How many of those can be made at most.
        possible: u64,
    },
    /// Lower bounds and quotas contradict each other.
    QuotaConflict,
    /// Stability cannot be had together with lower bounds or balanced quotas.
    StableWithBounds,
    /// A score is beyond [`crate::LIMIT`].
    ScoreOutOfRange {
        /// Left of the pair.
        left: u32,
        /// Right of the pair.
        right: u32,
    },
}

/// Prices of one organisation's quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganisationPrice {
    /// The organisation's number.
    pub organisation: u32,
    /// Price of one more pair on the left.
    pub left: i128,
    /// Price of one more pair on the right.
    pub right: i128,
    /// Signed price of one more on the left than on the right.
    pub balance: i128,
}

/// What a stage of an answer makes as large as possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageGoal {
    /// The number of pairs.
    Places,
    /// The sum of scores.
    Total,
    /// Minus the number of pairs whose score is at most this.
    FewAtMost(i64),
}

/// Prices that prove that no answer does better in one stage.
///
/// With `s` the stage's worth of a pair, the price of a person `p` (positive: a full person,
/// negative: a person kept at their lower bound), and `z = s − p(left) − p(right) − quotas`:
/// `bound = Σ max(most·p, least·p) + Σ quotas + Σ max(0, z)`, where `z` counts signed for
/// a fixed pair and not at all for a forbidden one. A later stage holds only over the answers that
/// the earlier stages leave: a pair with `z < 0` is out, one with `z > 0` is in, a person with a
/// positive price is full and one with a negative price stays at the lower bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is counted.
    pub goal: StageGoal,
    /// Signed price by person on the left.
    pub left: Vec<i128>,
    /// Signed price by person on the right.
    pub right: Vec<i128>,
    /// Prices of quotas.
    pub organisations: Vec<OrganisationPrice>,
    /// What the answer reaches in this stage.
    pub total: i128,
    /// What no answer can exceed in this stage.
    pub bound: i128,
}

/// The proof of an answer: one stage for the best total, several for the staged objectives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// In the order in which they were decided.
    pub stages: Vec<Stage>,
}

impl Stage {
    /// What a stage counts for a pair of this score.
    #[must_use]
    pub fn worth(&self, score: i64) -> i128 {
        match self.goal {
            StageGoal::Places => 1,
            StageGoal::Total => i128::from(score),
            StageGoal::FewAtMost(level) => -i128::from(score <= level),
        }
    }

    /// What a pair is worth in this stage beyond all that the prices charge for it (its slack).
    #[must_use]
    pub fn beyond(&self, question: &Assignment, pair: Pair) -> i128 {
        let home = |seats: &[Seats], i: u32| {
            let number = seats[i as usize].organisation;
            self.organisations.iter().find(|o| Some(o.organisation) == number)
        };
        let mut charge = self.left[pair.left as usize] + self.right[pair.right as usize];
        charge += home(&question.left, pair.left).map_or(0, |o| o.left + o.balance);
        charge += home(&question.right, pair.right).map_or(0, |o| o.right - o.balance);
        self.worth(pair.score) - charge
    }
}

impl Certificate {
    /// The last stage, which prices the answer that was handed out.
    #[must_use]
    pub fn last(&self) -> Option<&Stage> {
        self.stages.last()
    }
}

/// The answer to an assignment question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The pairs, ordered by left and right.
    pub pairs: Vec<Pair>,
    /// People on the left who are in no pair though they have a seat.
    pub unmatched_left: Vec<u32>,
    /// People on the right who are in no pair though they have a seat.
    pub unmatched_right: Vec<u32>,
    /// What is known about the quality.
    pub status: Status,
    /// Sum of the scores of the pairs.
    pub total: i128,
    /// No admissible answer's total is above this (for the staged objectives: none that is
    /// as good in the earlier stages).
    pub bound: i128,
    /// The proof.
    pub certificate: Certificate,
    /// Why there is no answer, when there is none.
    pub impossible: Vec<Reason>,
}

impl Answer {
    /// The smallest score among the pairs.
    #[must_use]
    pub fn worst(&self) -> Option<i64> {
        self.pairs.iter().map(|p| p.score).min()
    }
}
