//! Rounds, through files: speed rounds of two sides, or coffee in one pool.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use matching::rounds::{PoolRounds, SideRounds, solve_pool, solve_sides};
use matching::{Status, Watch};
use serde_json::{Value, json};

use super::answer::csv;
use super::assignment::Named;
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::{Ends, people};
use super::pool::no_such;
use super::problem::Problem;
use super::{Args, Goal, certificate};

/// Rounds always have the most meetings first; the objective is said to be coverage.
pub fn solve(dir: &Path, problem: &Problem, args: &Args) -> Result<Outcome, Faults> {
    if matches!(args.objective, Goal::WorstOff | Goal::Stable) {
        return Err(no_such(args.objective));
    }
    let Some(rounds) = problem.rounds else {
        return Err(Faults::one("problem.toml", 0, "rounds", "solve-fault-no-column", ""));
    };
    if dir.join("people.csv").exists() { pool(dir, rounds) } else { sides(dir, rounds) }
}

fn sides(dir: &Path, rounds: u32) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let mut faults = Faults::default();
    let left = people(dir, "left.csv", &["id"], &mut faults, |_, _| {});
    let right = people(dir, "right.csv", &["id"], &mut faults, |_, _| {});
    let (met, scores) = {
        let columns = |columns| Ends { columns, left: &left, right: &right, one: false };
        let met = columns(["a", "b"]).plain(dir, "met.csv", &mut faults);
        (met, columns(["left", "right"]).scored(dir, false, &mut faults))
    };
    faults.or(())?;
    let question = SideRounds {
        left: left.len() as u32,
        right: right.len() as u32,
        rounds: rounds.min(left.len().max(right.len()) as u32),
        met,
        scores,
    };
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let solved = solve_sides(&question, Watch::nobody());
    let seconds = begun.elapsed().as_secs_f64();
    let rows = numbered(&solved.rounds)
        .map(|(round, a, b)| [round, left.name(a).to_owned(), right.name(b).to_owned()]);
    let table = csv(["round", "left", "right"], rows);
    let named = Named { question: solved.question, left, right, organisations: Ids::default() };
    let mut proof = certificate::of_assignment(&named, &solved.answer, Goal::Coverage);
    proof["kind"] = "rounds".into();
    proof["fair"] = solved.fair.map_or(Value::Null, |(l, r)| json!({ "left": l, "right": r }));
    proof["free"] = certificate::first_stage(&named, &solved.free);
    let (lefts, rights) = met_people(&solved.rounds);
    Ok(Outcome {
        matched: lefts.len() + rights.len(),
        people: named.left.len() + named.right.len(),
        total: Some(solved.answer.total),
        bound: Some(solved.answer.bound),
        read,
        solved: seconds,
        ..outcome(&solved.rounds, "optimal", table, proof)
    })
}

fn pool(dir: &Path, rounds: u32) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let mut faults = Faults::default();
    let ids = people(dir, "people.csv", &["id"], &mut faults, |_, _| {});
    let ends = Ends { columns: ["a", "b"], left: &ids, right: &ids, one: true };
    let question = PoolRounds {
        people: ids.len() as u32,
        rounds: rounds.min(ids.len() as u32),
        met: ends.plain(dir, "met.csv", &mut faults),
        scores: ends.scored(dir, false, &mut faults),
    };
    faults.or(())?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = solve_pool(&question, Watch::nobody());
    let solved = begun.elapsed().as_secs_f64();
    let rows = numbered(&answer.rounds)
        .map(|(round, a, b)| [round, ids.name(a).to_owned(), ids.name(b).to_owned()]);
    let table = csv(["round", "a", "b"], rows);
    let meetings = answer.rounds.iter().map(Vec::len).sum::<usize>() as i128;
    let bound = answer.bound.div_euclid(2) - answer.bonus * meetings;
    let status = if answer.status == Status::Optimal { "optimal" } else { "feasible" };
    let bound = if status == "optimal" { answer.total } else { bound };
    let mut proof = certificate::head("rounds", Goal::Coverage, status, answer.total, bound);
    let priced = ids.names().iter().zip(&answer.prices);
    let prices = priced.map(|(id, p)| (id.clone(), Value::from(p.to_string())));
    proof.insert("people".into(), Value::Object(prices.collect()));
    proof.insert("bonus".into(), answer.bonus.to_string().into());
    proof.insert("relaxation".into(), "degrees".into());
    let (lefts, rights) = met_people(&answer.rounds);
    Ok(Outcome {
        matched: lefts.union(&rights).count(),
        people: ids.len(),
        total: Some(answer.total),
        bound: Some(bound),
        read,
        solved,
        ..outcome(&answer.rounds, status, table, Value::Object(proof))
    })
}

fn outcome(
    rounds: &[Vec<(u32, u32)>],
    status: &'static str,
    table: Vec<u8>,
    certificate: Value,
) -> Outcome {
    Outcome {
        kind: "rounds",
        status,
        people: 0,
        matched: 0,
        total: None,
        bound: None,
        worst: None,
        tables: vec![("rounds.csv", table)],
        certificate,
        reasons: Vec::new(),
        read: 0.0,
        solved: 0.0,
        facts: vec![
            ("meetings", rounds.iter().map(Vec::len).sum::<usize>().into()),
            ("rounds", rounds.len().into()),
            ("objective", "coverage".into()),
        ],
    }
}

fn met_people(rounds: &[Vec<(u32, u32)>]) -> (BTreeSet<u32>, BTreeSet<u32>) {
    rounds.iter().flatten().copied().unzip()
}

fn numbered(rounds: &[Vec<(u32, u32)>]) -> impl Iterator<Item = (String, u32, u32)> {
    let with = rounds.iter().enumerate();
    with.flat_map(|(n, list)| list.iter().map(move |&(a, b)| ((n + 1).to_string(), a, b)))
}
