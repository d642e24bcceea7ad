//! What happens next about meetings, with the button that does it.

use jiff::Timestamp;
use people::permission::Viewer;
use web::Choice;

use super::{
    draft, invite,
    model::{Meeting, State as Stands},
    when,
};
use crate::together::Together;

/// What happens next about meetings.
#[derive(Debug, Clone)]
pub struct Next {
    /// What it is.
    pub kind: NextKind,
    /// In words.
    pub title: String,
    /// When.
    pub when: String,
    /// More.
    pub text: String,
    /// The meeting's page, or where one is proposed.
    pub path: String,
    /// The times to pick from.
    pub slots: Vec<Choice>,
}

/// What happens next about meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextKind {
    /// The viewer has to pick a time.
    Pick,
    /// Others have to.
    Wait,
    /// A meeting is agreed.
    Ahead,
    /// Somebody should say whether it took place.
    Question,
    /// There is no date.
    Propose,
    /// Nothing: it is over.
    Nothing,
}

impl Next {
    /// What happens next, from all meetings of a relationship.
    #[must_use]
    pub fn of(of: &Viewer, together: &Together, meetings: &[Meeting], now: Timestamp) -> Self {
        let partner = together.others_in_words(&of.person, of.language);
        let say = |key: &str, when: &str| {
            of.say(key, &[("partner", (&partner).into()), ("when", when.into())])
        };
        let none = |kind, title: String, path: String| Self {
            kind,
            title,
            path,
            when: String::new(),
            text: String::new(),
            slots: Vec::new(),
        };
        if !together.is_open_to(&of.person) {
            return none(NextKind::Nothing, String::new(), together.path());
        }
        let live = |m: &&Meeting| m.slots().iter().any(|slot| slot.starts > now);
        let theirs = |m: &&Meeting| m.proposed_by.as_ref() != Some(&of.person);
        if let Some(open) = meetings.iter().filter(live).find(theirs) {
            let title = say("meeting-next-pick", "");
            let slots = open.slots().iter().filter(|slot| slot.starts > now).map(|slot| {
                let (day, hour) = draft::day_and_hour(of, together, slot.starts);
                Choice::new(slot.id.to_string(), day).hint(hour)
            });
            let slots = slots.collect();
            return Self { slots, ..none(NextKind::Pick, title, invite::path(open)) };
        }
        let ahead = meetings.iter().filter(|m| m.is_ahead(now)).min_by_key(|m| m.starts());
        if let Some((meeting, at)) = ahead.and_then(|m| Some((m, m.starts()?))) {
            let others = together.others(&of.person);
            let when = when::here(of.language, at, &of.zone);
            let elsewhere = when::elsewhere(of.language, at, &of.zone, &others);
            let when = if elsewhere.is_empty() { when } else { format!("{when} ({elsewhere})") };
            let title = say("meeting-next-ahead", "");
            let text = meeting.place.clone();
            return Self { when, text, ..none(NextKind::Ahead, title, invite::path(meeting)) };
        }
        if let Some(meeting) = meetings.iter().find(|m| m.is_in_question(now)) {
            let at = meeting.starts().unwrap_or(now);
            let day = words::weekday_and_day(of.language, at.to_zoned(of.zone.clone()).date());
            return none(
                NextKind::Question,
                say("meeting-next-question", &day),
                invite::path(meeting),
            );
        }
        if let Some(mine) = meetings.iter().find(live) {
            let text = of.t("meeting-waiting-text");
            let title = say("meeting-next-wait", "");
            return Self { text, ..none(NextKind::Wait, title, invite::path(mine)) };
        }
        let path = format!("{}/meetings/new", together.path());
        let first = !meetings.iter().any(|m| matches!(m.state, Stands::Held { .. }));
        let key = if first { "meeting-next-first" } else { "meeting-next-propose" };
        let text = say("meeting-next-propose-text", "");
        Self { text, ..none(NextKind::Propose, say(key, ""), path) }
    }
}
