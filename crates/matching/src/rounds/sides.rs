//! Speed rounds between two sides: who meets at all is an assignment with as many seats as rounds;
//! when they meet is a colouring.

use std::collections::BTreeMap;

use super::colour::colours;
use crate::answer::{Answer, Status};
use crate::question::{Assignment, Objective, Pair, Seats};
use crate::watch::Watch;

/// Two sides and how many rounds they have.
#[derive(Clone, Debug, Default)]
pub struct SideRounds {
    /// How many people there are on the left.
    pub left: u32,
    /// How many people there are on the right.
    pub right: u32,
    /// How many rounds.
    pub rounds: u32,
    /// Who has met already and must not meet again.
    pub met: Vec<(u32, u32)>,
    /// Scores of pairs; a pair that is not listed scores nought. Without any, all score one point.
    pub scores: Vec<Pair>,
}

/// Who meets whom in which round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideRoundsAnswer {
    /// By round: the pairs (left, right), in order.
    pub rounds: Vec<Vec<(u32, u32)>>,
    /// The proof that no rounds have more meetings, or as many of a better total.
    pub answer: Answer,
    /// The question that the proof answers: all pairs that may meet, a seat a round.
    pub question: Assignment,
    /// The proof, without regard to fairness, that there cannot be more meetings.
    pub free: Answer,
    /// The fewest meetings that everybody has on the left and on the right, when all could be
    /// treated alike.
    pub fair: Option<(u32, u32)>,
}

/// The most meetings without repetition, among those the best total, rests shared as evenly as
/// they can be.
#[must_use]
pub fn solve_sides(question: &SideRounds, watch: Watch) -> SideRoundsAnswer {
    let whole = assignment(question, (0, 0));
    let free = crate::solve_watched(&whole, Objective::Coverage, watch);
    let each = |people: u32| free.pairs.len() as u32 / people.max(1);
    let least = (each(question.left), each(question.right));
    let fair = assignment(question, least);
    let alike = crate::solve_watched(&fair, Objective::Coverage, watch);
    let same = alike.status == Status::Optimal && alike.pairs.len() == free.pairs.len();
    let (answer, asked) = if same { (alike, fair) } else { (free.clone(), whole) };
    let edges: Vec<(u32, u32)> = answer.pairs.iter().map(|p| (p.left, p.right)).collect();
    let rounds = question.rounds as usize;
    let colour = colours(question.left as usize, question.right as usize, &edges, rounds);
    let mut by_round = vec![Vec::new(); rounds];
    for (&edge, &round) in edges.iter().zip(&colour) {
        if let Some(list) = by_round.get_mut(round as usize) {
            list.push(edge);
        }
    }
    SideRoundsAnswer {
        rounds: by_round,
        answer,
        question: asked,
        free,
        fair: same.then_some(least),
    }
}

fn assignment(question: &SideRounds, least: (u32, u32)) -> Assignment {
    let seats = |people: u32, least: u32| {
        vec![Seats { most: question.rounds, least, organisation: None }; people as usize]
    };
    let met: std::collections::BTreeSet<_> = question.met.iter().copied().collect();
    let listed: BTreeMap<(u32, u32), i64> =
        question.scores.iter().map(|p| ((p.left, p.right), p.score)).collect();
    let score = |pair: &(u32, u32)| match listed.is_empty() {
        true => crate::SCALE,
        false => listed.get(pair).copied().unwrap_or(0),
    };
    let all = (0..question.left).flat_map(|l| (0..question.right).map(move |r| (l, r)));
    let pairs = all.filter(|pair| !met.contains(pair)).map(|(left, right)| Pair {
        left,
        right,
        score: score(&(left, right)),
    });
    Assignment {
        left: seats(question.left, least.0),
        right: seats(question.right, least.1),
        pairs: pairs.collect(),
        ..Assignment::default()
    }
}
