//! Scored and plain pairs of a table, within one list of people or between two.

use std::path::Path;

use matching::Pair;

use super::assignment::who;
use super::fault::Faults;
use super::ids::Ids;
use super::number;
use super::table::{each, each_if_there};

/// The names of the two columns of people and whose names they hold.
pub struct Ends<'a> {
    pub columns: [&'a str; 2],
    pub left: &'a Ids,
    pub right: &'a Ids,
    /// Whether both columns name people of one list: then nobody may be paired with themselves,
    /// and a pair is the same both ways round.
    pub one: bool,
}

impl Ends<'_> {
    /// The pairs of a table with scores; each stands once.
    pub fn scored(&self, dir: &Path, needed: bool, faults: &mut Faults) -> Vec<Pair> {
        let file = "scores.csv";
        if !needed && !dir.join(file).exists() {
            return Vec::new();
        }
        let mut pairs: Vec<(Pair, u64)> = Vec::new();
        let columns = [self.columns[0], self.columns[1], "score"];
        each(dir, file, &columns, 3, faults, |row, faults| {
            let ends = (who(row, 0, self.left, faults), who(row, 1, self.right, faults));
            let (Some(left), Some(right)) = ends else { return };
            if self.one && left == right {
                return row.fault(faults, 1, "solve-fault-self");
            }
            let (left, right) =
                if self.one { (left.min(right), left.max(right)) } else { (left, right) };
            match number::units(row.cell(2)) {
                None => row.fault(faults, 2, "solve-fault-score"),
                Some(score) => pairs.push((Pair { left, right, score }, row.line)),
            }
        });
        pairs.sort_unstable_by_key(|(p, line)| (p.left, p.right, *line));
        let same = |w: &&[(Pair, u64)]| (w[0].0.left, w[0].0.right) == (w[1].0.left, w[1].0.right);
        for twice in pairs.windows(2).filter(same) {
            faults.add(file, twice[1].1, "", "solve-fault-pair-twice", "");
        }
        pairs.into_iter().map(|(p, _)| p).collect()
    }

    /// The pairs of a table that may be absent.
    pub fn plain(&self, dir: &Path, file: &str, faults: &mut Faults) -> Vec<(u32, u32)> {
        let mut all = Vec::new();
        each_if_there(dir, file, &self.columns, 2, faults, |row, faults| {
            let ends = who(row, 0, self.left, faults).zip(who(row, 1, self.right, faults));
            if self.one && ends.is_some_and(|(a, b)| a == b) {
                return row.fault(faults, 1, "solve-fault-self");
            }
            all.extend(ends);
        });
        all
    }
}

/// A table whose first column names people, each once.
pub fn people(
    dir: &Path,
    file: &str,
    columns: &[&str],
    faults: &mut Faults,
    mut take: impl FnMut(&super::table::Row, &mut Faults),
) -> Ids {
    let mut ids = Ids::default();
    each(dir, file, columns, 1, faults, |row, faults| {
        if row.cell(0).is_empty() {
            row.fault(faults, 0, "solve-fault-no-id");
        } else if ids.add(row.cell(0)).is_none() {
            row.fault(faults, 0, "solve-fault-id-twice");
        } else {
            take(row, faults);
        }
    });
    ids
}
