//! Where the searches begin: the pool assigned to itself, which is nearly a matching.
//!
//! In the assignment everybody gives once and takes once. Half the sum of a person's two prices is a
//! price that covers every pair, and everybody whom they chose fits it; chains and even rings
//! fall into pairs, an odd ring leaves one person over. Only those need a search.

use crate::question::Pair;
use crate::swift::{Task, best};
use crate::watch::Watch;

/// Prices in half units, and pairs that fit them.
pub(super) struct Start {
    pub prices: Vec<i64>,
    pub pairs: Vec<(u32, u32)>,
}

/// Nothing when the numbers are too large for the quick way, or the watcher stopped it.
pub(super) fn fractional(
    people: usize,
    pairs: &[Pair],
    bonus: i128,
    watch: Watch,
) -> Option<Start> {
    let bonus = i64::try_from(bonus).ok().filter(|b| *b < 1 << 60)?;
    if pairs.iter().any(|p| p.score.checked_add(bonus).is_none_or(|w| w.abs() >= 1 << 60)) {
        return None;
    }
    let both: Vec<Pair> =
        pairs.iter().flat_map(|p| [*p, Pair { left: p.right, right: p.left, ..*p }]).collect();
    let worth = |n: usize| both[n].score + bonus;
    let seats = vec![1; people];
    let task = Task { left: &seats, right: &seats, pairs: &both, worth, hint: None };
    let done = best(&task, 0, watch)?;
    let mut gives = vec![NONE; people];
    let mut takes = vec![NONE; people];
    for p in &done.made {
        gives[p.left as usize] = p.right;
        takes[p.right as usize] = p.left;
    }
    let prices = done.left.iter().zip(&done.right).map(|(l, r)| l + r).collect();
    Some(Start { prices, pairs: fall_apart(&gives, &takes) })
}

const NONE: u32 = u32::MAX;

/// Every second step of each chain and ring.
fn fall_apart(gives: &[u32], takes: &[u32]) -> Vec<(u32, u32)> {
    let mut met = vec![false; gives.len()];
    let mut pairs = Vec::new();
    // Chains first, from their beginnings; what is left then are rings.
    let begins = (0..gives.len()).filter(|&v| takes[v] == NONE);
    for v in begins.chain(0..gives.len()) {
        let mut v = v;
        while !met[v] && gives[v] != NONE {
            let w = gives[v] as usize;
            if met[w] {
                break;
            }
            (met[v], met[w]) = (true, true);
            pairs.push((v as u32, w as u32));
            match gives[w] {
                NONE => break,
                next => v = next as usize,
            }
        }
    }
    pairs
}
