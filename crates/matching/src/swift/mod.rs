//! The quick way through large assignments without lower bounds and quotas.
//!
//! An auction in rounds of falling increments finds prices that are nearly right; a last round
//! without increment leaves exact prices and a matching that fits them; shortest augmenting paths
//! bring in who is still missing. The answer is exact whatever the auction did.

mod auction;
mod lists;
mod paths;

use lists::{Lists, Score, unit_of};

use crate::question::Pair;
use crate::watch::Watch;

/// Seats on both sides and the pairs.
pub(crate) struct Task<'a, F> {
    pub left: &'a [i64],
    pub right: &'a [i64],
    pub pairs: &'a [Pair],
    /// What a pair counts, by position; one that counts less than nothing is never made.
    pub worth: F,
    /// Prices of the right side of an earlier answer to nearly the same question.
    pub hint: Option<&'a [i64]>,
}

/// Positions of the pairs made, and prices of both sides.
pub(crate) struct Done {
    pub made: Vec<usize>,
    pub left: Vec<i64>,
    pub right: Vec<i64>,
}

/// The best total; nothing when the watcher stopped it.
pub(crate) fn best<F: Fn(usize) -> i64>(task: &Task<F>, stage: u32, watch: Watch) -> Option<Done> {
    let (unit, most) = unit_of(task);
    // Distances in the search are sums of a few scores; 31 bits leave no doubt.
    if most / unit < 1 << 30 {
        solved::<i32, F>(task, unit, stage, watch)
    } else {
        solved::<i64, F>(task, unit, stage, watch)
    }
}

fn solved<S: Score, F: Fn(usize) -> i64>(
    task: &Task<F>,
    unit: i64,
    stage: u32,
    watch: Watch,
) -> Option<Done> {
    // The bidding side has one seat each, if there is such a side.
    let single = |seats: &[i64]| seats.iter().all(|&s| s <= 1);
    let flip = !single(task.left) && single(task.right);
    let lists = Lists::<S>::new(task, unit, flip);
    let hint = task.hint.filter(|_| !flip);
    let mut state = if single(&lists.seats[0]) {
        let warm = hint.map(|prices| prices.iter().map(|p| p.div_euclid(unit).max(0)).collect());
        auction::run(&lists, warm, watch)?
    } else {
        auction::none(&lists)
    };
    paths::complete(&lists, &mut state, stage, watch)?;
    let made = state.made(&lists);
    let [mine, theirs] = state.prices;
    let whole = |prices: Vec<i64>| prices.into_iter().map(|p| p * unit).collect();
    let (left, right) = if flip { (theirs, mine) } else { (mine, theirs) };
    Some(Done { made, left: whole(left), right: whole(right) })
}
