//! Rounds: nobody meets twice, nobody is in two places, and none has more meetings.

use std::collections::BTreeSet;

use matching::rounds::{PoolRounds, SideRounds, solve_pool, solve_sides};
use matching::{Objective, Pair, Status, Watch, solve};

use crate::small::Dice;

fn nobody_twice(rounds: &[Vec<(u32, u32)>], sides: bool) {
    let mut met = BTreeSet::new();
    for round in rounds {
        let mut busy = BTreeSet::new();
        for &(a, b) in round {
            assert!(met.insert((a, b)), "{a} and {b} meet twice");
            assert!(
                busy.insert((0, a)) && busy.insert((u8::from(sides), b)),
                "{a} or {b} is double"
            );
        }
    }
}

fn some_met(dice: &mut Dice, n: u32, m: u32, percent: u64) -> Vec<(u32, u32)> {
    let all = (0..n).flat_map(|a| (0..m).map(move |b| (a, b)));
    all.filter(|_| dice.chance(percent)).collect()
}

#[test]
fn speed_rounds_have_the_most_meetings_that_there_can_be() {
    let mut dice = Dice::new(51);
    for _ in 0..400 {
        let (left, right) = (dice.below(7) as u32, dice.below(7) as u32);
        let met = some_met(&mut dice, left, right, 30);
        let rounds = dice.below(6) as u32;
        let q = SideRounds { left, right, rounds, met: met.clone(), scores: Vec::new() };
        let answer = solve_sides(&q, Watch::nobody());
        nobody_twice(&answer.rounds, true);
        assert!(answer.rounds.iter().flatten().all(|pair| !met.contains(pair)));
        let meetings: usize = answer.rounds.iter().map(Vec::len).sum();
        assert_eq!(meetings, solve(&answer.question, Objective::Coverage).pairs.len());
        assert_eq!(meetings, answer.answer.pairs.len());
    }
}

#[test]
fn in_uneven_sides_rests_are_shared_fairly() {
    let q = SideRounds { left: 4, right: 10, rounds: 5, ..SideRounds::default() };
    let answer = solve_sides(&q, Watch::nobody());
    for person in 0..10 {
        let meetings = answer.rounds.iter().flatten().filter(|p| p.1 == person).count();
        assert_eq!(meetings, 2);
    }
}

#[test]
fn a_pool_meets_wholly_in_the_fewest_rounds() {
    for people in 0..20u32 {
        let rounds = if people % 2 == 0 { people.saturating_sub(1) } else { people };
        let q = PoolRounds { people, rounds, ..PoolRounds::default() };
        let answer = solve_pool(&q, Watch::nobody());
        nobody_twice(&answer.rounds, false);
        let meetings: u32 = answer.rounds.iter().map(|r| r.len() as u32).sum();
        assert_eq!(meetings, people * people.saturating_sub(1) / 2, "{people}");
        assert_eq!(answer.status, Status::Optimal, "{people}");
    }
}

#[test]
fn coffee_remembers_who_met_and_who_rested() {
    let mut dice = Dice::new(52);
    for _ in 0..60 {
        let people = 3 + dice.below(14) as u32;
        let mut q = PoolRounds { people, rounds: 4, ..PoolRounds::default() };
        q.met = some_met(&mut dice, people, people, 10).into_iter().filter(|p| p.0 < p.1).collect();
        q.scores = q.met.iter().map(|&(left, right)| Pair { left, right, score: 9 }).collect();
        q.scores.push(Pair { left: 0, right: 2, score: 77 });
        let answer = solve_pool(&q, Watch::nobody());
        nobody_twice(&answer.rounds, false);
        assert!(answer.rounds.iter().flatten().all(|p| !q.met.contains(p)));
        let meetings = answer.rounds.iter().map(Vec::len).sum::<usize>() as i128;
        assert!(2 * (answer.total + answer.bonus * meetings) <= answer.bound);
    }
}
