//! The four dates of a programme: registration from and to, relationships from and to.

use design::{Design, Entry, Length};
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use serde::Deserialize;
use web::Errors;

/// The dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
}

/// The name and the dates as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub name: String,
    pub opens_on: String,
    pub closes_on: String,
    pub starts_on: String,
    pub ends_on: String,
}

impl Dates {
    /// What the design suggests when registration opens today: nothing that a coordinator would
    /// have to calculate.
    pub fn suggested(design: &Design, today: Date) -> Self {
        let rhythm = &design.rhythm;
        let phases = rhythm.phases.filter(|_| rhythm.entry == Entry::Cohort);
        let Some(phases) = phases else {
            return Self { opens_on: Some(today), ..Self::default() };
        };
        let closes_on = later(today, i32::from(phases.registration_weeks) * 7);
        let starts_on = closes_on
            .and_then(|day| later(day, i32::from(phases.matching_weeks) * 7))
            .and_then(|day| day.tomorrow().ok())
            .and_then(next_monday);
        let ends_on = starts_on.and_then(|start| after(start, rhythm.length));
        Self { opens_on: Some(today), closes_on, starts_on, ends_on }
    }

    /// What was typed, checked: each a date or empty, and in order.
    pub fn read(typed: &Typed, errors: &mut Errors) -> Self {
        let mut read = |name: &str, text: &str| {
            let text = web::blank(text)?;
            let date = text.parse::<Date>().ok();
            if date.is_none() {
                errors.add(name, "error-date", &[]);
            }
            date
        };
        let dates = Self {
            opens_on: read("opens_on", &typed.opens_on),
            closes_on: read("closes_on", &typed.closes_on),
            starts_on: read("starts_on", &typed.starts_on),
            ends_on: read("ends_on", &typed.ends_on),
        };
        let mut in_order = |first: Option<Date>, second: Option<Date>, field: &str, key: &str| {
            if first.zip(second).is_some_and(|(first, second)| second < first) {
                errors.add(field, key, &[]);
            }
        };
        in_order(dates.opens_on, dates.closes_on, "closes_on", "programme-closes-before-opens");
        in_order(dates.starts_on, dates.ends_on, "ends_on", "programme-ends-before-starts");
        in_order(dates.opens_on, dates.starts_on, "starts_on", "programme-starts-before-opens");
        dates
    }
}

impl Typed {
    pub fn of(name: &str, dates: Dates) -> Self {
        let text = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            name: name.to_owned(),
            opens_on: text(dates.opens_on),
            closes_on: text(dates.closes_on),
            starts_on: text(dates.starts_on),
            ends_on: text(dates.ends_on),
        }
    }
}

fn later(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

fn next_monday(day: Date) -> Option<Date> {
    if day.weekday() == Weekday::Monday {
        Some(day)
    } else {
        day.nth_weekday(1, Weekday::Monday).ok()
    }
}

fn after(start: Date, length: Length) -> Option<Date> {
    match length {
        Length::Months(months) => start.checked_add(i32::from(months).months()).ok(),
        Length::Weeks(weeks) => start.checked_add(i32::from(weeks).weeks()).ok(),
        Length::Days(days) => later(start, i32::from(days)),
        Length::Meetings(_) | Length::AsHost | Length::Ongoing => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use words::Language;

    use super::*;

    #[test]
    fn a_cohort_gets_dates_that_hold_its_phases() {
        let design = design::presets()[0].design();
        let phases = design.rhythm.phases.unwrap();
        let today = date(2026, 11, 22);
        let dates = Dates::suggested(&design, today);
        let closes = dates.closes_on.unwrap();
        assert_eq!(closes, later(today, i32::from(phases.registration_weeks) * 7).unwrap());
        assert_eq!(dates.starts_on.unwrap().weekday(), Weekday::Monday);
        assert!(dates.ends_on.unwrap() > dates.starts_on.unwrap());
        let mut errors = Errors::new(Language::English);
        assert_eq!(Dates::read(&Typed::of("x", dates), &mut errors), dates);
        assert!(errors.is_empty());
    }

    #[test]
    fn dates_out_of_order_are_refused_at_the_later_one() {
        let typed = Typed {
            opens_on: "2026-05-01".to_owned(),
            closes_on: "2026-04-01".to_owned(),
            starts_on: "tomorrow".to_owned(),
            ..Typed::default()
        };
        let mut errors = Errors::new(Language::English);
        Dates::read(&typed, &mut errors);
        assert!(!errors.of("closes_on").is_empty() && !errors.of("starts_on").is_empty());
    }
}
