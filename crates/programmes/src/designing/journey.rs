//! The journey: first meeting, requests, agreement, check-ins and the close. Stages, agendas,
//! tasks, surveys and events are shown here and edited in the design file.

use design::{Answer, CheckIns, Clause, Design, PulseQuestion};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

const MOST_ROWS: usize = 20;

pub(super) fn fill(design: &Design) -> Fields {
    let journey = &design.journey;
    let mut fields = Fields::default();
    fields.put("first-meeting-days", journey.first_meeting_days);
    fields.put("stuck-days", journey.stuck_days);
    fields.put("remind-day", journey.requests.remind_day);
    fields.put("expire-day", journey.requests.expire_day);
    for (row, clause) in journey.agreement.iter().enumerate() {
        fields.put(&format!("clause-{row}"), &clause.text);
        fields.put(&format!("clause-{row}-key"), &clause.key);
    }
    fields.tick("checkins", journey.checkins.is_some());
    fields.put("checkin-first", journey.checkins.as_ref().map_or(30, |c| c.first_day));
    if let Some(checkins) = &journey.checkins {
        fields.put("checkin-every", checkins.then_every.map(|n| n.to_string()).unwrap_or_default());
        for (row, question) in checkins.questions.iter().enumerate() {
            fields.put(&format!("pulse-{row}"), &question.text);
            fields.put(&format!("pulse-{row}-key"), &question.key);
            fields.put(&format!("pulse-{row}-answer"), name_of(&question.answer));
            fields.put(&format!("pulse-{row}-roles"), question.roles.join(","));
        }
    }
    fields.tick("by-itself", journey.closing.by_itself);
    fields.put("notice-days", journey.closing.notice_days);
    fields.put("farewell", &journey.closing.farewell);
    fields.put("hands-over-to", &journey.closing.hands_over_to);
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let journey = &mut design.journey;
    let mut days = |name, old| fields.number(name, 1, 365, errors).unwrap_or(old);
    journey.first_meeting_days = days("first-meeting-days", journey.first_meeting_days);
    journey.stuck_days = days("stuck-days", journey.stuck_days);
    journey.requests.remind_day = days("remind-day", journey.requests.remind_day);
    journey.requests.expire_day = days("expire-day", journey.requests.expire_day);
    journey.agreement = clauses(fields, errors);
    journey.checkins = if fields.is_on("checkins") { checkins(fields, errors) } else { None };
    let closing = &mut journey.closing;
    closing.by_itself = fields.is_on("by-itself");
    closing.notice_days =
        fields.number("notice-days", 0, 365, errors).unwrap_or(closing.notice_days);
    closing.farewell = errors.text("farewell", fields.one("farewell"), 1000);
    closing.hands_over_to = errors.optional_text("hands-over-to", fields.one("hands-over-to"), 200);
}

/// How many rows a list on the page has: what is there and a free one.
pub(super) fn rows(fields: &Fields, name: &str) -> usize {
    let used =
        (0..MOST_ROWS).rev().find(|row| !fields.one(&format!("{name}-{row}")).trim().is_empty());
    (used.map_or(0, |row| row + 1) + 1).min(MOST_ROWS)
}

fn clauses(fields: &Fields, errors: &mut Errors) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for row in 0..rows(fields, "clause") {
        let name = format!("clause-{row}");
        let text = errors.optional_text(&name, fields.one(&name), 600);
        if !text.is_empty() {
            let wanted = fields.one(&format!("{name}-key"));
            let key = free_key(wanted, "clause", clauses.iter().map(|c| c.key.as_str()));
            clauses.push(Clause { key, text });
        }
    }
    clauses
}

fn checkins(fields: &Fields, errors: &mut Errors) -> Option<CheckIns> {
    let first_day = fields.number("checkin-first", 1, 365, errors);
    let then_every = fields.maybe_number("checkin-every", 1, 365, errors);
    let mut questions: Vec<PulseQuestion> = Vec::new();
    for row in 0..rows(fields, "pulse") {
        let name = format!("pulse-{row}");
        let text = errors.optional_text(&name, fields.one(&name), 300);
        if text.is_empty() {
            continue;
        }
        let wanted = fields.one(&format!("{name}-key"));
        let key = free_key(wanted, "pulse", questions.iter().map(|q| q.key.as_str()));
        let answer = of_name(fields.one(&format!("{name}-answer"))).unwrap_or(Answer::Scale);
        let roles = fields.one(&format!("{name}-roles"));
        let roles = roles.split(',').filter(|role| !role.is_empty()).map(str::to_owned).collect();
        questions.push(PulseQuestion { key, text, answer, roles });
    }
    if questions.is_empty() {
        errors.add("pulse-0", "designing-checkin-needs-question", &[]);
    }
    Some(CheckIns { first_day: first_day?, then_every, questions })
}

/// The key that something has, or a new one that is free.
pub(super) fn free_key<'a>(
    wanted: &str,
    stem: &str,
    taken: impl Iterator<Item = &'a str>,
) -> String {
    let taken: Vec<&str> = taken.collect();
    if !wanted.is_empty() && !taken.contains(&wanted) {
        return wanted.to_owned();
    }
    (1..)
        .map(|number| format!("{stem}-{number}"))
        .find(|key| !taken.contains(&key.as_str()))
        .unwrap_or_default()
}
