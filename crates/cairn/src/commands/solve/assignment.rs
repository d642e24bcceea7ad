//! Reading an assignment: two sides, scores, fixed and forbidden pairs, quotas.

use std::path::Path;
use std::time::Instant;

use matching::{Assignment, Quota, Seats};

use super::Args;
use super::answer::of_assignment;
use super::certificate::objective;
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::{Ends, people};
use super::table::{Row, each_if_there};

/// An assignment with the names of its numbers.
pub struct Named {
    pub question: Assignment,
    pub left: Ids,
    pub right: Ids,
    pub organisations: Ids,
}

pub fn solve(dir: &Path, args: &Args) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let named = read(dir)?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = matching::solve(&named.question, objective(args.objective));
    let solved = begun.elapsed().as_secs_f64();
    Ok(Outcome { read, solved, ..of_assignment(&named, &answer, args.objective) })
}

fn read(dir: &Path) -> Result<Named, Faults> {
    let mut faults = Faults::default();
    let mut organisations = Ids::default();
    let (left, lefts) = side(dir, "left.csv", &mut organisations, &mut faults);
    let (right, rights) = side(dir, "right.csv", &mut organisations, &mut faults);
    let ends = Ends { columns: ["left", "right"], left: &left, right: &right, one: false };
    let pairs = ends.scored(dir, true, &mut faults);
    let fixed = ends.plain(dir, "fixed.csv", &mut faults);
    let forbidden = ends.plain(dir, "forbidden.csv", &mut faults);
    let quotas = quotas(dir, &mut organisations, &mut faults);
    let question = Assignment { left: lefts, right: rights, pairs, fixed, forbidden, quotas };
    faults.or(Named { question, left, right, organisations })
}

fn side(dir: &Path, file: &str, orgs: &mut Ids, faults: &mut Faults) -> (Ids, Vec<Seats>) {
    let mut all = Vec::new();
    let columns = ["id", "most", "least", "organisation"];
    let ids = people(dir, file, &columns, faults, |row, faults| {
        let organisation = (!row.cell(3).is_empty()).then(|| orgs.of(row.cell(3)));
        let (most, least) = (count(row, 1, 1, faults), count(row, 2, 0, faults));
        all.push(Seats { most, least, organisation });
    });
    (ids, all)
}

/// A whole number of a cell; the given one when the cell is empty.
pub fn count(row: &Row, column: usize, absent: u32, faults: &mut Faults) -> u32 {
    if row.cell(column).is_empty() {
        return absent;
    }
    row.cell(column).parse().unwrap_or_else(|_| {
        row.fault(faults, column, "solve-fault-count");
        absent
    })
}

/// The number of a person who must be known.
pub fn who(row: &Row, column: usize, ids: &Ids, faults: &mut Faults) -> Option<u32> {
    let found = ids.get(row.cell(column));
    if found.is_none() {
        row.fault(faults, column, "solve-fault-unknown-id");
    }
    found
}

fn quotas(dir: &Path, organisations: &mut Ids, faults: &mut Faults) -> Vec<Quota> {
    let mut all = Vec::new();
    let columns = ["organisation", "most_left", "most_right", "balance"];
    each_if_there(dir, "quota.csv", &columns, 1, faults, |row, faults| {
        let organisation = organisations.of(row.cell(0));
        let some = |column: usize, faults: &mut Faults| {
            (!row.cell(column).is_empty()).then(|| count(row, column, 0, faults))
        };
        let (most_left, most_right) = (some(1, faults), some(2, faults));
        all.push(Quota { organisation, most_left, most_right, balance: some(3, faults) });
    });
    all
}
