//! When a mail says that there is something to read: at most once an hour and conversation, and
//! never at night. Pure.

use jiff::{SignedDuration, Timestamp, civil::time, tz::TimeZone};

/// Whoever reads at once gets no mail.
const PATIENCE: SignedDuration = SignedDuration::from_mins(2);
/// Between two mails about one conversation.
const APART: SignedDuration = SignedDuration::from_hours(1);
/// Nights last from eight in the evening to seven in the morning, on the reader's clock.
const EVENING: i8 = 20;
const MORNING: i8 = 7;

/// When the next mail leaves; none while one is waiting that will do. `last` is when the last one
/// left or will leave.
#[must_use]
pub fn next(now: Timestamp, last: Option<Timestamp>, zone: &TimeZone) -> Option<Timestamp> {
    if last.is_some_and(|at| at > now) {
        return None;
    }
    let soon = now + PATIENCE;
    let at = last.map_or(soon, |last| soon.max(last + APART));
    Some(by_day(at, zone))
}

/// When the last mail left, for a reader who has now read everything, so that what was still
/// waiting was taken back.
#[must_use]
pub fn after_reading(now: Timestamp, last: Option<Timestamp>) -> Option<Timestamp> {
    last.map(|at| if at > now { now.min(at - APART) } else { at })
}

fn by_day(at: Timestamp, zone: &TimeZone) -> Timestamp {
    let clock = at.to_zoned(zone.clone());
    let day = match clock.hour() {
        MORNING..EVENING => return at,
        EVENING.. => clock.date().tomorrow(),
        _ => Ok(clock.date()),
    };
    let morning =
        day.and_then(|day| day.to_datetime(time(MORNING, 0, 0, 0)).to_zoned(zone.clone()));
    morning.map_or(at, |at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(now: &str, last: Option<&str>, expected: Option<&str>) {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let zone = TimeZone::get("Europe/Copenhagen").unwrap();
        assert_eq!(next(at(now), last.map(at), &zone), expected.map(at), "{now}, {last:?}");
    }

    #[test]
    fn one_mail_an_hour_and_none_while_one_waits() {
        check("2026-11-02T09:00:00Z", None, Some("2026-11-02T09:02:00Z"));
        check("2026-11-02T09:01:00Z", Some("2026-11-02T09:02:00Z"), None);
        check("2026-11-02T09:10:00Z", Some("2026-11-02T09:02:00Z"), Some("2026-11-02T10:02:00Z"));
        check("2026-11-02T13:00:00Z", Some("2026-11-02T09:02:00Z"), Some("2026-11-02T13:02:00Z"));
    }

    #[test]
    fn nights_are_quiet_also_when_the_clocks_change() {
        check("2026-11-02T20:30:00Z", None, Some("2026-11-03T06:00:00Z"));
        check("2026-11-03T02:00:00Z", None, Some("2026-11-03T06:00:00Z"));
        // Summer time ends in the night to 25 October and begins in the night to 28 March.
        check("2026-10-24T21:00:00Z", None, Some("2026-10-25T06:00:00Z"));
        check("2027-03-27T21:00:00Z", None, Some("2027-03-28T05:00:00Z"));
    }

    #[test]
    fn whoever_has_read_is_told_of_the_next_message_within_the_hour() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (now, waiting) = (at("2026-11-02T09:01:00Z"), at("2026-11-02T09:02:00Z"));
        let after = after_reading(now, Some(waiting));
        assert_eq!(after, Some(at("2026-11-02T08:02:00Z")));
        assert_eq!(
            after_reading(now, Some(at("2026-11-01T09:00:00Z"))),
            Some(at("2026-11-01T09:00:00Z"))
        );
        assert_eq!(after_reading(now, None), None);
    }
}
