//! Days and times as people write them.

use jiff::{Zoned, civil::Date};

use crate::{Language, say};

/// `22 November 2026`.
#[must_use]
pub fn day(language: Language, date: Date) -> String {
    let month = month(language, date);
    say(
        language,
        "date-day",
        &[
            ("day", date.day().to_string().into()),
            ("month", month.into()),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// `22 November`, where the year is plain.
#[must_use]
pub fn day_and_month(language: Language, date: Date) -> String {
    let args = [("day", date.day().to_string().into()), ("month", month(language, date).into())];
    say(language, "date-day-month", &args)
}

/// `Sunday 22 November`.
#[must_use]
pub fn weekday_and_day(language: Language, date: Date) -> String {
    let key = format!("date-weekday-{}", date.weekday().to_monday_one_offset());
    let weekday = say(language, &key, &[]);
    let args = [("weekday", weekday.into()), ("day", day_and_month(language, date).into())];
    say(language, "date-weekday-day", &args)
}

/// `16:30`.
#[must_use]
pub fn clock_time(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}

/// `Sunday 22 November, 16:30 CET`: where two people may be in two zones, the zone is said.
#[must_use]
pub fn moment(language: Language, at: &Zoned) -> String {
    let args = [
        ("day", weekday_and_day(language, at.date()).into()),
        ("time", clock_time(at).into()),
        ("zone", at.strftime("%Z").to_string().into()),
    ];
    say(language, "date-moment", &args)
}

fn month(language: Language, date: Date) -> String {
    say(language, &format!("date-month-{}", date.month()), &[])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        let at = date(2026, 11, 22).at(16, 30, 0, 0).in_tz("Europe/Copenhagen").unwrap();
        assert_eq!(moment(Language::English, &at), "Sunday 22 November, 16:30 CET");
        assert_eq!(day(Language::Danish, at.date()), "22. november 2026");
    }
}
