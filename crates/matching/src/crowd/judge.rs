//! What two people are worth to each other, condition by condition.

use super::PERFECT;
use super::column::{Column, Crowd, Hours};
use super::criterion::{Force, Program, Rule, WHOLE};
use crate::answer::Side;

/// One wish's part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Position of the criterion in the program.
    pub criterion: usize,
    /// How far it is fulfilled, in millionths; nothing when it is not known.
    pub value: Option<u32>,
    /// What it adds, in units.
    pub units: i64,
}

/// The verdict on a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The score in units; nothing when a must is violated.
    pub score: Option<i64>,
    /// The parts of the wishes, in the program's order; they sum up to the score.
    pub parts: Vec<Part>,
    /// The musts that are violated: bit = position of the criterion.
    pub violated: u64,
}

/// A program over a crowd, made ready for many pairs.
pub struct Judge<'a> {
    crowd: &'a Crowd,
    program: &'a Program,
    /// By criterion: topics offered as bits, in rows of `width` words.
    bits: Vec<Bits>,
}

#[derive(Default)]
struct Bits {
    width: usize,
    words: Vec<u64>,
}

impl Bits {
    fn of(topics: &[Vec<u32>]) -> Self {
        let top = topics.iter().flatten().max().map_or(0, |&t| t as usize + 1);
        // Numbers of topics are dense by contract; absurd ones fall back to the lists.
        if top > 1 << 14 {
            return Self::default();
        }
        let width = top.div_ceil(64);
        let mut words = vec![0; width * topics.len()];
        for (person, list) in topics.iter().enumerate() {
            for &t in list {
                words[person * width + t as usize / 64] |= 1 << (t % 64);
            }
        }
        Self { width, words }
    }

    fn has(&self, person: usize, topic: u32, lists: &[Vec<u32>]) -> bool {
        if self.width == 0 {
            return lists.get(person).is_some_and(|l| l.contains(&topic));
        }
        let word = topic as usize / 64;
        word < self.width
            && self
                .words
                .get(person * self.width + word)
                .is_some_and(|w| w >> (topic % 64) & 1 == 1)
    }
}

impl<'a> Judge<'a> {
    /// Makes the program ready for the crowd.
    #[must_use]
    pub fn new(crowd: &'a Crowd, program: &'a Program) -> Self {
        let bits = program.criteria().iter().map(|c| match c.rule {
            Rule::Overlap { offers: column, .. } | Rule::Alike { column } => {
                Bits::of(topics(crowd, column))
            }
            _ => Bits::default(),
        });
        Self { crowd, program, bits: bits.collect() }
    }

    pub(super) fn crowd(&self) -> &Crowd {
        self.crowd
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.program
    }

    /// The score alone: the quick way, for very many pairs.
    #[must_use]
    pub fn score(&self, left: u32, right: u32) -> Option<i64> {
        let mut sum = 0;
        for (i, c) in self.program.criteria().iter().enumerate() {
            match c.force {
                Force::Must { at_least } => {
                    if self.value(i, left, right).is_some_and(|v| v < at_least) {
                        return None;
                    }
                }
                Force::Wish { .. } => {
                    sum += part(self.program.worth(i), self.value(i, left, right));
                }
            }
        }
        Some(if self.program.wishes_nothing() { PERFECT } else { sum })
    }

    /// The score with its reasons.
    #[must_use]
    pub fn judge(&self, left: u32, right: u32) -> Judgement {
        let mut parts = Vec::new();
        let mut violated = 0u64;
        for (criterion, c) in self.program.criteria().iter().enumerate() {
            let value = self.value(criterion, left, right);
            match c.force {
                Force::Must { at_least } => {
                    violated |= u64::from(value.is_some_and(|v| v < at_least)) << criterion;
                }
                Force::Wish { .. } => {
                    let units = part(self.program.worth(criterion), value);
                    parts.push(Part { criterion, value, units });
                }
            }
        }
        let sum = parts.iter().map(|p| p.units).sum();
        let score = if self.program.wishes_nothing() { PERFECT } else { sum };
        Judgement { score: (violated == 0).then_some(score), parts, violated }
    }

    /// How far a criterion is fulfilled, in millionths; nothing when it is not known.
    #[must_use]
    pub fn value(&self, criterion: usize, left: u32, right: u32) -> Option<u32> {
        let rule = self.program.criteria().get(criterion)?.rule;
        let (l, r) = (left as usize, right as usize);
        match rule {
            Rule::Overlap { wants, offers, by, enough } => {
                let (a, b) = if by == Side::Left { (l, r) } else { (r, l) };
                let (wanted, offered) = (topics(self.crowd, wants), topics(self.crowd, offers));
                overlap(wanted.get(a)?, enough, |t| self.bits[criterion].has(b, t, offered))
            }
            Rule::Alike { column } => {
                let lists = topics(self.crowd, column);
                let (mine, theirs) = (lists.get(l)?, lists.get(r)?);
                let least = mine.len().min(theirs.len()) as u64;
                let both = mine.iter().filter(|&&t| self.bits[criterion].has(r, t, lists)).count();
                (least > 0).then(|| share(both as u64, least))
            }
            Rule::Within { column, least, most, fade } => {
                let (a, b) = both(numbers(self.crowd, column), l, r)?;
                Some(within(i128::from(a) - i128::from(b), least, most, fade))
            }
            Rule::Common { column } => {
                let Some(Column::Mask(masks)) = self.crowd.columns.get(column) else { return None };
                let (a, b) = (*masks.get(l)?, *masks.get(r)?);
                (a != 0 && b != 0).then(|| whole(a & b != 0))
            }
            Rule::SharedHours { column, enough } => {
                let Some(Column::Hours(hours)) = self.crowd.columns.get(column) else {
                    return None;
                };
                shared(hours.get(l)?, hours.get(r)?, enough)
            }
            Rule::Same { column } => {
                both(labels(self.crowd, column), l, r).map(|(a, b)| whole(a == b))
            }
            Rule::Different { column } => {
                both(labels(self.crowd, column), l, r).map(|(a, b)| whole(a != b))
            }
            Rule::OutOfChain { column } => both(chains(self.crowd, column), l, r)
                .map(|(a, b)| whole(!encloses(a, b) && !encloses(b, a))),
            Rule::InChain { column } => {
                both(chains(self.crowd, column), l, r).map(|(a, b)| whole(encloses(a, b)))
            }
            Rule::Unlisted { column } => {
                let lists = people(self.crowd, column);
                let on = |a: usize, b: u32| lists.get(a).is_some_and(|list| list.contains(&b));
                Some(whole(!on(l, right) && !on(r, left)))
            }
            Rule::Listed { column, by } => {
                let (mine, other) = if by == Side::Left { (l, right) } else { (r, left) };
                let list = people(self.crowd, column).get(mine)?;
                let rank = list.iter().position(|&p| p == other);
                (!list.is_empty())
                    .then(|| rank.map_or(0, |k| share((list.len() - k) as u64, list.len() as u64)))
            }
        }
    }
}

pub(super) fn part(worth: i64, value: Option<u32>) -> i64 {
    value.map_or(0, |v| worth * i64::from(v) / i64::from(WHOLE))
}

fn whole(yes: bool) -> u32 {
    if yes { WHOLE } else { 0 }
}

pub(super) fn share(of: u64, all: u64) -> u32 {
    (of.min(all) * u64::from(WHOLE) / all.max(1)) as u32
}

fn both<T: Copy>(column: &[Option<T>], l: usize, r: usize) -> Option<(T, T)> {
    Some(((*column.get(l)?)?, (*column.get(r)?)?))
}

/// The first of `n` wanted topics weighs `n`, the last 1.
fn overlap(wanted: &[u32], enough: u32, offered: impl Fn(u32) -> bool) -> Option<u32> {
    let n = wanted.len() as u64;
    let weigh = |rank: usize| n - rank as u64;
    let covered: u64 =
        wanted.iter().enumerate().filter(|&(_, &t)| offered(t)).map(|(k, _)| weigh(k)).sum();
    let full: u64 = (0..wanted.len()).take(enough.max(1) as usize).map(weigh).sum();
    (n > 0).then(|| share(covered, full))
}

fn within(difference: i128, least: i64, most: i64, fade: u32) -> u32 {
    let (least, most) = (i128::from(least), i128::from(most));
    let beyond = (least - difference).max(difference - most).max(0);
    let steps = i128::from(fade) + 1;
    if beyond >= steps { 0 } else { share((steps - beyond) as u64, steps as u64) }
}

fn shared(a: &Hours, b: &Hours, enough: u32) -> Option<u32> {
    let said = |h: &Hours| h.iter().any(|&w| w != 0);
    let common: u32 = a.iter().zip(b).map(|(x, y)| (x & y).count_ones()).sum();
    (said(a) && said(b)).then(|| share(u64::from(common), u64::from(enough.max(1))))
}

/// Whether the first stands at or above the second in the tour of the tree.
fn encloses(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 <= b.0 && b.1 <= a.1
}

fn topics(crowd: &Crowd, column: usize) -> &[Vec<u32>] {
    match crowd.columns.get(column) {
        Some(Column::Topics(lists)) => lists,
        _ => &[],
    }
}

fn people(crowd: &Crowd, column: usize) -> &[Vec<u32>] {
    match crowd.columns.get(column) {
        Some(Column::People(lists)) => lists,
        _ => &[],
    }
}

fn numbers(crowd: &Crowd, column: usize) -> &[Option<i64>] {
    match crowd.columns.get(column) {
        Some(Column::Number(all)) => all,
        _ => &[],
    }
}

fn labels(crowd: &Crowd, column: usize) -> &[Option<u32>] {
    match crowd.columns.get(column) {
        Some(Column::Label(all)) => all,
        _ => &[],
    }
}

fn chains(crowd: &Crowd, column: usize) -> &[Option<(u32, u32)>] {
    match crowd.columns.get(column) {
        Some(Column::Chain(all)) => all,
        _ => &[],
    }
}
