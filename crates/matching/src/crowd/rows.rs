//! All scores of one person on the left with everybody on the right, quickly.
//!
//! Conditions on facts that few values tell apart are looked up in tables over the values; topics
//! are counted along lists of who wants or offers them; pairs that stand on somebody's list are
//! judged one by one. The scores are those of [`Judge`], to the last unit.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::PERFECT;
use super::column::{Column, Crowd};
use super::criterion::{Force, Rule, WHOLE};
use super::judge::{Judge, part, share};
use crate::answer::Side;

/// A score below nought marks a pair that must not be.
const NEVER: i64 = -(1 << 40);

/// A table has at most so many values on the right, and is kept for so many on the left.
const WIDEST: usize = 2048;
const KEPT: usize = 4096;

/// Conditions that are looked up together.
struct Lookup {
    criteria: Vec<usize>,
    /// By place on the right: the number of the joint value, and who stands for it.
    codes: Vec<u32>,
    stands_for: Vec<u32>,
    /// By joint value on the left: the units by value on the right.
    known: HashMap<Vec<u64>, Rc<Vec<i64>>>,
}

/// One condition on topics: by topic, who on the right has it and what that weighs.
struct Topics {
    criterion: usize,
    postings: Vec<Vec<(u32, u32)>>,
    /// By place on the right: what is the whole; 0 when nothing is known.
    full: Vec<u32>,
}

pub(super) struct Rows<'a> {
    judge: &'a Judge<'a>,
    right: Vec<u32>,
    lookups: Vec<Lookup>,
    topics: Vec<Topics>,
    /// By person: places on the right on whose lists they are, or who is on theirs.
    special: HashMap<u32, Vec<u32>>,
    row: Vec<i64>,
    covered: Vec<u32>,
    touched: Vec<u32>,
    /// What every pair has from conditions on lists when it stands on none.
    base: i64,
}

impl<'a> Rows<'a> {
    pub(super) fn new(judge: &'a Judge<'a>, right: &[u32]) -> Self {
        let criteria = judge.program().criteria();
        let (mut lookups, mut topics): (Vec<Lookup>, Vec<Topics>) = (Vec::new(), Vec::new());
        let mut base = 0;
        for (n, c) in criteria.iter().enumerate() {
            match c.rule {
                Rule::Overlap { .. } | Rule::Alike { .. } => {
                    topics.push(Topics::new(judge.crowd(), c.rule, n, right));
                }
                Rule::Unlisted { .. } => base += part(judge.program().worth(n), Some(WHOLE)),
                Rule::Listed { .. } => {
                    if let Force::Must { at_least: 1.. } = c.force {
                        lookups.push(Lookup::new(judge, n, right));
                    }
                }
                _ => join(&mut lookups, Lookup::new(judge, n, right), right),
            }
        }
        let special = special(judge, right);
        let row = vec![0; right.len()];
        let covered = vec![0; right.len()];
        let (right, touched) = (right.to_vec(), Vec::new());
        Self { judge, right, lookups, topics, special, row, covered, touched, base }
    }

    /// The scores by place on the right; negative where the pair must not be.
    pub(super) fn of(&mut self, left: u32) -> &[i64] {
        if self.lookups.is_empty() {
            self.row.fill(self.base);
        }
        for (n, lookup) in self.lookups.iter_mut().enumerate() {
            let units = lookup.units(self.judge, left);
            let begin = if n == 0 { Some(self.base) } else { None };
            for (score, &code) in self.row.iter_mut().zip(&lookup.codes) {
                *score = begin.unwrap_or(*score) + units[code as usize];
            }
        }
        for n in 0..self.topics.len() {
            self.count(n, left);
        }
        if self.judge.program().wishes_nothing() {
            self.row.iter_mut().filter(|s| **s >= 0).for_each(|s| *s = PERFECT);
        }
        if let Some(places) = self.special.get(&left) {
            for &place in places {
                let score = self.judge.score(left, self.right[place as usize]);
                self.row[place as usize] = score.unwrap_or(NEVER);
            }
        }
        &self.row
    }

    fn count(&mut self, n: usize, left: u32) {
        let topics = &self.topics[n];
        let criteria = self.judge.program().criteria();
        let Topics { criterion, postings, full } = topics;
        let mut whole = None;
        let lists = |column| topics_of(self.judge.crowd(), column).get(left as usize);
        let mine: Vec<(u32, u32)> = match criteria[*criterion].rule {
            Rule::Overlap { offers, by: Side::Right, .. } => {
                let mut list = lists(offers).cloned().unwrap_or_default();
                list.sort_unstable();
                list.dedup();
                list.into_iter().map(|t| (t, 1)).collect()
            }
            Rule::Overlap { wants, enough, .. } => {
                let list = lists(wants).cloned().unwrap_or_default();
                let size = list.len() as u32;
                let all = (0..size).take(enough.max(1) as usize).map(|k| size - k).sum();
                whole = Some(all);
                list.into_iter().enumerate().map(|(k, t)| (t, size - k as u32)).collect()
            }
            Rule::Alike { column } => {
                let list = lists(column).cloned().unwrap_or_default();
                whole = Some(list.len() as u32);
                list.into_iter().map(|t| (t, 1)).collect()
            }
            _ => Vec::new(),
        };
        self.touched.clear();
        for (topic, weight) in mine {
            for &(place, weighs) in postings.get(topic as usize).into_iter().flatten() {
                if self.covered[place as usize] == 0 {
                    self.touched.push(place);
                }
                self.covered[place as usize] += weight * weighs;
            }
        }
        let alike = matches!(criteria[*criterion].rule, Rule::Alike { .. });
        // Nothing known on either side: neither forbids nor adds.
        let full_at = |place: u32| match whole {
            Some(all) if alike => all.min(full[place as usize]),
            Some(all) => {
                if full[place as usize] > 0 {
                    all
                } else {
                    0
                }
            }
            None => full[place as usize],
        };
        let worth = self.judge.program().worth(*criterion);
        match criteria[*criterion].force {
            Force::Wish { .. } => {
                for &place in &self.touched {
                    let covered = u64::from(self.covered[place as usize]);
                    let value = share(covered, full_at(place).into());
                    self.row[place as usize] += part(worth, Some(value));
                }
            }
            Force::Must { at_least } => {
                for place in 0..self.row.len() as u32 {
                    let covered = u64::from(self.covered[place as usize]);
                    let all = full_at(place).into();
                    if all > 0 && share(covered, all) < at_least {
                        self.row[place as usize] += NEVER;
                    }
                }
            }
        }
        for &place in &self.touched {
            self.covered[place as usize] = 0;
        }
    }
}

impl Lookup {
    fn new(judge: &Judge, criterion: usize, right: &[u32]) -> Self {
        let mut numbers: BTreeMap<Vec<u64>, u32> = BTreeMap::new();
        let mut stands_for = Vec::new();
        let mut codes = Vec::with_capacity(right.len());
        for &person in right {
            let next = numbers.len() as u32;
            let code = *numbers.entry(fact(judge, criterion, person)).or_insert(next);
            if code == next {
                stands_for.push(person);
            }
            codes.push(code);
        }
        Self { criteria: vec![criterion], codes, stands_for, known: HashMap::new() }
    }

    fn units(&mut self, judge: &Judge, left: u32) -> Rc<Vec<i64>> {
        // Lengths keep the parts of the joint fact apart.
        let with_length = |&c: &usize| {
            let fact = fact(judge, c, left);
            std::iter::once(fact.len() as u64).chain(fact).collect::<Vec<_>>()
        };
        let key: Vec<u64> = self.criteria.iter().flat_map(with_length).collect();
        if let Some(units) = self.known.get(&key) {
            return Rc::clone(units);
        }
        let of = |&right: &u32| -> i64 {
            self.criteria.iter().map(|&c| units(judge, c, left, right)).sum()
        };
        let table = Rc::new(self.stands_for.iter().map(of).collect::<Vec<i64>>());
        if self.known.len() < KEPT && self.stands_for.len() <= WIDEST {
            self.known.insert(key, Rc::clone(&table));
        }
        table
    }

    /// Both conditions in one table, if it does not become too wide.
    fn with(&self, other: &Self, right: &[u32]) -> Option<Self> {
        let mut numbers: HashMap<(u32, u32), u32> = HashMap::new();
        let mut first = Vec::new();
        let mut codes = Vec::with_capacity(self.codes.len());
        for (place, pair) in self.codes.iter().copied().zip(other.codes.iter().copied()).enumerate()
        {
            let next = numbers.len() as u32;
            let code = *numbers.entry(pair).or_insert(next);
            if code == next {
                first.push(place);
            }
            if numbers.len() > WIDEST {
                return None;
            }
            codes.push(code);
        }
        Some(Self {
            criteria: [self.criteria.clone(), other.criteria.clone()].concat(),
            codes,
            stands_for: first.iter().map(|&place| right[place]).collect(),
            known: HashMap::new(),
        })
    }
}

fn join(lookups: &mut Vec<Lookup>, new: Lookup, right: &[u32]) {
    for known in lookups.iter_mut() {
        if let Some(both) = known.with(&new, right) {
            *known = both;
            return;
        }
    }
    lookups.push(new);
}

fn units(judge: &Judge, criterion: usize, left: u32, right: u32) -> i64 {
    let value = judge.value(criterion, left, right);
    match judge.program().criteria()[criterion].force {
        Force::Must { at_least } => {
            if value.is_some_and(|v| v < at_least) {
                NEVER
            } else {
                0
            }
        }
        Force::Wish { .. } => part(judge.program().worth(criterion), value),
    }
}

/// What a condition looks at in a person: equal facts, equal values.
fn fact(judge: &Judge, criterion: usize, person: u32) -> Vec<u64> {
    let (Rule::Within { column, .. }
    | Rule::Common { column }
    | Rule::SharedHours { column, .. }
    | Rule::Same { column }
    | Rule::Different { column }
    | Rule::OutOfChain { column }
    | Rule::InChain { column }) = judge.program().criteria()[criterion].rule
    else {
        return vec![person.into()];
    };
    let who = person as usize;
    match judge.crowd().columns.get(column) {
        Some(Column::Number(all)) => {
            all.get(who).copied().flatten().map(|v| v as u64).into_iter().collect()
        }
        Some(Column::Mask(all)) => all.get(who).copied().into_iter().collect(),
        Some(Column::Hours(all)) => all.get(who).map(|h| h.to_vec()).unwrap_or_default(),
        Some(Column::Label(all)) => {
            all.get(who).copied().flatten().map(u64::from).into_iter().collect()
        }
        Some(Column::Chain(all)) => all
            .get(who)
            .copied()
            .flatten()
            .map(|(a, b)| (u64::from(a) << 32) | u64::from(b))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

impl Topics {
    fn new(crowd: &Crowd, rule: Rule, criterion: usize, right: &[u32]) -> Self {
        let (column, wanted) = match rule {
            Rule::Overlap { wants, by: Side::Right, .. } => (wants, true),
            Rule::Overlap { offers, .. } => (offers, false),
            Rule::Alike { column } => (column, false),
            _ => (usize::MAX, false),
        };
        let lists = topics_of(crowd, column);
        let mut postings: Vec<Vec<(u32, u32)>> = Vec::new();
        let mut full = vec![0; right.len()];
        for (place, &person) in right.iter().enumerate() {
            let Some(list) = lists.get(person as usize) else { continue };
            let size = list.len() as u32;
            full[place] = match rule {
                Rule::Overlap { by: Side::Right, enough, .. } => {
                    (0..size).take(enough.max(1) as usize).map(|k| size - k).sum()
                }
                Rule::Overlap { .. } => 1,
                _ => size,
            };
            let mut entries: Vec<(u32, u32)> = list
                .iter()
                .enumerate()
                .map(|(k, &t)| (t, if wanted { size - k as u32 } else { 1 }))
                .collect();
            if !wanted {
                entries.sort_unstable();
                entries.dedup();
            }
            for (topic, weight) in entries {
                if postings.len() <= topic as usize {
                    postings.resize(topic as usize + 1, Vec::new());
                }
                postings[topic as usize].push((place as u32, weight));
            }
        }
        Self { criterion, postings, full }
    }
}

fn topics_of(crowd: &Crowd, column: usize) -> &[Vec<u32>] {
    match crowd.columns.get(column) {
        Some(Column::Topics(lists)) => lists,
        _ => &[],
    }
}

/// The pairs that stand on a list of a condition, by person on the left.
fn special(judge: &Judge, right: &[u32]) -> HashMap<u32, Vec<u32>> {
    let mut places: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut at: HashMap<u32, Vec<u32>> = HashMap::new();
    for (place, &person) in right.iter().enumerate() {
        at.entry(person).or_default().push(place as u32);
    }
    for c in judge.program().criteria() {
        let (Rule::Unlisted { column } | Rule::Listed { column, .. }) = c.rule else { continue };
        let Some(Column::People(lists)) = judge.crowd().columns.get(column) else { continue };
        for (who, list) in lists.iter().enumerate() {
            for whom in list {
                places.entry(who as u32).or_default().extend(at.get(whom).into_iter().flatten());
                places
                    .entry(*whom)
                    .or_default()
                    .extend(at.get(&(who as u32)).into_iter().flatten());
            }
        }
    }
    places
}
