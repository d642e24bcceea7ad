//! Which heading means which field, in the spellings that people use.

use std::{collections::HashMap, sync::OnceLock};

use crate::{Flaws, Row, Sheet, What};

/// The fields of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the field of `PersonRow` by the same name")]
pub enum Field {
    Id,
    Name,
    GivenName,
    FamilyName,
    Email,
    Role,
    Capacity,
    Minimum,
    Organisation,
    Department,
    Site,
    JobTitle,
    Manager,
    Level,
    TimeZone,
    Languages,
    Offers,
    Wants,
    Groups,
    Availability,
    Prefer,
    Avoid,
    Pinned,
    Past,
}

impl Field {
    /// Every field, in the order of an export. The parts of a name are not exported.
    pub const ALL: [Self; 22] = [
        Self::Id,
        Self::Name,
        Self::Email,
        Self::Role,
        Self::Capacity,
        Self::Minimum,
        Self::Organisation,
        Self::Department,
        Self::Site,
        Self::JobTitle,
        Self::Manager,
        Self::Level,
        Self::TimeZone,
        Self::Languages,
        Self::Offers,
        Self::Wants,
        Self::Groups,
        Self::Availability,
        Self::Prefer,
        Self::Avoid,
        Self::Pinned,
        Self::Past,
    ];

    /// The heading in our own files.
    #[must_use]
    pub fn header(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::Email => "email",
            Self::Role => "role",
            Self::Capacity => "capacity",
            Self::Minimum => "minimum",
            Self::Organisation => "organisation",
            Self::Department => "department",
            Self::Site => "site",
            Self::JobTitle => "job_title",
            Self::Manager => "manager",
            Self::Level => "level",
            Self::TimeZone => "time_zone",
            Self::Languages => "languages",
            Self::Offers => "offers",
            Self::Wants => "wants",
            Self::Groups => "groups",
            Self::Availability => "availability",
            Self::Prefer => "prefer",
            Self::Avoid => "avoid",
            Self::Pinned => "pinned",
            Self::Past => "past",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        let parts = [Self::GivenName, Self::FamilyName];
        Self::ALL.into_iter().chain(parts).find(|field| field.header() == name)
    }

    /// The field that a heading means, without regard to case, spaces, `-` and `_`.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let wanted = folded(header);
        spellings().get(wanted.as_str()).copied()
    }
}

fn folded(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Heading to field, from the list beside this file.
fn spellings() -> &'static HashMap<&'static str, Field> {
    static KNOWN: OnceLock<HashMap<&str, Field>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let lines = include_str!("headings.txt").lines().filter(|line| !line.starts_with('#'));
        let lines = lines.filter_map(|line| line.split_once(": "));
        let all = lines.filter_map(|(name, words)| Some((Field::of_name(name)?, words)));
        all.flat_map(|(field, words)| words.split(' ').map(move |word| (word, field))).collect()
    })
}

/// Where each field stands, and which columns are profile answers.
pub(super) struct Columns {
    pub fields: Vec<(Field, usize)>,
    pub questions: Vec<usize>,
}

impl Columns {
    /// Understands the headings. A field that two filled columns claim is an error: choosing one
    /// would silently drop the other.
    pub(super) fn of(sheet: &Sheet, flaws: &mut Flaws, notes: &mut Flaws) -> Self {
        let mut columns = Self { fields: vec![], questions: vec![] };
        for (column, header) in sheet.headers.iter().enumerate() {
            let filled = sheet.rows.iter().any(|row| !row.cell(column).trim().is_empty());
            let earlier = columns.earlier(sheet, header);
            match (Field::of_header(header), earlier) {
                (_, Some(other)) if filled => {
                    flaws.push(sheet.heading(column), What::DuplicateColumn { other });
                }
                (_, Some(_)) => {}
                (Some(field), None) => columns.fields.push((field, column)),
                (None, None) if !header.is_empty() => columns.questions.push(column),
                (None, None) if filled => notes.push(sheet.heading(column), What::NoHeading),
                (None, None) => {}
            }
        }
        columns.drop_empty_names(sheet);
        columns
    }

    /// The column before this one that says the same.
    fn earlier(&self, sheet: &Sheet, header: &str) -> Option<usize> {
        if let Some(field) = Field::of_header(header) {
            return self.column(field);
        }
        let same = |&&other: &&usize| folded(sheet.header(other)) == folded(header);
        self.questions.iter().find(same).copied().filter(|_| !folded(header).is_empty())
    }

    /// A template's unused "name" column beside filled first and last names says nothing.
    fn drop_empty_names(&mut self, sheet: &Sheet) {
        let blank = |column: usize| sheet.rows.iter().all(|row| row.cell(column).trim().is_empty());
        self.fields.retain(|&(field, column)| field != Field::Name || !blank(column));
    }

    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|&&(known, _)| known == field).map(|&(_, column)| column)
    }

    /// A field's cell: its column and its text without blanks and stand-ins for nothing.
    pub(super) fn cell<'a>(&self, row: &'a Row, field: Field) -> Option<(usize, &'a str)> {
        let column = self.column(field)?;
        let text = row.cell(column).trim_matches(super::value::is_blank);
        // "Na" and "Null" are people's names.
        let name = matches!(field, Field::Name | Field::GivenName | Field::FamilyName);
        let nothing = text.is_empty() || (!name && super::value::means_nothing(text));
        (!nothing).then_some((column, text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, folded, spellings};

    #[test]
    fn headings_are_known_in_every_usual_spelling() {
        for (header, field) in [
            ("E-mail", Field::Email),
            ("Email address", Field::Email),
            ("MANAGER EMAIL", Field::Manager),
            ("timezone", Field::TimeZone),
            ("Time_Zone", Field::TimeZone),
            ("Nærmeste leder", Field::Manager),
            ("Verfügbarkeit", Field::Availability),
            ("job-title", Field::JobTitle),
            ("Max. mentees", Field::Capacity),
        ] {
            assert_eq!(Field::of_header(header), Some(field), "{header}");
        }
        assert_eq!(Field::of_header("Favourite colour"), None);
    }

    #[test]
    fn no_heading_means_two_fields_and_each_is_folded() {
        let lines = include_str!("headings.txt").lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for (name, words) in lines.map(|line| line.split_once(": ").unwrap()) {
            assert!(Field::of_name(name).is_some(), "{name}");
            assert!(words.split(' ').all(|word| folded(word) == word), "{words}");
            count += words.split(' ').count();
        }
        assert_eq!(spellings().len(), count);
    }

    #[test]
    fn our_own_headings_are_known() {
        for field in Field::ALL {
            assert_eq!(Field::of_header(field.header()), Some(field));
        }
    }
}
