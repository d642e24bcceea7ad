//! Booked meetings: nobody in two places at once, no pair twice, and as good as trying everything.

use matching::booking::{Booking, BookingObjective, Meeting, solve};
use matching::{Pair, Status};

use crate::small::Dice;

fn booking(dice: &mut Dice) -> Booking {
    let (n, m) = (1 + dice.below(3) as usize, 1 + dice.below(4) as usize);
    let seats = |n: usize, dice: &mut Dice| (0..n).map(|_| dice.below(4) as u32).collect();
    let slots = |n: usize, dice: &mut Dice| -> Vec<Vec<u32>> {
        (0..n).map(|_| (0..3).filter(|_| dice.chance(60)).collect()).collect()
    };
    let mut q = Booking {
        left: seats(n, dice),
        right: seats(m, dice),
        left_slots: slots(n, dice),
        right_slots: slots(m, dice),
        pairs: Vec::new(),
    };
    for left in 0..n as u32 {
        for right in 0..m as u32 {
            if q.pairs.len() < 6 && dice.chance(80) {
                q.pairs.push(Pair { left, right, score: dice.below(20) as i64 - 2 });
            }
        }
    }
    q
}

fn possible(q: &Booking) -> Vec<Meeting> {
    let mut all = Vec::new();
    for &pair in &q.pairs {
        for slot in 0..3 {
            let suits = q.left_slots[pair.left as usize].contains(&slot)
                && q.right_slots[pair.right as usize].contains(&slot);
            if suits {
                all.push(Meeting { pair, slot });
            }
        }
    }
    all
}

fn keeps(q: &Booking, made: &[Meeting]) -> bool {
    let clash = |a: &Meeting, b: &Meeting| {
        let (left, right) = (a.pair.left == b.pair.left, a.pair.right == b.pair.right);
        (left && right) || ((left || right) && a.slot == b.slot)
    };
    let count = |of: &dyn Fn(&Meeting) -> bool| made.iter().filter(|m| of(m)).count() as u32;
    (0..made.len()).all(|i| (0..i).all(|k| !clash(&made[i], &made[k])))
        && (0..q.left.len()).all(|i| count(&|m| m.pair.left == i as u32) <= q.left[i])
        && (0..q.right.len()).all(|i| count(&|m| m.pair.right == i as u32) <= q.right[i])
}

fn best(q: &Booking, all: &[Meeting], made: &mut Vec<Meeting>, bonus: i64) -> i64 {
    let Some((first, rest)) = all.split_first() else { return 0 };
    let mut top = best(q, rest, made, bonus);
    made.push(*first);
    if keeps(q, made) {
        top = top.max(first.pair.score + bonus + best(q, rest, made, bonus));
    }
    made.pop();
    top
}

#[test]
fn booked_meetings_are_as_good_as_trying_everything() {
    let mut dice = Dice::new(41);
    let mut proved = 0;
    for case in 0..1500 {
        let q = booking(&mut dice);
        let all = possible(&q);
        for (objective, bonus) in
            [(BookingObjective::Total, 0), (BookingObjective::Coverage, 10_000)]
        {
            let answer = solve(&q, objective);
            assert!(keeps(&q, &answer.meetings), "{case} {q:?} {answer:?}");
            assert!(answer.meetings.iter().all(|m| all.contains(m)));
            let reached = answer.total as i64 + bonus * answer.meetings.len() as i64;
            assert_eq!(reached, best(&q, &all, &mut Vec::new(), bonus), "{case} {q:?} {answer:?}");
            assert!(answer.total <= answer.bound);
            proved += u32::from(answer.status == Status::Optimal);
        }
    }
    // The rest is exact as well, but the prices alone do not show it.
    assert!(proved > 2400, "{proved}");
}
