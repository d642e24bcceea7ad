//! What the forms for a new meeting and for another time have in common: times to choose from,
//! computed or typed, a length, a place.

use db::Tx;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use people::permission::Viewer;
use serde::Deserialize;
use web::{App, Choice, Errors, Problem};

use super::{
    store,
    times::{self, Basis, Party, Times, Wanted},
    when,
};
use crate::together::Together;

/// What the forms send.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Draft {
    /// Times that were ticked.
    #[serde(default)]
    pub slots: Vec<String>,
    /// Days that were typed.
    #[serde(default)]
    pub own_date: Vec<String>,
    /// The hours that belong to them.
    #[serde(default)]
    pub own_time: Vec<String>,
    /// How long.
    #[serde(default)]
    pub minutes: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// What about.
    #[serde(default)]
    pub agenda: String,
    /// The proposal that this one replaces.
    #[serde(default)]
    pub instead: String,
}

/// What was understood of it.
#[derive(Debug, Clone)]
pub struct Understood {
    /// The times, in order, each once.
    pub starts: Vec<Timestamp>,
    /// How long.
    pub minutes: u32,
    /// Where.
    pub place: String,
    /// What about.
    pub agenda: String,
}

/// At most so many times are put on the table.
const MOST_TIMES: usize = 6;

impl Draft {
    /// Reads it; what is wrong is said at the fields.
    pub fn understand(&self, viewer: &Viewer, now: Timestamp, errors: &mut Errors) -> Understood {
        let mut starts: Vec<Timestamp> =
            self.slots.iter().filter_map(|slot| slot.parse().ok()).collect();
        for (day, hour) in self.own_date.iter().zip(&self.own_time) {
            match own(day, hour, viewer) {
                Own::Time(at) => starts.push(at),
                Own::Blank => {}
                Own::Unclear => errors.add("own_date", "meeting-own-unclear", &[]),
            }
        }
        starts.sort();
        starts.dedup();
        starts.truncate(MOST_TIMES);
        if starts.iter().any(|at| *at <= now) {
            errors.add("own_date", "meeting-refused-in-the-past", &[]);
        }
        if starts.is_empty() && errors.is_empty() {
            errors.add("slots", "meeting-no-time", &[]);
        }
        let minutes = errors.number("minutes", &self.minutes, 10, 480).unwrap_or(60);
        Understood {
            starts,
            minutes: u32::try_from(minutes).unwrap_or(60),
            place: one_line(&errors.optional_text("place", &self.place, 300)),
            agenda: errors.optional_text("agenda", &self.agenda, 2000),
        }
    }

    /// The rows for typed times, as many as there are and so many more.
    pub fn own_rows(&self, least: usize) -> Vec<(String, String)> {
        let typed = self.own_date.iter().cloned().zip(self.own_time.iter().cloned());
        let mut rows: Vec<_> =
            typed.filter(|(day, hour)| !(day.is_empty() && hour.is_empty())).collect();
        while rows.len() < least {
            rows.push((String::new(), String::new()));
        }
        rows
    }
}

enum Own {
    Time(Timestamp),
    Blank,
    Unclear,
}

/// A typed time, on the clock of the one who types.
fn own(day: &str, hour: &str, viewer: &Viewer) -> Own {
    if day.trim().is_empty() && hour.trim().is_empty() {
        return Own::Blank;
    }
    let (Ok(day), Ok(hour)) = (day.trim().parse::<Date>(), hour.trim().parse::<Time>()) else {
        return Own::Unclear;
    };
    let zoned = day.to_datetime(hour).to_zoned(viewer.zone.clone());
    zoned.map_or(Own::Unclear, |at| Own::Time(at.timestamp()))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Times to choose from.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The times: `value` the instant, `label` the day, `hint` the hour.
    pub choices: Vec<Choice>,
    /// What they rest on.
    pub basis: Basis,
    /// The day from which later ones are looked for.
    pub later: String,
}

/// Computes times that suit all of them, from a day on.
///
/// # Errors
/// A fault when the database refuses.
pub async fn offer(
    tx: &mut Tx,
    app: &App,
    viewer: &Viewer,
    together: &Together,
    minutes: u32,
    from: Option<Date>,
) -> Result<Offer, Problem> {
    let now = app.seam.now();
    let today = now.to_zoned(viewer.zone.clone()).date();
    let from = from.filter(|day| *day > today).unwrap_or(today);
    let people: Vec<_> = together.here().map(|m| &m.person.id).collect();
    let taken = store::taken(tx, &viewer.organisation, &people, now).await?;
    let me = together.member(&viewer.person).ok_or(Problem::Absent)?;
    let others = together.others(&viewer.person);
    let parties: Vec<Party> = std::iter::once(me)
        .chain(others.iter().copied())
        .map(|m| Party { zone: m.person.zone.clone(), hours: m.person.availability.clone() })
        .collect();
    let Times { starts, basis } =
        times::common(&parties, &taken, now, Wanted { count: 3, minutes, from });
    let last = starts.last().map_or(from, |at| at.to_zoned(viewer.zone.clone()).date());
    let choices = starts.iter().map(|at| choice(viewer, together, *at)).collect();
    Ok(Offer { choices, basis, later: last.tomorrow().unwrap_or(last).to_string() })
}

fn choice(viewer: &Viewer, together: &Together, at: Timestamp) -> Choice {
    let (label, hint) = day_and_hour(viewer, together, at);
    Choice::new(at.to_string(), label).hint(hint)
}

/// A time as the reader sees it: the day, and the hour with the others' clocks.
pub fn day_and_hour(viewer: &Viewer, together: &Together, at: Timestamp) -> (String, String) {
    let clock = at.to_zoned(viewer.zone.clone());
    let day = words::weekday_and_day(viewer.language, clock.date());
    let others = together.others(&viewer.person);
    let hour = format!("{} {}", words::clock_time(&clock), clock.strftime("%Z"));
    let elsewhere = when::elsewhere(viewer.language, at, &viewer.zone, &others);
    let hour = if elsewhere.is_empty() { hour } else { format!("{hour} ({elsewhere})") };
    (day, hour)
}

/// The lengths to choose from, the design's among them.
pub fn lengths(viewer: &Viewer, together: &Together, chosen: u32) -> Vec<Choice> {
    let design = together.frame.design.rhythm.minutes;
    let mut lengths = vec![30, 45, 60, 90, u32::from(design.least), u32::from(design.most), chosen];
    lengths.sort_unstable();
    lengths.dedup();
    let label = |n: &u32| viewer.say("meeting-minutes", &[("minutes", (*n).into())]);
    let all = lengths.iter().filter(|n| **n > 0);
    all.map(|n| Choice::new(n.to_string(), label(n)).chosen_among(&[chosen.to_string()])).collect()
}
