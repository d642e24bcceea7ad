//! Stable answers when both sides rank each other, with ties, short lists and several seats.

mod propose;

use std::collections::BTreeMap;

use crate::answer::Side;

/// Somebody's place on somebody's list; equal ranks are ties, the smallest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Whose list it is.
    pub who: u32,
    /// Who stands on it.
    pub whom: u32,
    /// The place.
    pub rank: u32,
}

/// Two sides that rank each other. Two people are possible partners when each ranks the other.
#[derive(Clone, Debug, Default)]
pub struct Ranked {
    /// Seats by person on the left.
    pub left: Vec<u32>,
    /// Seats by person on the right.
    pub right: Vec<u32>,
    /// The lists of the left side.
    pub left_ranks: Vec<Rank>,
    /// The lists of the right side.
    pub right_ranks: Vec<Rank>,
}

/// A pair of possible partners with the rank that each gives the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RankedPair {
    /// Left of the pair.
    pub left: u32,
    /// Right of the pair.
    pub right: u32,
    /// The place of the right one on the left one's list.
    pub by_left: u32,
    /// The place of the left one on the right one's list.
    pub by_right: u32,
}

/// A stable answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankedAnswer {
    /// The pairs, in order.
    pub pairs: Vec<RankedPair>,
    /// No answer, stable or not, has more pairs than this.
    pub most_pairs: usize,
    /// Who proposed in the answer that was kept; they fare best.
    pub proposed: Option<Side>,
}

/// A stable answer with as many pairs as the better of both directions finds.
///
/// Ties are used to place more people: whoever is refused by everybody asks once more with
/// precedence among equals (Király). With ties on the asked side only, that is at least two thirds
/// of the largest stable answer; it is always at least half of it.
#[must_use]
pub fn solve(question: &Ranked) -> RankedAnswer {
    let possible = possible(question);
    let right = propose::stable(question, &possible, Side::Right);
    let left = propose::stable(question, &possible, Side::Left);
    let (pairs, proposed) =
        if left.len() > right.len() { (left, Side::Left) } else { (right, Side::Right) };
    let most_pairs = most_pairs(question, &possible);
    RankedAnswer { most_pairs, proposed: (!pairs.is_empty()).then_some(proposed), pairs }
}

/// The pairs of which each ranks the other. Of several places on one list the best counts.
#[must_use]
pub fn possible(question: &Ranked) -> Vec<RankedPair> {
    let best = |ranks: &[Rank]| {
        let mut places: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for r in ranks {
            let place = places.entry((r.who, r.whom)).or_insert(r.rank);
            *place = r.rank.min(*place);
        }
        places
    };
    let theirs = best(&question.right_ranks);
    let known =
        |l: u32, r: u32| (l as usize) < question.left.len() && (r as usize) < question.right.len();
    best(&question.left_ranks)
        .into_iter()
        .filter(|&((left, right), _)| known(left, right))
        .filter_map(|((left, right), by_left)| {
            let by_right = *theirs.get(&(right, left))?;
            Some(RankedPair { left, right, by_left, by_right })
        })
        .collect()
}

/// By person: how many partners, and the rank of the last of them.
type Held = BTreeMap<u32, (u32, u32)>;

/// The pairs that both would rather have than what they have: none when the answer is stable.
#[must_use]
pub fn blocking(question: &Ranked, answer: &[RankedPair]) -> Vec<RankedPair> {
    let mut worst = (Held::new(), Held::new());
    for p in answer {
        let note = |has: &mut Held, who: u32, rank: u32| {
            let entry = has.entry(who).or_insert((0, 0));
            *entry = (entry.0 + 1, entry.1.max(rank));
        };
        note(&mut worst.0, p.left, p.by_left);
        note(&mut worst.1, p.right, p.by_right);
    }
    let wants = |has: &Held, who: u32, seats: u32, rank: u32| {
        let (count, worst) = has.get(&who).copied().unwrap_or((0, 0));
        count < seats || (seats > 0 && rank < worst)
    };
    let blocks = |p: &RankedPair| {
        wants(&worst.0, p.left, question.left[p.left as usize], p.by_left)
            && wants(&worst.1, p.right, question.right[p.right as usize], p.by_right)
    };
    let made: std::collections::BTreeSet<_> = answer.iter().map(|p| (p.left, p.right)).collect();
    let free = |p: &RankedPair| !made.contains(&(p.left, p.right));
    possible(question).into_iter().filter(|p| free(p) && blocks(p)).collect()
}

fn most_pairs(question: &Ranked, possible: &[RankedPair]) -> usize {
    let seats = |all: &[u32]| all.iter().map(|&s| crate::Seats::up_to(s)).collect();
    let pair = |p: &RankedPair| crate::Pair { left: p.left, right: p.right, score: 1 };
    let whole = crate::Assignment {
        left: seats(&question.left),
        right: seats(&question.right),
        pairs: possible.iter().map(pair).collect(),
        ..crate::Assignment::default()
    };
    crate::solve(&whole, crate::Objective::Total).pairs.len()
}
