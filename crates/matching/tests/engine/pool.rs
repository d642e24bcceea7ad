//! Pairs and a triad in one pool: as good as trying everything, and proved.

use matching::pool::{Pool, PoolAnswer, PoolObjective, solve};
use matching::{Pair, Status};

use crate::small::Dice;

fn pool(dice: &mut Dice, triad: bool) -> Pool {
    let people = dice.below(9) as usize;
    let spread = [2, 10, 1_000_000][dice.below(3) as usize];
    let mut q = Pool { people, triad, ..Pool::default() };
    let density = 30 + dice.below(70);
    for left in 0..people as u32 {
        for right in left + 1..people as u32 {
            if dice.chance(density) {
                let score = dice.below(spread) as i64 - (spread / 6) as i64;
                q.pairs.push(Pair { left, right, score });
            }
        }
    }
    q
}

/// The best (pairs, total) by trying all ways to go on from the first person who is free.
fn best(q: &Pool, taken: u32, first: u32, triad: bool, value: &dyn Fn(i64, i64) -> i64) -> i64 {
    if first as usize >= q.people {
        return 0;
    }
    let mut top = best(q, taken, first + 1, triad, value);
    if taken >> first & 1 == 1 {
        return top;
    }
    let score = |a: u32, b: u32| {
        q.pairs.iter().find(|p| (p.left, p.right) == (a.min(b), a.max(b))).map(|p| p.score)
    };
    for b in first + 1..q.people as u32 {
        let Some(ab) = score(first, b).filter(|_| taken >> b & 1 == 0) else { continue };
        let now = taken | 1 << first | 1 << b;
        top = top.max(value(1, ab) + best(q, now, first + 1, triad, value));
        for c in b + 1..q.people as u32 {
            let third = score(first, c).zip(score(b, c)).filter(|_| triad && taken >> c & 1 == 0);
            if let Some((ac, bc)) = third {
                let rest = best(q, now | 1 << c, first + 1, false, value);
                top = top.max(value(1, ab + ac + bc) + rest);
            }
        }
    }
    top
}

fn proves(q: &Pool, answer: &PoolAnswer) {
    let aside: Vec<u32> = answer.triad.iter().flat_map(|t| t.members).collect();
    for p in q.pairs.iter().filter(|p| !aside.contains(&p.left) && !aside.contains(&p.right)) {
        let sets = answer.stage.odd_sets.iter();
        let both = sets.filter(|s| s.members.contains(&p.left) && s.members.contains(&p.right));
        let cover = answer.stage.people[p.left as usize]
            + answer.stage.people[p.right as usize]
            + both.map(|s| s.value).sum::<i128>();
        assert!(cover >= 2 * (i128::from(p.score) + answer.stage.bonus), "{q:?} {answer:?}");
    }
    assert!(answer.stage.people.iter().all(|&p| p >= 0));
    assert_eq!(answer.total, answer.bound, "{q:?} {answer:?}");
}

#[test]
fn the_best_pairs_in_a_pool_are_as_good_as_trying_everything() {
    let mut dice = Dice::new(21);
    for case in 0..6000 {
        let q = pool(&mut dice, false);
        for (objective, bonus) in [(PoolObjective::Total, 0), (PoolObjective::Coverage, 1 << 40)] {
            let answer = solve(&q, objective);
            assert_eq!(answer.status, Status::Optimal);
            let reached = answer.total as i64 + bonus * answer.pairs.len() as i64;
            assert_eq!(reached, best(&q, 0, 0, false, &|n, s| n * bonus + s), "{case} {q:?}");
            proves(&q, &answer);
        }
    }
}

#[test]
fn an_odd_pool_may_have_one_group_of_three() {
    let mut dice = Dice::new(22);
    for case in 0..3000 {
        let q = pool(&mut dice, true);
        let answer = solve(&q, PoolObjective::Total);
        let expected = best(&q, 0, 0, q.people % 2 == 1, &|_, s| s);
        assert_eq!(answer.total, i128::from(expected), "{case} {q:?} {answer:?}");
    }
}

#[test]
fn large_random_pools_are_proved_by_their_own_prices() {
    let mut dice = Dice::new(23);
    for people in [50, 200, 600] {
        let mut q = Pool { people, ..Pool::default() };
        for left in 0..people as u32 {
            for _ in 0..12 {
                let right = dice.below(people as u64) as u32;
                if left < right {
                    let score = dice.below(50) as i64 * 1_000_000;
                    q.pairs.push(Pair { left, right, score });
                }
            }
        }
        for objective in [PoolObjective::Total, PoolObjective::Coverage] {
            proves(&q, &solve(&q, objective));
        }
    }
}

#[test]
fn fixed_and_forbidden_pairs_are_kept() {
    let score = |left, right, score| Pair { left, right, score };
    let mut q = Pool {
        people: 4,
        pairs: vec![score(0, 1, 9), score(2, 3, 9), score(0, 2, 1), score(1, 3, 1)],
        fixed: vec![(2, 0)],
        ..Pool::default()
    };
    assert_eq!(solve(&q, PoolObjective::Total).total, 2);
    q.forbidden = vec![(3, 1)];
    let answer = solve(&q, PoolObjective::Total);
    assert_eq!((answer.total, answer.unmatched), (1, vec![1, 3]));
    q.forbidden = vec![(0, 2)];
    assert_eq!(solve(&q, PoolObjective::Total).status, Status::Impossible);
}
