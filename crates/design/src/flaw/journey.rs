//! Checks of the journey: its parts against each other and against the length.

use super::{Flaw, keys, known_roles};
use crate::{Agenda, Design, Due, Entry, Journey, Length};

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    let journey = &design.journey;
    check_keys(journey, flaws);
    check_roles(design, flaws);
    journey.agendas.iter().for_each(|agenda| check_agenda(design, agenda, flaws));
    if journey.requests.expire_day <= journey.requests.remind_day {
        flaws.push(Flaw::new(
            "flaw-expires-before-reminder",
            ["journey.requests.expire-day", "journey.requests.remind-day"],
        ));
    }
    check_days(design, flaws);
    check_dues(design, flaws);
    for task in journey.tasks.iter().filter(|task| task.before_matching) {
        let too_late = match &task.due {
            Due::Enrolment => false,
            Due::Day(day) => *day > 0,
            Due::Middle
            | Due::End
            | Due::AfterMeeting(_)
            | Due::AfterEachMeeting
            | Due::Milestone { .. } => true,
        };
        if too_late {
            let flaw = Flaw::new(
                "flaw-task-after-matching",
                ["journey.tasks.due", "journey.tasks.before-matching"],
            );
            flaws.push(flaw.with("task", task.key.as_str()));
        }
    }
    if journey.closing.by_itself && design.rhythm.length == Length::Ongoing {
        flaws.push(Flaw::new(
            "flaw-closes-without-end",
            ["journey.closing.by-itself", "rhythm.length"],
        ));
    }
}

fn check_keys(journey: &Journey, flaws: &mut Vec<Flaw>) {
    keys("journey.agreement", journey.agreement.iter().map(|one| one.key.as_str()), flaws);
    keys("journey.stages", journey.stages.iter().map(|one| one.key.as_str()), flaws);
    keys("journey.agendas", journey.agendas.iter().map(|one| one.key.as_str()), flaws);
    keys("journey.tasks", journey.tasks.iter().map(|one| one.key.as_str()), flaws);
    keys("journey.surveys", journey.surveys.iter().map(|one| one.key.as_str()), flaws);
    keys("journey.events", journey.events.iter().map(|one| one.key.as_str()), flaws);
    let pulse = journey.checkins.iter().flat_map(|one| &one.questions);
    keys("journey.checkins.questions", pulse.map(|one| one.key.as_str()), flaws);
    for survey in &journey.surveys {
        keys(
            "journey.surveys.questions",
            survey.questions.iter().map(|one| one.key.as_str()),
            flaws,
        );
    }
}

fn check_roles(design: &Design, flaws: &mut Vec<Flaw>) {
    for task in &design.journey.tasks {
        known_roles(design, "journey.tasks.roles", &task.roles, flaws);
    }
    for survey in &design.journey.surveys {
        known_roles(design, "journey.surveys.roles", &survey.roles, flaws);
        for question in &survey.questions {
            known_roles(design, "journey.surveys.questions.roles", &question.roles, flaws);
        }
    }
    for question in design.journey.checkins.iter().flat_map(|one| &one.questions) {
        known_roles(design, "journey.checkins.questions.roles", &question.roles, flaws);
    }
}

fn check_agenda(design: &Design, agenda: &Agenda, flaws: &mut Vec<Flaw>) {
    if !design.journey.stages.iter().any(|stage| stage.key == agenda.stage) {
        let flaw = Flaw::new("flaw-stage-unknown", ["journey.agendas.stage", "journey.stages"]);
        flaws.push(flaw.with("agenda", agenda.title.as_str()).with("stage", agenda.stage.as_str()));
    }
    let minutes: u32 = agenda.points.iter().map(|point| u32::from(point.minutes)).sum();
    if minutes > u32::from(design.rhythm.minutes.most) {
        let flaw = Flaw::new("flaw-agenda-too-long", ["journey.agendas.points", "rhythm.minutes"]);
        flaws.push(
            flaw.with("agenda", agenda.title.as_str())
                .with("minutes", minutes)
                .with("most", design.rhythm.minutes.most),
        );
    }
}

fn check_days(design: &Design, flaws: &mut Vec<Flaw>) {
    let journey = &design.journey;
    let one_off = design.rhythm.entry == Entry::Flash || design.rhythm.entry == Entry::Event;
    if let Some(checkins) = &journey.checkins {
        if one_off {
            flaws.push(Flaw::new("flaw-checkin-on-one-off", ["journey.checkins", "rhythm.entry"]));
        }
        if checkins.questions.is_empty() {
            flaws.push(Flaw::new("flaw-checkin-without-questions", ["journey.checkins.questions"]));
        }
        if checkins.then_every == Some(0) {
            flaws.push(Flaw::new("flaw-checkin-every-day", ["journey.checkins.then-every"]));
        }
    }
    let Some(length) = design.rhythm.length.days() else { return };
    let days = [
        ("journey.first-meeting-days", journey.first_meeting_days),
        ("journey.stuck-days", journey.stuck_days),
        ("journey.closing.notice-days", journey.closing.notice_days),
        ("journey.checkins.first-day", journey.checkins.as_ref().map_or(0, |one| one.first_day)),
    ];
    for (path, day) in days {
        if u32::from(day) > length {
            let flaw = Flaw::new("flaw-day-beyond-length", [path, "rhythm.length"]);
            flaws.push(flaw.with("day", day).with("length", design.rhythm.length.said()));
        }
    }
}

fn check_dues(design: &Design, flaws: &mut Vec<Flaw>) {
    for due in design.dues() {
        let key = match due {
            Due::Middle | Due::End if design.rhythm.length == Length::Ongoing => {
                "flaw-due-without-end"
            }
            Due::Day(day) if beyond(design, *day) => "flaw-due-beyond-length",
            Due::Day(_)
            | Due::Middle
            | Due::End
            | Due::Enrolment
            | Due::AfterMeeting(_)
            | Due::AfterEachMeeting
            | Due::Milestone { .. } => continue,
        };
        let flaw = Flaw::new(key, ["journey", "rhythm.length"]);
        flaws.push(flaw.with("due", due.said()).with("length", design.rhythm.length.said()));
    }
}

/// A follow-up up to a year after the end is fine; a stage or task later than that is a slip.
fn beyond(design: &Design, day: i16) -> bool {
    let length = design.rhythm.length.days();
    length.is_some_and(|length| i64::from(day) > i64::from(length) + 365)
}

impl Design {
    /// All due dates of the journey, in the order in which they stand.
    pub fn dues(&self) -> impl Iterator<Item = &Due> {
        let journey = &self.journey;
        let stages = journey.stages.iter().map(|one| &one.until);
        let tasks = journey.tasks.iter().map(|one| &one.due);
        let surveys = journey.surveys.iter().map(|one| &one.when);
        let events = journey.events.iter().map(|one| &one.when);
        stages.chain(tasks).chain(surveys).chain(events)
    }
}
