//! A rehearsal: many possible sign-ups are drawn and solved before anybody is invited.

use std::collections::BTreeMap;

use super::chance::Chance;
use crate::crowd::{Criterion, CrowdQuestion, Force, Member, Program, solve};
use crate::question::Objective;

/// The middle of many draws and the range that holds nine of ten, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spread {
    /// One draw in twenty is below.
    pub low: i64,
    /// Half of the draws are below.
    pub middle: i64,
    /// One draw in twenty is above.
    pub high: i64,
}

/// How a wish's weight moves the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// Position of the wish in the program.
    pub criterion: usize,
    /// Share of the pairs, in thousandths, that are others when its weight is doubled.
    pub changed: Spread,
}

/// What is to be expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// Share of the right side that is placed, in thousandths.
    pub placed: Spread,
    /// Share of the left side's seats that is used, in thousandths.
    pub load: Spread,
    /// Mean points of a pair, in thousandths of a point.
    pub points: Spread,
    /// By person of the crowd who was drawn: how often drawn, how often left without a partner.
    pub left_out: Vec<(u32, u32, u32)>,
    /// For each wish.
    pub sensitivity: Vec<Sensitivity>,
}

/// Draws `draws` sign-ups of `left` and `right` people from the question's members, each as likely as
/// any other and again and again, and solves each.
#[must_use]
pub fn rehearse(
    question: &CrowdQuestion,
    objective: Objective,
    (left, right): (usize, usize),
    draws: u32,
    seed: u64,
) -> Rehearsal {
    let mut chance = Chance(seed);
    let (mut placed, mut load, mut points) = (Vec::new(), Vec::new(), Vec::new());
    let mut left_out: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let wishes: Vec<usize> = wishes(question.program.criteria());
    let mut moved: Vec<Vec<i64>> = vec![Vec::new(); wishes.len()];
    for _ in 0..draws {
        let mut draw = |from: &[Member], many: usize| -> Vec<Member> {
            let count = if from.is_empty() { 0 } else { many };
            (0..count).map(|_| from[chance.below(from.len() as u64) as usize]).collect()
        };
        let drawn = CrowdQuestion {
            left: draw(&question.left, left),
            right: draw(&question.right, right),
            fixed: Vec::new(),
            forbidden: Vec::new(),
            ..question.clone()
        };
        let answer = solve(&drawn, objective).answer;
        let seats: u64 = drawn.left.iter().map(|m| u64::from(m.seats.most)).sum();
        let alone = answer.unmatched_right.len();
        placed.push(thousandths((drawn.right.len() - alone) as i128, drawn.right.len() as i128));
        load.push(thousandths(answer.pairs.len() as i128, seats.into()));
        points.push((answer.total / (answer.pairs.len() as i128).max(1) / 1000) as i64);
        for (n, member) in drawn.right.iter().enumerate() {
            let entry = left_out.entry(member.person).or_default();
            entry.0 += 1;
            entry.1 += u32::from(answer.unmatched_right.binary_search(&(n as u32)).is_ok());
        }
        for (moved, &wish) in moved.iter_mut().zip(&wishes) {
            let program = doubled(question.program.criteria(), wish);
            let other =
                solve(&CrowdQuestion { program: &program, ..drawn.clone() }, objective).answer;
            let same = |p: &&crate::Pair| {
                answer
                    .pairs
                    .binary_search_by_key(&(p.left, p.right), |a| (a.left, a.right))
                    .is_err()
            };
            let changed = other.pairs.iter().filter(same).count();
            moved.push(thousandths(changed as i128, other.pairs.len() as i128));
        }
    }
    let sensitivity = wishes.into_iter().zip(moved);
    Rehearsal {
        placed: spread(placed),
        load: spread(load),
        points: spread(points),
        left_out: left_out.into_iter().map(|(p, (all, out))| (p, all, out)).collect(),
        sensitivity: sensitivity
            .map(|(criterion, moved)| Sensitivity { criterion, changed: spread(moved) })
            .collect(),
    }
}

fn wishes(criteria: &[Criterion]) -> Vec<usize> {
    let is_wish = |n: &usize| matches!(criteria[*n].force, Force::Wish { weight: 1.. });
    (0..criteria.len()).filter(is_wish).collect()
}

fn doubled(criteria: &[Criterion], wish: usize) -> Program {
    let mut criteria = criteria.to_vec();
    if let Force::Wish { weight } = &mut criteria[wish].force {
        *weight = weight.saturating_mul(2);
    }
    Program::new(criteria)
}

fn thousandths(of: i128, all: i128) -> i64 {
    (of * 1000 / all.max(1)) as i64
}

fn spread(mut values: Vec<i64>) -> Spread {
    values.sort_unstable();
    let at = |percent: usize| {
        let last = values.len().saturating_sub(1);
        values.get(last * percent / 100).copied().unwrap_or(0)
    };
    Spread { low: at(5), middle: at(50), high: at(95) }
}
