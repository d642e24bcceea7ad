//! Deferred acceptance: one side asks down its lists, the other keeps the best who asked.

use super::{Ranked, RankedPair};
use crate::answer::Side;

/// One who asks: their list, how far they came, and whether they ask with precedence.
struct Asker {
    list: Vec<usize>,
    next: usize,
    again: bool,
    seats: u32,
    held: u32,
}

/// A stable answer in which `side` asks.
pub(super) fn stable(question: &Ranked, possible: &[RankedPair], side: Side) -> Vec<RankedPair> {
    let (asking, asked) = match side {
        Side::Left => (&question.left, &question.right),
        Side::Right => (&question.right, &question.left),
    };
    let ends = |p: &RankedPair| match side {
        Side::Left => (p.left as usize, p.right as usize, p.by_left, p.by_right),
        Side::Right => (p.right as usize, p.left as usize, p.by_right, p.by_left),
    };
    let mut askers: Vec<Asker> = asking
        .iter()
        .map(|&seats| Asker { list: Vec::new(), next: 0, again: false, seats, held: 0 })
        .collect();
    for (n, p) in possible.iter().enumerate() {
        askers[ends(p).0].list.push(n);
    }
    for asker in &mut askers {
        asker.list.sort_by_key(|&n| (ends(&possible[n]).2, n));
    }
    // By pair: whether it is held now.
    let mut held = vec![false; possible.len()];
    let mut holds: Vec<Vec<usize>> = vec![Vec::new(); asked.len()];
    let mut open: Vec<usize> = (0..askers.len()).rev().collect();
    while let Some(who) = open.pop() {
        while askers[who].held < askers[who].seats {
            let Some(&pair) = askers[who].list.get(askers[who].next) else {
                if askers[who].again {
                    break;
                }
                askers[who].again = true;
                askers[who].next = 0;
                continue;
            };
            askers[who].next += 1;
            let whom = ends(&possible[pair]).1;
            if held[pair] || asked[whom] == 0 {
                continue;
            }
            held[pair] = true;
            askers[who].held += 1;
            holds[whom].push(pair);
            if holds[whom].len() > asked[whom] as usize {
                // The least welcome goes; among equals those without precedence, then the latest.
                let welcome =
                    |n: &usize| (ends(&possible[*n]).3, !askers[ends(&possible[*n]).0].again);
                let worst = (0..holds[whom].len()).max_by_key(|&i| (welcome(&holds[whom][i]), i));
                let gone = holds[whom].swap_remove(worst.unwrap_or(0));
                held[gone] = false;
                let other = ends(&possible[gone]).0;
                askers[other].held -= 1;
                if other != who {
                    open.push(other);
                }
            }
        }
    }
    possible.iter().zip(&held).filter(|(_, held)| **held).map(|(p, _)| *p).collect()
}
