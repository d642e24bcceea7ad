//! Checking booked meetings: nobody in two places, and prices of people and of people in slots.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::assignment::question::Side;
use crate::certificate::{Certificate, whole};
use crate::number::{Sum, decimal};
use crate::table::rows;
use crate::{Verdict, Wrong};

#[derive(serde::Deserialize)]
struct Proof {
    left_slots: Vec<SlotPrice>,
    right_slots: Vec<SlotPrice>,
    bonus: String,
}

#[derive(serde::Deserialize)]
struct SlotPrice {
    id: String,
    slot: String,
    price: String,
}

struct Question {
    left: Side,
    right: Side,
    slots: [BTreeMap<usize, BTreeSet<String>>; 2],
    scores: BTreeMap<(usize, usize), i128>,
}

type SlotPrices = BTreeMap<(usize, String), i128>;

pub(crate) fn verify(dir: &Path, out: &Path, certificate: &Certificate) -> Result<Verdict, Wrong> {
    let question = read(dir)?;
    let (total, meetings) = answer(out, &question)?;
    if total != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    let proof: Proof = certificate.more()?;
    let bonus = whole(&proof.bonus, "bonus")?;
    check_bonus(&question, certificate, bonus)?;
    let bound = bound(&question, certificate, &proof, bonus)? - bonus * meetings;
    let claimed = certificate.bound()?;
    if claimed < bound {
        let what = format!("{claimed} is claimed where {bound} is proved");
        return Err(Wrong::at("certificate.json: bound", &what));
    }
    match certificate.status.as_str() {
        "optimal" if total == claimed => Ok(Verdict::Optimal),
        "feasible" if total <= claimed => Ok(Verdict::Within { total, bound: claimed }),
        _ => Err(Wrong::at("certificate.json: status", "does not fit total and bound")),
    }
}

fn read(dir: &Path) -> Result<Question, Wrong> {
    let (left, right) = (Side::read(dir, "left.csv")?, Side::read(dir, "right.csv")?);
    let mut slots = [BTreeMap::new(), BTreeMap::new()];
    for row in rows(dir, "slots.csv", &["id", "slot"], false)? {
        for (n, side) in [&left, &right].into_iter().enumerate() {
            if let Some(&person) = side.by_id.get(&row.cells[0]) {
                let suits: &mut BTreeSet<String> = slots[n].entry(person).or_default();
                suits.insert(row.cells[1].clone());
            }
        }
    }
    let mut scores = BTreeMap::new();
    for row in rows(dir, "scores.csv", &["left", "right", "score"], false)? {
        let pair = (left.find(&row.cells[0], &row.place)?, right.find(&row.cells[1], &row.place)?);
        let score = decimal(&row.cells[2])
            .ok_or_else(|| Wrong::at(&row.place, "the score is not a number"))?;
        scores.insert(pair, score);
    }
    Ok(Question { left, right, slots, scores })
}

/// The total and the number of the meetings, when all of them are possible together.
fn answer(out: &Path, question: &Question) -> Result<(i128, i128), Wrong> {
    let (mut total, mut meetings) = (0, 0);
    let (mut met, mut busy) = (BTreeSet::new(), BTreeSet::new());
    let mut counts = [BTreeMap::new(), BTreeMap::new()];
    for row in rows(out, "bookings.csv", &["left", "right", "slot", "score"], false)? {
        let (l, r) = (
            question.left.find(&row.cells[0], &row.place)?,
            question.right.find(&row.cells[1], &row.place)?,
        );
        let slot = &row.cells[2];
        let score = question.scores.get(&(l, r)).copied();
        if score.is_none() || decimal(&row.cells[3]) != score {
            return Err(Wrong::at(&row.place, "the pair is not possible with this score"));
        }
        for (n, person) in [l, r].into_iter().enumerate() {
            if !question.slots[n].get(&person).is_some_and(|s| s.contains(slot)) {
                return Err(Wrong::at(&row.place, "the slot does not suit both"));
            }
            if !busy.insert((n, person, slot.clone())) {
                return Err(Wrong::at(&row.place, "somebody is in two places at once"));
            }
            *counts[n].entry(person).or_insert(0i128) += 1;
        }
        if !met.insert((l, r)) {
            return Err(Wrong::at(&row.place, "the pair meets twice"));
        }
        total += score.unwrap_or(0);
        meetings += 1;
    }
    for (side, counts) in [&question.left, &question.right].into_iter().zip(&counts) {
        if let Some((&p, _)) = counts.iter().find(|(p, count)| **count > side.people[**p].most) {
            let what = format!("{} has too many meetings", side.people[p].id);
            return Err(Wrong::at("bookings.csv", &what));
        }
    }
    Ok((total, meetings))
}

fn check_bonus(question: &Question, certificate: &Certificate, bonus: i128) -> Result<(), Wrong> {
    let place = "certificate.json: bonus";
    if certificate.objective == "total" {
        return if bonus == 0 { Ok(()) } else { Err(Wrong::at(place, "belongs to coverage")) };
    }
    let reach = question.scores.values().map(|s| s.abs()).max().unwrap_or(0);
    let seats = |side: &Side| side.people.iter().map(|p| p.most).sum::<i128>();
    let meetings = seats(&question.left).min(seats(&question.right));
    let outweighs = bonus > 2 * reach * meetings;
    if outweighs { Ok(()) } else { Err(Wrong::at(place, "does not outweigh the scores")) }
}

/// `Σ most·price + Σ prices in slots + Σ slack` over every meeting that is possible.
fn bound(
    question: &Question,
    certificate: &Certificate,
    proof: &Proof,
    bonus: i128,
) -> Result<i128, Wrong> {
    let place = "certificate.json";
    let mut sum = Sum::default();
    let mut prices = [Vec::new(), Vec::new()];
    let sides =
        [(&question.left, &certificate.prices.left), (&question.right, &certificate.prices.right)];
    for (n, (side, by_id)) in sides.into_iter().enumerate() {
        prices[n] = vec![0; side.people.len()];
        for (id, text) in by_id {
            let (person, price) = (side.find(id, place)?, whole(text, place)?);
            positive(price)?;
            prices[n][person] = price;
            sum.add(side.people[person].most, price);
        }
    }
    let mut in_slots: [SlotPrices; 2] = [BTreeMap::new(), BTreeMap::new()];
    let lists = [(&question.left, &proof.left_slots), (&question.right, &proof.right_slots)];
    for (n, (side, list)) in lists.into_iter().enumerate() {
        for priced in list {
            let price = whole(&priced.price, place)?;
            positive(price)?;
            in_slots[n].insert((side.find(&priced.id, place)?, priced.slot.clone()), price);
        }
        in_slots[n].values().for_each(|&price| sum.add(1, price));
    }
    for (&(l, r), &score) in &question.scores {
        let none = BTreeSet::new();
        let (mine, theirs) = (&question.slots[0].get(&l), &question.slots[1].get(&r));
        for slot in mine.unwrap_or(&none).intersection(theirs.unwrap_or(&none)) {
            let at = |n: usize, p: usize| in_slots[n].get(&(p, slot.clone())).copied().unwrap_or(0);
            let charge = prices[0][l] + prices[1][r] + at(0, l) + at(1, r);
            sum.add(1, (score + bonus - charge).max(0));
        }
    }
    sum.value(place)
}

fn positive(price: i128) -> Result<(), Wrong> {
    if price >= 0 { Ok(()) } else { Err(Wrong::at("certificate.json", "a price is below nought")) }
}
