//! Why these two: sentences by key that either of them may read, so they rest only on what partners
//! may see of each other. They are stored with the relationship and said in each reader's language.

use std::collections::BTreeMap;

use design::{Audience, Design, Tie};
use serde_json::Value;
use words::{Arg, Language};

use super::{
    answer::Proposal,
    outcome::{Group, Seat},
    participant::Participant,
    solve::Asking,
    told,
};

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

/// The reasons of a group: what most of its people can talk about, and when.
#[must_use]
pub fn of_group(asking: &Asking, group: &Group) -> Vec<Why> {
    let (led, leaders): (Vec<&Seat>, Vec<&Seat>) = group.members.iter().partition(|s| !s.leads);
    let mut all: Vec<Why> = Vec::new();
    for tie in asking.asked.rules.iter().map(|rule| &rule.condition.tie) {
        let topics = match tie {
            Tie::Covers { wants, offers } if is_open(&asking.design, &[wants, offers]) => {
                common(asking, &led, wants, Some((leaders.as_slice(), offers)))
            }
            Tie::Similar(fact) | Tie::Shares(fact) if is_open(&asking.design, &[fact]) => {
                common(asking, &led, fact, None)
            }
            _ => continue,
        };
        let key = match tie {
            Tie::Covers { .. } => "round-why-group-covers",
            _ => "round-why-group-shared",
        };
        let said = all.iter().any(|why: &Why| why.args.get("shared") == Some(&topics));
        if !said && topics.as_array().is_some_and(|topics| !topics.is_empty()) {
            all.push(Why { key, args: [("shared".to_owned(), topics)].into() });
        }
    }
    all.truncate(MOST - 1);
    if !group.starts.is_empty() {
        all.push(Why { key: "round-why-group-slot", args: BTreeMap::new() });
    }
    if all.is_empty() {
        all.push(Why { key: "round-why-group", args: BTreeMap::new() });
    }
    all
}

/// The answers that most of these people share, at least two of them, and that those who lead can
/// help with.
fn common(asking: &Asking, led: &[&Seat], fact: &str, offered: Option<(&[&Seat], &str)>) -> Value {
    let person = |seat: &&Seat| &asking.people[seat.person];
    let helps = |topic: &str| {
        offered.is_none_or(|(leaders, offers)| {
            let mut offered = leaders.iter().flat_map(|seat| person(seat).fact(offers));
            offered.any(|value| value.eq_ignore_ascii_case(topic))
        })
    };
    let mut counts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for topic in led.iter().flat_map(|seat| person(seat).fact(fact)) {
        let fresh = || (0, topic.clone());
        counts.entry(topic.to_lowercase()).or_insert_with(fresh).0 += 1;
    }
    let mut topics: Vec<(usize, String)> =
        counts.into_values().filter(|(count, topic)| *count > 1 && helps(topic)).collect();
    topics.sort_by_key(|(count, topic)| (std::cmp::Reverse(*count), topic.to_lowercase()));
    topics.into_iter().take(TOPICS).map(|(_, topic)| Value::from(topic)).collect()
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
        if !is_open(self.design, facts) {
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
        let open = is_open(self.design, &[fact]) && one.to_lowercase() != other.to_lowercase();
        let args = [("one", Value::from(one)), ("other", Value::from(other))];
        open.then(|| self.why("round-why-different", &args))
    }
}

/// Whether partners may see these facts: as their questions say, else what stands on a business
/// card.
#[must_use]
pub fn is_open(design: &Design, facts: &[&str]) -> bool {
    facts.iter().all(|fact| match design.form.question(fact) {
        Some(question) => question.audience == Audience::Partners,
        None => matches!(
            *fact,
            "organisation"
                | "department"
                | "site"
                | "job_title"
                | "languages"
                | "time_zone"
                | "offers"
                | "wants"
        ),
    })
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
