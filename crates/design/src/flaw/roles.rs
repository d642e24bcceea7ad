//! Checks of roles, sizes and the doors to them.

use super::{Flaw, keys, known_roles};
use crate::{AnswerKind, Chooser, Design, Reach, Role, Rule, Span, Stance, Tie};

/// Nobody forms a group of more people than this by accident.
const MOST_SEATS: u16 = 500;

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    if design.roles.is_empty() {
        flaws.push(Flaw::new("flaw-no-roles", ["roles"]));
        return;
    }
    keys("roles.name", design.roles.iter().map(|role| role.name.as_str()), flaws);
    for role in &design.roles {
        check_numbers(role, flaws);
        role.who.iter().for_each(|rule| check_rule(design, role, rule, flaws));
    }
    check_stances(design, flaws);
    if design.most_members() < 2 {
        flaws.push(Flaw::new("flaw-alone", ["roles.seats"]));
    } else if design.fewest_members() < 2 {
        flaws.push(Flaw::new("flaw-may-be-alone", ["roles.seats"]));
    }
    check_words(design, flaws);
    check_doors(design, flaws);
}

fn check_numbers(role: &Role, flaws: &mut Vec<Flaw>) {
    let named =
        |key, settings: [&str; 2]| Flaw::new(key, settings).with("role", role.name.as_str());
    if role.seats.is_upside_down() {
        flaws.push(named("flaw-seats-upside-down", ["roles.seats", "roles.seats"]));
    }
    if role.seats.most == 0 || role.seats.most > MOST_SEATS {
        flaws.push(
            named("flaw-seats-senseless", ["roles.seats", "roles.name"]).with("most", MOST_SEATS),
        );
    }
    let load = role.load;
    if Span::new(load.least, load.most).is_upside_down() {
        flaws.push(named("flaw-load-upside-down", ["roles.load.least", "roles.load.most"]));
    }
    if load.most == 0 {
        flaws.push(named("flaw-load-none", ["roles.load.most", "roles.name"]));
    } else if !Span::new(load.least, load.most).contains(load.usual) {
        flaws.push(named("flaw-load-usual", ["roles.load.usual", "roles.load.most"]));
    }
    if role.label.one.trim().is_empty() || role.label.many.trim().is_empty() {
        flaws.push(named("flaw-label-empty", ["roles.label", "roles.name"]));
    }
}

fn check_rule(design: &Design, role: &Role, rule: &Rule, flaws: &mut Vec<Flaw>) {
    let musts = &design.matching.musts;
    let disagrees = match rule {
        Rule::Screened => match &design.care.screening {
            Some(screening) if screening.roles.contains(&role.name) => None,
            Some(_) | None => Some(("flaw-screened-without-screening", "care.screening")),
        },
        Rule::GuardianConsent => (!design.care.guardian_consent)
            .then_some(("flaw-consent-not-asked", "care.guardian-consent")),
        Rule::InSegment => match design.reach {
            Reach::Segment { .. } => None,
            Reach::Inside
            | Reach::Across { .. }
            | Reach::Membership { .. }
            | Reach::Anyone { .. } => Some(("flaw-segment-without-reach", "reach")),
        },
        Rule::Member => match design.reach {
            Reach::Membership { .. } => None,
            Reach::Inside | Reach::Across { .. } | Reach::Segment { .. } | Reach::Anyone { .. } => {
                Some(("flaw-member-without-reach", "reach"))
            }
        },
        Rule::Trained { module } => {
            let known = design.journey.tasks.iter().any(|task| task.key == *module);
            (!known).then_some(("flaw-module-unknown", "journey.tasks"))
        }
        Rule::LeadsTheOther => {
            let required =
                musts.contains(&Tie::InReportingLine) || musts.contains(&Tie::DirectManager);
            (!required).then_some(("flaw-leads-without-line", "matching.musts"))
        }
        Rule::Answered { question, any } => answered(design, question, any),
        Rule::Level { from: Some(from), to: Some(to) } => {
            (from > to).then_some(("flaw-level-upside-down", "roles.who"))
        }
        Rule::Tenure { .. }
        | Rule::Level { .. }
        | Rule::Nominated
        | Rule::Adult
        | Rule::CompletedCourse
        | Rule::HiredWithin { .. }
        | Rule::Prerequisites
        | Rule::Mentors
        | Rule::IsMentored => None,
    };
    if let Some((key, other)) = disagrees {
        flaws.push(Flaw::new(key, ["roles.who", other]).with("role", role.name.as_str()));
    }
}

fn answered(design: &Design, key: &str, any: &[String]) -> Option<(&'static str, &'static str)> {
    let Some(question) = design.form.question(key) else {
        return Some(("flaw-rule-question-unknown", "form.questions"));
    };
    let (AnswerKind::SingleChoice { options } | AnswerKind::MultipleChoice { options, .. }) =
        &question.kind
    else {
        return None;
    };
    let all_known = any.iter().all(|answer| options.contains(answer));
    (!all_known).then_some(("flaw-rule-answer-unknown", "form.questions"))
}

fn check_stances(design: &Design, flaws: &mut Vec<Flaw>) {
    let number = |stance| design.roles.iter().filter(|role| role.stance == stance).count();
    let (gives, receives, both) =
        (number(Stance::Gives), number(Stance::Receives), number(Stance::Both));
    if both > 0 && gives + receives > 0 {
        flaws.push(Flaw::new("flaw-both-beside-one-way", ["roles.stance"]));
    } else if both == 0 && gives == 0 {
        flaws.push(Flaw::new("flaw-nobody-gives", ["roles.stance"]));
    } else if both == 0 && receives == 0 {
        flaws.push(Flaw::new("flaw-nobody-receives", ["roles.stance"]));
    }
    let too_many = gives > 1 || receives > 1 || both > 1;
    let engine_asks = design.question() != crate::Question::Nothing;
    if too_many && engine_asks {
        flaws.push(Flaw::new("flaw-too-many-sides", ["roles.stance", "matching.chooser"]));
    }
}

fn check_words(design: &Design, flaws: &mut Vec<Flaw>) {
    for (path, text) in [("title", &design.title), ("purpose", &design.purpose)] {
        if text.trim().is_empty() {
            flaws.push(Flaw::new("flaw-text-missing", [path]));
        }
    }
    if design.outcomes.is_empty() {
        flaws.push(Flaw::new("flaw-no-outcomes", ["outcomes"]));
    }
    for outcome in &design.outcomes {
        known_roles(design, "outcomes.roles", &outcome.roles, flaws);
    }
}

fn check_doors(design: &Design, flaws: &mut Vec<Flaw>) {
    if design.doors.is_empty() {
        flaws.push(Flaw::new("flaw-no-doors", ["doors"]));
    }
    for door in &design.doors {
        known_roles(design, "doors.roles", &door.roles, flaws);
    }
    for role in &design.roles {
        let open = design
            .doors
            .iter()
            .any(|door| door.roles.is_empty() || door.roles.contains(&role.name));
        if !open && !design.doors.is_empty() {
            flaws.push(
                Flaw::new("flaw-role-without-door", ["doors.roles", "roles"])
                    .with("role", role.name.as_str()),
            );
        }
    }
    match &design.matching.chooser {
        Chooser::Asks { role, .. } => {
            known_roles(design, "matching.chooser", std::slice::from_ref(role), flaws);
        }
        Chooser::Rankings { by, .. } => known_roles(design, "matching.chooser", by, flaws),
        Chooser::Engine
        | Chooser::Coordinator
        | Chooser::Booking { .. }
        | Chooser::SpeedRounds { .. }
        | Chooser::Coffee { .. }
        | Chooser::SignUp
        | Chooser::Roster => {}
    }
}
