//! Solving over people: the best candidates first, then pricing until no pair left out can improve.

use super::candidates::best;
use super::column::Crowd;
use super::criterion::Program;
use super::judge::Judge;
use super::pricing;
use super::rows::Rows;
use crate::answer::{Answer, Status};
use crate::assignment;
use crate::question::{Assignment, Objective, Pair, Quota, Seats};
use crate::watch::Watch;

/// One participant of a question: a number in the crowd, and seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person's number in the crowd's columns.
    pub person: u32,
    /// What they can take part in.
    pub seats: Seats,
}

/// An assignment among people of a crowd.
#[derive(Clone, Debug)]
pub struct CrowdQuestion<'a> {
    /// What is known of everybody.
    pub crowd: &'a Crowd,
    /// The conditions.
    pub program: &'a Program,
    /// Who gives.
    pub left: Vec<Member>,
    /// Who receives.
    pub right: Vec<Member>,
    /// Pairs that must be made, by position in `left` and `right`; they may break musts.
    pub fixed: Vec<(u32, u32)>,
    /// Pairs that must not be made, by position.
    pub forbidden: Vec<(u32, u32)>,
    /// Bounds on organisations.
    pub quotas: Vec<Quota>,
}

/// The answer, proved over all pairs.
#[derive(Clone, Debug)]
pub struct CrowdAnswer {
    /// The answer; positions are those of the question.
    pub answer: Answer,
    /// The pairs that were listed in the end, for questions that follow (pins, swaps).
    pub listed: Assignment,
    /// How often prices were used to look over all pairs.
    pub rounds: u32,
}

/// Questions of at most this many pairs are listed wholly at once.
const SMALL: usize = 250_000;
/// Candidates kept for each person at first.
const KEEP: usize = 50;

/// The best answer over all pairs of the two sides.
#[must_use]
pub fn solve(question: &CrowdQuestion, objective: Objective) -> CrowdAnswer {
    solve_watched(question, objective, Watch::nobody())
}

/// Like [`solve`]; the watcher sees progress and may stop the work.
#[must_use]
pub fn solve_watched(question: &CrowdQuestion, objective: Objective, watch: Watch) -> CrowdAnswer {
    let judge = Judge::new(question.crowd, question.program);
    let people: Vec<u32> = question.right.iter().map(|m| m.person).collect();
    let mut rows = Rows::new(&judge, &people);
    let all = question.left.len().saturating_mul(question.right.len());
    // Stability is decided on complete lists.
    let whole = all <= SMALL || objective == Objective::Stable;
    let keep = if whole { usize::MAX } else { KEEP };
    let mut listed = Assignment {
        left: question.left.iter().map(|m| m.seats).collect(),
        right: question.right.iter().map(|m| m.seats).collect(),
        pairs: best(question, &mut rows, keep),
        fixed: question.fixed.clone(),
        forbidden: question.forbidden.clone(),
        quotas: question.quotas.clone(),
    };
    list_fixed(question, &judge, &mut listed);
    let mut rounds = 0;
    let mut earlier: Option<Answer> = None;
    loop {
        let answer = match &earlier {
            Some(earlier) => assignment::solve_again(&listed, objective, earlier, watch),
            None => assignment::solve_watched(&listed, objective, watch),
        };
        let more = match answer.status {
            _ if whole => Vec::new(),
            Status::Optimal => pricing::improving(question, &mut rows, &answer, KEEP / 2),
            // The short lists may be at fault: everything is listed before giving up.
            Status::Impossible => best(question, &mut rows, usize::MAX),
            _ => Vec::new(),
        };
        let before = listed.pairs.len();
        listed.pairs.extend(more);
        listed.pairs.sort_unstable();
        listed.pairs.dedup();
        if listed.pairs.len() == before {
            return CrowdAnswer { answer, listed, rounds };
        }
        rounds += 1;
        earlier = Some(answer);
    }
}

/// A pinned pair is listed with its score even when it breaks a must: people may decide that.
fn list_fixed(question: &CrowdQuestion, judge: &Judge, listed: &mut Assignment) {
    for &(left, right) in &question.fixed {
        let people = question.left.get(left as usize).zip(question.right.get(right as usize));
        let Some((a, b)) = people else { continue };
        let judged = judge.judge(a.person, b.person);
        let score = judged.score.unwrap_or_else(|| judged.parts.iter().map(|p| p.units).sum());
        listed.pairs.push(Pair { left, right, score });
    }
    listed.pairs.sort_unstable();
    listed.pairs.dedup();
}
