//! Speed rounds: the meetings are an assignment with a seat for each round.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::assignment::matching::Matching;
use crate::assignment::proof;
use crate::assignment::question::{Question, Side};
use crate::certificate::{Certificate, Stage};
use crate::number::decimal;
use crate::table::rows;
use crate::{Verdict, Wrong};

#[derive(serde::Deserialize)]
struct Proof {
    fair: Option<Fair>,
    free: Stage,
}

#[derive(serde::Deserialize)]
struct Fair {
    left: u32,
    right: u32,
}

pub(super) fn verify(
    dir: &Path,
    out: &Path,
    certificate: &Certificate,
    rounds: u32,
) -> Result<Verdict, Wrong> {
    let mut question = question(dir, rounds)?;
    let made = super::meetings(out, ["left", "right"], rounds, false)?;
    let mut couples = BTreeSet::new();
    for (l, r) in &made {
        let couple = (question.left.find(l, "rounds.csv")?, question.right.find(r, "rounds.csv")?);
        if !question.scores.contains_key(&couple) {
            return Err(Wrong::at("rounds.csv", &format!("{l} – {r} must not meet")));
        }
        couples.insert(couple);
    }
    let matching = Matching::of(&question, couples);
    if matching.total(&question) != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    let proof: Proof = certificate.more()?;
    let place = "certificate.json: free";
    if proof::most_pairs(&question, &proof.free, place)? != matching.made.len() as i128 {
        return Err(Wrong::at(place, "there could be more meetings"));
    }
    if let Some(fair) = proof.fair {
        question.left.people.iter_mut().for_each(|p| p.least = fair.left.into());
        question.right.people.iter_mut().for_each(|p| p.least = fair.right.into());
    }
    matching.keeps_lower_bounds(&question)?;
    proof::verify(&question, &matching, certificate, "coverage")
}

fn question(dir: &Path, rounds: u32) -> Result<Question, Wrong> {
    let (mut left, mut right) = (Side::read(dir, "left.csv")?, Side::read(dir, "right.csv")?);
    let rounds = rounds.min(left.people.len().max(right.people.len()) as u32);
    for person in left.people.iter_mut().chain(&mut right.people) {
        (person.most, person.least) = (rounds.into(), 0);
    }
    let mut listed = BTreeMap::new();
    for row in rows(dir, "scores.csv", &["left", "right", "score"], true)? {
        let pair = (left.find(&row.cells[0], &row.place)?, right.find(&row.cells[1], &row.place)?);
        let score = decimal(&row.cells[2])
            .ok_or_else(|| Wrong::at(&row.place, "the score is not a number"))?;
        listed.insert(pair, score);
    }
    let mut met = BTreeSet::new();
    for row in rows(dir, "met.csv", &["a", "b"], true)? {
        met.insert((left.find(&row.cells[0], &row.place)?, right.find(&row.cells[1], &row.place)?));
    }
    let absent = if listed.is_empty() { 1_000_000 } else { 0 };
    let all = (0..left.people.len()).flat_map(|l| (0..right.people.len()).map(move |r| (l, r)));
    let scores = all
        .filter(|pair| !met.contains(pair))
        .map(|pair| (pair, listed.get(&pair).copied().unwrap_or(absent)))
        .collect();
    Ok(Question {
        left,
        right,
        scores,
        fixed: BTreeSet::new(),
        forbidden: BTreeSet::new(),
        quotas: BTreeMap::new(),
    })
}
