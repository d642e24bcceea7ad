//! The pool's question and answer.

use std::collections::BTreeSet;

use super::check::{couple, faults};
use super::flower::NONE;
use super::graph::Graph;
use super::search;
use super::start::{self, Start};
use super::triad::{self, Triad};
use crate::answer::Status;
use crate::flow::Cost;
use crate::question::Pair;
use crate::watch::Watch;

/// Who may be paired with whom in one pool. A pair that is not listed is forbidden.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// How many people there are.
    pub people: usize,
    /// The possible pairs; which of the two is left is of no matter.
    pub pairs: Vec<Pair>,
    /// Pairs that must be made.
    pub fixed: Vec<(u32, u32)>,
    /// Pairs that must not be made.
    pub forbidden: Vec<(u32, u32)>,
    /// Whether an odd pool may have one group of three, whose three pairs all count.
    pub triad: bool,
}

/// What the best answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolObjective {
    /// The greatest sum of scores.
    Total,
    /// The most pairs, then the greatest sum.
    Coverage,
}

/// Why a pool's question has no answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PoolReason {
    /// A pair names a person that does not exist.
    NoSuchPerson(u32),
    /// A pair of one person.
    WithThemselves(u32),
    /// A score is beyond [`crate::LIMIT`].
    ScoreOutOfRange(u32, u32),
    /// A fixed pair is not listed as possible.
    FixedNotListed(u32, u32),
    /// A pair is both fixed and forbidden.
    FixedAndForbidden(u32, u32),
    /// A person is in two fixed pairs.
    FixedTwice(u32),
}

/// An odd set of people, of whom one must stay without a partner inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OddSet {
    /// The people, in rising order.
    pub members: Vec<u32>,
    /// Its price, in half units.
    pub value: i128,
}

/// Prices that prove the answer, in halves of a unit.
///
/// For each possible pair, the two people's prices and the values of the sets that hold both are at
/// least the pair's worth. The bound is the sum of all prices, and of each set's value as often
/// as pairs fit into it. Fixed pairs and their people stand aside.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PoolStage {
    /// Price by person.
    pub people: Vec<i128>,
    /// Sets with a value.
    pub odd_sets: Vec<OddSet>,
    /// What each pair counts beyond its score, in units; 0 for the best total.
    pub bonus: i128,
}

/// The answer for a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolAnswer {
    /// The pairs, the smaller number left, in order.
    pub pairs: Vec<Pair>,
    /// The group of three, when there is one.
    pub triad: Option<Triad>,
    /// Who is left over.
    pub unmatched: Vec<u32>,
    /// What is known about the quality.
    pub status: Status,
    /// Sum of all scores, the triad's three included.
    pub total: i128,
    /// No answer is above this (for coverage: none with as many pairs).
    pub bound: i128,
    /// The proof. Where a triad may be made, its bound is the greatest, over all triads, of the
    /// bound of the whole with the three people's prices exchanged for the triad's worth.
    pub stage: PoolStage,
    /// Why there is no answer, when there is none.
    pub impossible: Vec<PoolReason>,
}

/// The best pairs in the pool, with their proof.
#[must_use]
pub fn solve(pool: &Pool, objective: PoolObjective) -> PoolAnswer {
    solve_watched(pool, objective, Watch::nobody())
}

/// Like [`solve`]; the watcher sees progress and may stop the work.
#[must_use]
pub fn solve_watched(pool: &Pool, objective: PoolObjective, watch: Watch) -> PoolAnswer {
    let faults = faults(pool);
    if !faults.is_empty() {
        return PoolAnswer { impossible: faults, ..nothing(pool, Status::Impossible) };
    }
    let pairs = possible(pool);
    let Some(answer) = without(pool, &pairs, objective, &[], watch) else {
        return nothing(pool, Status::Cancelled);
    };
    if pool.triad && pool.people % 2 == 1 {
        return triad::improve(pool, &pairs, objective, answer, watch);
    }
    answer
}

/// The pairs that may be made beside the fixed ones: once each, allowed, of free people.
fn possible(pool: &Pool) -> Vec<Pair> {
    let taken: BTreeSet<u32> = pool.fixed.iter().flat_map(|&(a, b)| [a, b]).collect();
    let banned: BTreeSet<_> = pool.forbidden.iter().map(|&(a, b)| couple(a, b)).collect();
    let mut pairs: Vec<Pair> = pool
        .pairs
        .iter()
        .filter(|p| !taken.contains(&p.left) && !taken.contains(&p.right))
        .map(|p| Pair { left: p.left.min(p.right), right: p.left.max(p.right), score: p.score })
        .filter(|p| banned.is_empty() || !banned.contains(&(p.left, p.right)))
        .collect();
    pairs.sort_unstable_by_key(|p| (p.left, p.right, -p.score));
    pairs.dedup_by_key(|p| (p.left, p.right));
    pairs
}

/// The best answer when some people stand aside.
pub(super) fn without(
    pool: &Pool,
    pairs: &[Pair],
    objective: PoolObjective,
    aside: &[u32],
    watch: Watch,
) -> Option<PoolAnswer> {
    let stays = |p: &&Pair| !aside.contains(&p.left) && !aside.contains(&p.right);
    let reach = pairs.iter().map(|p| i128::from(p.score).abs()).max().unwrap_or(0);
    let bonus = match objective {
        PoolObjective::Total => 0,
        // More than any exchange of pairs can gain.
        PoolObjective::Coverage => 2 * reach * (pool.people as i128 / 2 + 1) + 1,
    };
    let worthy = |p: &&Pair| i128::from(p.score) + bonus > 0;
    let left: Vec<Pair> = pairs.iter().filter(stays).filter(worthy).copied().collect();
    let widest = (reach + bonus).saturating_mul(8 * (pool.people as i128 + 4));
    let (made, stage) = if widest < i128::from(i64::MAX) {
        best::<i64>(pool.people, &left, bonus, watch)?
    } else {
        best::<i128>(pool.people, &left, bonus, watch)?
    };
    Some(answer(pool, made, stage, aside))
}

/// The matching of greatest worth by one search for each person.
fn best<C: Cost>(
    people: usize,
    pairs: &[Pair],
    bonus: i128,
    watch: Watch,
) -> Option<(Vec<Pair>, PoolStage)> {
    let graph = Graph::new(people, pairs, |p| C::of(2 * (i128::from(p.score) + bonus)));
    let start = start::fractional(people, pairs, bonus, watch)
        .unwrap_or_else(|| Start { prices: Vec::new(), pairs: Vec::new() });
    let mut prices: Vec<C> = start.prices.iter().map(|&p| C::of(p.into())).collect();
    if prices.is_empty() {
        prices = half_of_best(people, pairs, bonus);
    }
    let mut pool = search::Pool::new(&graph, prices);
    for (v, w) in start.pairs {
        pool.pair(v, w);
    }
    for v in 0..people as u32 {
        if pool.is_open(v) {
            pool.search(v);
        }
        if v % 256 == 0 && !watch.see(0, v.into(), Some(people as u64)) {
            return None;
        }
    }
    let mate = &pool.meadow.mate;
    let made = pairs.iter().filter(|p| mate[p.left as usize] == p.right).copied().collect();
    let stage = PoolStage {
        people: (0..people as u32).map(|v| pool.price(v).wide()).collect(),
        odd_sets: odd_sets(&pool),
        bonus,
    };
    debug_assert!(mate.iter().enumerate().all(|(v, &m)| m == NONE || mate[m as usize] == v as u32));
    Some((made, stage))
}

/// Prices that cover every pair without any work.
fn half_of_best<C: Cost>(people: usize, pairs: &[Pair], bonus: i128) -> Vec<C> {
    let mut prices = vec![C::ZERO; people];
    for p in pairs {
        let half = C::of(i128::from(p.score) + bonus);
        for v in [p.left, p.right] {
            prices[v as usize] = prices[v as usize].max(half);
        }
    }
    prices
}

fn odd_sets<C: Cost>(pool: &search::Pool<C>) -> Vec<OddSet> {
    let first = pool.meadow.people as u32;
    let flowers = first..first + pool.meadow.flowers.len() as u32;
    let valued = flowers.filter(|&b| !pool.meadow.flower(b).children.is_empty());
    valued
        .filter(|&b| pool.value(b) > C::ZERO)
        .map(|b| {
            let mut members = Vec::new();
            pool.meadow.leaves(b, &mut members);
            members.sort_unstable();
            OddSet { members, value: pool.value(b).wide() }
        })
        .collect()
}

fn answer(pool: &Pool, made: Vec<Pair>, stage: PoolStage, aside: &[u32]) -> PoolAnswer {
    let mut pairs = made;
    let free = pairs.len() as i128;
    for &(a, b) in &pool.fixed.iter().map(|&(a, b)| couple(a, b)).collect::<BTreeSet<_>>() {
        let score = pool.pairs.iter().filter(|p| couple(p.left, p.right) == (a, b));
        pairs.extend(score.map(|p| Pair { left: a, right: b, ..*p }).max());
    }
    pairs.sort_unstable();
    let total: i128 = pairs.iter().map(|p| i128::from(p.score)).sum();
    let fixed: i128 = total
        - pairs
            .iter()
            .filter(|p| pool.fixed.iter().all(|&(a, b)| couple(a, b) != (p.left, p.right)))
            .map(|p| i128::from(p.score))
            .sum::<i128>();
    let sets = stage.odd_sets.iter().map(|s| s.value * (s.members.len() as i128 / 2));
    let halves: i128 = stage.people.iter().sum::<i128>() + sets.sum::<i128>();
    let bound = halves.div_euclid(2) - stage.bonus * free + fixed;
    let mut met: BTreeSet<u32> = pairs.iter().flat_map(|p| [p.left, p.right]).collect();
    met.extend(aside);
    PoolAnswer {
        unmatched: (0..pool.people as u32).filter(|p| !met.contains(p)).collect(),
        status: Status::Optimal,
        pairs,
        triad: None,
        total,
        bound,
        stage,
        impossible: Vec::new(),
    }
}

fn nothing(pool: &Pool, status: Status) -> PoolAnswer {
    PoolAnswer {
        pairs: Vec::new(),
        triad: None,
        unmatched: (0..pool.people as u32).collect(),
        status,
        total: 0,
        bound: 0,
        stage: PoolStage::default(),
        impossible: Vec::new(),
    }
}
