//! What a change to the question does to its answer: solved again, and told as a difference.

use crate::answer::{Answer, Side, Status};
use crate::assignment::solve;
use crate::question::{Assignment, Objective, Pair};

/// A change to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Make this pair: (left, right).
    Pin(u32, u32),
    /// Never make this pair.
    Ban(u32, u32),
    /// Let these pairs be possible (a rule is lifted).
    Open(Vec<Pair>),
    /// Give a person so many seats more.
    Seats(Side, u32, u32),
}

/// The difference that a change makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// What the total loses (negative: gains), in units.
    pub cost: i128,
    /// How many pairs fewer there are (negative: more).
    pub pairs_lost: i64,
    /// Pairs that end.
    pub ended: Vec<Pair>,
    /// Pairs that begin.
    pub begun: Vec<Pair>,
    /// People who had a partner and have none now.
    pub displaced: Vec<(Side, u32)>,
    /// People who had no partner and have one now.
    pub placed: Vec<(Side, u32)>,
}

/// A changed answer and its price; no price when the change makes the question impossible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The best answer to the changed question.
    pub answer: Answer,
    /// The difference to the answer before.
    pub price: Option<Price>,
}

/// The price of making a pair that is listed.
#[must_use]
pub fn price_of_pin(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    (left, right): (u32, u32),
) -> Changed {
    price_of_change(question, objective, now, &[Change::Pin(left, right)])
}

/// The price of never making a pair.
#[must_use]
pub fn price_of_ban(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    (left, right): (u32, u32),
) -> Changed {
    price_of_change(question, objective, now, &[Change::Ban(left, right)])
}

/// The price of exchanging the partners of two pairs.
#[must_use]
pub fn price_of_swap(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    one: (u32, u32),
    other: (u32, u32),
) -> Changed {
    let crossed = [Change::Pin(one.0, other.1), Change::Pin(other.0, one.1)];
    price_of_change(question, objective, now, &crossed)
}

/// The price of several changes together.
#[must_use]
pub fn price_of_change(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    changes: &[Change],
) -> Changed {
    let mut changed = question.clone();
    for change in changes {
        apply(&mut changed, change);
    }
    let answer = solve(&changed, objective);
    let solved = !matches!(answer.status, Status::Impossible | Status::Cancelled);
    let price = solved.then(|| difference(now, &answer));
    Changed { answer, price }
}

/// Whether a change gives a person a partner: solved again.
#[must_use]
pub fn confirm(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    change: &Change,
    who: (Side, u32),
) -> Option<Changed> {
    let changed = price_of_change(question, objective, now, std::slice::from_ref(change));
    let placed = changed.price.as_ref().is_some_and(|p| p.placed.contains(&who));
    placed.then_some(changed)
}

/// The one seat more, among the possible partners of a person, that gives them a partner and
/// the whole the most; confirmed by solving again. At most `tries` partners are tried.
#[must_use]
pub fn cheapest_seat(
    question: &Assignment,
    objective: Objective,
    now: &Answer,
    who: (Side, u32),
    tries: usize,
) -> Option<(Change, Changed)> {
    let crowding = super::crowding(question, now, who.0, who.1);
    let other = if who.0 == Side::Left { Side::Right } else { Side::Left };
    let score = |partner: u32| {
        let ends = if who.0 == Side::Left { (who.1, partner) } else { (partner, who.1) };
        question.pairs.iter().filter(|p| (p.left, p.right) == ends).map(|p| p.score).max()
    };
    let mut partners = crowding.partners;
    partners.sort_by_key(|&p| std::cmp::Reverse(score(p)));
    let confirmed = partners.into_iter().take(tries).filter_map(|partner| {
        let change = Change::Seats(other, partner, 1);
        confirm(question, objective, now, &change, who).map(|changed| (change, changed))
    });
    confirmed.min_by_key(|(_, c)| c.price.as_ref().map(|p| (p.pairs_lost, p.cost)))
}

fn apply(question: &mut Assignment, change: &Change) {
    match change {
        Change::Pin(l, r) => question.fixed.push((*l, *r)),
        Change::Ban(l, r) => {
            question.fixed.retain(|f| f != &(*l, *r));
            question.forbidden.push((*l, *r));
        }
        Change::Open(pairs) => {
            question.pairs.extend(pairs);
            let opened = |f: &(u32, u32)| pairs.iter().any(|p| (p.left, p.right) == *f);
            question.forbidden.retain(|f| !opened(f));
        }
        Change::Seats(side, index, more) => {
            let seats = if *side == Side::Left { &mut question.left } else { &mut question.right };
            if let Some(seat) = seats.get_mut(*index as usize) {
                seat.most = seat.most.saturating_add(*more);
            }
        }
    }
}

fn difference(before: &Answer, after: &Answer) -> Price {
    let minus = |a: &[Pair], b: &[Pair]| -> Vec<Pair> {
        a.iter().filter(|p| b.binary_search(p).is_err()).copied().collect()
    };
    let gone = |a: &Answer, b: &Answer| -> Vec<(Side, u32)> {
        let left =
            |p: &Answer| p.pairs.iter().map(|p| p.left).collect::<std::collections::BTreeSet<_>>();
        let right =
            |p: &Answer| p.pairs.iter().map(|p| p.right).collect::<std::collections::BTreeSet<_>>();
        let lefts: Vec<_> = left(a).difference(&left(b)).map(|&i| (Side::Left, i)).collect();
        let rights: Vec<_> = right(a).difference(&right(b)).map(|&i| (Side::Right, i)).collect();
        [lefts, rights].concat()
    };
    Price {
        cost: before.total - after.total,
        pairs_lost: before.pairs.len() as i64 - after.pairs.len() as i64,
        ended: minus(&before.pairs, &after.pairs),
        begun: minus(&after.pairs, &before.pairs),
        displaced: gone(before, after),
        placed: gone(after, before),
    }
}
