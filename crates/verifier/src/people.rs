//! One list of people, and couples of them.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::table::{Row, rows};
use crate::{Wrong, number};

/// Two people, the smaller number first.
pub(crate) type Couple = (usize, usize);

pub(crate) struct People {
    pub ids: Vec<String>,
    by_id: HashMap<String, usize>,
}

impl People {
    pub(crate) fn read(dir: &Path, file: &str) -> Result<Self, Wrong> {
        let mut people = Self { ids: Vec::new(), by_id: HashMap::new() };
        for row in rows(dir, file, &["id"], false)? {
            let id = row.cells[0].clone();
            if id.is_empty() || people.by_id.insert(id.clone(), people.ids.len()).is_some() {
                return Err(Wrong::at(&row.place, "the id is empty or stands twice"));
            }
            people.ids.push(id);
        }
        Ok(people)
    }

    pub(crate) fn find(&self, id: &str, place: &str) -> Result<usize, Wrong> {
        let found = self.by_id.get(id).copied();
        found.ok_or_else(|| Wrong::at(place, &format!("nobody has the id “{id}”")))
    }

    pub(crate) fn couple(&self, row: &Row, a: usize, b: usize) -> Result<Couple, Wrong> {
        let (a, b) = (self.find(&row.cells[a], &row.place)?, self.find(&row.cells[b], &row.place)?);
        if a == b {
            return Err(Wrong::at(&row.place, "pairs somebody with themselves"));
        }
        Ok((a.min(b), a.max(b)))
    }

    pub(crate) fn named(&self, (a, b): Couple) -> String {
        format!("{} – {}", self.ids[a], self.ids[b])
    }

    /// The couples of a table that may be absent.
    pub(crate) fn couples(&self, dir: &Path, file: &str) -> Result<Vec<Couple>, Wrong> {
        rows(dir, file, &["a", "b"], true)?.iter().map(|row| self.couple(row, 0, 1)).collect()
    }

    /// scores.csv of one pool.
    pub(crate) fn scores(
        &self,
        dir: &Path,
        may_lack: bool,
    ) -> Result<BTreeMap<Couple, i128>, Wrong> {
        let mut scores = BTreeMap::new();
        for row in rows(dir, "scores.csv", &["a", "b", "score"], may_lack)? {
            let couple = self.couple(&row, 0, 1)?;
            let score = number::decimal(&row.cells[2])
                .ok_or_else(|| Wrong::at(&row.place, "the score is not a number"))?;
            if scores.insert(couple, score).is_some() {
                return Err(Wrong::at(&row.place, "the pair stands twice"));
            }
        }
        Ok(scores)
    }
}
