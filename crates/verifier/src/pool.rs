//! Checking pairs in one pool: prices of people and of odd sets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::certificate::{ById, Certificate, whole};
use crate::number::{Sum, decimal};
use crate::people::{Couple, People};
use crate::table::rows;
use crate::{Verdict, Wrong};

#[derive(serde::Deserialize)]
struct Proof {
    people: ById,
    odd_sets: Vec<OddSet>,
    bonus: String,
}

#[derive(serde::Deserialize)]
struct OddSet {
    members: Vec<String>,
    value: String,
}

struct Answer {
    made: BTreeSet<Couple>,
    triad: Option<[usize; 3]>,
    total: i128,
}

pub(crate) fn verify(
    dir: &Path,
    out: &Path,
    certificate: &Certificate,
    triad: bool,
) -> Result<Verdict, Wrong> {
    let people = People::read(dir, "people.csv")?;
    let scores = people.scores(dir, false)?;
    let fixed: BTreeSet<Couple> = people.couples(dir, "fixed.csv")?.into_iter().collect();
    let forbidden: BTreeSet<Couple> = people.couples(dir, "forbidden.csv")?.into_iter().collect();
    if certificate.status == "impossible" {
        let twice = fixed.iter().flat_map(|c| [c.0, c.1]).collect::<BTreeSet<_>>();
        let contradicts = fixed.iter().any(|c| forbidden.contains(c) || !scores.contains_key(c))
            || twice.len() < 2 * fixed.len();
        let what = "the fixed pairs do not contradict anything";
        return if contradicts {
            Ok(Verdict::Impossible)
        } else {
            Err(Wrong::at("fixed.csv", what))
        };
    }
    let allowed = |c: &Couple| scores.contains_key(c) && !forbidden.contains(c);
    let answer = read(out, &people, &scores, &allowed, triad)?;
    if let Some(missing) = fixed.iter().find(|c| !answer.made.contains(c)) {
        let what = format!("{} is fixed but missing", people.named(*missing));
        return Err(Wrong::at("matching.csv", &what));
    }
    if 2 * answer.total != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    // Fixed pairs stand aside; the prices are about everybody else.
    let aside: BTreeSet<usize> = fixed.iter().flat_map(|c| [c.0, c.1]).collect();
    let alone: i128 = fixed.iter().map(|c| 2 * scores[c]).sum();
    let free = scores
        .iter()
        .filter(|(c, _)| !forbidden.contains(c) && !aside.contains(&c.0) && !aside.contains(&c.1));
    let free: BTreeMap<Couple, i128> = free.map(|(c, s)| (*c, *s)).collect();
    let proof: Proof = certificate.more()?;
    let bonus = whole(&proof.bonus, "bonus")?;
    let (mut proved, prices) = bound(&people, &free, &proof, bonus)?;
    if triad && people.ids.len() % 2 == 1 {
        proved = proved.max(with_triad(&free, &prices, proved, bonus));
    }
    let places = answer.made.len() - fixed.len() + usize::from(answer.triad.is_some());
    let bound = proved - bonus * places as i128 + alone;
    // A total is a whole number of units, so half a unit of the bound is never reached.
    let bound = bound - bound.rem_euclid(2);
    if certificate.objective == "coverage" {
        outweighs(bonus, &free, people.ids.len())?;
    } else if bonus != 0 {
        return Err(Wrong::at("certificate.json: bonus", "belongs to another objective"));
    }
    let claimed = certificate.bound()?;
    if claimed < bound {
        let what = format!("{claimed} is claimed where {bound} is proved");
        return Err(Wrong::at("certificate.json: bound", &what));
    }
    let total = certificate.total()?;
    match certificate.status.as_str() {
        "optimal" if total == claimed => Ok(Verdict::Optimal),
        "feasible" if total <= claimed => Ok(Verdict::Within { total, bound: claimed }),
        _ => Err(Wrong::at("certificate.json: bound", "is not the total of an optimal answer")),
    }
}

/// The most that any group of three and pairs of the others can reach: the three give their prices
/// back and bring their three scores.
fn with_triad(free: &BTreeMap<Couple, i128>, prices: &[i128], proved: i128, bonus: i128) -> i128 {
    let mut most = proved;
    for (&(a, b), &first) in free {
        for (&(_, c), &second) in free.range((b, 0)..(b + 1, 0)) {
            if let Some(&third) = free.get(&(a, c)) {
                let gain = 2 * (first + second + third) + bonus - prices[a] - prices[b] - prices[c];
                most = most.max(proved + gain);
            }
        }
    }
    most
}

fn read(
    out: &Path,
    people: &People,
    scores: &BTreeMap<Couple, i128>,
    allowed: &dyn Fn(&Couple) -> bool,
    triad: bool,
) -> Result<Answer, Wrong> {
    let mut answer = Answer { made: BTreeSet::new(), triad: None, total: 0 };
    let mut met = BTreeSet::new();
    for row in rows(out, "matching.csv", &["a", "b", "score"], false)? {
        let couple = people.couple(&row, 0, 1)?;
        if !allowed(&couple) || decimal(&row.cells[2]) != scores.get(&couple).copied() {
            return Err(Wrong::at(&row.place, "the pair is not possible with this score"));
        }
        if !met.insert(couple.0) || !met.insert(couple.1) {
            return Err(Wrong::at(&row.place, "somebody is in two pairs"));
        }
        answer.total += scores[&couple];
        answer.made.insert(couple);
    }
    for row in rows(out, "triads.csv", &["a", "b", "c", "score"], true)? {
        let mut three = [0; 3];
        for (at, person) in three.iter_mut().enumerate() {
            *person = people.find(&row.cells[at], &row.place)?;
        }
        three.sort_unstable();
        let couples = [(three[0], three[1]), (three[0], three[2]), (three[1], three[2])];
        let odd = triad && people.ids.len() % 2 == 1 && answer.triad.is_none();
        if !odd || !couples.iter().all(allowed) || three.iter().any(|&p| !met.insert(p)) {
            return Err(Wrong::at(&row.place, "the group of three is not possible"));
        }
        if decimal(&row.cells[3]) != Some(triad_score(scores, three)) {
            return Err(Wrong::at(&row.place, "the score is not the sum of the three pairs"));
        }
        answer.total += triad_score(scores, three);
        answer.triad = Some(three);
    }
    Ok(answer)
}

fn triad_score(scores: &BTreeMap<Couple, i128>, [a, b, c]: [usize; 3]) -> i128 {
    scores[&(a, b)] + scores[&(a, c)] + scores[&(b, c)]
}

/// What the prices prove, in halves of a unit: every pair must be covered.
fn bound(
    people: &People,
    free: &BTreeMap<Couple, i128>,
    proof: &Proof,
    bonus: i128,
) -> Result<(i128, Vec<i128>), Wrong> {
    let place = "certificate.json: people";
    let mut prices = vec![0; people.ids.len()];
    let mut sum = Sum::default();
    for (id, text) in &proof.people {
        let price = whole(text, place)?;
        if price < 0 {
            return Err(Wrong::at(place, &format!("the price of {id} is below nought")));
        }
        prices[people.find(id, place)?] = price;
        sum.add(1, price);
    }
    // By person: the sets they are in, so that a pair finds the sets that hold both.
    let mut sets: Vec<Vec<usize>> = vec![Vec::new(); people.ids.len()];
    let mut values = Vec::new();
    for (n, set) in proof.odd_sets.iter().enumerate() {
        let place = format!("certificate.json: odd_sets[{n}]");
        let value = whole(&set.value, &place)?;
        let mut members = BTreeSet::new();
        for id in &set.members {
            members.insert(people.find(id, &place)?);
        }
        if value < 0 || members.len() != set.members.len() || members.len() % 2 == 0 {
            return Err(Wrong::at(&place, "is not an odd set with a value"));
        }
        members.iter().for_each(|&m| sets[m].push(n));
        sum.add((members.len() as i128 - 1) / 2, value);
        values.push(value);
    }
    for (&(a, b), &score) in free {
        let both = sets[a].iter().filter(|n| sets[b].binary_search(n).is_ok());
        let cover = prices[a] + prices[b] + both.map(|&n| values[n]).sum::<i128>();
        if cover < 2 * score + bonus {
            return Err(Wrong::at(place, &format!("{} is not covered", people.named((a, b)))));
        }
    }
    Ok((sum.value(place)?, prices))
}

/// One pair more outweighs every difference of scores.
fn outweighs(bonus: i128, free: &BTreeMap<Couple, i128>, people: usize) -> Result<(), Wrong> {
    let reach = free.values().map(|s| s.abs()).max().unwrap_or(0);
    let needed = 2 * 2 * reach * (people as i128 / 2);
    if bonus > needed || free.is_empty() {
        return Ok(());
    }
    Err(Wrong::at("certificate.json: bonus", "does not outweigh the scores"))
}
