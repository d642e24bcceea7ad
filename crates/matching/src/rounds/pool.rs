//! Rounds in one pool (coffee): by the circle when nobody has met yet, else round by round with
//! memory, so that whoever rested comes first.

use std::collections::BTreeSet;

use super::circle::circle;
use crate::answer::Status;
use crate::pool::{Pool, PoolObjective};
use crate::question::{Assignment, Objective, Pair, Seats};
use crate::watch::Watch;

/// One pool and how many rounds it has.
#[derive(Clone, Debug, Default)]
pub struct PoolRounds {
    /// How many people there are.
    pub people: u32,
    /// How many rounds.
    pub rounds: u32,
    /// Who has met already and must not meet again.
    pub met: Vec<(u32, u32)>,
    /// Scores of pairs; a pair that is not listed scores nought. Without any, all score one point.
    pub scores: Vec<Pair>,
}

/// Who meets whom in which round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolRoundsAnswer {
    /// By round: the pairs, the smaller number first, in order.
    pub rounds: Vec<Vec<(u32, u32)>>,
    /// Whether the bound is reached.
    pub status: Status,
    /// Sum of the scores.
    pub total: i128,
    /// What each meeting counts beyond its score in the bound.
    pub bonus: i128,
    /// In halves of a unit: no rounds reach more, a meeting counting its score and the bonus.
    pub bound: i128,
    /// Price by person, in halves of a unit: each meeting that a person may be in. With
    /// `z = max(0, 2·worth − price − price)` a pair, twice the bound is `Σ rounds·price + Σ z`.
    pub prices: Vec<i128>,
}

/// Many meetings without repetition, rests shared evenly; the bound says how far from the most.
#[must_use]
pub fn solve_pool(question: &PoolRounds, watch: Watch) -> PoolRoundsAnswer {
    let pairs = pairs(question);
    let reach = pairs.iter().map(|p| i128::from(p.score).abs()).max().unwrap_or(0);
    let bonus = 2 * reach * i128::from(question.people) * i128::from(question.rounds.max(1)) + 1;
    let plain = question.met.is_empty() && question.scores.is_empty();
    let rounds = if plain {
        let mut rounds = circle(question.people, question.rounds);
        rounds.resize(question.rounds as usize, Vec::new());
        rounds
    } else {
        with_memory(question, &pairs, watch)
    };
    let score = |&(left, right): &(u32, u32)| {
        let at = pairs.binary_search_by_key(&(left, right), |p| (p.left, p.right));
        at.map_or(0, |at| i128::from(pairs[at].score))
    };
    let total: i128 = rounds.iter().flatten().map(score).sum();
    let meetings = rounds.iter().map(Vec::len).sum::<usize>() as i128;
    let (prices, bound) = bound(question, &pairs, bonus, watch);
    let reached = 2 * (total + bonus * meetings);
    let status = if bound - reached < 2 { Status::Optimal } else { Status::Feasible };
    PoolRoundsAnswer { rounds, status, total, bonus, bound, prices }
}

/// All pairs that may still meet, the smaller number left, in order.
fn pairs(question: &PoolRounds) -> Vec<Pair> {
    let sorted = |a: u32, b: u32| (a.min(b), a.max(b));
    let met: BTreeSet<_> = question.met.iter().map(|&(a, b)| sorted(a, b)).collect();
    let listed: std::collections::BTreeMap<_, _> =
        question.scores.iter().map(|p| (sorted(p.left, p.right), p.score)).collect();
    let all = (0..question.people).flat_map(|l| (l + 1..question.people).map(move |r| (l, r)));
    all.filter(|pair| !met.contains(pair))
        .map(|(left, right)| {
            let absent = if listed.is_empty() { crate::SCALE } else { 0 };
            let score = listed.get(&(left, right)).copied().unwrap_or(absent);
            Pair { left, right, score }
        })
        .collect()
}

/// The best round after round, over the pairs that are left; who rested weighs more than any score.
fn with_memory(question: &PoolRounds, pairs: &[Pair], watch: Watch) -> Vec<Vec<(u32, u32)>> {
    let mut left = pairs.to_vec();
    let mut rests = vec![0i64; question.people as usize];
    let reach = pairs.iter().map(|p| p.score.unsigned_abs()).max().unwrap_or(0) as i64;
    // Scores stay within the engine's limit beside the weight of rests.
    let shrink = 1 + reach / (crate::LIMIT / 4096);
    let weight = (reach / shrink).saturating_add(1).min(crate::LIMIT / 4096);
    let mut rounds = Vec::new();
    for _ in 0..question.rounds {
        let worth = |p: &Pair| {
            let rested = rests[p.left as usize] + rests[p.right as usize];
            Pair { score: p.score / shrink + rested.min(1000) * weight, ..*p }
        };
        let pool = Pool {
            people: question.people as usize,
            pairs: left.iter().map(worth).collect(),
            ..Pool::default()
        };
        let answer = crate::pool::solve_watched(&pool, PoolObjective::Coverage, watch);
        let made: Vec<(u32, u32)> = answer.pairs.iter().map(|p| (p.left, p.right)).collect();
        for &person in &answer.unmatched {
            rests[person as usize] += 1;
        }
        left.retain(|p| made.binary_search(&(p.left, p.right)).is_err());
        rounds.push(made);
    }
    rounds
}

/// Everybody may be in as many pairs as there are rounds, in halves: an assignment of the pool to
/// itself, which is never below what rounds can reach.
fn bound(question: &PoolRounds, pairs: &[Pair], bonus: i128, watch: Watch) -> (Vec<i128>, i128) {
    let seats = vec![Seats::up_to(question.rounds); question.people as usize];
    let both = pairs.iter().flat_map(|p| [*p, Pair { left: p.right, right: p.left, ..*p }]);
    let twice = Assignment {
        left: seats.clone(),
        right: seats,
        pairs: both.collect(),
        ..Assignment::default()
    };
    let answer = crate::solve_watched(&twice, Objective::Coverage, watch);
    let stages = &answer.certificate.stages;
    let [places, total] = stages.as_slice() else { return (vec![0; question.people as usize], 0) };
    // Both stages in one: the places' prices count the bonus.
    let sum =
        |v: usize| bonus * (places.left[v] + places.right[v]) + total.left[v] + total.right[v];
    let prices: Vec<i128> = (0..question.people as usize).map(|v| sum(v).max(0)).collect();
    let beyond = |p: &Pair| {
        let worth = i128::from(p.score) + bonus;
        (2 * worth - prices[p.left as usize] - prices[p.right as usize]).max(0)
    };
    let slack: i128 = pairs.iter().map(beyond).sum();
    let seats: i128 = prices.iter().map(|p| i128::from(question.rounds) * p).sum();
    (prices, seats + slack)
}
