//! Conditions on two people: musts that a pair keeps, and wishes that give it its score.

use super::PERFECT;
use crate::answer::Side;

/// The value of a condition that is fulfilled wholly, in millionths.
pub const WHOLE: u32 = 1_000_000;

/// What is asked of two people. Columns are named by their position in [`super::Crowd`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Topics that one side wants are offered by the other. Earlier topics weigh more; covering
    /// as much as the first `enough` topics weigh is the whole value.
    Overlap {
        /// Column of topics wanted.
        wants: usize,
        /// Column of topics offered.
        offers: usize,
        /// Who wants.
        by: Side,
        /// How many of the foremost topics are the whole value.
        enough: u32,
    },
    /// The left number minus the right one lies between two bounds; each step beyond costs one
    /// part of `fade + 1`.
    Within {
        /// Column of numbers.
        column: usize,
        /// Least difference.
        least: i64,
        /// Greatest difference.
        most: i64,
        /// Steps beyond a bound after which nothing is left, less one.
        fade: u32,
    },
    /// The two sets have something in common.
    Common {
        /// Column of masks.
        column: usize,
    },
    /// Topics that both have, as a share of the shorter list (interests, affinities).
    Alike {
        /// Column of topics.
        column: usize,
    },
    /// Half-hours in which both can meet, of `enough`.
    SharedHours {
        /// Column of hours.
        column: usize,
        /// Half-hours that are the whole value.
        enough: u32,
    },
    /// The same label.
    Same {
        /// Column of labels.
        column: usize,
    },
    /// Different labels.
    Different {
        /// Column of labels.
        column: usize,
    },
    /// Neither reports to the other, over any number of levels.
    OutOfChain {
        /// Column of intervals.
        column: usize,
    },
    /// The right one reports to the left one, over any number of levels.
    InChain {
        /// Column of intervals.
        column: usize,
    },
    /// Neither stands on the other's list (avoided, paired before).
    Unlisted {
        /// Column of people.
        column: usize,
    },
    /// The other stands on this side's list; the first place is the whole value, later ones less.
    Listed {
        /// Column of people.
        column: usize,
        /// Whose list.
        by: Side,
    },
}

/// Whether a condition forbids or attracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// A pair of a smaller value is not made. What is not known forbids nothing.
    Must {
        /// The least value, in millionths.
        at_least: u32,
    },
    /// Adds to the score in proportion to its weight. What is not known adds nothing.
    Wish {
        /// The weight, against the other wishes'.
        weight: u32,
    },
}

/// A condition and its force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What is asked.
    pub rule: Rule,
    /// How strongly.
    pub force: Force,
}

impl Criterion {
    /// A condition that every pair keeps wholly.
    #[must_use]
    pub const fn must(rule: Rule) -> Self {
        Self { rule, force: Force::Must { at_least: WHOLE } }
    }

    /// A condition that attracts.
    #[must_use]
    pub const fn wish(rule: Rule, weight: u32) -> Self {
        Self { rule, force: Force::Wish { weight } }
    }
}

/// The conditions of a design, with what each wish is worth at most. At most 64.
#[derive(Clone, Debug, Default)]
pub struct Program {
    criteria: Vec<Criterion>,
    worth: Vec<i64>,
}

impl Program {
    /// Weights become shares of [`PERFECT`], by largest remainders.
    ///
    /// Criteria after the 64th are left out; see [`Program::MOST`].
    #[must_use]
    pub fn new(mut criteria: Vec<Criterion>) -> Self {
        criteria.truncate(Self::MOST);
        let weight = |c: &Criterion| match c.force {
            Force::Wish { weight } => i128::from(weight),
            Force::Must { .. } => 0,
        };
        let all: i128 = criteria.iter().map(weight).sum();
        let mut worth = vec![0i64; criteria.len()];
        if all > 0 {
            let share = |c: &Criterion| weight(c) * i128::from(PERFECT);
            let mut rests: Vec<(i128, usize)> = Vec::new();
            for (i, c) in criteria.iter().enumerate() {
                worth[i] = (share(c) / all) as i64;
                rests.push((-(share(c) % all), i));
            }
            rests.sort_unstable();
            let missing = PERFECT - worth.iter().sum::<i64>();
            for &(_, i) in rests.iter().take(missing as usize) {
                worth[i] += 1;
            }
        }
        Self { criteria, worth }
    }

    /// The most criteria of one program.
    pub const MOST: usize = 64;

    /// The conditions, in order.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// What the wish at a position adds to a score at most, in units; 0 for a must.
    #[must_use]
    pub fn worth(&self, criterion: usize) -> i64 {
        self.worth.get(criterion).copied().unwrap_or(0)
    }

    /// Whether nothing is wished for, so that every admissible pair is perfect.
    #[must_use]
    pub fn wishes_nothing(&self) -> bool {
        self.worth.iter().all(|&w| w == 0)
    }
}
