//! The best answer that ends at most so many running pairs.

use std::collections::BTreeSet;

use crate::answer::Answer;
use crate::assignment::solve_watched;
use crate::question::{Assignment, Objective};
use crate::watch::Watch;

/// A changed answer and what it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The answer; its scores are the question's.
    pub answer: Answer,
    /// Running pairs that end though they could go on.
    pub ended: Vec<(u32, u32)>,
    /// No answer that ends at most as many as allowed has a greater total.
    pub bound: i128,
}

/// Solves again after people joined, left or changed, ending at most `most_ended` of the running pairs
/// that are still possible.
///
/// Each running pair is worth a bonus beside its score; the smallest bonus that ends few enough is
/// searched. The bonus is at once the price that proves the bound, which is nearly always reached.
#[must_use]
pub fn keep_running(
    question: &Assignment,
    running: &[(u32, u32)],
    most_ended: usize,
    watch: Watch,
) -> Kept {
    let forbidden: BTreeSet<_> = question.forbidden.iter().copied().collect();
    let listed = question.pairs.iter().map(|p| (p.left, p.right));
    let possible: BTreeSet<_> = listed.filter(|p| !forbidden.contains(p)).collect();
    let running: BTreeSet<_> = running.iter().copied().filter(|p| possible.contains(p)).collect();
    let reach = question.pairs.iter().map(|p| p.score.unsigned_abs()).max().unwrap_or(0) as i64;
    let needed = running.len().saturating_sub(most_ended) as i128;
    let with = |bonus: i64| {
        let (answer, worth) = with_bonus(question, &running, bonus, watch);
        let bound = worth - i128::from(bonus) * needed;
        let kept = |pair: &&(u32, u32)| answer.pairs.iter().any(|p| (p.left, p.right) == **pair);
        let ended: Vec<_> = running.iter().filter(|p| !kept(p)).copied().collect();
        Kept { answer, ended, bound }
    };
    let free = with(0);
    if free.ended.len() <= most_ended {
        return free;
    }
    // An exchange along a path gains at most two scores for each pair that ends.
    let (mut low, mut high) = (0, (2 * reach).saturating_add(1).min(crate::LIMIT));
    let mut best = with(high);
    let mut bound = free.bound.min(best.bound);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let now = with(middle);
        bound = bound.min(now.bound);
        if now.ended.len() <= most_ended {
            high = middle;
            if now.answer.total >= best.answer.total || best.ended.len() > most_ended {
                best = now;
            }
        } else {
            low = middle;
        }
    }
    Kept { bound: bound.max(best.answer.total), ..best }
}

/// The best answer when running pairs count more, in the question's own scores, and its worth with
/// the bonuses.
fn with_bonus(
    question: &Assignment,
    running: &BTreeSet<(u32, u32)>,
    bonus: i64,
    watch: Watch,
) -> (Answer, i128) {
    let mut raised = question.clone();
    for p in raised.pairs.iter_mut().filter(|p| running.contains(&(p.left, p.right))) {
        p.score = p.score.saturating_add(bonus).min(crate::LIMIT);
    }
    let mut answer = solve_watched(&raised, Objective::Total, watch);
    let worth = answer.total;
    let scores: std::collections::BTreeMap<_, _> =
        question.pairs.iter().map(|p| ((p.left, p.right), p.score)).collect();
    for p in &mut answer.pairs {
        p.score = scores.get(&(p.left, p.right)).copied().unwrap_or(p.score);
    }
    answer.total = answer.pairs.iter().map(|p| i128::from(p.score)).sum();
    (answer, worth)
}
