//! Why a design and its people make no question.

use design::{Design, Question};
use words::{Arg, Language, say};

use crate::round::{ask::Refused, participant::Participant};

/// What stands in the way, and what to do.
#[must_use]
pub fn refused(
    language: Language,
    design: &Design,
    refused: &Refused,
    people: &[Participant],
) -> String {
    let name = |at: &usize| people.get(*at).map_or(String::new(), |person| person.name.clone());
    let label = |role: Option<&design::Role>| role.map_or(String::new(), |r| r.label.one.clone());
    let (giver, receiver) = match design.two_sides() {
        Some((giver, receiver)) => (label(Some(giver)), label(Some(receiver))),
        None => (label(design.roles.first()), label(design.roles.first())),
    };
    let title = ("title", Arg::from(&design.title));
    match refused {
        Refused::NothingToSolve => say(language, "matching-refused-nothing", &[title]),
        Refused::NotYet(question) => {
            let kind = words::say_plain(language, kind(question));
            say(language, "matching-refused-not-yet", &[title, ("kind", Arg::from(kind))])
        }
        Refused::NobodyGives => {
            say(language, "matching-refused-nobody", &[("role", Arg::from(giver))])
        }
        Refused::NobodyReceives => {
            say(language, "matching-refused-nobody", &[("role", Arg::from(receiver))])
        }
        Refused::PinnedWithoutRoles { person, partner } => {
            let args = [
                ("person", Arg::from(name(person))),
                ("partner", Arg::from(name(partner))),
                ("giver", Arg::from(giver)),
                ("receiver", Arg::from(receiver)),
            ];
            say(language, "matching-refused-pin-roles", &args)
        }
        Refused::PinnedTooOften { person, pinned, most } => {
            let args = [
                ("person", Arg::from(name(person))),
                ("pinned", Arg::from(*pinned)),
                ("most", Arg::from(*most)),
            ];
            say(language, "matching-refused-pin-often", &args)
        }
    }
}

fn kind(question: &Question) -> &'static str {
    match question {
        Question::Assignment { .. } => "matching-kind-assignment",
        Question::Pool { .. } => "matching-kind-pool",
        Question::Groups { .. } => "matching-kind-groups",
        Question::Stable { .. } => "matching-kind-stable",
        Question::Booking { .. } => "matching-kind-booking",
        Question::Rounds { .. } => "matching-kind-rounds",
        Question::Supervision { .. } => "matching-kind-supervision",
        Question::Nothing => "matching-kind-nothing",
    }
}
