//! Stable answers: nobody would rather have each other, and ties are used to place more.

use matching::ranked::{Rank, Ranked, RankedPair, blocking, possible, solve};

use crate::small::Dice;

fn ranked(dice: &mut Dice, both_sides_tie: bool) -> Ranked {
    let (n, m) = (1 + dice.below(5) as u32, 1 + dice.below(5) as u32);
    let seats =
        |n: u32, most: u64, dice: &mut Dice| (0..n).map(|_| dice.below(most) as u32).collect();
    let mut q = Ranked {
        left: seats(n, 4, dice),
        right: if both_sides_tie { seats(m, 3, dice) } else { vec![1; m as usize] },
        ..Ranked::default()
    };
    for who in 0..n {
        let whom = (0..m).filter(|_| dice.chance(70)).collect::<Vec<_>>();
        let rank = |dice: &mut Dice| 1 + dice.below(3) as u32;
        q.left_ranks.extend(whom.into_iter().map(|whom| Rank { who, whom, rank: rank(dice) }));
    }
    for who in 0..m {
        let mut order: Vec<u32> = (0..n).collect();
        for i in (1..order.len()).rev() {
            order.swap(i, dice.below(i as u64 + 1) as usize);
        }
        for (place, whom) in order.into_iter().enumerate() {
            let rank = if both_sides_tie { 1 + dice.below(3) as u32 } else { place as u32 };
            q.right_ranks.push(Rank { who, whom, rank });
        }
    }
    q
}

/// The largest stable answer by trying every set of pairs.
fn largest(q: &Ranked) -> Option<usize> {
    let all = possible(q);
    if all.len() > 10 {
        return None;
    }
    let fits = |made: &[RankedPair]| {
        let count = |of: &dyn Fn(&RankedPair) -> bool| made.iter().filter(|p| of(p)).count() as u32;
        (0..q.left.len()).all(|i| count(&|p| p.left == i as u32) <= q.left[i])
            && (0..q.right.len()).all(|i| count(&|p| p.right == i as u32) <= q.right[i])
    };
    (0u32..1 << all.len())
        .map(|set| (0..all.len()).filter(|i| set >> i & 1 == 1).map(|i| all[i]).collect::<Vec<_>>())
        .filter(|made| fits(made) && blocking(q, made).is_empty())
        .map(|made| made.len())
        .max()
}

#[test]
fn no_two_people_would_rather_have_each_other() {
    let mut dice = Dice::new(31);
    for case in 0..6000 {
        let q = ranked(&mut dice, case % 2 == 0);
        let answer = solve(&q);
        assert!(blocking(&q, &answer.pairs).is_empty(), "{case} {q:?} {answer:?}");
        assert!(answer.pairs.len() <= answer.most_pairs);
        for (seats, of) in [(&q.left, true), (&q.right, false)] {
            for (i, &most) in seats.iter().enumerate() {
                let is = |p: &&RankedPair| if of { p.left } else { p.right } == i as u32;
                assert!(answer.pairs.iter().filter(is).count() as u32 <= most);
            }
        }
    }
}

#[test]
fn ties_place_at_least_two_thirds_of_the_largest_stable_answer() {
    let mut dice = Dice::new(32);
    let mut compared = 0;
    for case in 0..1500 {
        let q = ranked(&mut dice, case % 2 == 0);
        let Some(most) = largest(&q) else { continue };
        let found = solve(&q).pairs.len();
        let promised = if case % 2 == 0 { 2 * found >= most } else { 3 * found >= 2 * most };
        assert!(promised, "{case}: {found} of {most} {q:?}");
        compared += 1;
    }
    assert!(compared > 300);
}
