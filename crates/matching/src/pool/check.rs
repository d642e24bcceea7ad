//! What contradicts itself in a pool's question.

use std::collections::BTreeSet;

use super::solve::{Pool, PoolReason};
use crate::LIMIT;

pub(super) fn faults(pool: &Pool) -> Vec<PoolReason> {
    let couples = pool.fixed.iter().chain(&pool.forbidden).copied();
    let named = couples.chain(pool.pairs.iter().map(|p| (p.left, p.right)));
    let mut faults = BTreeSet::new();
    for (a, b) in named {
        for person in [a, b].into_iter().filter(|&p| p as usize >= pool.people) {
            faults.insert(PoolReason::NoSuchPerson(person));
        }
        if a == b {
            faults.insert(PoolReason::WithThemselves(a));
        }
    }
    for p in pool.pairs.iter().filter(|p| p.score.unsigned_abs() > LIMIT as u64) {
        faults.insert(PoolReason::ScoreOutOfRange(p.left, p.right));
    }
    let listed: BTreeSet<_> = pool.pairs.iter().map(|p| couple(p.left, p.right)).collect();
    let banned: BTreeSet<_> = pool.forbidden.iter().map(|&(a, b)| couple(a, b)).collect();
    let fixed: BTreeSet<_> = pool.fixed.iter().map(|&(a, b)| couple(a, b)).collect();
    let mut taken = BTreeSet::new();
    for &(a, b) in &fixed {
        if !listed.contains(&(a, b)) {
            faults.insert(PoolReason::FixedNotListed(a, b));
        }
        if banned.contains(&(a, b)) {
            faults.insert(PoolReason::FixedAndForbidden(a, b));
        }
        for person in [a, b] {
            if !taken.insert(person) {
                faults.insert(PoolReason::FixedTwice(person));
            }
        }
    }
    faults.into_iter().collect()
}

/// Both ways round are the same couple.
pub(super) fn couple(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}
