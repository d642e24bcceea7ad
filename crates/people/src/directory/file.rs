//! People as rows of a file, in the columns that an import reads.

use std::collections::HashMap;

use super::Details;
use crate::{PersonId, person::Hours};

/// The columns. Affinities stay out: who belongs to a group must not be inferable from a file.
pub const HEADINGS: [&str; 12] = [
    "id",
    "name",
    "email",
    "organisation",
    "department",
    "site",
    "job_title",
    "manager",
    "level",
    "time_zone",
    "languages",
    "availability",
];

/// Everybody's row, in the order given.
#[must_use]
pub fn rows(everybody: &[(PersonId, Details)]) -> Vec<(&PersonId, Vec<String>)> {
    let keys: HashMap<&PersonId, &str> =
        everybody.iter().map(|(id, details)| (id, key(id, details))).collect();
    everybody.iter().map(|(id, details)| (id, row(id, details, &keys))).collect()
}

/// What tells a person apart in the file.
#[must_use]
pub fn key<'a>(id: &'a PersonId, details: &'a Details) -> &'a str {
    details.outside_key.as_deref().or(details.email.as_deref()).unwrap_or(id.as_str())
}

fn row(id: &PersonId, details: &Details, keys: &HashMap<&PersonId, &str>) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let manager = details.manager.as_ref().and_then(|manager| keys.get(manager));
    vec![
        key(id, details).to_owned(),
        details.name.clone(),
        text(&details.email),
        text(&details.company),
        text(&details.department),
        text(&details.site),
        text(&details.job_title),
        manager.map(|key| (*key).to_owned()).unwrap_or_default(),
        details.level.map(|level| level.to_string()).unwrap_or_default(),
        details.time_zone.clone(),
        details.languages.join("; "),
        hours(details),
    ]
}

fn hours(details: &Details) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let text = |hours: &Hours| {
        let day = usize::try_from(hours.day - 1).ok().and_then(|day| DAYS.get(day)).copied();
        let (from, to) = (hours.from, hours.to);
        let day = day.unwrap_or_default();
        format!("{day} {:02}:{:02}-{:02}:{:02}", from.hour(), from.minute(), to.hour(), to.minute())
    };
    details.availability.iter().map(text).collect::<Vec<_>>().join("; ")
}
