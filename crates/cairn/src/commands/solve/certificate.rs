//! certificate.json: the proof in the form that `cairn verify` and anybody else can check.

use matching::{Answer, Objective, SCALE, Stage, StageGoal, Status};
use serde_json::{Map, Value, json};

use super::assignment::Named;
use super::{Goal, ids::Ids};

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Stable => "stable",
        Status::Impossible => "impossible",
        Status::Cancelled => "cancelled",
    }
}

/// The head that every certificate has.
pub fn head(kind: &str, goal: Goal, status: &str, total: i128, bound: i128) -> Map<String, Value> {
    let head = json!({
        "version": 1, "kind": kind, "objective": goal.name(), "scale": SCALE, "status": status,
        "total": total.to_string(), "bound": bound.to_string(), "notes": [],
    });
    match head {
        Value::Object(head) => head,
        _ => Map::new(),
    }
}

pub fn of_assignment(named: &Named, answer: &Answer, goal: Goal) -> Value {
    let mut all = head("assignment", goal, status(answer.status), answer.total, answer.bound);
    let stages = &answer.certificate.stages;
    match (goal, stages.as_slice()) {
        (Goal::Total, [only]) => all.extend(prices(named, answer, only)),
        (_, []) => {}
        _ => {
            let list = stages.iter().map(|stage| Value::Object(staged(named, answer, stage)));
            all.insert("stages".into(), list.collect());
        }
    }
    Value::Object(all)
}

/// The first stage of an answer alone.
pub fn first_stage(named: &Named, answer: &Answer) -> Value {
    let first = answer.certificate.stages.first();
    first.map_or(Value::Null, |stage| Value::Object(staged(named, answer, stage)))
}

fn staged(named: &Named, answer: &Answer, stage: &Stage) -> Map<String, Value> {
    let mut all = prices(named, answer, stage);
    let goal = match stage.goal {
        StageGoal::Places => "places",
        StageGoal::Total => "total",
        StageGoal::FewAtMost(_) => "few_at_most",
    };
    all.insert("goal".into(), goal.into());
    if let StageGoal::FewAtMost(level) = stage.goal {
        all.insert("level".into(), level.to_string().into());
    }
    all.insert("total".into(), stage.total.to_string().into());
    all.insert("bound".into(), stage.bound.to_string().into());
    all
}

/// The signed prices taken apart: what a full person is worth, and what a lower bound costs.
fn prices(named: &Named, answer: &Answer, stage: &Stage) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("left".into(), by_id(&named.left, &stage.left, |p| Some(p.max(0))));
    all.insert("right".into(), by_id(&named.right, &stage.right, |p| Some(p.max(0))));
    let owed = |p: i128| (p < 0).then_some(p);
    let lower = json!({
        "left": by_id(&named.left, &stage.left, owed),
        "right": by_id(&named.right, &stage.right, owed),
    });
    all.insert("lower".into(), lower);
    all.insert("fixed".into(), fixed(named, answer, stage));
    let organisations = stage.organisations.iter().map(|o| {
        json!({
            "organisation": named.organisations.name(o.organisation),
            "left": o.left.to_string(),
            "right": o.right.to_string(),
            "balance": o.balance.to_string(),
        })
    });
    all.insert("organisations".into(), organisations.collect());
    all
}

fn by_id(ids: &Ids, prices: &[i128], show: impl Fn(i128) -> Option<i128>) -> Value {
    let shown = ids.names().iter().zip(prices);
    let shown = shown.filter_map(|(id, &p)| Some((id.clone(), show(p)?.to_string().into())));
    Value::Object(shown.collect())
}

/// The signed price of each fixed pair: what it is worth in this stage beyond all other prices.
fn fixed(named: &Named, answer: &Answer, stage: &Stage) -> Value {
    let mut wanted = named.question.fixed.clone();
    wanted.sort_unstable();
    wanted.dedup();
    let priced = wanted.iter().filter_map(|&(l, r)| {
        let pair = answer.pairs.iter().find(|p| (p.left, p.right) == (l, r))?;
        let price = stage.beyond(&named.question, *pair);
        Some(json!({
            "left": named.left.name(l), "right": named.right.name(r), "price": price.to_string(),
        }))
    });
    priced.collect()
}

/// The objective of the engine by its name here.
pub fn objective(goal: Goal) -> Objective {
    match goal {
        Goal::Total => Objective::Total,
        Goal::Coverage => Objective::Coverage,
        Goal::WorstOff => Objective::WorstOff,
        Goal::Stable => Objective::Stable,
    }
}
