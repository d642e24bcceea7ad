//! The curve between how many are placed, how well in all, and how well the worst off.

use crate::answer::Status;
use crate::assignment::solve_watched;
use crate::question::{Assignment, Objective};
use crate::watch::Watch;

/// What can be had when no pair may score below a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// No pair scores less.
    pub level: i64,
    /// The most pairs then.
    pub places: usize,
    /// The greatest total with as many pairs.
    pub total: i128,
}

/// Points of the curve at `steps` levels between the least and the greatest score: the higher the
/// level, the fewer are placed. Levels at which fixed pairs or lower bounds cannot be kept are left out.
#[must_use]
pub fn trade_off(question: &Assignment, steps: usize, watch: Watch) -> Vec<Point> {
    let mut scores: Vec<i64> = question.pairs.iter().map(|p| p.score).collect();
    scores.sort_unstable();
    let at = |step: usize| scores.get(step * scores.len() / steps.max(1)).copied();
    let mut levels: Vec<i64> = (0..steps).filter_map(at).collect();
    levels.dedup();
    let fixed: std::collections::BTreeSet<_> = question.fixed.iter().copied().collect();
    let point = |level: i64| {
        let mut above = question.clone();
        above.pairs.retain(|p| p.score >= level || fixed.contains(&(p.left, p.right)));
        let listed: std::collections::BTreeSet<_> =
            above.pairs.iter().map(|p| (p.left, p.right)).collect();
        above.forbidden.retain(|f| listed.contains(f));
        let answer = solve_watched(&above, Objective::Coverage, watch);
        let solved = answer.status == Status::Optimal;
        solved.then_some(Point { level, places: answer.pairs.len(), total: answer.total })
    };
    levels.into_iter().filter_map(point).collect()
}
