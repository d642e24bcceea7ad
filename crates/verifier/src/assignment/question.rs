//! The assignment question as read from its files.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::table::{Row, rows};
use crate::{Wrong, number};

pub(crate) struct Person {
    pub id: String,
    pub most: i128,
    pub least: i128,
    pub organisation: Option<String>,
}

#[derive(Default, Clone, Copy)]
pub(crate) struct Quota {
    pub most_left: Option<i128>,
    pub most_right: Option<i128>,
    pub balance: Option<i128>,
}

pub(crate) struct Side {
    pub people: Vec<Person>,
    pub by_id: HashMap<String, usize>,
}

pub(crate) type Couple = (usize, usize);

pub(crate) struct Question {
    pub left: Side,
    pub right: Side,
    pub scores: BTreeMap<Couple, i128>,
    pub fixed: BTreeSet<Couple>,
    pub forbidden: BTreeSet<Couple>,
    pub quotas: BTreeMap<String, Quota>,
}

impl Question {
    pub(crate) fn read(dir: &Path) -> Result<Self, Wrong> {
        let left = Side::read(dir, "left.csv")?;
        let right = Side::read(dir, "right.csv")?;
        let mut scores = BTreeMap::new();
        for row in rows(dir, "scores.csv", &["left", "right", "score"], false)? {
            let couple = couple(&row, &left, &right)?;
            let score = number::decimal(&row.cells[2])
                .ok_or_else(|| Wrong::at(&row.place, "the score is not a number"))?;
            if scores.insert(couple, score).is_some() {
                return Err(Wrong::at(&row.place, "the pair stands twice"));
            }
        }
        let couples = |file: &str| -> Result<BTreeSet<Couple>, Wrong> {
            let listed = rows(dir, file, &["left", "right"], true)?;
            listed.iter().map(|row| couple(row, &left, &right)).collect()
        };
        let (fixed, forbidden) = (couples("fixed.csv")?, couples("forbidden.csv")?);
        Ok(Self { scores, fixed, forbidden, quotas: quotas(dir)?, left, right })
    }

    /// The quota of a person's organisation, with its name.
    pub(crate) fn quota<'a>(&'a self, person: &'a Person) -> Option<(&'a str, Quota)> {
        let name = person.organisation.as_deref()?;
        self.quotas.get(name).map(|q| (name, *q))
    }

    /// A pair as people know it.
    pub(crate) fn named(&self, couple: Couple) -> String {
        format!("{} – {}", self.left.people[couple.0].id, self.right.people[couple.1].id)
    }
}

impl Side {
    pub(crate) fn read(dir: &Path, file: &str) -> Result<Self, Wrong> {
        let mut side = Self { people: Vec::new(), by_id: HashMap::new() };
        for row in rows(dir, file, &["id", "most", "least", "organisation"], false)? {
            let [id, most, least, organisation] = &row.cells[..] else { continue };
            let person = Person {
                id: id.clone(),
                most: count(most, &row)?.unwrap_or(1),
                least: count(least, &row)?.unwrap_or(0),
                organisation: (!organisation.is_empty()).then(|| organisation.clone()),
            };
            if id.is_empty() || side.by_id.insert(id.clone(), side.people.len()).is_some() {
                return Err(Wrong::at(&row.place, "the id is empty or stands twice"));
            }
            side.people.push(person);
        }
        Ok(side)
    }

    pub(crate) fn find(&self, id: &str, place: &str) -> Result<usize, Wrong> {
        let found = self.by_id.get(id).copied();
        found.ok_or_else(|| Wrong::at(place, &format!("nobody has the id “{id}”")))
    }
}

fn quotas(dir: &Path) -> Result<BTreeMap<String, Quota>, Wrong> {
    let mut quotas: BTreeMap<String, Quota> = BTreeMap::new();
    let columns = ["organisation", "most_left", "most_right", "balance"];
    for row in rows(dir, "quota.csv", &columns, true)? {
        let quota = quotas.entry(row.cells[0].clone()).or_default();
        let places = [&mut quota.most_left, &mut quota.most_right, &mut quota.balance];
        for (place, cell) in places.into_iter().zip(&row.cells[1..]) {
            // Of several rows about one organisation, the strictest counts.
            *place = match (*place, count(cell, &row)?) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    }
    Ok(quotas)
}

fn count(cell: &str, row: &Row) -> Result<Option<i128>, Wrong> {
    if cell.is_empty() {
        return Ok(None);
    }
    let value =
        cell.parse::<u32>().map_err(|_| Wrong::at(&row.place, "a count is not a number"))?;
    Ok(Some(value.into()))
}

/// The people that the first two cells of a row name.
pub(crate) fn couple(row: &Row, left: &Side, right: &Side) -> Result<Couple, Wrong> {
    Ok((left.find(&row.cells[0], &row.place)?, right.find(&row.cells[1], &row.place)?))
}
