//! A layer of supervision: who looks after whom, so that nobody looks after themselves round a loop.

use crate::answer::Status;
use crate::assignment::solve_watched;
use crate::question::{Assignment, Objective, Pair, Seats};
use crate::watch::Watch;

/// People who can look after each other.
#[derive(Clone, Debug, Default)]
pub struct Supervision {
    /// By person: how many they can look after.
    pub seats: Vec<u32>,
    /// Who (left) could look after whom (right).
    pub pairs: Vec<Pair>,
}

/// Who looks after whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupervisionAnswer {
    /// The pairs: left looks after right. Everybody is looked after once at most, never in a loop.
    pub pairs: Vec<Pair>,
    /// Who is looked after by nobody.
    pub uncovered: Vec<u32>,
    /// Whether the bound is reached or everything was tried.
    pub status: Status,
    /// Sum of the scores.
    pub total: i128,
    /// With as many pairs, no answer has a greater total, and none has more pairs than `most_pairs`.
    pub bound: i128,
    /// No answer has more pairs.
    pub most_pairs: usize,
}

/// Questions solved before the bound has to do.
const TRIES: u32 = 500;

/// As many people looked after as possible, then the greatest total, without loops.
///
/// Solved without regard to loops first; each loop then loses one of its pairs, every one is tried.
#[must_use]
pub fn solve(question: &Supervision, watch: Watch) -> SupervisionAnswer {
    let people = question.seats.len();
    let pairs = question.pairs.iter().filter(|p| p.left != p.right).copied();
    let root = Assignment {
        left: question.seats.iter().map(|&s| Seats::up_to(s)).collect(),
        right: vec![Seats::up_to(1); people],
        pairs: pairs.collect(),
        ..Assignment::default()
    };
    let relaxed = solve_watched(&root, Objective::Coverage, watch);
    if matches!(relaxed.status, Status::Impossible | Status::Cancelled) {
        return answer(people, Vec::new(), relaxed.status, 0, 0);
    }
    let mut search = Search { watch, tries: TRIES, best: None };
    search.split(&root, people);
    let best = search.best.unwrap_or_default();
    let reached = (best.len(), total(&best));
    let done = search.tries > 0 || reached == (relaxed.pairs.len(), relaxed.total);
    let status = if done { Status::Optimal } else { Status::Feasible };
    let bound =
        if done { (best.len(), total(&best)) } else { (relaxed.pairs.len(), relaxed.total) };
    answer(people, best, status, bound.1, bound.0)
}

fn answer(
    people: usize,
    pairs: Vec<Pair>,
    status: Status,
    bound: i128,
    most_pairs: usize,
) -> SupervisionAnswer {
    let covered = |p: &u32| pairs.iter().any(|pair| pair.right == *p);
    let uncovered = (0..people as u32).filter(|p| !covered(p)).collect();
    SupervisionAnswer { uncovered, status, total: total(&pairs), bound, most_pairs, pairs }
}

fn total(pairs: &[Pair]) -> i128 {
    pairs.iter().map(|p| i128::from(p.score)).sum()
}

struct Search<'a> {
    watch: Watch<'a>,
    tries: u32,
    best: Option<Vec<Pair>>,
}

impl Search<'_> {
    fn split(&mut self, question: &Assignment, people: usize) {
        if self.tries == 0 {
            return;
        }
        self.tries -= 1;
        let now = solve_watched(question, Objective::Coverage, self.watch);
        let worth = |pairs: &[Pair]| (pairs.len(), total(pairs));
        let solved = now.status == Status::Optimal;
        if !solved || self.best.as_ref().is_some_and(|b| worth(b) >= worth(&now.pairs)) {
            return;
        }
        let Some(ring) = ring(&now.pairs, people) else {
            self.best = Some(now.pairs);
            return;
        };
        // The n-th way loses the n-th pair of the loop and keeps those before it.
        let mut way = question.clone();
        for pair in ring {
            way.forbidden.push(pair);
            self.split(&way, people);
            way.forbidden.pop();
            way.fixed.push(pair);
        }
    }
}

/// The pairs of a loop, if there is one.
fn ring(pairs: &[Pair], people: usize) -> Option<Vec<(u32, u32)>> {
    let mut above = vec![None; people];
    for p in pairs {
        above[p.right as usize] = Some(p.left);
    }
    let mut seen = vec![0u32; people];
    for start in 0..people as u32 {
        let mut at = start;
        while seen[at as usize] == 0 {
            seen[at as usize] = start + 1;
            match above[at as usize] {
                Some(next) => at = next,
                None => break,
            }
        }
        if above[at as usize].is_some() && seen[at as usize] == start + 1 {
            let mut ring = Vec::new();
            let mut v = at;
            while let Some(next) = above[v as usize] {
                ring.push((next, v));
                v = next;
                if v == at {
                    return Some(ring);
                }
            }
        }
    }
    None
}
