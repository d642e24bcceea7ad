//! Pairs that the coordinator puts together. The engine says who fits whom and how well; it chooses
//! nobody.

use design::{Chooser, Design, Objective as Aim};
use matching::{
    Assignment, Objective, Pair, Seats,
    crowd::{CrowdAnswer, Judge, Member},
};

use super::{
    answer::{self, Round, Why},
    ask::{self, Asked, Refused},
    participant::Participant,
};

/// The question of a round, also where nobody but the coordinator answers it.
///
/// # Errors
/// When the design asks none.
pub fn ask(design: &Design, people: &[Participant]) -> Result<Asked, Vec<Refused>> {
    if design.pairs_by_hand().is_none() {
        return ask::ask(design, people);
    }
    let mut as_solved = design.clone();
    as_solved.matching.chooser = Chooser::Engine;
    as_solved.matching.objective = Aim::Total;
    let mut asked = ask::ask(&as_solved, people)?;
    // What a whole round would have to reach is for the one who chooses to keep in mind.
    asked.quotas.clear();
    for member in asked.left.iter_mut().chain(&mut asked.right) {
        member.seats.least = 0;
    }
    Ok(asked)
}

/// The pairs that were chosen, and everybody else with the number of those who would fit.
#[must_use]
pub fn chosen(asked: &Asked) -> Round {
    let judge = Judge::new(&asked.crowd, &asked.program);
    let pair = |&(left, right): &(u32, u32)| {
        let (giver, receiver) =
            (asked.left[left as usize].person, asked.right[right as usize].person);
        Pair { left, right, score: score(&judge, giver, receiver) }
    };
    let seats = |side: &[Member]| -> Vec<Seats> { side.iter().map(|m| m.seats).collect() };
    let listed = Assignment {
        left: seats(&asked.left),
        right: seats(&asked.right),
        pairs: asked.fixed.iter().map(pair).collect(),
        fixed: asked.fixed.clone(),
        forbidden: vec![],
        quotas: vec![],
    };
    let answer = matching::solve(&listed, Objective::Total);
    let solved = CrowdAnswer { answer, listed, rounds: 0 };
    let mut round = answer::explained(asked, solved, Objective::Total);
    for alone in &mut round.alone {
        alone.change = None;
        if let Why::Crowd { possible, .. } | Why::Spare { possible } = alone.why {
            alone.why = Why::Unchosen { possible };
        }
    }
    round
}

/// What two people are worth to each other, also where a rule keeps them apart.
pub(super) fn score(judge: &Judge<'_>, giver: u32, receiver: u32) -> i64 {
    let judged = judge.judge(giver, receiver);
    judged.score.unwrap_or_else(|| judged.parts.iter().map(|part| part.units).sum())
}
