//! Checking a stable answer: possible, within seats, and nobody would rather have each other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::assignment::question::Side;
use crate::certificate::Certificate;
use crate::table::rows;
use crate::{Verdict, Wrong};

type Ranks = BTreeMap<(usize, usize), u32>;

pub(crate) fn verify(dir: &Path, out: &Path, certificate: &Certificate) -> Result<Verdict, Wrong> {
    let left = Side::read(dir, "left.csv")?;
    let right = Side::read(dir, "right.csv")?;
    let by_left = ranks(dir, "left_ranks.csv", &left, &right)?;
    let by_right = ranks(dir, "right_ranks.csv", &right, &left)?;
    let mut made = BTreeSet::new();
    for row in rows(out, "matching.csv", &["left", "right"], false)? {
        let (l, r) =
            (left.find(&row.cells[0], &row.place)?, right.find(&row.cells[1], &row.place)?);
        if !by_left.contains_key(&(l, r)) || !by_right.contains_key(&(r, l)) {
            return Err(Wrong::at(&row.place, "one of the two does not rank the other"));
        }
        if !made.insert((l, r)) {
            return Err(Wrong::at(&row.place, "the pair stands twice"));
        }
    }
    if made.len() as i128 * 1_000_000 != certificate.total()? || certificate.status != "stable" {
        return Err(Wrong::at("certificate.json: total", "is not the number of pairs"));
    }
    if certificate.bound()? < certificate.total()? {
        return Err(Wrong::at("certificate.json: bound", "is below the total"));
    }
    let has = [
        worst(&left, made.iter().map(|&(l, r)| (l, by_left[&(l, r)])))?,
        worst(&right, made.iter().map(|&(l, r)| (r, by_right[&(r, l)])))?,
    ];
    for (&(l, r), &rank) in &by_left {
        let Some(&back) = by_right.get(&(r, l)) else { continue };
        let wants = |side: &Side, who: usize, (count, worst): (i128, u32), rank: u32| {
            let most = side.people[who].most;
            count < most || (most > 0 && rank < worst)
        };
        let both = wants(&left, l, has[0][l], rank) && wants(&right, r, has[1][r], back);
        if both && !made.contains(&(l, r)) {
            let what = format!(
                "{} – {} would rather have each other",
                left.people[l].id, right.people[r].id
            );
            return Err(Wrong::at("matching.csv", &what));
        }
    }
    Ok(Verdict::Stable)
}

fn ranks(dir: &Path, file: &str, who: &Side, whom: &Side) -> Result<Ranks, Wrong> {
    let mut ranks = Ranks::new();
    for row in rows(dir, file, &["who", "whom", "rank"], false)? {
        let pair = (who.find(&row.cells[0], &row.place)?, whom.find(&row.cells[1], &row.place)?);
        let rank: u32 =
            row.cells[2].parse().map_err(|_| Wrong::at(&row.place, "the rank is not a number"))?;
        let place = ranks.entry(pair).or_insert(rank);
        *place = rank.min(*place);
    }
    Ok(ranks)
}

/// By person: how many partners, and the rank of the last of them.
fn worst(
    side: &Side,
    partners: impl Iterator<Item = (usize, u32)>,
) -> Result<Vec<(i128, u32)>, Wrong> {
    let mut has = vec![(0, 0); side.people.len()];
    for (who, rank) in partners {
        has[who] = (has[who].0 + 1, has[who].1.max(rank));
    }
    for (person, (count, _)) in side.people.iter().zip(&has) {
        if *count > person.most {
            return Err(Wrong::at("matching.csv", &format!("{} has too many pairs", person.id)));
        }
    }
    Ok(has)
}
