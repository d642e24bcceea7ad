//! From people to scores: columns of facts about numbered people, and a program of conditions.
//!
//! A pair's score is the sum of its wishes' parts; all weights together are worth
//! [`PERFECT`], so that a pair that fulfils every wish has 100 points. The table of all pairs is
//! never held: people are solved over the best candidates of each, and prices find those that
//! were left out and could still improve the answer, until there are none.

mod candidates;
mod column;
mod criterion;
mod judge;
mod pricing;
mod rows;
mod solve;

pub use column::{Column, Crowd, Hours, SLOTS};
pub use criterion::{Criterion, Force, Program, Rule, WHOLE};
pub use judge::{Judge, Judgement, Part};
pub use solve::{CrowdAnswer, CrowdQuestion, Member, solve, solve_watched};

/// The score of a pair that fulfils every wish: 100 points.
pub const PERFECT: i64 = 100 * crate::SCALE;
