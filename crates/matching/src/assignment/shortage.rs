//! Why lower bounds cannot all be met: the people who are owed more than their partners can give.

use std::collections::BTreeSet;

use super::bounds::{Bounds, Span};
use super::circulation::{Outcome, Solved, greatest};
use crate::answer::{Reason, Side};
use crate::watch::Watch;

/// Reasons for an impossible question, each a set of people that is short as it stands.
pub(super) fn reasons(bounds: &Bounds, watch: Watch) -> Vec<Reason> {
    if let Some(reason) = fixed_over_quota(bounds) {
        return vec![reason];
    }
    let mut found: Vec<Reason> = [Side::Left, Side::Right]
        .into_iter()
        .filter_map(|side| short(bounds, side, watch))
        .collect();
    if found.is_empty() {
        found.push(Reason::QuotaConflict);
    }
    found
}

fn fixed_over_quota(bounds: &Bounds) -> Option<Reason> {
    bounds.organisations.iter().enumerate().find_map(|(o, org)| {
        let fixed = bounds.pairs.iter().zip(&bounds.may).filter(|(_, may)| may.0 == 1);
        let mut sums = (0, 0);
        for (p, _) in fixed {
            sums.0 += i64::from(bounds.left_home[p.left as usize] == Some(o as u32));
            sums.1 += i64::from(bounds.right_home[p.right as usize] == Some(o as u32));
        }
        let over = sums.0 > org.left.1 || sums.1 > org.right.1;
        over.then_some(Reason::FixedOverQuota { organisation: org.number })
    })
}

/// The people of one side who together are owed more than can be made, if there are any.
///
/// Everybody else's lower bound is lifted and only what is owed on this side may be used; the most
/// that can be made is compared with what is owed. The people with a price of nought compete.
fn short(bounds: &Bounds, side: Side, watch: Watch) -> Option<Reason> {
    let owed: i64 = spans(bounds, side).iter().map(|s| s.0).sum();
    let mut owing = bounds.clone();
    let lift = |spans: &mut Vec<Span>| spans.iter_mut().for_each(|s| s.0 = 0);
    let only_owed = |spans: &mut Vec<Span>| spans.iter_mut().for_each(|s| *s = (0, s.0));
    for may in &mut owing.may {
        may.0 = 0;
    }
    match side {
        Side::Left => (only_owed(&mut owing.left), lift(&mut owing.right)),
        Side::Right => (lift(&mut owing.left), only_owed(&mut owing.right)),
    };
    for o in &mut owing.organisations {
        (o.left.0, o.right.0) = (0, 0);
    }
    let Outcome::Solved(Solved { made, prices }) = greatest(&owing, |_| 1, 0, watch) else {
        return None;
    };
    if (made.len() as i64) >= owed {
        return None;
    }
    let price = if side == Side::Left { &prices.left } else { &prices.right };
    let people: BTreeSet<u32> = (0..price.len())
        .filter(|&i| price[i] <= 0 && spans(bounds, side)[i].0 > 0)
        .map(|i| i as u32)
        .collect();
    let of = |i: u32| spans(bounds, side)[i as usize].0;
    let met = |p: &&usize| {
        let pair = bounds.pairs[**p];
        people.contains(if side == Side::Left { &pair.left } else { &pair.right })
    };
    Some(Reason::TooFewSeats {
        side,
        owed: people.iter().map(|&i| of(i) as u64).sum(),
        possible: made.iter().filter(met).count() as u64,
        people: people.into_iter().collect(),
    })
}

fn spans(bounds: &Bounds, side: Side) -> &[Span] {
    match side {
        Side::Left => &bounds.left,
        Side::Right => &bounds.right,
    }
}
