//! What happened in a relationship, as its members remember it. Pure. Says what, never who.

use words::Language;

use super::store::Happened;

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub when: String,
    /// What happened.
    pub what: String,
    /// `done`, or `now` for the last.
    pub state: String,
}

/// The facts that members care to remember. Others, such as a check-in, are nobody else's business.
const TOLD: [&str; 9] = [
    "relationship_offered",
    "relationship_activated",
    "relationship_paused",
    "relationship_resumed",
    "agreement_agreed",
    "agreement_changed",
    "meeting_booked",
    "meeting_held",
    "relationship_closed",
];

/// The timeline of what happened.
#[must_use]
pub fn timeline(
    happened: &[Happened],
    zone: &jiff::tz::TimeZone,
    language: Language,
) -> Vec<Moment> {
    let told: Vec<&Happened> =
        happened.iter().filter(|h| TOLD.contains(&h.fact.as_str())).collect();
    let moment = |(n, h): (usize, &&Happened)| Moment {
        when: words::day(language, h.at.to_zoned(zone.clone()).date()),
        what: words::say_plain(language, &format!("timeline-{}", h.fact.replace('_', "-"))),
        state: if n + 1 == told.len() { "now" } else { "done" }.to_owned(),
    };
    told.iter().enumerate().map(moment).collect()
}
