//! Planning rounds for those who are here. Pure.
//!
//! Two ways are tried: all rounds at once, which has the most meetings where rules keep people
//! apart; and round by round with those first who sat out, which shares the waiting. The one with
//! more meetings is taken; of two with as many the one that shares the waiting better, and then the
//! one whose meetings are worth more.

use std::collections::{BTreeMap, BTreeSet};

use matching::{
    Assignment, Objective, Pair, Seats, Watch,
    rounds::{SideRounds, solve_sides},
};

/// A meeting: positions of who gives and who receives.
pub type Two = (u32, u32);

/// What planning looks at.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// Who of those who give is here.
    pub givers: Vec<bool>,
    /// Who of those who receive is here.
    pub receivers: Vec<bool>,
    /// Who must not meet.
    pub apart: BTreeSet<Two>,
    /// What a meeting is worth.
    pub scores: BTreeMap<Two, i64>,
}

/// The rounds that are over or running, and new ones after them, so many in all.
#[must_use]
pub fn planned(question: &Question, kept: &[Vec<Two>], rounds: usize) -> Vec<Vec<Two>> {
    let whole = [together(question, kept, rounds), one_by_one(question, kept, rounds)];
    let key = |plan: &Vec<Vec<Two>>| {
        let meetings: usize = plan.iter().map(Vec::len).sum();
        let worth = |two: &Two| question.scores.get(two).copied().unwrap_or(0);
        let score: i64 = plan.iter().flatten().map(worth).sum();
        (meetings, std::cmp::Reverse(spread(question, plan)), score)
    };
    let [all, turns] = whole;
    if key(&turns) >= key(&all) { turns } else { all }
}

/// How often each of those here sat out: givers, then receivers.
#[must_use]
pub fn sat_out(question: &Question, plan: &[Vec<Two>]) -> (Vec<usize>, Vec<usize>) {
    let (mut givers, mut receivers) =
        (vec![plan.len(); question.givers.len()], vec![plan.len(); question.receivers.len()]);
    for (giver, receiver) in plan.iter().flatten() {
        givers[*giver as usize] -= 1;
        receivers[*receiver as usize] -= 1;
    }
    (givers, receivers)
}

/// By how much the waiting differs between those here, the worse of the two sides.
fn spread(question: &Question, plan: &[Vec<Two>]) -> usize {
    let (givers, receivers) = sat_out(question, plan);
    let of = |counts: Vec<usize>, here: &[bool]| {
        let mine = || counts.iter().zip(here).filter(|(_, here)| **here).map(|(count, _)| *count);
        mine().max().unwrap_or(0) - mine().min().unwrap_or(0)
    };
    of(givers, &question.givers).max(of(receivers, &question.receivers))
}

/// Positions of those who are here.
fn here(all: &[bool]) -> Vec<u32> {
    (0u32..).zip(all).filter(|(_, here)| **here).map(|(at, _)| at).collect()
}

fn met(question: &Question, plan: &[Vec<Two>]) -> BTreeSet<Two> {
    question.apart.iter().copied().chain(plan.iter().flatten().copied()).collect()
}

fn together(question: &Question, kept: &[Vec<Two>], rounds: usize) -> Vec<Vec<Two>> {
    let (givers, receivers) = (here(&question.givers), here(&question.receivers));
    let met = met(question, kept);
    let (waited_giving, waited) = sat_out(question, kept);
    let (mut barred, mut scores) = (vec![], vec![]);
    for (l, giver) in (0u32..).zip(&givers) {
        for (r, receiver) in (0u32..).zip(&receivers) {
            let two = (*giver, *receiver);
            if met.contains(&two) {
                barred.push((l, r));
                continue;
            }
            let waits = waited_giving[*giver as usize] + waited[*receiver as usize];
            scores.push(Pair { left: l, right: r, score: worth(question, two, waits) });
        }
    }
    let asked = SideRounds {
        left: u32::try_from(givers.len()).unwrap_or(0),
        right: u32::try_from(receivers.len()).unwrap_or(0),
        rounds: u32::try_from(rounds.saturating_sub(kept.len())).unwrap_or(0),
        met: barred,
        scores,
    };
    let answer = solve_sides(&asked, Watch::nobody());
    let back = |&(l, r): &(u32, u32)| (givers[l as usize], receivers[r as usize]);
    let new = answer.rounds.iter().map(|round| round.iter().map(back).collect());
    kept.iter().cloned().chain(new).collect()
}

fn one_by_one(question: &Question, kept: &[Vec<Two>], rounds: usize) -> Vec<Vec<Two>> {
    let (givers, receivers) = (here(&question.givers), here(&question.receivers));
    let one = |people: &[u32]| vec![Seats { most: 1, least: 0, organisation: None }; people.len()];
    let mut plan = kept.to_vec();
    while plan.len() < rounds {
        let met = met(question, &plan);
        let (waited_giving, waited) = sat_out(question, &plan);
        let all = (0u32..).zip(&givers).flat_map(|(l, giver)| {
            (0u32..).zip(&receivers).map(move |(r, receiver)| (l, r, (*giver, *receiver)))
        });
        let pairs = all.filter(|(_, _, two)| !met.contains(two)).map(|(left, right, two)| {
            let waits = waited_giving[two.0 as usize] + waited[two.1 as usize];
            Pair { left, right, score: worth(question, two, waits) }
        });
        let asked = Assignment {
            left: one(&givers),
            right: one(&receivers),
            pairs: pairs.collect(),
            ..Assignment::default()
        };
        let answer = matching::solve(&asked, Objective::Coverage);
        let mut round: Vec<Two> = answer
            .pairs
            .iter()
            .map(|pair| (givers[pair.left as usize], receivers[pair.right as usize]))
            .collect();
        round.sort_unstable();
        plan.push(round);
    }
    plan
}

/// What a meeting is worth: whoever waited comes first, whatever the score.
fn worth(question: &Question, two: Two, waits: usize) -> i64 {
    let waits = i64::try_from(waits).unwrap_or(0);
    question.scores.get(&two).copied().unwrap_or(0) + waits * 1000 * matching::SCALE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_here(givers: usize, receivers: usize) -> Question {
        Question {
            givers: vec![true; givers],
            receivers: vec![true; receivers],
            ..Question::default()
        }
    }

    #[track_caller]
    fn sound(question: &Question, plan: &[Vec<Two>]) {
        let mut met = BTreeSet::new();
        for round in plan {
            let (mut givers, mut receivers) = (BTreeSet::new(), BTreeSet::new());
            for &(giver, receiver) in round {
                assert!(!question.apart.contains(&(giver, receiver)), "kept apart");
                assert!(met.insert((giver, receiver)), "nobody meets the same person twice");
                assert!(givers.insert(giver) && receivers.insert(receiver), "one table at a time");
            }
        }
    }

    #[test]
    fn nobody_meets_twice_and_nobody_waits_twice_before_all_have_waited_once() {
        for givers in 1..8 {
            for receivers in 1..10 {
                for rounds in 1..=givers.max(receivers).min(6) {
                    let question = all_here(givers, receivers);
                    let plan = planned(&question, &[], rounds);
                    sound(&question, &plan);
                    let meetings: usize = plan.iter().map(Vec::len).sum();
                    let most = rounds * givers.min(receivers);
                    assert_eq!(meetings, most, "{givers} x {receivers}, {rounds}: {plan:?}");
                    assert!(spread(&question, &plan) <= 1, "{givers} x {receivers}: {plan:?}");
                }
            }
        }
    }

    #[test]
    fn who_comes_late_or_leaves_changes_only_the_rounds_to_come() {
        let mut question = all_here(4, 5);
        let plan = planned(&question, &[], 4);
        let begun = &plan[..2];
        question.receivers[0] = false;
        question.receivers.extend([true, true]);
        let again = planned(&question, begun, 4);
        sound(&question, &again);
        assert_eq!(again[..2], *begun);
        assert!(again[2..].iter().flatten().all(|two| two.1 != 0), "they have left");
        assert!(again[2].iter().any(|two| two.1 == 5) && again[2].iter().any(|two| two.1 == 6));
    }

    #[test]
    fn who_must_not_meet_does_not_and_who_fits_best_does() {
        let mut question = all_here(3, 3);
        question.apart = BTreeSet::from([(0, 0)]);
        question.scores = BTreeMap::from([((2, 2), 50)]);
        let plan = planned(&question, &[], 2);
        sound(&question, &plan);
        assert_eq!(plan.iter().map(Vec::len).sum::<usize>(), 6);
        assert!(plan.iter().flatten().any(|two| *two == (2, 2)), "{plan:?}");
    }
}
