//! Assignment: seats on both sides, lower bounds, fixed and forbidden pairs, quotas.

mod bounds;
mod check;
mod circulation;
mod plain;
mod quick;
mod shortage;
mod stable;
mod stages;

pub(crate) use bounds::Bounds;

use crate::answer::{Answer, Certificate, Reason, Side, Status};
use crate::question::{Assignment, Objective, Pair};
use crate::watch::Watch;

/// The best answer to the question, with its proof.
#[must_use]
pub fn solve(question: &Assignment, objective: Objective) -> Answer {
    solve_watched(question, objective, Watch::nobody())
}

/// Like [`solve`]; the watcher sees progress and may stop the work.
#[must_use]
pub fn solve_watched(question: &Assignment, objective: Objective, watch: Watch) -> Answer {
    solve_from(question, objective, None, watch)
}

/// Like [`solve_watched`], from the prices of an earlier answer: somebody came (at the end of a side),
/// left (no seats any more), or has more or fewer seats; scores changed. As exact as from nothing.
#[must_use]
pub fn solve_again(
    question: &Assignment,
    objective: Objective,
    earlier: &Answer,
    watch: Watch,
) -> Answer {
    solve_from(question, objective, Some(earlier), watch)
}

fn solve_from(
    question: &Assignment,
    objective: Objective,
    earlier: Option<&Answer>,
    watch: Watch,
) -> Answer {
    let faults = check::faults(question);
    if !faults.is_empty() {
        return impossible(question, faults);
    }
    if objective == Objective::Stable && owes_or_balances(question) {
        return impossible(question, vec![Reason::StableWithBounds]);
    }
    if objective == Objective::Total
        && let Some(answer) = quick::answer(question, earlier, watch)
    {
        return answer;
    }
    let bounds = Bounds::of(question);
    let solved = match objective {
        Objective::Total => stages::total(&bounds, watch),
        Objective::Coverage => stages::coverage(&bounds, watch),
        Objective::WorstOff => stages::worst_off(&bounds, watch),
        Objective::Stable => return stable::answer(question, &bounds),
    };
    match solved {
        Err(stages::Stop::Cancelled) => nothing(question, Status::Cancelled, Vec::new()),
        Err(stages::Stop::Impossible) => {
            let reasons = shortage::reasons(&bounds, watch);
            impossible(question, reasons)
        }
        Ok((made, stages)) => {
            let pairs: Vec<Pair> = made.iter().map(|&p| bounds.pairs[p]).collect();
            let total = sum(&pairs);
            let bound = stages.last().map_or(0, |s| s.bound);
            let staged_total = objective == Objective::WorstOff;
            let bound = if staged_total { total } else { bound };
            finish(question, pairs, Status::Optimal, bound, Certificate { stages })
        }
    }
}

fn owes_or_balances(question: &Assignment) -> bool {
    question.left.iter().chain(&question.right).any(|s| s.least > 0)
        || question.quotas.iter().any(|q| q.balance.is_some())
}

fn sum(pairs: &[Pair]) -> i128 {
    pairs.iter().map(|p| i128::from(p.score)).sum()
}

pub(crate) fn finish(
    question: &Assignment,
    mut pairs: Vec<Pair>,
    status: Status,
    bound: i128,
    certificate: Certificate,
) -> Answer {
    pairs.sort_unstable();
    let total = sum(&pairs);
    let mut met = (vec![false; question.left.len()], vec![false; question.right.len()]);
    for p in &pairs {
        met.0[p.left as usize] = true;
        met.1[p.right as usize] = true;
    }
    let alone = |seats: &[crate::Seats], met: &[bool]| {
        (0..seats.len()).filter(|&i| seats[i].most > 0 && !met[i]).map(|i| i as u32).collect()
    };
    Answer {
        unmatched_left: alone(&question.left, &met.0),
        unmatched_right: alone(&question.right, &met.1),
        pairs,
        status,
        total,
        bound,
        certificate,
        impossible: Vec::new(),
    }
}

fn nothing(question: &Assignment, status: Status, reasons: Vec<Reason>) -> Answer {
    let mut answer = finish(question, Vec::new(), status, 0, Certificate::default());
    answer.impossible = reasons;
    answer
}

fn impossible(question: &Assignment, reasons: Vec<Reason>) -> Answer {
    nothing(question, Status::Impossible, reasons)
}

/// The seats of one side.
pub(crate) fn seats(question: &Assignment, side: Side) -> &[crate::Seats] {
    match side {
        Side::Left => &question.left,
        Side::Right => &question.right,
    }
}
