//! A condition in words, and as the heading of a column.

use design::{Design, Tie};
use words::{Arg, Language, has, say, say_plain};

use crate::round::ask::Condition;

/// The sentence part for a condition: "neither reports to the other".
#[must_use]
pub fn condition(language: Language, condition: &Condition, design: &Design) -> String {
    let (key, fact) = key(&condition.tie);
    let numbers = numbers(&condition.tie);
    let role = condition.tie.role().and_then(|name| design.role(name));
    let other = design.roles.iter().find(|other| Some(&other.name) != role.map(|r| &r.name));
    let args = [
        ("fact", Arg::from(fact.map(|fact| attribute(language, fact)).unwrap_or_default())),
        ("least", Arg::from(numbers.0)),
        ("most", Arg::from(numbers.1)),
        ("role", Arg::from(role.map_or("", |role| role.label.one.as_str()))),
        ("other", Arg::from(other.map_or("", |other| other.label.one.as_str()))),
    ];
    say(language, &format!("matching-rule-{key}"), &args)
}

/// A stable name for a column about a condition: the same in every language.
#[must_use]
pub fn column_name(tie: &Tie) -> String {
    match key(tie) {
        (key, Some(fact)) => format!("{key}:{fact}"),
        (key, None) => key.to_owned(),
    }
}

/// A fact's name in words: ours from the catalogue, a question's from its key.
#[must_use]
pub fn attribute(language: Language, fact: &str) -> String {
    let key = format!("matching-fact-{}", fact.replace('_', "-"));
    if has(Language::English, &key) { say_plain(language, &key) } else { fact.replace('_', " ") }
}

fn numbers(tie: &Tie) -> (u16, u16) {
    match tie {
        Tie::LevelAbove { by, .. } | Tie::Ahead { by, .. } => (by.least, by.most),
        Tie::LevelWithin { steps } => (0, *steps),
        Tie::WorkingHoursOverlap { hours } => (*hours, *hours),
        _ => (0, 0),
    }
}

fn key(tie: &Tie) -> (&'static str, Option<&str>) {
    match tie {
        Tie::SameOrganisation => ("same-organisation", None),
        Tie::DifferentOrganisation => ("different-organisation", None),
        Tie::NotCompetitors => ("not-competitors", None),
        Tie::InReportingLine => ("in-reporting-line", None),
        Tie::DirectManager => ("direct-manager", None),
        Tie::NotInReportingLine => ("not-in-reporting-line", None),
        Tie::NotDirectManager => ("not-direct-manager", None),
        Tie::NotSameManager => ("not-same-manager", None),
        Tie::Same(fact) => ("same", Some(fact)),
        Tie::Different(fact) => ("different", Some(fact)),
        Tie::DifferentAmong { attribute, .. } => ("different-among", Some(attribute)),
        Tie::Shares(fact) => ("shares", Some(fact)),
        Tie::SharesNone(fact) => ("shares-none", Some(fact)),
        Tie::LevelAbove { .. } => ("level-above", None),
        Tie::LevelWithin { .. } => ("level-within", None),
        Tie::Ahead { attribute, .. } => ("ahead", Some(attribute)),
        Tie::Covers { wants, .. } => ("covers", Some(wants)),
        Tie::Exchange { wants, .. } => ("exchange", Some(wants)),
        Tie::Complements(fact) => ("complements", Some(fact)),
        Tie::CommonLanguage => ("common-language", None),
        Tie::WorkingHoursOverlap { .. } => ("working-hours-overlap", None),
        Tie::CommonSlot => ("common-slot", None),
        Tie::NeverPairedBefore => ("never-paired-before", None),
        Tie::NotMetBefore => ("not-met-before", None),
        Tie::Similar(fact) => ("similar", Some(fact)),
        Tie::Diverse(fact) => ("diverse", Some(fact)),
        Tie::Prefers => ("prefers", None),
        Tie::NotAvoided => ("not-avoided", None),
        Tie::NoLoop => ("no-loop", None),
    }
}
