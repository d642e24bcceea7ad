//! The stable answer when both sides rank by the same score: the best pair first, and so on down.

use std::collections::BTreeMap;

use super::bounds::Bounds;
use super::finish;
use crate::answer::{Answer, Certificate, Status};
use crate::question::{Assignment, Pair};

/// Takes pairs from the greatest score down while both have a seat. Fixed pairs come first.
///
/// Nobody then prefers somebody who would also rather have them: when a pair was passed over, one
/// of the two was full of pairs that score at least as much. Organisations' quotas are kept by
/// passing over pairs that would break them; lower bounds and balance are refused before.
pub(super) fn answer(question: &Assignment, bounds: &Bounds) -> Answer {
    let mut order: Vec<usize> = (0..bounds.pairs.len()).filter(|&p| bounds.may[p].1 == 1).collect();
    let rank = |p: usize| (bounds.may[p].0 == 0, -bounds.pairs[p].score, p);
    order.sort_unstable_by_key(|&p| rank(p));
    let mut seats = (
        bounds.left.iter().map(|s| s.1).collect::<Vec<_>>(),
        bounds.right.iter().map(|s| s.1).collect::<Vec<_>>(),
    );
    let mut room: BTreeMap<(bool, u32), i64> = BTreeMap::new();
    for (o, org) in bounds.organisations.iter().enumerate() {
        room.insert((false, o as u32), org.left.1);
        room.insert((true, o as u32), org.right.1);
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for p in order {
        let pair = bounds.pairs[p];
        let (l, r) = (pair.left as usize, pair.right as usize);
        let gates = [(false, bounds.left_home[l]), (true, bounds.right_home[r])];
        let open = |&(side, o): &(bool, Option<u32>)| o.is_none_or(|o| room[&(side, o)] > 0);
        let wanted = pair.score >= 0 || bounds.may[p].0 == 1;
        if !wanted || seats.0[l] == 0 || seats.1[r] == 0 || !gates.iter().all(open) {
            continue;
        }
        seats.0[l] -= 1;
        seats.1[r] -= 1;
        for (side, o) in gates {
            if let Some(left) = o.and_then(|o| room.get_mut(&(side, o))) {
                *left -= 1;
            }
        }
        pairs.push(pair);
    }
    let total = pairs.iter().map(|p| i128::from(p.score)).sum();
    finish(question, pairs, Status::Stable, total, Certificate::default())
}
