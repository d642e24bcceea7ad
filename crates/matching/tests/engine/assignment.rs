//! Every objective equals trying everything, on many small questions, and proves it.

use crate::small::{Dice, admissible, is_admissible, question};
use matching::{Answer, Assignment, LIMIT, Objective, Pair, Quota, Seats, Status, solve};

fn check(rules: bool, cases: u64, objective: Objective, value: impl Fn(&[i64]) -> Vec<i64>) {
    let mut dice = Dice::new(objective as u64 + 1);
    let mut solved = 0;
    for case in 0..cases {
        let q = question(&mut dice, 9, rules);
        let all = admissible(&q);
        let answer = solve(&q, objective);
        if all.is_empty() {
            assert_eq!(answer.status, Status::Impossible, "case {case}: {q:?}");
            assert!(!answer.impossible.is_empty(), "case {case}: no reason for {q:?}");
            continue;
        }
        solved += 1;
        assert_eq!(answer.status, Status::Optimal, "case {case}: {q:?} {answer:?}");
        assert!(is_admissible(&q, &answer.pairs), "case {case}: {q:?} {answer:?}");
        let best = all.iter().map(|s| value(s)).max().unwrap();
        assert_eq!(value(&scores(&answer)), best, "case {case}: {q:?} {answer:?}");
        proves(&answer);
    }
    assert!(solved > cases / 3);
}

fn scores(answer: &Answer) -> Vec<i64> {
    let mut scores: Vec<i64> = answer.pairs.iter().map(|p| p.score).collect();
    scores.sort_unstable();
    scores
}

fn proves(answer: &Answer) {
    assert_eq!(answer.total, answer.bound);
    assert!(answer.certificate.stages.iter().all(|s| s.total == s.bound));
}

#[test]
fn the_best_total_is_as_good_as_trying_everything() {
    for rules in [false, true] {
        check(rules, 4000, Objective::Total, |s| vec![s.iter().sum()]);
    }
}

#[test]
fn the_best_coverage_is_as_good_as_trying_everything() {
    for rules in [false, true] {
        check(rules, 4000, Objective::Coverage, |s| vec![s.len() as i64, s.iter().sum()]);
    }
}

#[test]
fn the_worst_off_are_as_well_off_as_trying_everything() {
    for rules in [false, true] {
        check(rules, 4000, Objective::WorstOff, |s| {
            std::iter::once(s.len() as i64).chain(s.iter().copied()).collect()
        });
    }
}

#[test]
fn a_stable_answer_leaves_no_two_who_would_rather_have_each_other() {
    let mut dice = Dice::new(77);
    for _ in 0..4000 {
        let q = question(&mut dice, 12, false);
        let answer = solve(&q, Objective::Stable);
        assert!(is_admissible(&q, &answer.pairs));
        for p in q.pairs.iter().filter(|p| p.score >= 0 && !answer.pairs.contains(p)) {
            let mine: Vec<_> = answer.pairs.iter().filter(|a| a.left == p.left).collect();
            let theirs: Vec<_> = answer.pairs.iter().filter(|a| a.right == p.right).collect();
            let full = |n: usize, most: u32| n == most as usize;
            let content = (full(mine.len(), q.left[p.left as usize].most)
                && mine.iter().all(|a| a.score >= p.score))
                || (full(theirs.len(), q.right[p.right as usize].most)
                    && theirs.iter().all(|a| a.score >= p.score));
            assert!(content, "{p:?} blocks {answer:?} of {q:?}");
        }
    }
}

#[test]
fn nobody_at_all_is_an_answer() {
    for objective in [Objective::Total, Objective::Coverage, Objective::WorstOff, Objective::Stable]
    {
        let answer = solve(&Assignment::default(), objective);
        assert!(answer.pairs.is_empty() && answer.impossible.is_empty());
    }
}

/// A quota that never binds takes the question off the quick way.
#[test]
fn the_quick_way_and_the_network_agree_on_larger_questions() {
    let mut dice = Dice::new(91);
    for case in 0..300 {
        let (n, m) = (1 + dice.below(60), 1 + dice.below(60));
        let most = 1 + dice.below(3);
        let seats = |n: u64, most: u64, dice: &mut Dice| {
            (0..n).map(|_| Seats::up_to(dice.below(most + 1) as u32)).collect::<Vec<_>>()
        };
        let mut q = Assignment {
            left: seats(n, most, &mut dice),
            right: seats(m, if case % 3 == 0 { 2 } else { 1 }, &mut dice),
            ..Assignment::default()
        };
        let spread = [5, 1000, 100_000_000][dice.below(3) as usize];
        for left in 0..n as u32 {
            for right in 0..m as u32 {
                if dice.chance(40) {
                    q.pairs.push(Pair { left, right, score: dice.below(spread) as i64 });
                }
            }
        }
        for objective in [Objective::Total, Objective::Coverage] {
            let quick = solve(&q, objective);
            q.quotas = vec![Quota { organisation: 1, most_left: Some(1), ..Quota::default() }];
            let slow = solve(&q, objective);
            q.quotas.clear();
            assert_eq!(quick.total, slow.total, "{case}");
            let counts = objective == Objective::Total || quick.pairs.len() == slow.pairs.len();
            assert!(counts, "{case}");
            proves(&quick);
            proves(&slow);
        }
    }
}

#[test]
fn scores_and_seats_at_the_limits_of_their_types_are_answered() {
    let pair = |left, right, score| Pair { left, right, score };
    let many = u32::MAX;
    let mut q = Assignment {
        left: vec![Seats::up_to(many), Seats { most: many, least: 1, organisation: Some(many) }],
        right: vec![Seats::up_to(many), Seats::up_to(1)],
        pairs: vec![pair(0, 0, LIMIT), pair(0, 1, LIMIT), pair(1, 0, -LIMIT), pair(1, 1, -LIMIT)],
        ..Assignment::default()
    };
    for objective in [Objective::Total, Objective::Coverage, Objective::WorstOff] {
        let answer = solve(&q, objective);
        assert_eq!(answer.status, Status::Optimal, "{objective:?}");
        proves(&answer);
    }
    q.pairs.push(pair(0, 0, i64::MIN));
    assert_eq!(solve(&q, Objective::Total).status, Status::Impossible);
    q.pairs = vec![pair(7, 0, 1)];
    assert_eq!(solve(&q, Objective::Total).status, Status::Impossible);
}
