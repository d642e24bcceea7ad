//! Checking groups: every rule of every group, and the bound by degrees.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::certificate::{ById, Certificate, whole};
use crate::number::Sum;
use crate::people::{Couple, People};
use crate::table::rows;
use crate::{Verdict, Wrong};

/// What problem.toml says about groups.
#[derive(serde::Deserialize)]
struct Rules {
    size: (i128, i128),
    leaders: Option<(i128, i128)>,
    /// Of those who do not lead.
    members: Option<(i128, i128)>,
    #[serde(default)]
    common_slots: usize,
    most_same_organisation: Option<usize>,
}

#[derive(serde::Deserialize)]
struct Proof {
    people: ById,
}

struct Person {
    leads: bool,
    slots: BTreeSet<String>,
    organisation: String,
}

pub(crate) fn verify(
    dir: &Path,
    out: &Path,
    certificate: &Certificate,
    problem: &str,
) -> Result<Verdict, Wrong> {
    let wrong = |e: toml::de::Error| Wrong::at("problem.toml", e.message());
    let rules: Rules = toml::from_str(problem).map_err(wrong)?;
    if certificate.status == "impossible" {
        return contradicts(&rules);
    }
    let people = People::read(dir, "people.csv")?;
    let facts = facts(dir)?;
    let home = answer(out, &people)?;
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (&person, group) in &home {
        groups.entry(group).or_default().push(person);
    }
    for (group, members) in &groups {
        if let Some(what) = breaks(&rules, &facts, members) {
            return Err(Wrong::at(&format!("groups.csv: group {group}"), what));
        }
    }
    let same = |c: &Couple| home.get(&c.0).is_some_and(|g| home.get(&c.1) == Some(g));
    let forbidden = people.couples(dir, "forbidden.csv")?;
    if let Some(c) = forbidden.iter().find(|c| same(c)) {
        return Err(Wrong::at("groups.csv", &format!("{} are in one group", people.named(*c))));
    }
    if let Some(c) = people.couples(dir, "fixed.csv")?.iter().find(|c| !same(c)) {
        return Err(Wrong::at("groups.csv", &format!("{} are not in one group", people.named(*c))));
    }
    let scores = people.scores(dir, true)?;
    let total: i128 = scores.iter().filter(|(c, _)| same(c)).map(|(_, s)| s).sum();
    if total != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    let counted = scores.iter().filter(|(c, _)| !forbidden.contains(c));
    let proved = bound(&people, counted, certificate, rules.size.1 - 1)?;
    let bound = certificate.bound()?;
    match certificate.status.as_str() {
        _ if bound < proved => {
            let what = format!("{bound} is claimed where {proved} is proved");
            Err(Wrong::at("certificate.json: bound", &what))
        }
        "optimal" if total == bound => Ok(Verdict::Optimal),
        "feasible" if total <= bound => Ok(Verdict::Within { total, bound }),
        _ => Err(Wrong::at("certificate.json: status", "does not fit total and bound")),
    }
}

fn contradicts(rules: &Rules) -> Result<Verdict, Wrong> {
    let (low, high) = rules.size;
    if low < 1 || low > high || rules.leaders.is_some_and(|(l, h)| l > h || l > high) {
        return Ok(Verdict::Impossible);
    }
    Err(Wrong::at(
        "problem.toml",
        "does not contradict itself; that nothing was found proves nothing",
    ))
}

fn facts(dir: &Path) -> Result<Vec<Person>, Wrong> {
    let all = rows(dir, "people.csv", &["id", "role", "slots", "organisation"], false)?;
    let person = |row: &crate::table::Row| {
        let slots = row.cells[2].split([';', ',']).map(|s| s.trim().to_owned());
        Person {
            leads: row.cells[1].eq_ignore_ascii_case("leader"),
            slots: slots.filter(|s| !s.is_empty()).collect(),
            organisation: row.cells[3].clone(),
        }
    };
    Ok(all.iter().map(person).collect())
}

/// Who is in which group; nobody is in two.
fn answer(out: &Path, people: &People) -> Result<BTreeMap<usize, String>, Wrong> {
    let mut home = BTreeMap::new();
    for row in rows(out, "groups.csv", &["group", "id"], false)? {
        let person = people.find(&row.cells[1], &row.place)?;
        if home.insert(person, row.cells[0].clone()).is_some() {
            return Err(Wrong::at(&row.place, "somebody is in two groups"));
        }
    }
    Ok(home)
}

fn breaks(rules: &Rules, facts: &[Person], members: &[usize]) -> Option<&'static str> {
    let within = |n: usize, (low, high): (i128, i128)| (low..=high).contains(&(n as i128));
    let leaders = members.iter().filter(|&&m| facts[m].leads).count();
    let first = facts[members[0]].slots.clone();
    let common = members.iter().fold(first, |slots, &m| &slots & &facts[m].slots);
    let alike = |o: &str| members.iter().filter(|&&m| facts[m].organisation == o).count();
    let crowd = |most: usize| {
        let named = members.iter().map(|&m| facts[m].organisation.as_str());
        named.filter(|o| !o.is_empty()).any(|o| alike(o) > most)
    };
    if !within(members.len(), rules.size) {
        return Some("has too few or too many people");
    }
    if rules.leaders.is_some_and(|each| !within(leaders, each)) {
        return Some("has too few or too many leaders");
    }
    if rules.members.is_some_and(|each| !within(members.len() - leaders, each)) {
        return Some("has too few or too many who do not lead");
    }
    if common.len() < rules.common_slots {
        return Some("has too few common slots");
    }
    rules.most_same_organisation.is_some_and(crowd).then_some("has too many of one organisation")
}

/// Nobody has more than `most` partners: half of `Σ most·price + Σ max(0, 2·score − prices)`.
fn bound<'a>(
    people: &People,
    scores: impl Iterator<Item = (&'a Couple, &'a i128)>,
    certificate: &Certificate,
    most: i128,
) -> Result<i128, Wrong> {
    let place = "certificate.json: people";
    let proof: Proof = certificate.more()?;
    let mut prices = vec![0; people.ids.len()];
    let mut sum = Sum::default();
    for (id, text) in &proof.people {
        let price = whole(text, place)?;
        if price < 0 {
            return Err(Wrong::at(place, "a price is below nought"));
        }
        prices[people.find(id, place)?] = price;
        sum.add(most, price);
    }
    for (&(a, b), &score) in scores {
        sum.add(1, (2 * score - prices[a] - prices[b]).max(0));
    }
    Ok(sum.value(place)?.div_euclid(2))
}
