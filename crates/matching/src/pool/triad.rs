//! One group of three in an odd pool.

use std::collections::BTreeMap;

use super::check::couple;
use super::solve::{Pool, PoolAnswer, PoolObjective, without};
use crate::answer::Status;
use crate::question::Pair;
use crate::watch::Watch;

/// A group of three, whose three pairs are all possible and all count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Triad {
    /// The three people, in rising order.
    pub members: [u32; 3],
    /// The sum of the three pairs' scores.
    pub score: i64,
}

/// Triads tried one by one before the bound has to do.
const TRIES: usize = 200;

/// The best of the answer without a triad and those with one: each triad's worth is bounded by the
/// prices of the pool, the most promising are solved, and the rest is ruled out by the bound.
pub(super) fn improve(
    pool: &Pool,
    pairs: &[Pair],
    objective: PoolObjective,
    alone: PoolAnswer,
    watch: Watch,
) -> PoolAnswer {
    let bonus = alone.stage.bonus;
    let fixed: i128 = fixed_total(pool);
    let worth = |a: &PoolAnswer| {
        let places = a.pairs.len() - pool.fixed.len() + usize::from(a.triad.is_some());
        (a.total - fixed) + bonus * places as i128
    };
    // Twice what no answer with a triad of these people exceeds.
    let all: i128 = alone.stage.people.iter().sum::<i128>()
        + alone
            .stage
            .odd_sets
            .iter()
            .map(|s| s.value * (s.members.len() as i128 / 2))
            .sum::<i128>();
    let price = |v: u32| alone.stage.people[v as usize];
    let mut triads: Vec<(i128, Triad)> = triads(pairs)
        .into_iter()
        .map(|t| {
            let [a, b, c] = t.members;
            let gain = 2 * (i128::from(t.score) + bonus) - price(a) - price(b) - price(c);
            (all + gain, t)
        })
        .collect();
    triads.sort_unstable_by_key(|(bound, t)| (-bound, *t));
    let upper = triads.first().map_or(all, |(bound, _)| all.max(*bound));
    let stage = alone.stage.clone();
    let mut best = alone;
    for (bound, triad) in triads.into_iter().take(TRIES) {
        if bound <= 2 * worth(&best) {
            break;
        }
        let Some(other) = without(pool, pairs, objective, &triad.members, watch) else { break };
        let total = other.total + i128::from(triad.score);
        let other = PoolAnswer { triad: Some(triad), total, ..other };
        if worth(&other) > worth(&best) {
            best = other;
        }
    }
    // The proof stays that of the whole pool; it may leave a gap where trying left none.
    best.bound = best.total + upper.div_euclid(2) - worth(&best);
    best.status = if best.bound == best.total { Status::Optimal } else { Status::Feasible };
    PoolAnswer { stage, ..best }
}

fn fixed_total(pool: &Pool) -> i128 {
    let fixed: std::collections::BTreeSet<_> =
        pool.fixed.iter().map(|&(a, b)| couple(a, b)).collect();
    let of = |&(a, b): &(u32, u32)| {
        let same = pool.pairs.iter().filter(move |p| couple(p.left, p.right) == (a, b));
        same.map(|p| i128::from(p.score)).max().unwrap_or(0)
    };
    fixed.iter().map(of).sum()
}

/// All groups of three whose pairs are all possible.
fn triads(pairs: &[Pair]) -> Vec<Triad> {
    let scores: BTreeMap<(u32, u32), i64> =
        pairs.iter().map(|p| ((p.left, p.right), p.score)).collect();
    let mut all = Vec::new();
    for ab in pairs {
        let begin = pairs.partition_point(|p| p.left < ab.right);
        for bc in pairs[begin..].iter().take_while(|p| p.left == ab.right) {
            if let Some(ac) = scores.get(&(ab.left, bc.right)) {
                let score = ab.score + bc.score + ac;
                all.push(Triad { members: [ab.left, ab.right, bc.right], score });
            }
        }
    }
    all
}
