//! Why somebody has no partner, and what would change it, for the coordinator.

use design::{Design, Rule};
use words::{Arg, Language, say, say_plain};

use super::{condition, list};
use crate::round::{
    answer::{Alone, Change, Why},
    ask::Asked,
    participant::Participant,
};

/// Why somebody has no partner.
#[must_use]
pub fn why_alone(language: Language, design: &Design, asked: &Asked, alone: &Alone) -> String {
    let gives = alone.role == asked.giver.name;
    let others = if gives { &asked.receiver } else { &asked.giver };
    let others = ("others", Arg::from(&others.label.many));
    match &alone.why {
        Why::Barred(rule) => barred(language, rule),
        Why::NoPlace => say_plain(language, "matching-alone-no-place"),
        Why::Unexplained => say_plain(language, "matching-alone-unexplained"),
        Why::Rules { blocking } => {
            let rules = ("rules", Arg::from(rules(language, design, asked, blocking)));
            let count = ("count", Arg::from(blocking.len()));
            say(language, "matching-alone-rules", &[rules, count, others])
        }
        Why::Crowd { possible, holders } => {
            let counts =
                [("possible", Arg::from(*possible)), ("holders", Arg::from(*holders)), others];
            say(language, "matching-alone-crowd", &counts)
        }
        Why::Odd { possible } => {
            say(language, "matching-alone-odd", &[("possible", Arg::from(*possible)), others])
        }
        Why::GroupsFull { groups, least } => {
            let counts = [("groups", Arg::from(*groups)), ("least", Arg::from(*least))];
            say(language, "matching-alone-groups-full", &counts)
        }
        Why::GroupsClosed { groups, room } => {
            let counts = [("groups", Arg::from(*groups)), ("room", Arg::from(*room))];
            say(language, "matching-alone-groups-closed", &counts)
        }
        Why::Unchosen { possible } => {
            say(language, "matching-alone-unchosen", &[("possible", Arg::from(*possible)), others])
        }
        Why::Spare { possible } => {
            say(language, "matching-alone-spare", &[("possible", Arg::from(*possible)), others])
        }
    }
}

/// The cheapest change, or that none is known.
#[must_use]
pub fn change(
    language: Language,
    design: &Design,
    asked: &Asked,
    alone: &Alone,
    people: &[Participant],
) -> String {
    match (&alone.change, &alone.why) {
        (Some(Change::Lift { rules: lifted, partner, opens }), _) => {
            let name = partner.map_or("", |at| people[at].name.as_str());
            let args = [
                ("rules", Arg::from(rules(language, design, asked, lifted))),
                ("partner", Arg::from(name)),
                ("opens", Arg::from(*opens)),
            ];
            let key = match partner {
                Some(_) => "matching-change-lift",
                None => "matching-change-lift-opens",
            };
            say(language, key, &args)
        }
        (Some(Change::Place { partner }), _) => say(
            language,
            "matching-change-place",
            &[("partner", Arg::from(&people[*partner].name))],
        ),
        (None, Why::Spare { .. }) => say_plain(language, "matching-change-reserve"),
        (None, Why::NoPlace) => say_plain(language, "matching-change-place-own"),
        (None, Why::Barred(Rule::Screened | Rule::GuardianConsent)) => {
            say_plain(language, "matching-change-clearance")
        }
        (None, Why::Barred(_)) => say_plain(language, "matching-change-role"),
        (None, Why::Unexplained | Why::Unchosen { .. }) => String::new(),
        (None, Why::GroupsClosed { .. }) => say_plain(language, "matching-change-move"),
        (None, Why::Odd { .. }) => say_plain(language, "matching-change-one-more"),
        (None, Why::Rules { .. } | Why::Crowd { .. } | Why::GroupsFull { .. }) => {
            let one = ("role", Arg::from(&asked.giver.label.one));
            say(language, "matching-change-recruit", &[one])
        }
    }
}

fn rules(language: Language, design: &Design, asked: &Asked, which: &[usize]) -> String {
    let quoted = |&at: &usize| {
        let rule = condition(language, &asked.rules[at].condition, design);
        say(language, "matching-quoted", &[("rule", Arg::from(rule))])
    };
    list(language, &which.iter().map(quoted).collect::<Vec<_>>())
}

fn barred(language: Language, rule: &Rule) -> String {
    match rule {
        Rule::Level { from, to } => {
            let bound = |bound: &Option<i16>| bound.map(|b| b.to_string()).unwrap_or_default();
            let key = match (from, to) {
                (Some(_), Some(_)) => "matching-barred-level-between",
                (Some(_), None) => "matching-barred-level-from",
                (None, _) => "matching-barred-level-to",
            };
            say(language, key, &[("from", Arg::from(bound(from))), ("to", Arg::from(bound(to)))])
        }
        Rule::Screened => say_plain(language, "matching-barred-screening"),
        Rule::GuardianConsent => say_plain(language, "matching-barred-consent"),
        _ => say_plain(language, "matching-barred-answer"),
    }
}
