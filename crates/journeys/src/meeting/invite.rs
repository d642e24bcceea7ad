//! A meeting as the calendars of its people get it.

use jiff::Timestamp;
use mail::calendar::{Event, Invitation, Method};
use programmes::relationship::store::Member;
use web::App;
use words::Language;

use super::model::Meeting;
use crate::together::Together;

/// The meeting in the reader's calendar; none while no time was agreed.
#[must_use]
pub fn event(app: &App, meeting: &Meeting, others: &str, language: Language) -> Option<Event> {
    let starts = meeting.starts()?;
    Some(Event {
        uid: meeting.uid.clone(),
        sequence: meeting.sequence,
        stamp: app.seam.now(),
        starts,
        minutes: meeting.minutes,
        summary: words::say(language, "meeting-event-title", &[("partner", others.into())]),
        description: meeting.agenda.clone(),
        place: meeting.place.clone(),
        page: app.settings.link(&path(meeting)),
    })
}

/// The invitation that goes with a mail to one of them.
#[must_use]
pub fn invitation(
    app: &App,
    together: &Together,
    meeting: &Meeting,
    reader: &Member,
    method: Method,
) -> Option<Invitation> {
    let language = reader.person.language;
    let others = together.others_in_words(&reader.person.id, language);
    let with_address = |m: &Member| Some((m.person.name.clone(), m.person.email.clone()?));
    Some(Invitation {
        method,
        event: event(app, meeting, &others, language)?,
        organiser: together.frame.organisation.clone(),
        attendees: together.here().filter_map(with_address).collect(),
    })
}

/// What calendars know a meeting by: its id where it was made.
#[must_use]
pub fn uid(app: &App, id: &str) -> String {
    let host = app.settings.public_url.host_str().unwrap_or("cairn.invalid");
    format!("{id}@{host}")
}

/// The path of a meeting's page.
#[must_use]
pub fn path(meeting: &Meeting) -> String {
    format!("/relationships/{}/meetings/{}", meeting.relationship, meeting.id)
}

/// The last moment at which a time on the table can be picked.
#[must_use]
pub fn last_chance(meeting: &Meeting) -> Option<Timestamp> {
    meeting.slots().iter().map(|slot| slot.starts).max()
}
