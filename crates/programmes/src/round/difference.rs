//! What changes between two outcomes of one round: the price of a decision. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::Outcome;

/// Giver and receiver by their positions.
pub type Two = (usize, usize);

/// The difference between two outcomes with the same people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the total loses, in units (negative: gains).
    pub cost: i64,
    /// Pairs that end, with their score.
    pub ended: Vec<(Two, i64)>,
    /// Pairs that begin, with their score.
    pub begun: Vec<(Two, i64)>,
    /// Those in another group than before.
    pub moved: Vec<Moved>,
    /// Those who receive and lose their only partner, or their group.
    pub displaced: Vec<usize>,
    /// Those who receive and gain one.
    pub placed: Vec<usize>,
}

/// Somebody in another group. Groups go by their number in the first outcome; those that it did
/// not have are numbered on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Who.
    pub person: usize,
    /// The group that they leave.
    pub from: Option<usize>,
    /// The group that they join.
    pub to: Option<usize>,
}

impl Difference {
    /// From one outcome to another.
    #[must_use]
    pub fn between(before: &Outcome, after: &Outcome) -> Self {
        let (were, are) = (pairs(before), pairs(after));
        let two = |pairs: &BTreeSet<(Two, i64)>| -> BTreeSet<Two> {
            pairs.iter().map(|(pair, _)| *pair).collect()
        };
        let (had, has) = (two(&were), two(&are));
        let (mut displaced, mut placed) = (before.receivers(), after.receivers());
        let stays: BTreeSet<usize> =
            displaced.iter().filter(|who| placed.contains(who)).copied().collect();
        displaced.retain(|who| !stays.contains(who));
        placed.retain(|who| !stays.contains(who));
        Self {
            cost: before.total - after.total,
            ended: were.into_iter().filter(|(pair, _)| !has.contains(pair)).collect(),
            begun: are.into_iter().filter(|(pair, _)| !had.contains(pair)).collect(),
            moved: moved(before, after),
            displaced,
            placed,
        }
    }

    /// Whether nobody's partner or group changes.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.ended.is_empty() && self.begun.is_empty() && self.moved.is_empty()
    }
}

/// The pairs of an outcome; the one group of three of a pool counts as its three.
fn pairs(outcome: &Outcome) -> BTreeSet<(Two, i64)> {
    let mut pairs: BTreeSet<(Two, i64)> =
        outcome.proposals.iter().map(|p| ((p.giver, p.receiver), p.score)).collect();
    for group in outcome.groups.iter().filter(|_| !outcome.formed) {
        for (at, one) in group.members.iter().enumerate() {
            let others = group.members[at + 1..].iter();
            pairs.extend(others.map(|other| ((one.person, other.person), group.value)));
        }
    }
    pairs
}

type Parts = BTreeSet<(usize, bool)>;

fn parts(outcome: &Outcome) -> Vec<Parts> {
    let formed = outcome.groups.iter().filter(|_| outcome.formed);
    let seats = |group: &super::outcome::Group| {
        group.members.iter().map(|seat| (seat.person, seat.leads)).collect()
    };
    formed.map(seats).collect()
}

fn moved(before: &Outcome, after: &Outcome) -> Vec<Moved> {
    let (were, are) = (parts(before), parts(after));
    let numbers = numbered(&were, &are);
    let homes = |groups: &[Parts], number: &dyn Fn(usize) -> usize| {
        let mut homes: BTreeMap<(usize, bool), usize> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            homes.extend(group.iter().map(|part| (*part, number(at))));
        }
        homes
    };
    let (from, to) = (homes(&were, &|at| at), homes(&are, &|at| numbers[at]));
    let all: BTreeSet<(usize, bool)> = from.keys().chain(to.keys()).copied().collect();
    let moves = all.into_iter().filter_map(|part| {
        let (from, to) = (from.get(&part).copied(), to.get(&part).copied());
        (from != to).then_some(Moved { person: part.0, from, to })
    });
    moves.collect()
}

/// For each group afterwards the group before with which it shares the most people.
fn numbered(were: &[Parts], are: &[Parts]) -> Vec<usize> {
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (now, group) in are.iter().enumerate() {
        for (then, other) in were.iter().enumerate() {
            shared.push((group.intersection(other).count(), now, then));
        }
    }
    shared.sort_by_key(|&(count, now, then)| (std::cmp::Reverse(count), now, then));
    let mut numbers: Vec<Option<usize>> = vec![None; are.len()];
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (count, now, then) in shared {
        if count > 0 && numbers[now].is_none() && !taken.contains(&then) {
            numbers[now] = Some(then);
            taken.insert(then);
        }
    }
    let mut next = were.len();
    let mut fresh = || {
        next += 1;
        next - 1
    };
    numbers.into_iter().map(|number| number.unwrap_or_else(&mut fresh)).collect()
}
