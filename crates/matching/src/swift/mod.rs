//! The quick way through large assignments without lower bounds and quotas.
//!
//! An auction in rounds of falling increments finds prices that are nearly right; a last round
//! without increment leaves exact prices and a matching that fits them; shortest augmenting paths
//! bring in who is still missing. The answer is exact whatever the auction did.

mod auction;
mod lists;
mod paths;

use lists::Lists;

use crate::question::Pair;
use crate::watch::Watch;

/// Seats on both sides and the pairs.
pub(crate) struct Task<'a> {
    pub left: &'a [i64],
    pub right: &'a [i64],
    pub pairs: &'a [Pair],
    /// What a pair counts; a pair that counts less than nothing is never made.
    pub worth: &'a (dyn Fn(usize) -> i64 + Sync),
}

/// Positions of the pairs made, and prices of both sides.
pub(crate) struct Done {
    pub made: Vec<usize>,
    pub left: Vec<i64>,
    pub right: Vec<i64>,
}

/// The best total; nothing when the watcher stopped it. `hint`: prices of an earlier answer.
pub(crate) fn best(
    task: &Task,
    hint: Option<(&[i64], &[i64])>,
    stage: u32,
    watch: Watch,
) -> Option<Done> {
    // The bidding side has one seat each, if there is such a side.
    let single = |seats: &[i64]| seats.iter().all(|&s| s <= 1);
    let flip = !single(task.left) && single(task.right);
    let lists = Lists::new(task, flip);
    let bids = single(&lists.seats[0]);
    let unit = lists.unit;
    let hint = hint.map(|(left, right)| {
        let scaled = |prices: &[i64]| prices.iter().map(|p| p.div_euclid(unit)).collect::<Vec<_>>();
        if flip { scaled(left) } else { scaled(right) }
    });
    let mut state = if bids { auction::run(&lists, hint, watch)? } else { auction::none(&lists) };
    paths::complete(&lists, &mut state, stage, watch)?;
    let made = state.made(&lists);
    let [mine, theirs] = state.prices;
    let whole = |prices: Vec<i64>| prices.into_iter().map(|p| p * unit).collect();
    let (left, right) = if flip { (theirs, mine) } else { (mine, theirs) };
    Some(Done { made, left: whole(left), right: whole(right) })
}
