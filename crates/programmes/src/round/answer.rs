//! The engine's answer, as proposals and as people left out.

use matching::{
    Answer, Assignment, Objective, Reason, Status,
    crowd::{self, CrowdAnswer, Judge},
};

use serde::{Deserialize, Serialize};

use super::{
    ask::Asked,
    near,
    why::{self, Left},
};

pub use super::why::{Alone, Change, Why};

/// A round's answer. Positions are those of the participants.
#[derive(Debug)]
pub struct Round {
    /// What the engine said, with its proof.
    pub answer: Answer,
    /// The pairs that the engine had before it, for questions that follow: pins, bans, swaps.
    pub listed: Assignment,
    /// The pairs, in the order of those who receive.
    pub proposals: Vec<Proposal>,
    /// Those without a partner.
    pub alone: Vec<Alone>,
}

/// A pair that the round proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Who gives.
    pub giver: usize,
    /// Who receives.
    pub receiver: usize,
    /// The score, in units.
    pub score: i64,
    /// By rule: what it adds, in units; nothing for a must and for what is not known.
    pub parts: Vec<Option<i64>>,
    /// Whether the pair was decided beforehand.
    pub pinned: bool,
    /// The musts that a decided pair breaks, by position among the rules.
    pub breaks: Vec<usize>,
}

/// Solves a question and explains its answer.
#[must_use]
pub fn solve(asked: &Asked, objective: Objective) -> Round {
    solve_near(asked, objective, &[])
}

/// As [`solve`]; of several answers of the same worth the one that shares the most pairs with
/// `near` (sorted positions on the two sides).
#[must_use]
pub fn solve_near(asked: &Asked, objective: Objective, near: &[(u32, u32)]) -> Round {
    let mut solved = crowd::solve(&asked.question(), objective);
    solved.answer = near::nearest(&solved.listed, objective, solved.answer, near);
    explained(asked, solved, objective)
}

/// Explains an answer of the engine.
#[must_use]
pub fn explained(asked: &Asked, solved: CrowdAnswer, objective: Objective) -> Round {
    let CrowdAnswer { answer, listed, .. } = solved;
    let judge = Judge::new(&asked.crowd, &asked.program);
    let mut proposals: Vec<_> = answer
        .pairs
        .iter()
        .map(|pair| propose(asked, &judge, pair.left, pair.right, pair.score))
        .collect();
    proposals.sort_by_key(|proposal| (proposal.receiver, proposal.giver));
    let solved = matches!(answer.status, Status::Optimal | Status::Feasible | Status::Stable);
    let left = Left { asked, judge: &judge, answer: &answer, listed: &listed, objective };
    let alone = if solved { why::left_out(&left) } else { vec![] };
    Round { answer, listed, proposals, alone }
}

pub(super) fn propose(
    asked: &Asked,
    judge: &Judge<'_>,
    left: u32,
    right: u32,
    score: i64,
) -> Proposal {
    let giver = asked.left[left as usize].person;
    let receiver = asked.right[right as usize].person;
    let judged = judge.judge(giver, receiver);
    let part = |rule: &super::ask::Applied| {
        let parts = judged.parts.iter().filter(|part| rule.criteria.contains(&part.criterion));
        let known = parts.filter(|part| part.value.is_some());
        let units: Vec<_> = known.map(|part| part.units).collect();
        (!units.is_empty()).then(|| units.iter().sum())
    };
    Proposal {
        giver: giver as usize,
        receiver: receiver as usize,
        score,
        parts: asked.rules.iter().map(part).collect(),
        pinned: asked.fixed.binary_search(&(left, right)).is_ok(),
        breaks: asked.rules_of(judged.violated),
    }
}

impl Round {
    /// The positions of all who have a partner, sorted.
    #[must_use]
    pub fn matched(&self) -> Vec<usize> {
        let both = self.proposals.iter().flat_map(|pair| [pair.giver, pair.receiver]);
        let mut all: Vec<_> = both.collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The pairs by position on the two sides, sorted.
    #[must_use]
    pub fn couples(&self) -> Vec<(u32, u32)> {
        let mut couples: Vec<_> = self.answer.pairs.iter().map(|p| (p.left, p.right)).collect();
        couples.sort_unstable();
        couples
    }

    /// Why there is no admissible answer; empty where there is one.
    #[must_use]
    pub fn impossible(&self) -> &[Reason] {
        &self.answer.impossible
    }
}
