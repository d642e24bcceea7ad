//! Rounds in one pool: the bound counts at most a meeting a round for everybody, in halves.

use std::collections::BTreeSet;
use std::path::Path;

use crate::certificate::{ById, Certificate, whole};
use crate::number::Sum;
use crate::people::People;
use crate::{Verdict, Wrong};

#[derive(serde::Deserialize)]
struct Proof {
    people: ById,
    bonus: String,
}

pub(super) fn verify(
    dir: &Path,
    out: &Path,
    certificate: &Certificate,
    rounds: u32,
) -> Result<Verdict, Wrong> {
    let people = People::read(dir, "people.csv")?;
    let rounds = rounds.min(people.ids.len() as u32);
    let met: BTreeSet<_> = people.couples(dir, "met.csv")?.into_iter().collect();
    let scores = people.scores(dir, true)?;
    let absent = if scores.is_empty() { 1_000_000 } else { 0 };
    let score = |couple| scores.get(&couple).copied().unwrap_or(absent);
    let made = super::meetings(out, ["a", "b"], rounds, true)?;
    let mut total = 0;
    for (a, b) in &made {
        let (a, b) = (people.find(a, "rounds.csv")?, people.find(b, "rounds.csv")?);
        let couple = (a.min(b), a.max(b));
        if a == b || met.contains(&couple) {
            return Err(Wrong::at(
                "rounds.csv",
                &format!("{} must not meet", people.named(couple)),
            ));
        }
        total += score(couple);
    }
    if total != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    let proof: Proof = certificate.more()?;
    let place = "certificate.json: people";
    let bonus = whole(&proof.bonus, "bonus")?;
    let mut prices = vec![0; people.ids.len()];
    let mut sum = Sum::default();
    for (id, text) in &proof.people {
        let price = whole(text, place)?;
        if price < 0 {
            return Err(Wrong::at(place, "a price is below nought"));
        }
        prices[people.find(id, place)?] = price;
        sum.add(rounds.into(), price);
    }
    let mut reach = 0;
    for a in 0..people.ids.len() {
        for b in a + 1..people.ids.len() {
            if !met.contains(&(a, b)) {
                reach = reach.max(score((a, b)).abs());
                sum.add(1, (2 * (score((a, b)) + bonus) - prices[a] - prices[b]).max(0));
            }
        }
    }
    if bonus <= reach * people.ids.len() as i128 * i128::from(rounds) {
        return Err(Wrong::at("certificate.json: bonus", "does not outweigh the scores"));
    }
    let meetings = made.len() as i128;
    let bound = sum.value(place)?.div_euclid(2) - bonus * meetings;
    let claimed = certificate.bound()?;
    match certificate.status.as_str() {
        "optimal" if total == claimed && bound == total => Ok(Verdict::Optimal),
        "feasible" if claimed >= bound => Ok(within(bonus, meetings, total, claimed)),
        _ => Err(Wrong::at("certificate.json: status", "does not fit total and bound")),
    }
}

/// How near: by meetings when more of them are not ruled out, else by scores.
fn within(bonus: i128, meetings: i128, total: i128, bound: i128) -> Verdict {
    let more = (bound - total).div_euclid(bonus.max(1));
    if more > 0 {
        return Verdict::Within { total: meetings, bound: meetings + more };
    }
    Verdict::Within { total, bound }
}
