//! Meetings in words: each reads the time on their own clock, and sees the others'.

use jiff::{Timestamp, tz::TimeZone};
use programmes::relationship::store::Member;
use words::Language;

/// The time on the reader's clock: `Tuesday 24 November, 10:00 CET`.
#[must_use]
pub fn here(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    words::moment(language, &at.to_zoned(zone.clone()))
}

/// The time on the clocks of those others that show another one, as `for Priya it is 14:30 IST`;
/// empty when all clocks agree.
#[must_use]
pub fn elsewhere(language: Language, at: Timestamp, zone: &TimeZone, others: &[&Member]) -> String {
    let own = at.to_zoned(zone.clone());
    let said = others.iter().filter_map(|member| {
        let theirs = at.to_zoned(member.person.zone.clone());
        if theirs.offset() == own.offset() {
            return None;
        }
        let time = if theirs.date() == own.date() {
            format!("{} {}", words::clock_time(&theirs), theirs.strftime("%Z"))
        } else {
            words::moment(language, &theirs)
        };
        let args = [("name", (&member.person.name).into()), ("time", time.into())];
        Some(words::say(language, "meeting-for-other", &args))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// Whether a place is a link that can be followed.
#[must_use]
pub fn is_link(place: &str) -> bool {
    place.starts_with("https://") || place.starts_with("http://")
}
