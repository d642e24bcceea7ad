//! Why these two: sentences by key that either of them may read, so they rest only on what partners
//! may see of each other. They are stored with the relationship and said in each reader's language.

use std::collections::BTreeMap;

use design::{Audience, Design, Tie};
use serde_json::Value;
use words::{Arg, Language};

use super::{answer::Proposal, participant::Participant, solve::Asking, told};

/// The most reasons of one pair.
const MOST: usize = 3;
/// The most topics in one reason.
const TOPICS: usize = 3;

/// A sentence's key and what fills it.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The key.
    pub key: &'static str,
    /// What fills it: texts, and lists of texts.
    pub args: BTreeMap<String, Value>,
}

/// The reasons of a pair, the weightiest first; never none.
#[must_use]
pub fn of(asking: &Asking, pair: &Proposal) -> Vec<Why> {
    let two = Two {
        design: &asking.design,
        giver: &asking.people[pair.giver],
        receiver: &asking.people[pair.receiver],
    };
    let rules = &asking.asked.rules;
    let mut weighty: Vec<(Option<i64>, usize)> =
        (0..rules.len()).map(|at| (pair.parts.get(at).copied().flatten(), at)).collect();
    weighty.sort_by_key(|&(part, at)| (std::cmp::Reverse(part), at));
    let mut all: Vec<Why> = Vec::new();
    if pair.pinned {
        all.push(two.why("round-why-pinned", &[]));
    }
    for (part, at) in weighty {
        if part.is_none_or(|units| units > 0) && all.len() < MOST {
            all.extend(two.reason(&rules[at].condition.tie).filter(|why| !all.contains(why)));
        }
    }
    if all.is_empty() {
        all.push(two.why("round-why-together", &[]));
    }
    all
}

/// The first reason in few words: what the list of pairs shows.
#[must_use]
pub fn short(language: Language, asking: &Asking, pair: &Proposal) -> String {
    let first = of(asking, pair).into_iter().find(|why| why.key != "round-why-pinned");
    first.map_or(String::new(), |why| match why.key {
        "round-why-covers" => Why { key: "round-why-topics", ..why }.say(language),
        _ => why.say(language),
    })
}

impl Why {
    /// The sentence.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Array(items) => {
                items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => String::new(),
        };
        let args: Vec<(&str, Arg<'_>)> =
            self.args.iter().map(|(name, value)| (name.as_str(), Arg::from(text(value)))).collect();
        words::say(language, self.key, &args)
    }
}

struct Two<'a> {
    design: &'a Design,
    giver: &'a Participant,
    receiver: &'a Participant,
}

impl Two<'_> {
    fn why(&self, key: &'static str, more: &[(&str, Value)]) -> Why {
        let mut args: BTreeMap<String, Value> = [
            ("giver".to_owned(), self.giver.name.clone().into()),
            ("receiver".to_owned(), self.receiver.name.clone().into()),
        ]
        .into();
        args.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        Why { key, args }
    }

    fn reason(&self, tie: &Tie) -> Option<Why> {
        match tie {
            Tie::Covers { wants, offers } => {
                self.shared(&[wants, offers], wants, offers, "round-why-covers")
            }
            Tie::Exchange { wants, offers } => self
                .shared(&[wants, offers], wants, offers, "round-why-covers")
                .or_else(|| self.shared(&[wants, offers], offers, wants, "round-why-offers")),
            Tie::Similar(fact) | Tie::Shares(fact) => {
                self.shared(&[fact], fact, fact, "round-why-shared")
            }
            Tie::CommonLanguage => {
                self.shared(&["languages"], "languages", "languages", "round-why-language")
            }
            Tie::Same(fact) => self.shared(&[fact], fact, fact, "round-why-same"),
            Tie::SameOrganisation => {
                self.shared(&["organisation"], "organisation", "organisation", "round-why-same")
            }
            Tie::Different(fact) | Tie::Diverse(fact) => self.different(fact),
            Tie::DifferentOrganisation => self.different("organisation"),
            Tie::WorkingHoursOverlap { .. } => Some(self.why("round-why-hours", &[])),
            Tie::CommonSlot => Some(self.why("round-why-slot", &[])),
            Tie::Complements(_) => Some(self.why("round-why-complements", &[])),
            // What one privately wished stays between them and the engine; the rest is no reason.
            Tie::Prefers
            | Tie::NotCompetitors
            | Tie::DifferentAmong { .. }
            | Tie::InReportingLine
            | Tie::DirectManager
            | Tie::NotInReportingLine
            | Tie::NotDirectManager
            | Tie::NotSameManager
            | Tie::SharesNone(_)
            | Tie::LevelAbove { .. }
            | Tie::LevelWithin { .. }
            | Tie::Ahead { .. }
            | Tie::NeverPairedBefore
            | Tie::NotMetBefore
            | Tie::NotAvoided
            | Tie::NoLoop => None,
        }
    }

    /// What of the receiver's fact stands in the giver's, where partners may see both.
    fn shared(&self, facts: &[&str], mine: &str, theirs: &str, key: &'static str) -> Option<Why> {
        if !facts.iter().all(|fact| self.is_open(fact)) {
            return None;
        }
        let known: Vec<String> =
            self.giver.fact(theirs).iter().map(|value| value.to_lowercase()).collect();
        let meets = |value: &&String| known.contains(&value.to_lowercase());
        let shared: Vec<Value> = self
            .receiver
            .fact(mine)
            .iter()
            .filter(meets)
            .take(TOPICS)
            .map(|value| value.clone().into())
            .collect();
        (!shared.is_empty()).then(|| self.why(key, &[("shared", shared.into())]))
    }

    fn different(&self, fact: &str) -> Option<Why> {
        let value = |person: &Participant| person.fact(fact).first().cloned();
        let (one, other) = (value(self.giver)?, value(self.receiver)?);
        let open = self.is_open(fact) && one.to_lowercase() != other.to_lowercase();
        let args = [("one", Value::from(one)), ("other", Value::from(other))];
        open.then(|| self.why("round-why-different", &args))
    }

    /// Whether partners may see a fact: as its question says, else what stands on a business card.
    fn is_open(&self, fact: &str) -> bool {
        match self.design.form.question(fact) {
            Some(question) => question.audience == Audience::Partners,
            None => matches!(
                fact,
                "organisation"
                    | "department"
                    | "site"
                    | "job_title"
                    | "languages"
                    | "time_zone"
                    | "offers"
                    | "wants"
            ),
        }
    }
}

/// The parts of a score, for the coordinator: condition, what it adds, and at most.
#[must_use]
pub fn parts(language: Language, asking: &Asking, pair: &Proposal) -> Vec<Part> {
    let part = |(at, rule): (usize, &super::ask::Applied)| {
        let units = pair.parts.get(at).copied().flatten();
        let worth = asking.asked.worth(rule);
        (worth > 0).then(|| Part {
            rule: told::condition(language, &rule.condition, &asking.design),
            points: told::points(units.unwrap_or(0)),
            of: told::points(worth),
            units: units.unwrap_or(0),
            worth,
            known: units.is_some(),
        })
    };
    let mut parts: Vec<Part> = asking.asked.rules.iter().enumerate().filter_map(part).collect();
    parts.sort_by_key(|part| std::cmp::Reverse((part.units, part.worth)));
    parts
}

/// One wish's part of a score.
#[derive(Debug, Clone)]
pub struct Part {
    /// The wish in words.
    pub rule: String,
    /// What it adds.
    pub points: String,
    /// What it adds at most.
    pub of: String,
    /// What it adds, in units.
    pub units: i64,
    /// What it adds at most, in units.
    pub worth: i64,
    /// Whether enough is known to say.
    pub known: bool,
}
