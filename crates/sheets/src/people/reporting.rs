//! A reporting line that leads back to itself is a mistake in the file.

use super::{Field, Manager, PersonRow, header::Columns};
use crate::{Flaws, Place, Sheet, What};

pub(super) fn check(people: &[PersonRow], columns: &Columns, sheet: &Sheet, flaws: &mut Flaws) {
    let column = columns.column(Field::Manager).unwrap_or(0);
    for ring in loops(people) {
        let lines: Vec<_> = ring.iter().map(|&at| people[at].line).collect();
        let place = Place::cell(lines[0], column, sheet.header(column));
        flaws.push(place, What::ReportingLoop { lines });
    }
}

/// Each loop once, from its first line on. Everybody has one manager, so walking up from each
/// person until a known one is met finds them all in a single pass.
fn loops(people: &[PersonRow]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut walked_by = vec![UNSEEN; people.len()];
    let mut found = vec![];
    for start in 0..people.len() {
        let mut at = start;
        let mut path = vec![];
        while walked_by[at] == UNSEEN {
            walked_by[at] = start;
            path.push(at);
            let Some(Manager::InFile(above)) = people[at].manager else { break };
            at = above;
        }
        let ring = path.iter().position(|&step| step == at).filter(|_| {
            matches!(people[*path.last().unwrap_or(&at)].manager, Some(Manager::InFile(above)) if above == at)
        });
        if let Some(first) = ring {
            let mut members = path.split_off(first);
            members.sort_unstable();
            found.push(members);
        }
    }
    found
}
