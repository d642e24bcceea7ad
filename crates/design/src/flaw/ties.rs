//! Checks of the conditions on two people, against each other and against the rest.

use super::Flaw;
use crate::{
    AnswerKind, Audience, Chooser, Design, Objective, OddOne, Question, Stance, Tie, form,
};

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    let musts = &design.matching.musts;
    for (place, tie) in musts.iter().enumerate() {
        for other in musts.iter().skip(place + 1) {
            check_two(design, tie, other, flaws);
        }
        check_tie(design, "matching.musts", tie, flaws);
    }
    for wish in &design.matching.wishes {
        check_tie(design, "matching.wishes", &wish.tie, flaws);
        if musts.contains(&wish.tie) {
            flaws.push(tie_flaw(
                design,
                "flaw-wish-is-must",
                ["matching.wishes", "matching.musts"],
                &wish.tie,
            ));
        }
        if musts.iter().any(|must| contradict(must, &wish.tie)) {
            flaws.push(tie_flaw(
                design,
                "flaw-wish-never-met",
                ["matching.wishes", "matching.musts"],
                &wish.tie,
            ));
        }
    }
    check_policy(design, flaws);
}

fn tie_flaw<const N: usize>(
    design: &Design,
    key: &'static str,
    settings: [&str; N],
    tie: &Tie,
) -> Flaw {
    Flaw::new(key, settings).with("tie", tie.said(design))
}

fn check_two(design: &Design, tie: &Tie, other: &Tie, flaws: &mut Vec<Flaw>) {
    if contradict(tie, other) {
        let flaw =
            tie_flaw(design, "flaw-musts-contradict", ["matching.musts", "matching.musts"], tie);
        flaws.push(flaw.with("other", other.said(design)));
    }
    if tie == other {
        flaws.push(tie_flaw(design, "flaw-must-twice", ["matching.musts"], tie));
    }
}

/// Whether no two people can meet both.
fn contradict(one: &Tie, other: &Tie) -> bool {
    excludes(one, other) || excludes(other, one)
}

fn excludes(one: &Tie, other: &Tie) -> bool {
    match (one, other) {
        (Tie::SameOrganisation, Tie::DifferentOrganisation | Tie::NotCompetitors)
        | (Tie::InReportingLine, Tie::NotInReportingLine)
        | (Tie::DirectManager, Tie::NotInReportingLine | Tie::NotDirectManager)
        | (Tie::InReportingLine | Tie::DirectManager, Tie::DifferentOrganisation) => true,
        (Tie::Same(key), Tie::Different(different) | Tie::Diverse(different)) => key == different,
        (Tie::Shares(key), Tie::SharesNone(none)) => key == none,
        (Tie::Same(key), Tie::DifferentOrganisation)
        | (Tie::Different(key), Tie::SameOrganisation) => key == "organisation",
        (Tie::LevelWithin { steps }, Tie::LevelAbove { by, .. }) => by.least > *steps,
        (Tie::LevelAbove { role, by }, Tie::LevelAbove { role: above, by: others }) => {
            role != above && by.least > 0 && others.least > 0
        }
        _ => false,
    }
}

fn check_tie(design: &Design, path: &str, tie: &Tie, flaws: &mut Vec<Flaw>) {
    for attribute in tie.attributes() {
        check_attribute(design, path, tie, attribute, flaws);
    }
    if let Some(role) = tie.role()
        && design.role(role).is_none()
    {
        flaws.push(Flaw::new("flaw-role-unknown", [path, "roles"]).with("role", role));
    }
    let one_way = match tie {
        Tie::LevelAbove { .. } | Tie::Ahead { .. } | Tie::Covers { .. } | Tie::DirectManager => {
            true
        }
        Tie::SameOrganisation
        | Tie::DifferentOrganisation
        | Tie::NotCompetitors
        | Tie::InReportingLine
        | Tie::NotInReportingLine
        | Tie::NotDirectManager
        | Tie::NotSameManager
        | Tie::Same(_)
        | Tie::Different(_)
        | Tie::DifferentAmong { .. }
        | Tie::Shares(_)
        | Tie::SharesNone(_)
        | Tie::LevelWithin { .. }
        | Tie::Exchange { .. }
        | Tie::Complements(_)
        | Tie::CommonLanguage
        | Tie::WorkingHoursOverlap { .. }
        | Tie::CommonSlot
        | Tie::NeverPairedBefore
        | Tie::NotMetBefore
        | Tie::Similar(_)
        | Tie::Diverse(_)
        | Tie::Prefers
        | Tie::NotAvoided
        | Tie::NoLoop => false,
    };
    if one_way && design.is_symmetric() {
        flaws.push(tie_flaw(design, "flaw-one-way-among-equals", [path, "roles.stance"], tie));
    }
    match tie {
        Tie::LevelAbove { by, .. } | Tie::Ahead { by, .. } if by.is_upside_down() => {
            flaws.push(tie_flaw(design, "flaw-tie-upside-down", [path], tie));
        }
        Tie::WorkingHoursOverlap { hours } if *hours > 12 => {
            flaws.push(tie_flaw(design, "flaw-overlap-senseless", [path], tie));
        }
        Tie::Covers { wants, offers } => check_topics(design, path, wants, offers, flaws),
        Tie::Exchange { .. } if design.two_sides().is_some() => {
            flaws.push(tie_flaw(design, "flaw-exchange-one-way", [path, "roles.stance"], tie));
        }
        _ => {}
    }
}

fn check_attribute(design: &Design, path: &str, tie: &Tie, attribute: &str, flaws: &mut Vec<Flaw>) {
    let Some(question) = design.form.question(attribute) else {
        if !form::PROFILE.contains(&attribute) {
            flaws.push(
                Flaw::new("flaw-attribute-unknown", [path, "form.questions"])
                    .with("key", attribute),
            );
        }
        return;
    };
    if question.audience == Audience::Statistics {
        flaws.push(
            Flaw::new("flaw-statistics-used-to-match", [path, "form.questions"])
                .with("question", question.label.as_str()),
        );
    }
    let fits = match tie {
        Tie::Covers { .. } | Tie::Exchange { .. } => {
            matches!(question.kind, AnswerKind::Topics { .. } | AnswerKind::MultipleChoice { .. })
        }
        Tie::Complements(_) => matches!(question.kind, AnswerKind::Ratings { .. }),
        Tie::Ahead { .. } => matches!(question.kind, AnswerKind::Number { .. }),
        _ => !matches!(question.kind, AnswerKind::LongText),
    };
    if !fits {
        flaws.push(
            Flaw::new("flaw-attribute-kind", [path, "form.questions"])
                .with("question", question.label.as_str())
                .with("tie", tie.said(design)),
        );
    }
}

fn check_topics(design: &Design, path: &str, wants: &str, offers: &str, flaws: &mut Vec<Flaw>) {
    let Some((giver, receiver)) = design.two_sides() else { return };
    for (key, role) in [(wants, receiver), (offers, giver)] {
        let Some(question) = design.form.question(key) else { continue };
        if !question.is_for(&role.name) {
            let flaw = Flaw::new("flaw-topics-not-asked", [path, "form.questions.roles"]);
            flaws.push(
                flaw.with("question", question.label.as_str()).with("role", role.name.as_str()),
            );
        }
    }
}

fn check_policy(design: &Design, flaws: &mut Vec<Flaw>) {
    let matching = &design.matching;
    let given = matching.chooser == Chooser::Roster;
    if given && !matching.wishes.is_empty() {
        flaws
            .push(Flaw::new("flaw-wishes-without-choice", ["matching.wishes", "matching.chooser"]));
    }
    let rounds_decide =
        matching.chooser == Chooser::Engine || matching.chooser == Chooser::Coordinator;
    if matching.fixed_first && !rounds_decide {
        flaws.push(Flaw::new(
            "flaw-fixed-first-without-round",
            ["matching.fixed-first", "matching.chooser"],
        ));
    }
    if matching.objective == Objective::Stable && design.two_sides().is_none() {
        flaws.push(Flaw::new("flaw-stable-in-one-pool", ["matching.objective", "roles.stance"]));
    }
    let triad_fits = match design.question() {
        Question::Pool { triad, .. } => triad,
        Question::Rounds { size, .. } => size.contains(3),
        Question::Assignment { .. }
        | Question::Groups { .. }
        | Question::Stable { .. }
        | Question::Booking { .. }
        | Question::Supervision { .. }
        | Question::Nothing => false,
    };
    if matching.odd_one == OddOne::Triad && !triad_fits {
        flaws.push(Flaw::new("flaw-triad-without-seat", ["matching.odd-one", "roles.seats"]));
    }
    let needs_two = match matching.chooser {
        Chooser::Rankings { .. } | Chooser::Booking { .. } => true,
        Chooser::Engine
        | Chooser::Coordinator
        | Chooser::Asks { .. }
        | Chooser::SpeedRounds { .. }
        | Chooser::Coffee { .. }
        | Chooser::SignUp
        | Chooser::Roster => false,
    };
    if needs_two && design.two_sides().is_none() {
        flaws.push(Flaw::new("flaw-chooser-needs-two-sides", ["matching.chooser", "roles.stance"]));
    }
    if matches!(matching.chooser, Chooser::Coffee { .. })
        && design.roles.iter().any(|role| role.stance != Stance::Both)
    {
        flaws.push(Flaw::new("flaw-coffee-needs-one-pool", ["matching.chooser", "roles.stance"]));
    }
}
