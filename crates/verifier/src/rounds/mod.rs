//! Checking rounds: nobody meets twice or is in two places, and there cannot be more meetings.

mod pool;
mod sides;

use std::collections::BTreeSet;
use std::path::Path;

use crate::certificate::Certificate;
use crate::table::rows;
use crate::{Verdict, Wrong};

pub(crate) fn verify(
    dir: &Path,
    out: &Path,
    certificate: &Certificate,
    rounds: u32,
) -> Result<Verdict, Wrong> {
    if dir.join("people.csv").exists() {
        pool::verify(dir, out, certificate, rounds)
    } else {
        sides::verify(dir, out, certificate, rounds)
    }
}

/// The pairs of all rounds, as ids; nobody stands twice in a round and no pair twice at all.
fn meetings(
    out: &Path,
    columns: [&str; 2],
    rounds: u32,
    one_list: bool,
) -> Result<BTreeSet<(String, String)>, Wrong> {
    let (mut met, mut busy) = (BTreeSet::new(), BTreeSet::new());
    for row in rows(out, "rounds.csv", &["round", columns[0], columns[1]], false)? {
        let round: u32 = row.cells[0].parse().unwrap_or(0);
        if round == 0 || round > rounds {
            return Err(Wrong::at(&row.place, "there is no such round"));
        }
        let (a, b) = (row.cells[1].clone(), row.cells[2].clone());
        let side = u8::from(!one_list);
        if !busy.insert((round, 0, a.clone())) || !busy.insert((round, side, b.clone())) {
            return Err(Wrong::at(&row.place, "somebody is in two places in one round"));
        }
        let pair = if one_list && b < a { (b, a) } else { (a, b) };
        if !met.insert(pair) {
            return Err(Wrong::at(&row.place, "the pair meets twice"));
        }
    }
    Ok(met)
}
