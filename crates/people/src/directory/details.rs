//! What the directory knows of a person, as one value that can be compared and kept.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{PersonId, person::Hours};

/// What the directory knows of a person.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Details {
    /// As shown.
    pub name: String,
    /// In lower case.
    pub email: Option<String>,
    /// The key that other systems' files know them by.
    pub outside_key: Option<String>,
    /// A language's tag.
    pub language: String,
    /// An IANA name.
    pub time_zone: String,
    /// Where they work in the organisation.
    pub department: Option<String>,
    /// The place they work at.
    pub site: Option<String>,
    /// Their company, where several are together.
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
    /// Affinity groups, of their own accord.
    pub affinities: Vec<String>,
    /// When they usually have time.
    pub availability: Vec<Hours>,
}

impl Details {
    /// Names the particulars in which two values differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let all = [
            ("name", self.name == other.name),
            ("email", self.email == other.email),
            ("outside_key", self.outside_key == other.outside_key),
            ("language", self.language == other.language),
            ("time_zone", self.time_zone == other.time_zone),
            ("department", self.department == other.department),
            ("site", self.site == other.site),
            ("company", self.company == other.company),
            ("job_title", self.job_title == other.job_title),
            ("level", self.level == other.level),
            ("manager", self.manager == other.manager),
            ("hired_on", self.hired_on == other.hired_on),
            ("languages", self.languages == other.languages),
            ("affinities", self.affinities == other.affinities),
            ("availability", self.availability == other.availability),
        ];
        all.into_iter().filter(|(_, same)| !same).map(|(field, _)| field).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Details;

    #[test]
    fn differences_are_named_and_equals_have_none() {
        let one = Details { name: "Dana".to_owned(), level: Some(3), ..Details::default() };
        let other = Details { level: Some(4), ..one.clone() };
        assert_eq!(one.differences(&other), ["level"]);
        assert!(one.differences(&one).is_empty());
    }
}
