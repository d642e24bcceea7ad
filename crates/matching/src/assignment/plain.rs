//! Questions without lower bounds and quotas take the quick way.

use super::bounds::{Bounds, Prices};
use super::circulation::{Outcome, Solved};
use crate::question::Pair;
use crate::swift::{Task, best};
use crate::watch::Watch;

/// Whether only the most of each person, fixed and forbidden pairs bind.
pub(super) fn is_plain(bounds: &Bounds) -> bool {
    bounds.organisations.is_empty() && bounds.left.iter().chain(&bounds.right).all(|s| s.0 == 0)
}

/// The greatest sum of `worth`, when it is small enough to be counted in 64 bits.
pub(super) fn greatest(
    bounds: &Bounds,
    worth: impl Fn(i64) -> i128,
    stage: u32,
    watch: Watch,
) -> Option<Outcome> {
    let fits = |p: &Pair| worth(p.score).abs() < 1 << 60;
    if !is_plain(bounds) || !bounds.pairs.iter().all(fits) {
        return None;
    }
    // Fixed pairs take their seats before the rest is shared out.
    let most = |spans: &[(i64, i64)]| spans.iter().map(|s| s.1).collect::<Vec<_>>();
    let (mut left, mut right) = (most(&bounds.left), most(&bounds.right));
    let mut fixed = Vec::new();
    for (n, p) in bounds.pairs.iter().enumerate().filter(|(n, _)| bounds.may[*n].0 == 1) {
        left[p.left as usize] -= 1;
        right[p.right as usize] -= 1;
        fixed.push(n);
    }
    if left.iter().chain(&right).any(|&seats| seats < 0) {
        return Some(Outcome::Impossible);
    }
    let count = |n: usize| {
        let free = bounds.may[n] == (0, 1);
        if free { worth(bounds.pairs[n].score) as i64 } else { -1 }
    };
    let task = Task { left: &left, right: &right, pairs: &bounds.pairs, worth: count, hint: None };
    let Some(mut done) = best(&task, stage, watch) else { return Some(Outcome::Cancelled) };
    // Whoever has no seat left is priced so that nobody waits for them.
    for (n, p) in bounds.pairs.iter().enumerate() {
        let (l, r) = (p.left as usize, p.right as usize);
        if left[l] == 0 {
            done.left[l] = done.left[l].max(count(n) - done.right[r]);
        } else if right[r] == 0 {
            done.right[r] = done.right[r].max(count(n) - done.left[l]);
        }
    }
    let mut made = fixed;
    let place = |pair: &Pair| {
        bounds.pairs.binary_search_by_key(&(pair.left, pair.right), |p| (p.left, p.right))
    };
    made.extend(done.made.iter().filter_map(|p| place(p).ok()));
    made.sort_unstable();
    add_worthless(bounds, &mut made, |n| count(n) == 0);
    let wide = |prices: Vec<i64>| prices.into_iter().map(i128::from).collect();
    let prices =
        Prices { left: wide(done.left), right: wide(done.right), organisations: Vec::new() };
    Some(Outcome::Solved(Solved { made, prices }))
}

/// Pairs that count nothing are still made where both have a seat left, in their order.
fn add_worthless(bounds: &Bounds, made: &mut Vec<usize>, worthless: impl Fn(usize) -> bool) {
    let most = |spans: &[(i64, i64)]| spans.iter().map(|s| s.1).collect::<Vec<_>>();
    let (mut left, mut right) = (most(&bounds.left), most(&bounds.right));
    for &n in made.iter() {
        left[bounds.pairs[n].left as usize] -= 1;
        right[bounds.pairs[n].right as usize] -= 1;
    }
    let before = made.len();
    for (n, p) in bounds.pairs.iter().enumerate().filter(|(n, _)| worthless(*n)) {
        let (l, r) = (p.left as usize, p.right as usize);
        if left[l] > 0 && right[r] > 0 && made[..before].binary_search(&n).is_err() {
            left[l] -= 1;
            right[r] -= 1;
            made.push(n);
        }
    }
    made.sort_unstable();
}
