//! Every objective equals trying everything, on many small questions, and proves it.

use crate::small::{Dice, admissible, is_admissible, question};
use matching::{Answer, Assignment, Objective, Status, solve};

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
