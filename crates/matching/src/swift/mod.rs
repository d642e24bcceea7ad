//! The quick way through large assignments without lower bounds and quotas.
//!
//! An auction in rounds of falling increments finds prices that are nearly right; a last round
//! without increment leaves exact prices and a matching that fits them; shortest augmenting paths
//! bring in who is still missing. The answer is exact whatever the auction did.

mod auction;
mod lists;
mod partners;
mod paths;
mod unit;

use lists::{Entry, Lists, Survey, survey};

use paths::State;

use crate::question::Pair;
use crate::watch::Watch;

/// An earlier answer to nearly the same question: prices of both sides, and the pairs.
pub(crate) struct Hint<'a> {
    pub prices: [Vec<i64>; 2],
    pub made: &'a [Pair],
}

/// Seats on both sides and the pairs.
pub(crate) struct Task<'a, F> {
    pub left: &'a [i64],
    pub right: &'a [i64],
    pub pairs: &'a [Pair],
    /// What a pair counts, by position; one that counts less than nothing is never made.
    pub worth: F,
    pub hint: Option<Hint<'a>>,
}

/// The pairs made by left and right, prices of both sides, and what the prices prove.
pub(crate) struct Done {
    pub made: Vec<Pair>,
    pub left: Vec<i64>,
    pub right: Vec<i64>,
    /// No choice of pairs within the seats counts more than this.
    pub bound: i128,
}

/// The best total; nothing when the watcher stopped it.
pub(crate) fn best<F: Fn(usize) -> i64>(task: &Task<F>, stage: u32, watch: Watch) -> Option<Done> {
    let survey = survey(task);
    // Distances in the search are sums of a few scores; 31 bits leave no doubt.
    if survey.unit.count(survey.most) < 1 << 30 {
        solved::<u64, F>(task, &survey, stage, watch)
    } else {
        solved::<u128, F>(task, &survey, stage, watch)
    }
}

fn solved<E: Entry, F: Fn(usize) -> i64>(
    task: &Task<F>,
    survey: &Survey,
    stage: u32,
    watch: Watch,
) -> Option<Done> {
    // The bidding side has one seat each, if there is such a side.
    let single = |seats: &[i64]| seats.iter().all(|&s| s <= 1);
    let flip = !single(task.left) && single(task.right);
    let unit = survey.unit.size;
    let lists = Lists::<E>::new(task, survey, flip);
    let mut state = if single(&lists.seats[0]) {
        match &task.hint {
            Some(hint) => resumed(&lists, hint, unit, flip, watch)?,
            None => auction::run(&lists, None, watch)?,
        }
    } else {
        auction::none(&lists)
    };
    paths::complete(&lists, &mut state, stage, watch)?;
    let bound = lists.bound(&state.prices) * i128::from(unit);
    let pair = |(a, b, edge): (u32, u32, u32)| {
        let (left, right) = if flip { (b, a) } else { (a, b) };
        Pair { left, right, score: lists.score(edge) * unit }
    };
    let mut made: Vec<Pair> = state.made(&lists).into_iter().map(pair).collect();
    made.sort_unstable();
    let [mine, theirs] = state.prices;
    let whole = |prices: Vec<i64>| prices.into_iter().map(|p| p * unit).collect();
    let (left, right) = if flip { (theirs, mine) } else { (mine, theirs) };
    Some(Done { made, left: whole(left), right: whole(right), bound })
}

/// Where the earlier answer ended: what still fits its prices stays. After great changes only the
/// prices are of use.
fn resumed<E: Entry>(
    lists: &Lists<E>,
    hint: &Hint,
    unit: i64,
    flip: bool,
    watch: Watch,
) -> Option<State> {
    let prices = &hint.prices[usize::from(!flip)];
    let prices: Vec<i64> = prices.iter().map(|p| p.div_euclid(unit).max(0)).collect();
    let made = hint.made.iter().map(|p| if flip { (p.right, p.left) } else { (p.left, p.right) });
    let state = auction::kept(lists, prices.clone(), made);
    if state.open(lists) <= lists.seats[0].len() / SHARE {
        return Some(state);
    }
    auction::run(lists, Some(prices), watch)
}

/// More open seats than one in so many, and bidding is quicker than searching for each.
const SHARE: usize = 16;
