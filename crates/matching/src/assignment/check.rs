//! What contradicts itself in a question before anything is solved.

use std::collections::BTreeSet;

use super::seats;
use crate::LIMIT;
use crate::answer::{Reason, Side};
use crate::question::{Assignment, Pair};

/// All contradictions, in a fixed order; none means that the question can be asked.
pub(super) fn faults(question: &Assignment) -> Vec<Reason> {
    if is_sound(question) {
        return Vec::new();
    }
    let mut faults = strangers(question);
    if !faults.is_empty() {
        return faults;
    }
    for side in [Side::Left, Side::Right] {
        let over = seats(question, side).iter().enumerate().filter(|(_, s)| s.least > s.most);
        faults.extend(over.map(|(i, _)| Reason::LeastOverMost { side, index: i as u32 }));
    }
    let wild = question.pairs.iter().filter(|p| p.score.unsigned_abs() > LIMIT as u64);
    faults.extend(wild.map(|p| Reason::ScoreOutOfRange { left: p.left, right: p.right }));
    if !question.fixed.is_empty() {
        fixed(question, &mut faults);
    }
    faults
}

/// Whether nothing of all this can be; looks at everything once.
fn is_sound(question: &Assignment) -> bool {
    let (lefts, rights) = (question.left.len(), question.right.len());
    let seats = question.left.iter().chain(&question.right).all(|s| s.least <= s.most);
    let sound = |p: &Pair| {
        (p.left as usize) < lefts
            && (p.right as usize) < rights
            && p.score.unsigned_abs() <= LIMIT as u64
    };
    let named = question.fixed.len() + question.forbidden.len();
    // Without a branch a pair, which takes a fraction of the time.
    seats && named == 0 && question.pairs.iter().fold(true, |all, p| all & sound(p))
}

fn strangers(question: &Assignment) -> Vec<Reason> {
    let (lefts, rights) = (question.left.len(), question.right.len());
    let listed = question.pairs.iter().map(|p| (p.left, p.right));
    let named = question.fixed.iter().chain(&question.forbidden).copied();
    let mut unknown = BTreeSet::new();
    for (left, right) in listed.chain(named) {
        if left as usize >= lefts {
            unknown.insert((Side::Left, left));
        }
        if right as usize >= rights {
            unknown.insert((Side::Right, right));
        }
    }
    unknown.into_iter().map(|(side, index)| Reason::NoSuchPerson { side, index }).collect()
}

fn fixed(question: &Assignment, faults: &mut Vec<Reason>) {
    let wanted: BTreeSet<(u32, u32)> = question.fixed.iter().copied().collect();
    let banned: BTreeSet<(u32, u32)> = question.forbidden.iter().copied().collect();
    let listed: BTreeSet<(u32, u32)> =
        question.pairs.iter().map(|p| (p.left, p.right)).filter(|p| wanted.contains(p)).collect();
    let mut load = (vec![0u32; question.left.len()], vec![0u32; question.right.len()]);
    for &(left, right) in &wanted {
        if banned.contains(&(left, right)) {
            faults.push(Reason::FixedAndForbidden { left, right });
        } else if !listed.contains(&(left, right)) {
            faults.push(Reason::FixedNotListed { left, right });
        }
        load.0[left as usize] += 1;
        load.1[right as usize] += 1;
    }
    for (side, load) in [(Side::Left, &load.0), (Side::Right, &load.1)] {
        for (i, (seat, &fixed)) in seats(question, side).iter().zip(load).enumerate() {
            if fixed > seat.most {
                faults.push(Reason::FixedOverMost { side, index: i as u32, fixed });
            }
        }
    }
}
