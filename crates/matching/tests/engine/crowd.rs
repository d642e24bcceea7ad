//! People become scores, and pairs that are left off the lists are never lost.

use crate::small::Dice;
use matching::crowd::{
    Column, Criterion, Crowd, CrowdQuestion, Force, Judge, Member, PERFECT, Program, Rule, solve,
};
use matching::{Objective, Seats, Side, Status};

fn people(dice: &mut Dice, n: usize) -> Crowd {
    let topics = |dice: &mut Dice, n: usize| -> Vec<Vec<u32>> {
        (0..n).map(|_| (0..4).map(|_| (dice.below(6) * dice.below(6)) as u32).collect()).collect()
    };
    Crowd {
        columns: vec![
            Column::Topics(topics(dice, n)),
            Column::Topics(topics(dice, n)),
            Column::Number((0..n).map(|_| Some(dice.below(7) as i64)).collect()),
            Column::Mask((0..n).map(|_| 1 + dice.below(3)).collect()),
            Column::Label((0..n).map(|_| Some(dice.below(9) as u32)).collect()),
        ],
    }
}

fn program() -> Program {
    Program::new(vec![
        Criterion::must(Rule::Common { column: 3 }),
        Criterion::must(Rule::Within { column: 2, least: 0, most: 9, fade: 0 }),
        Criterion::wish(Rule::Overlap { wants: 0, offers: 1, by: Side::Right, enough: 2 }, 5),
        Criterion::wish(Rule::Within { column: 2, least: 1, most: 2, fade: 3 }, 3),
        Criterion::wish(Rule::Different { column: 4 }, 1),
    ])
}

fn question<'a>(crowd: &'a Crowd, program: &'a Program, n: u32, half: u32) -> CrowdQuestion<'a> {
    let member = |person, most| Member { person, seats: Seats::up_to(most) };
    CrowdQuestion {
        crowd,
        program,
        left: (0..half).map(|p| member(p, 1 + p % 3)).collect(),
        right: (half..n).map(|p| member(p, 1)).collect(),
        fixed: Vec::new(),
        forbidden: Vec::new(),
        quotas: Vec::new(),
    }
}

#[test]
fn the_parts_of_a_pair_sum_up_to_its_score_and_never_beyond_a_hundred_points() {
    let mut dice = Dice::new(3);
    let crowd = people(&mut dice, 40);
    let program = program();
    let judge = Judge::new(&crowd, &program);
    for l in 0..20 {
        for r in 20..40 {
            let verdict = judge.judge(l, r);
            assert_eq!(verdict.score, judge.score(l, r));
            assert_eq!(verdict.score.is_none(), verdict.violated != 0);
            let sum: i64 = verdict.parts.iter().map(|p| p.units).sum();
            assert!((0..=PERFECT).contains(&sum));
            assert!(verdict.score.is_none_or(|s| s == sum));
        }
    }
}

#[test]
fn what_is_not_known_forbids_nothing_and_adds_nothing() {
    let crowd = Crowd { columns: vec![Column::Label(vec![None, Some(1)])] };
    let program = Program::new(vec![
        Criterion::must(Rule::Same { column: 0 }),
        Criterion::wish(Rule::Same { column: 0 }, 1),
        Criterion::wish(Rule::Same { column: 7 }, 1),
    ]);
    let verdict = Judge::new(&crowd, &program).judge(0, 1);
    assert_eq!((verdict.score, verdict.violated), (Some(0), 0));
}

#[test]
fn short_lists_with_pricing_reach_the_optimum_over_all_pairs() {
    let mut dice = Dice::new(11);
    let crowd = people(&mut dice, 1300);
    let program = program();
    let q = question(&crowd, &program, 1300, 560);
    for objective in [Objective::Total, Objective::Coverage] {
        let short = solve(&q, objective);
        assert_eq!(short.answer.status, Status::Optimal);
        let judge = Judge::new(&crowd, &program);
        let mut whole = short.listed.clone();
        whole.pairs = (0..560u32)
            .flat_map(|left| (0..740u32).map(move |right| (left, right)))
            .filter_map(|(left, right)| {
                let score = judge.score(left, 560 + right)?;
                Some(matching::Pair { left, right, score })
            })
            .collect();
        let full = matching::solve(&whole, objective);
        assert_eq!(short.answer.total, full.total);
        assert_eq!(short.answer.pairs.len(), full.pairs.len());
        assert!(short.listed.pairs.len() < whole.pairs.len());
    }
}

/// The quick rows are used for lists; every kind of condition must come out as the judge has it.
#[test]
fn lists_hold_the_scores_that_the_judge_gives() {
    let mut dice = Dice::new(12);
    for case in 0..60 {
        let n = 30;
        let mut crowd = people(&mut dice, n);
        let maybe = |dice: &mut Dice| dice.chance(80);
        let hours = (0..n).map(|_| [dice.next() & 7, 0, 0, 0, 0, dice.next() & 1]).collect();
        let chain = (0..n as u32).map(|p| maybe(&mut dice).then_some((p / 4, 9 - p / 9))).collect();
        let lists = (0..n).map(|_| (0..3).map(|_| dice.below(n as u64) as u32).collect()).collect();
        let sparse = (0..n).map(|_| maybe(&mut dice).then(|| dice.below(3) as u32)).collect();
        crowd.columns.extend([
            Column::Hours(hours),
            Column::Chain(chain),
            Column::People(lists),
            Column::Label(sparse),
        ]);
        crowd.columns.push(Column::Topics(
            (0..n).map(|_| (0..dice.below(4)).map(|_| dice.below(5) as u32).collect()).collect(),
        ));
        let rules = [
            Rule::Overlap { wants: 0, offers: 1, by: Side::Right, enough: 2 },
            Rule::Overlap { wants: 9, offers: 1, by: Side::Left, enough: 1 },
            Rule::Alike { column: 9 },
            Rule::Within { column: 2, least: -1, most: 2, fade: 2 },
            Rule::Common { column: 3 },
            Rule::SharedHours { column: 5, enough: 3 },
            Rule::Same { column: 8 },
            Rule::Different { column: 4 },
            Rule::OutOfChain { column: 6 },
            Rule::InChain { column: 6 },
            Rule::Unlisted { column: 7 },
            Rule::Listed { column: 7, by: Side::Left },
            Rule::Listed { column: 7, by: Side::Right },
            Rule::Same { column: 99 },
        ];
        let mut criteria = Vec::new();
        for rule in rules {
            if dice.chance(50) {
                criteria.push(Criterion::wish(rule, 1 + dice.below(9) as u32));
            } else if dice.chance(25) {
                let at_least = dice.below(600_000) as u32;
                criteria.push(Criterion { rule, force: Force::Must { at_least } });
            }
        }
        let program = Program::new(criteria);
        let judge = Judge::new(&crowd, &program);
        let q = question(&crowd, &program, n as u32, 14);
        let listed = solve(&q, Objective::Total).listed.pairs;
        for left in 0..14u32 {
            for right in 0..16u32 {
                let found = listed.iter().find(|p| (p.left, p.right) == (left, right));
                let judged = judge.score(left, 14 + right);
                assert_eq!(found.map(|p| p.score), judged, "{case} {left} {right} {program:?}");
            }
        }
    }
}
