//! The proof of a round as `certificate.json`, with people by their ids.

use matching::{Answer, Assignment, Objective, Pair, SCALE, Stage, StageGoal, Status};
use serde_json::{Map, Value, json};

/// The numbers of an assignment as people know them.
#[derive(Debug)]
pub struct Names {
    /// Ids of those who give, by position.
    pub left: Vec<String>,
    /// Ids of those who receive, by position.
    pub right: Vec<String>,
    /// Organisations by number.
    pub organisations: Vec<String>,
}

/// How an answer's status is called in files.
#[must_use]
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Stable => "stable",
        Status::Impossible => "impossible",
        Status::Cancelled => "cancelled",
    }
}

/// The certificate of an answer.
#[must_use]
pub fn certificate(
    names: &Names,
    question: &Assignment,
    answer: &Answer,
    objective: Objective,
) -> Value {
    let mut all = object(json!({
        "version": 1, "kind": "assignment", "objective": objective_name(objective), "scale": SCALE,
        "status": status_name(answer.status), "total": answer.total.to_string(),
        "bound": answer.bound.to_string(), "notes": [],
    }));
    let about = About { names, question, answer };
    match (objective, answer.certificate.stages.as_slice()) {
        (_, []) => {}
        (Objective::Total, [only]) => all.extend(about.prices(only)),
        (_, stages) => {
            let list = stages.iter().map(|stage| Value::Object(about.stage(stage)));
            all.insert("stages".to_owned(), list.collect());
        }
    }
    Value::Object(all)
}

/// How an objective is called in files.
#[must_use]
pub const fn objective_name(objective: Objective) -> &'static str {
    match objective {
        Objective::Total => "total",
        Objective::Coverage => "coverage",
        Objective::WorstOff => "worst-off",
        Objective::Stable => "stable",
    }
}

struct About<'a> {
    names: &'a Names,
    question: &'a Assignment,
    answer: &'a Answer,
}

impl About<'_> {
    fn stage(&self, stage: &Stage) -> Map<String, Value> {
        let mut all = self.prices(stage);
        let goal = match stage.goal {
            StageGoal::Places => "places",
            StageGoal::Total => "total",
            StageGoal::FewAtMost(level) => {
                all.insert("level".to_owned(), level.to_string().into());
                "few_at_most"
            }
        };
        all.insert("goal".to_owned(), goal.into());
        all.insert("total".to_owned(), stage.total.to_string().into());
        all.insert("bound".to_owned(), stage.bound.to_string().into());
        all
    }

    /// Signed prices taken apart: what a full person is worth, and what a lower bound costs.
    fn prices(&self, stage: &Stage) -> Map<String, Value> {
        let owed = |price: i128| (price < 0).then_some(price);
        let dear = |price: i128| Some(price.max(0));
        let organisations = stage.organisations.iter().map(|o| {
            json!({
                "organisation": self.names.organisations.get(o.organisation as usize),
                "left": o.left.to_string(), "right": o.right.to_string(),
                "balance": o.balance.to_string(),
            })
        });
        object(json!({
            "left": by_id(&self.names.left, &stage.left, dear),
            "right": by_id(&self.names.right, &stage.right, dear),
            "lower": {
                "left": by_id(&self.names.left, &stage.left, owed),
                "right": by_id(&self.names.right, &stage.right, owed),
            },
            "fixed": self.fixed(stage),
            "organisations": organisations.collect::<Value>(),
        }))
    }

    /// What each decided pair is worth beyond all prices.
    fn fixed(&self, stage: &Stage) -> Value {
        let mut fixed = self.question.fixed.clone();
        fixed.sort_unstable();
        fixed.dedup();
        let of = |(left, right): (u32, u32)| {
            let made = |pair: &&Pair| (pair.left, pair.right) == (left, right);
            let pair = self.answer.pairs.iter().find(made)?;
            Some(json!({
                "left": self.names.left.get(left as usize),
                "right": self.names.right.get(right as usize),
                "price": stage.beyond(self.question, *pair).to_string(),
            }))
        };
        fixed.into_iter().filter_map(of).collect()
    }
}

fn by_id(ids: &[String], prices: &[i128], show: impl Fn(i128) -> Option<i128>) -> Value {
    let shown = ids.iter().zip(prices);
    Value::Object(
        shown.filter_map(|(id, &p)| Some((id.clone(), show(p)?.to_string().into()))).collect(),
    )
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
