//! The noun.

use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};
use words::Language;

use crate::{OrganisationId, PersonId};

/// A person in an organisation. What they do in a programme stands in their enrolment.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// As shown.
    pub name: String,
    /// Contact and identity, in lower case. None for people known from a spreadsheet only.
    pub email: Option<String>,
    /// The language they read.
    pub language: Language,
    /// Where their clock hangs.
    pub zone: TimeZone,
    /// Where they work in the organisation.
    pub department: Option<String>,
    /// The place they work at.
    pub site: Option<String>,
    /// Their company, where several are together.
    pub company: Option<String>,
    /// What they do.
    pub job_title: Option<String>,
    /// Their step on the organisation's ladder.
    pub level: Option<i64>,
    /// Whom they report to.
    pub manager: Option<PersonId>,
    /// When they came.
    pub hired_on: Option<Date>,
    /// What they speak.
    pub languages: Vec<String>,
    /// Affinity groups, of their own accord.
    pub affinities: Vec<String>,
    /// When they usually have time, in their own zone.
    pub availability: Vec<Hours>,
}

/// Hours of one weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// 1 is Monday, 7 is Sunday.
    pub day: i8,
    /// From.
    pub from: Time,
    /// To; later than `from`.
    pub to: Time,
}

/// What is known of somebody new.
#[derive(Debug, Clone, Default)]
pub struct NewPerson {
    /// As shown.
    pub name: String,
    /// In lower case, from [`parse_email`].
    pub email: Option<String>,
    /// The key that an import knows them by.
    pub outside_key: Option<String>,
    /// The organisation's when none.
    pub language: Option<Language>,
    /// An IANA name; the organisation's when none.
    pub time_zone: Option<String>,
    /// Where they work in the organisation.
    pub department: Option<String>,
    /// The place they work at.
    pub site: Option<String>,
    /// Their company.
    pub company: Option<String>,
    /// What they do.
    pub job_title: Option<String>,
    /// Their step on the ladder.
    pub level: Option<i64>,
    /// Whom they report to.
    pub manager: Option<PersonId>,
    /// When they came.
    pub hired_on: Option<Date>,
    /// What they speak.
    pub languages: Vec<String>,
    /// Affinity groups.
    pub affinities: Vec<String>,
    /// When they usually have time.
    pub availability: Vec<Hours>,
}

/// A mail address as we keep it: trimmed, lower case, one `@`, a dot in the domain, no spaces or
/// control characters, at most 254 characters. Whether it exists, only a mail can tell.
#[must_use]
pub fn parse_email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.rsplit_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"(),;:\\[]@".contains(c);
    let labels = || domain.split('.');
    let good = text.len() <= 254
        && !local.is_empty()
        && local.chars().all(plain)
        && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && labels().count() >= 2
        && labels().all(|l| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-'));
    good.then_some(text)
}

/// The zones that people choose from, by name.
#[must_use]
pub fn zones() -> Vec<String> {
    let mut zones: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("posix/")
        })
        .collect();
    zones.push("UTC".to_owned());
    zones.sort();
    zones.dedup();
    zones
}

#[cfg(test)]
mod tests {
    use super::parse_email;

    #[test]
    fn addresses_are_kept_in_one_form_and_nonsense_is_refused() {
        assert_eq!(parse_email(" Dana@Example.ORG ").as_deref(), Some("dana@example.org"));
        for bad in [
            "",
            "dana",
            "@example.org",
            "dana@",
            "dana@localhost",
            "a b@c.de",
            "a@b@c.de",
            "a@b..de",
            "a@-b.de",
            "a\0@b.de",
            "<a@b.de>",
            "a@b.de\nBcc: c@d.ef",
        ] {
            assert_eq!(parse_email(bad), None, "{bad:?}");
        }
    }
}
