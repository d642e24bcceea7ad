//! After the round: few running pairs end, the queue is fair, rehearsals are repeatable; and the
//! layer of supervision has no loops.

use std::collections::BTreeSet;

use matching::crowd::{Column, Criterion, Crowd, CrowdQuestion, Member, Program, Rule};
use matching::explain::trade_off;
use matching::later::{Queue, keep_running, regret, rehearse};
use matching::supervision::{Supervision, solve as supervise};
use matching::{Objective, Pair, Seats, Side, Status, Watch, solve};

use crate::small::{Dice, question};

fn sum(pairs: &[Pair]) -> i128 {
    pairs.iter().map(|p| i128::from(p.score)).sum()
}

/// The best total that ends at most so many, by trying every set of pairs.
fn best(q: &matching::Assignment, running: &BTreeSet<(u32, u32)>, ended: usize) -> i128 {
    let sets = (0u32..1 << q.pairs.len()).map(|set| {
        let of = |i: &usize| set >> i & 1 == 1;
        (0..q.pairs.len()).filter(of).map(|i| q.pairs[i]).collect::<Vec<Pair>>()
    });
    let lost = |made: &[Pair]| {
        running.iter().filter(|r| !made.iter().any(|p| (p.left, p.right) == **r)).count()
    };
    let fits = |made: &Vec<Pair>| crate::small::is_admissible(q, made) && lost(made) <= ended;
    sets.filter(fits).map(|made| sum(&made)).max().unwrap()
}

#[test]
fn a_late_joiner_ends_no_more_running_pairs_than_allowed() {
    let mut dice = Dice::new(71);
    let mut exact = 0;
    let mut all = 0;
    for case in 0..300 {
        let mut q = question(&mut dice, 10, false);
        let known = q.pairs.clone();
        q.pairs.retain(|p| p.right != 0);
        let before = solve(&q, Objective::Total);
        let running: BTreeSet<_> = before.pairs.iter().map(|p| (p.left, p.right)).collect();
        q.pairs = known;
        let list: Vec<_> = running.iter().copied().collect();
        for ended in 0..3 {
            let kept = keep_running(&q, &list, ended, Watch::nobody());
            let truth = best(&q, &running, ended);
            assert!(kept.ended.len() <= ended, "{case}");
            assert!(kept.answer.total <= truth && truth <= kept.bound, "{case} {q:?} {kept:?}");
            exact += u32::from(kept.answer.total == truth);
            all += 1;
        }
    }
    assert!(exact * 100 >= all * 97, "{exact} of {all}");
}

#[test]
fn a_queue_spreads_demand_and_knows_its_regret() {
    let mut queue = Queue::new(vec![10, 10]);
    for _ in 0..10 {
        queue.arrive(&[(0, 100), (1, 95)]);
    }
    assert!(queue.taken().iter().all(|&t| t >= 4), "{:?}", queue.taken());
    queue.leave(0);
    let mut dice = Dice::new(72);
    let arrivals: Vec<Vec<(u32, i64)>> = (0..200)
        .map(|_| (0..5).map(|_| (dice.below(20) as u32, dice.below(100) as i64)).collect())
        .collect();
    let told = regret(&[8; 20], &arrivals);
    assert!(told.online <= told.hindsight && told.online * 100 >= told.hindsight * 63);
    assert_eq!(regret(&[], &arrivals).served, 0);
}

#[test]
fn a_rehearsal_says_the_same_for_the_same_seed() {
    let mut dice = Dice::new(73);
    let topics = |dice: &mut Dice| {
        (0..40).map(|_| vec![dice.below(6) as u32, dice.below(6) as u32]).collect()
    };
    let crowd = Crowd {
        columns: vec![Column::Topics(topics(&mut dice)), Column::Topics(topics(&mut dice))],
    };
    let overlap = Rule::Overlap { wants: 0, offers: 1, by: Side::Right, enough: 1 };
    let program = Program::new(vec![
        Criterion { rule: overlap, force: matching::crowd::Force::Must { at_least: 1 } },
        Criterion::wish(overlap, 1),
        Criterion::wish(Rule::Alike { column: 1 }, 2),
    ]);
    let member = |person| Member { person, seats: Seats::up_to(1) };
    let q = CrowdQuestion {
        crowd: &crowd,
        program: &program,
        left: (0..20).map(member).collect(),
        right: (20..40).map(member).collect(),
        fixed: Vec::new(),
        forbidden: Vec::new(),
        quotas: Vec::new(),
    };
    let once = rehearse(&q, Objective::Coverage, (20, 30), 20, 5);
    assert_eq!(once, rehearse(&q, Objective::Coverage, (20, 30), 20, 5));
    assert!(once.placed.low <= once.placed.middle && once.placed.middle <= once.placed.high);
    assert!(once.placed.high <= 667 && once.load.high <= 1000);
    assert_eq!(once.sensitivity.len(), 2);
    let drawn: u32 = once.left_out.iter().map(|l| l.1).sum();
    assert_eq!(drawn, 600);
    let nobody = CrowdQuestion { left: Vec::new(), right: Vec::new(), ..q };
    assert_eq!(rehearse(&nobody, Objective::Total, (5, 5), 3, 1).placed.high, 0);
}

fn has_loop(pairs: &[Pair]) -> bool {
    let above = |v: u32| pairs.iter().find(|p| p.right == v).map(|p| p.left);
    pairs.iter().any(|p| {
        let mut at = p.left;
        for _ in 0..=pairs.len() {
            match above(at) {
                Some(_) if at == p.right => return true,
                Some(next) => at = next,
                None => return false,
            }
        }
        true
    })
}

#[test]
fn supervision_has_no_loops_and_covers_whom_it_can() {
    let mut dice = Dice::new(74);
    for case in 0..400 {
        let people = 1 + dice.below(4) as u32;
        let mut q = Supervision {
            seats: (0..people).map(|_| dice.below(3) as u32).collect(),
            pairs: Vec::new(),
        };
        for left in 0..people {
            for right in (0..people).filter(|r| *r != left) {
                if q.pairs.len() < 10 && dice.chance(70) {
                    q.pairs.push(Pair { left, right, score: dice.below(9) as i64 });
                }
            }
        }
        let answer = supervise(&q, Watch::nobody());
        assert!(!has_loop(&answer.pairs), "{case} {q:?} {answer:?}");
        let sets = (0u32..1 << q.pairs.len()).map(|set| {
            (0..q.pairs.len()).filter(|i| set >> i & 1 == 1).map(|i| q.pairs[i]).collect()
        });
        let fits = |made: &Vec<Pair>| {
            let count = |of: &dyn Fn(&Pair) -> bool| made.iter().filter(|p| of(p)).count();
            (0..people).all(|v| {
                count(&|p| p.left == v) <= q.seats[v as usize] as usize
                    && count(&|p| p.right == v) <= 1
            }) && !has_loop(made)
        };
        let best = sets.filter(fits).map(|made| (made.len(), sum(&made))).max().unwrap();
        assert_eq!((answer.pairs.len(), answer.total), best, "{case} {q:?} {answer:?}");
        assert_eq!(answer.status, Status::Optimal);
    }
}

#[test]
fn the_higher_the_level_the_fewer_are_placed() {
    let mut dice = Dice::new(75);
    for _ in 0..50 {
        let q = question(&mut dice, 12, false);
        let curve = trade_off(&q, 6, Watch::nobody());
        assert!(curve.windows(2).all(|w| w[0].level < w[1].level && w[0].places >= w[1].places));
    }
}

#[test]
fn from_earlier_prices_the_answer_is_as_good_as_from_nothing() {
    let mut dice = Dice::new(404);
    for case in 0..600 {
        let mut q = question(&mut dice, 12, false);
        q.pairs.sort_unstable();
        let earlier = solve(&q, Objective::Total);
        match case % 4 {
            0 => q.left.push(Seats::up_to(2)),
            1 => q.left.iter_mut().take(1).for_each(|s| s.most = 0),
            2 => q.right.iter_mut().take(1).for_each(|s| s.most += 2),
            _ => q.pairs.iter_mut().take(2).for_each(|p| p.score += 7),
        }
        if case % 4 == 0 {
            let late = q.left.len() as u32 - 1;
            let pair = |right: u32| Pair { left: late, right, score: 9 };
            q.pairs.extend((0..q.right.len() as u32).map(pair));
        }
        let warm = matching::solve_again(&q, Objective::Total, &earlier, Watch::nobody());
        let cold = solve(&q, Objective::Total);
        assert_eq!((warm.total, warm.bound), (cold.total, cold.total), "{case}: {q:?}");
    }
}
