//! Pairs in one pool, through files.

use std::path::Path;
use std::time::Instant;

use matching::pool::{Pool, PoolAnswer, PoolObjective, PoolReason, solve as best};
use matching::{SCALE, Status};
use serde_json::{Value, json};
use words::{Arg, Language, say};

use super::answer::csv;
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::{Ends, people};
use super::problem::Problem;
use super::reasons::{Told, told};
use super::{Args, Goal, certificate, number};

pub fn solve(dir: &Path, problem: &Problem, args: &Args) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let objective = match args.objective {
        Goal::Total => PoolObjective::Total,
        Goal::Coverage => PoolObjective::Coverage,
        other => return Err(no_such(other)),
    };
    let mut faults = Faults::default();
    let ids = people(dir, "people.csv", &["id"], &mut faults, |_, _| {});
    let ends = Ends { columns: ["a", "b"], left: &ids, right: &ids, one: true };
    let pool = Pool {
        people: ids.len(),
        pairs: ends.scored(dir, true, &mut faults),
        fixed: ends.plain(dir, "fixed.csv", &mut faults),
        forbidden: ends.plain(dir, "forbidden.csv", &mut faults),
        triad: problem.triad,
    };
    faults.or(())?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = best(&pool, objective);
    let solved = begun.elapsed().as_secs_f64();
    Ok(Outcome { read, solved, ..outcome(&ids, &answer, args.objective) })
}

/// The fault of an objective that a kind of question does not have.
pub fn no_such(goal: Goal) -> Faults {
    Faults::one("problem.toml", 0, "kind", "solve-fault-objective", goal.name())
}

fn outcome(ids: &Ids, answer: &PoolAnswer, goal: Goal) -> Outcome {
    let name = |p: u32| ids.name(p).to_owned();
    let rows =
        answer.pairs.iter().map(|p| [name(p.left), name(p.right), number::text(p.score.into())]);
    let triads = answer.triad.iter().map(|t| {
        let [a, b, c] = t.members;
        [name(a), name(b), name(c), number::text(t.score.into())]
    });
    let tables = vec![
        ("matching.csv", csv(["a", "b", "score"], rows)),
        ("triads.csv", csv(["a", "b", "c", "score"], triads)),
    ];
    let possible = answer.status != Status::Impossible;
    Outcome {
        kind: "pool",
        status: certificate::status(answer.status),
        people: ids.len(),
        matched: ids.len() - answer.unmatched.len(),
        total: possible.then_some(answer.total),
        bound: possible.then_some(answer.bound),
        worst: answer.pairs.iter().map(|p| p.score).min(),
        tables,
        certificate: proof(ids, answer, goal),
        reasons: answer.impossible.iter().map(|r| tell(ids, r)).collect(),
        read: 0.0,
        solved: 0.0,
        facts: vec![("pairs", answer.pairs.len().into())],
    }
}

/// Prices of a pool come in halves of a unit, so that the scale is twice the usual one.
fn proof(ids: &Ids, answer: &PoolAnswer, goal: Goal) -> Value {
    let status = certificate::status(answer.status);
    let mut all = certificate::head("pool", goal, status, 2 * answer.total, 2 * answer.bound);
    all.insert("scale".into(), (2 * SCALE).into());
    let priced = answer.stage.people.iter().enumerate();
    let people = priced.map(|(p, v)| (ids.name(p as u32).to_owned(), v.to_string().into()));
    all.insert("people".into(), Value::Object(people.collect()));
    let sets = answer.stage.odd_sets.iter().map(|s| {
        let members: Vec<&str> = s.members.iter().map(|&m| ids.name(m)).collect();
        json!({ "members": members, "value": s.value.to_string() })
    });
    all.insert("odd_sets".into(), sets.collect());
    all.insert("bonus".into(), (2 * answer.stage.bonus).to_string().into());
    Value::Object(all)
}

fn tell(ids: &Ids, reason: &PoolReason) -> Told {
    let both = |a: u32, b: u32| format!("{} – {}", ids.name(a), ids.name(b));
    let (key, who) = match *reason {
        PoolReason::NoSuchPerson(p) => ("solve-why-no-such-person", p.to_string()),
        PoolReason::WithThemselves(p) => ("solve-why-with-themselves", ids.name(p).to_owned()),
        PoolReason::ScoreOutOfRange(a, b) => ("solve-why-score-out-of-range", both(a, b)),
        PoolReason::FixedNotListed(a, b) => ("solve-why-fixed-not-listed", both(a, b)),
        PoolReason::FixedAndForbidden(a, b) => ("solve-why-fixed-and-forbidden", both(a, b)),
        PoolReason::FixedTwice(p) => ("solve-why-fixed-twice", ids.name(p).to_owned()),
    };
    let sentence = say(Language::English, key, &[("who", Arg::from(&who))]);
    told(key, sentence, &who, json!({}))
}
