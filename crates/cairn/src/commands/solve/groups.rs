//! Groups and circles, through files.

use std::path::Path;
use std::time::Instant;

use matching::groups::{Groups, GroupsAnswer, GroupsReason, solve as best};
use matching::{Status, Watch};
use serde_json::{Value, json};
use words::{Arg, Language, say};

use super::answer::csv;
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::{Ends, people};
use super::pool::no_such;
use super::problem::Problem;
use super::reasons::{Told, told};
use super::{Args, Goal, certificate};

struct Named {
    groups: Groups,
    ids: Ids,
    roles: Vec<String>,
}

/// Groups place as many people as they can; the objective decides nothing beyond that.
pub fn solve(dir: &Path, problem: &Problem, args: &Args) -> Result<Outcome, Faults> {
    if matches!(args.objective, Goal::WorstOff | Goal::Stable) {
        return Err(no_such(args.objective));
    }
    let begun = Instant::now();
    let named = read(dir, problem, args.seed)?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = best(&named.groups, Watch::nobody());
    let solved = begun.elapsed().as_secs_f64();
    Ok(Outcome { read, solved, ..outcome(&named, &answer) })
}

fn read(dir: &Path, problem: &Problem, seed: u64) -> Result<Named, Faults> {
    let Some(size) = problem.size else {
        return Err(Faults::one("problem.toml", 0, "size", "solve-fault-no-column", ""));
    };
    let mut faults = Faults::default();
    let (mut organisations, mut slots) = (Ids::default(), Ids::default());
    let mut groups = Groups { size, seed, ..Groups::default() };
    let mut roles = Vec::new();
    let columns = ["id", "role", "slots", "organisation"];
    let ids = people(dir, "people.csv", &columns, &mut faults, |row, _| {
        roles.push(row.cell(1).to_owned());
        groups.leaders.push(row.cell(1).eq_ignore_ascii_case("leader"));
        let list = row.cell(2).split([';', ',']).map(str::trim).filter(|s| !s.is_empty());
        groups.slots.push(list.map(|slot| slots.of(slot)).collect());
        let organisation = row.cell(3);
        groups
            .organisations
            .push((!organisation.is_empty()).then(|| organisations.of(organisation)));
    });
    let ends = Ends { columns: ["a", "b"], left: &ids, right: &ids, one: true };
    groups.people = ids.len();
    groups.pairs = ends.scored(dir, false, &mut faults);
    groups.fixed = ends.plain(dir, "fixed.csv", &mut faults);
    groups.forbidden = ends.plain(dir, "forbidden.csv", &mut faults);
    groups.leaders_each = problem.leaders;
    groups.members_each = problem.members;
    groups.common_slots = problem.common_slots.unwrap_or(0);
    groups.most_alike = problem.most_same_organisation;
    faults.or(Named { groups, ids, roles })
}

fn outcome(named: &Named, answer: &GroupsAnswer) -> Outcome {
    let rows = answer.groups.iter().enumerate().flat_map(|(g, members)| {
        let row = move |&m: &u32| {
            let (id, role) = (named.ids.name(m).to_owned(), named.roles[m as usize].clone());
            [(g + 1).to_string(), id, role]
        };
        members.iter().map(row)
    });
    let possible = answer.status != Status::Impossible;
    Outcome {
        kind: "groups",
        status: certificate::status(answer.status),
        people: named.ids.len(),
        matched: named.ids.len() - answer.unplaced.len(),
        total: possible.then_some(answer.total),
        bound: possible.then_some(answer.bound),
        worst: None,
        tables: vec![("groups.csv", csv(["group", "id", "role"], rows))],
        certificate: proof(named, answer),
        reasons: answer.impossible.iter().map(|r| tell(&named.ids, r)).collect(),
        read: 0.0,
        solved: 0.0,
        facts: vec![("groups", answer.groups.len().into()), ("objective", "coverage".into())],
    }
}

fn proof(named: &Named, answer: &GroupsAnswer) -> Value {
    let status = certificate::status(answer.status);
    let mut all = certificate::head("groups", Goal::Coverage, status, answer.total, answer.bound);
    let priced = named.ids.names().iter().zip(&answer.prices);
    let prices = priced.map(|(id, p)| (id.clone(), Value::from(p.to_string())));
    all.insert("people".into(), Value::Object(prices.collect()));
    all.insert("relaxation".into(), "degrees".into());
    Value::Object(all)
}

fn tell(ids: &Ids, reason: &GroupsReason) -> Told {
    let both = |a: u32, b: u32| format!("{} – {}", ids.name(a), ids.name(b));
    let (key, who) = match *reason {
        GroupsReason::Size => ("solve-why-group-size", String::new()),
        GroupsReason::Leaders => ("solve-why-group-leaders", String::new()),
        GroupsReason::NoSuchPair(a, _) => ("solve-why-no-such-person", a.to_string()),
        GroupsReason::FixedAndForbidden(a, b) => ("solve-why-fixed-and-forbidden", both(a, b)),
        GroupsReason::ScoreOutOfRange(a, b) => ("solve-why-score-out-of-range", both(a, b)),
        GroupsReason::FixedApart(a, b) => ("solve-why-fixed-apart", both(a, b)),
    };
    let sentence = say(Language::English, key, &[("who", Arg::from(&who))]);
    told(key, sentence, &who, json!({}))
}
