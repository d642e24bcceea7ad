//! Time zones: the IANA name for what people write, or a guess to offer.

use std::{collections::BTreeMap, sync::OnceLock};

use jiff::tz::TimeZoneDatabase;

/// Folded name to name. From the database inside the program and not the machine's, so that the
/// same file is read alike everywhere.
fn known() -> &'static BTreeMap<String, String> {
    static KNOWN: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let names = TimeZoneDatabase::bundled();
        names.available().map(|name| (folded(name.as_str()), name.as_str().to_owned())).collect()
    })
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The name in its own spelling, or a suggestion, if one comes to mind.
pub(super) fn zone(written: &str) -> Result<String, Option<String>> {
    let wanted = folded(written);
    known().get(&wanted).cloned().ok_or_else(|| suggestion(&wanted))
}

fn suggestion(wanted: &str) -> Option<String> {
    let abbreviated = ABBREVIATIONS.iter().find(|(short, _)| *short == wanted);
    if let Some((_, name)) = abbreviated {
        return Some((*name).to_owned());
    }
    let city = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
    let wanted_city = city(wanted);
    let named = known().iter().find(|(folded, _)| city(folded) == wanted_city);
    let mentioned = || {
        let places = known()
            .iter()
            .filter(|(folded, _)| folded.contains('/') && !folded.starts_with("etc/"));
        places
            .filter(|(folded, _)| city(folded).len() > 3)
            .find(|(folded, _)| wanted.contains(&city(folded)))
    };
    let near = || {
        known()
            .iter()
            .map(|(folded, name)| (distance(folded, wanted), (folded, name)))
            .filter(|(distance, _)| *distance <= 2)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, pair)| pair)
    };
    let near_city = || {
        known()
            .iter()
            .find(|(folded, _)| wanted_city.len() > 4 && distance(&city(folded), &wanted_city) <= 2)
    };
    named.or_else(near).or_else(near_city).or_else(mentioned).map(|(_, name)| name.clone())
}

/// What people call zones that have no such name in the database, and a place that keeps it.
const ABBREVIATIONS: [(&str, &str); 10] = [
    ("cest", "Europe/Copenhagen"),
    ("central_european_time", "Europe/Copenhagen"),
    ("romance_standard_time", "Europe/Copenhagen"),
    ("bst", "Europe/London"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("cst", "America/Chicago"),
    ("edt", "America/New_York"),
    ("ist", "Asia/Kolkata"),
    ("jst", "Asia/Tokyo"),
];

/// Letters to change, add or drop to make one word of the other.
pub(super) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let change = last[j] + usize::from(a != *b);
            row.push(change.min(last[j + 1] + 1).min(row[j] + 1));
        }
        last = row;
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn a_zone_is_known_whatever_its_case_and_blanks() {
        assert_eq!(zone("europe/copenhagen"), Ok("Europe/Copenhagen".to_owned()));
        assert_eq!(zone("America/New York"), Ok("America/New_York".to_owned()));
    }

    #[test]
    fn an_unknown_zone_brings_the_likely_one() {
        for (written, meant) in [
            ("Copenhagen", "Europe/Copenhagen"),
            ("Europe/Kopenhagen", "Europe/Copenhagen"),
            ("Europe/Copenhagn", "Europe/Copenhagen"),
            ("(UTC+01:00) Brussels, Madrid", "Europe/Brussels"),
            ("CEST", "Europe/Copenhagen"),
        ] {
            assert_eq!(zone(written), Err(Some(meant.to_owned())), "{written}");
        }
        assert_eq!(zone("the moon, far side"), Err(None));
    }
}
