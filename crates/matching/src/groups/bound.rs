//! A bound by degrees: nobody has more partners than a group has further people.

use crate::question::{Assignment, Objective, Pair, Seats};
use crate::watch::Watch;

/// Prices in halves of a unit, and twice the bound: with `z = max(0, 2·score − price − price)` a
/// pair, it is `Σ most·price + Σ z`. No set of pairs in which everybody is at most `most` times
/// exceeds half of it.
///
/// The prices are those of the pool assigned to itself, each person with `most` seats on both sides.
#[must_use]
pub fn degrees(people: usize, pairs: &[Pair], most: u32, watch: Watch) -> (Vec<i128>, i128) {
    let seats = vec![Seats::up_to(most); people];
    let both = pairs.iter().flat_map(|p| [*p, Pair { left: p.right, right: p.left, ..*p }]);
    let twice = Assignment {
        left: seats.clone(),
        right: seats,
        pairs: both.collect(),
        ..Assignment::default()
    };
    let answer = crate::solve_watched(&twice, Objective::Total, watch);
    let none = vec![0; people];
    let prices: Vec<i128> = answer
        .certificate
        .last()
        .map_or(none, |s| s.left.iter().zip(&s.right).map(|(l, r)| (l + r).max(0)).collect());
    let beyond = |p: &Pair| {
        let charge = prices[p.left as usize] + prices[p.right as usize];
        (2 * i128::from(p.score) - charge).max(0)
    };
    let slack: i128 = pairs.iter().map(beyond).sum();
    let seats: i128 = prices.iter().map(|p| i128::from(most) * p).sum();
    (prices, seats + slack)
}
