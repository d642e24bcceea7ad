//! That there is no admissible answer: contradictions that can be seen, and people who are owed more
//! than their possible partners have seats for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::question::{Couple, Question, Side};
use crate::{Verdict, Wrong, table};

pub(super) fn verify(question: &Question, out: &Path) -> Result<Verdict, Wrong> {
    let file = "summary.json";
    let text = table::text(&out.join(file))?;
    let summary: Value =
        serde_json::from_str(&text).map_err(|e| Wrong::at(file, &e.to_string()))?;
    let reasons = summary["reasons"].as_array().cloned().unwrap_or_default();
    let promises = |p: &super::question::Person| p.least > 0;
    let bounded = question.left.people.iter().chain(&question.right.people).any(promises)
        || question.quotas.values().any(|q| q.balance.is_some());
    let proved = plain(question)
        || summary["objective"] == "stable" && bounded
        || reasons.iter().any(|r| crowded(question, r))
        || reasons.iter().any(|r| r["reason"] == "fixed-over-quota") && over_quota(question);
    if proved {
        return Ok(Verdict::Impossible);
    }
    Err(Wrong::at("summary.json: reasons", "do not prove that there is no answer"))
}

/// Contradictions between single lines of the question.
fn plain(question: &Question) -> bool {
    let over = |side: &Side, of: fn(&Couple) -> usize| {
        side.people.iter().enumerate().any(|(i, p)| {
            let fixed = question.fixed.iter().filter(|c| of(c) == i).count() as i128;
            p.least > p.most || fixed > p.most
        })
    };
    over(&question.left, |c| c.0)
        || over(&question.right, |c| c.1)
        || question.fixed.iter().any(|c| question.forbidden.contains(c))
        || question.fixed.iter().any(|c| !question.scores.contains_key(c))
}

fn over_quota(question: &Question) -> bool {
    question.quotas.iter().any(|(name, q)| {
        let of = |o: &Option<String>| o.as_deref() == Some(name.as_str());
        let left = question.fixed.iter().filter(|c| of(&question.left.people[c.0].organisation));
        let right = question.fixed.iter().filter(|c| of(&question.right.people[c.1].organisation));
        let beyond = |n: usize, most: Option<i128>| most.is_some_and(|m| n as i128 > m);
        beyond(left.count(), q.most_left) || beyond(right.count(), q.most_right)
    })
}

/// Whether the named people are owed more pairs than can be made with them: each partner takes
/// part at most as often as it has seats, and at most once with each of them.
fn crowded(question: &Question, reason: &Value) -> bool {
    let left = reason["side"] == "left";
    let (side, other) =
        if left { (&question.left, &question.right) } else { (&question.right, &question.left) };
    let people: BTreeSet<usize> = reason["people"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| side.by_id.get(id.as_str()?).copied())
        .collect();
    let mut meets: BTreeMap<usize, i128> = BTreeMap::new();
    for couple in question.scores.keys().filter(|c| !question.forbidden.contains(c)) {
        let (me, partner) = if left { *couple } else { (couple.1, couple.0) };
        if people.contains(&me) {
            *meets.entry(partner).or_default() += 1;
        }
    }
    let owed: i128 = people.iter().map(|&p| side.people[p].least).sum();
    let possible: i128 = meets.iter().map(|(&p, &n)| n.min(other.people[p].most)).sum();
    owed > possible
}
