//! Which heading means which field, in the spellings that people use.

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

    /// The field that a heading means, without regard to case, spaces, `-` and `_`.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let wanted = folded(header);
        let known = |(_, names): &&(Self, &[&str])| names.contains(&wanted.as_str());
        SPELLINGS.iter().find(known).map(|&(field, _)| field)
    }
}

fn folded(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// English, Danish and German. Folded: lower case, letters and digits only.
const SPELLINGS: &[(Field, &[&str])] = &[
    (
        Field::Id,
        &[
            "id",
            "personid",
            "employeeid",
            "employeenumber",
            "staffid",
            "userid",
            "key",
            "medarbejdernummer",
            "medarbejderid",
            "personalnummer",
            "mitarbeiterid",
        ],
    ),
    (
        Field::Name,
        &[
            "name",
            "fullname",
            "displayname",
            "person",
            "participant",
            "employeename",
            "navn",
            "fuldenavn",
            "deltager",
            "vollername",
            "vollständigername",
            "teilnehmer",
        ],
    ),
    (Field::GivenName, &["givenname", "firstname", "forename", "fornavn", "vorname"]),
    (
        Field::FamilyName,
        &["familyname", "lastname", "surname", "efternavn", "nachname", "familienname"],
    ),
    (
        Field::Email,
        &[
            "email",
            "mail",
            "emailaddress",
            "mailaddress",
            "workemail",
            "eml",
            "emailadresse",
            "mailadresse",
            "epost",
            "arbejdsmail",
        ],
    ),
    (
        Field::Role,
        &[
            "role",
            "roles",
            "type",
            "participantrole",
            "mentorormentee",
            "mentormentee",
            "participatingas",
            "rolle",
            "roller",
            "rollen",
            "deltagersom",
            "mentorellermentee",
            "mentorodermentee",
        ],
    ),
    (
        Field::Capacity,
        &[
            "capacity",
            "maxmentees",
            "maximummentees",
            "maxnumberofmentees",
            "numberofmentees",
            "howmanymentees",
            "mentees",
            "seats",
            "max",
            "kapacitet",
            "antalmentees",
            "maxantalmentees",
            "maksantalmentees",
            "kapazität",
            "anzahlmentees",
            "maxanzahlmentees",
        ],
    ),
    (
        Field::Minimum,
        &["minimum", "min", "minmentees", "minimummentees", "leastmentees", "mindst", "mindestens"],
    ),
    (
        Field::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "employer",
            "org",
            "virksomhed",
            "firma",
            "arbejdsgiver",
            "unternehmen",
            "arbeitgeber",
        ],
    ),
    (
        Field::Department,
        &[
            "department",
            "dept",
            "team",
            "unit",
            "businessunit",
            "division",
            "function",
            "afdeling",
            "enhed",
            "abteilung",
            "bereich",
        ],
    ),
    (
        Field::Site,
        &[
            "site",
            "location",
            "office",
            "city",
            "campus",
            "lokation",
            "sted",
            "kontor",
            "arbejdssted",
            "by",
            "standort",
            "ort",
            "büro",
            "stadt",
        ],
    ),
    (
        Field::JobTitle,
        &[
            "jobtitle",
            "title",
            "position",
            "job",
            "titel",
            "stilling",
            "stillingsbetegnelse",
            "jobtitel",
            "berufsbezeichnung",
        ],
    ),
    (
        Field::Manager,
        &[
            "manager",
            "manageremail",
            "managersemail",
            "managerid",
            "linemanager",
            "linemanageremail",
            "reportsto",
            "supervisor",
            "supervisoremail",
            "boss",
            "leder",
            "nærmesteleder",
            "chef",
            "ledersemail",
            "ledermail",
            "lederemail",
            "vorgesetzter",
            "vorgesetzte",
            "führungskraft",
        ],
    ),
    (
        Field::Level,
        &[
            "level",
            "grade",
            "seniority",
            "joblevel",
            "band",
            "careerlevel",
            "niveau",
            "senioritet",
            "anciennitet",
            "stufe",
            "ebene",
            "karrierestufe",
        ],
    ),
    (Field::TimeZone, &["timezone", "tz", "zone", "tidszone", "zeitzone"]),
    (
        Field::Languages,
        &[
            "languages",
            "language",
            "languagesspoken",
            "spokenlanguages",
            "sprog",
            "sprachen",
            "sprache",
        ],
    ),
    (
        Field::Offers,
        &[
            "offers",
            "offer",
            "offering",
            "topicsoffered",
            "skills",
            "expertise",
            "canhelpwith",
            "icanhelpwith",
            "skillsoffered",
            "strengths",
            "tilbyder",
            "kompetencer",
            "kanhjælpemed",
            "jegkanhjælpemed",
            "bietet",
            "bieteich",
            "angebote",
            "kompetenzen",
            "fähigkeiten",
        ],
    ),
    (
        Field::Wants,
        &[
            "wants",
            "want",
            "wanted",
            "topicswanted",
            "goals",
            "needs",
            "interests",
            "wanttolearn",
            "wantstolearn",
            "iwanthelpwith",
            "wantshelpwith",
            "skillswanted",
            "ønsker",
            "ønskeremner",
            "mål",
            "vilgernelære",
            "jegvilgernelære",
            "sucht",
            "wünsche",
            "ziele",
            "lernziele",
        ],
    ),
    (
        Field::Groups,
        &[
            "groups",
            "group",
            "affinities",
            "affinity",
            "erg",
            "ergs",
            "networks",
            "communities",
            "grupper",
            "netværk",
            "gruppen",
            "netzwerke",
        ],
    ),
    (
        Field::Availability,
        &[
            "availability",
            "available",
            "times",
            "whenavailable",
            "timeslots",
            "tilgængelighed",
            "tilgængelig",
            "tider",
            "verfügbarkeit",
            "zeiten",
        ],
    ),
    (
        Field::Prefer,
        &[
            "prefer",
            "preferred",
            "preferences",
            "prefers",
            "preferredmentor",
            "preferredmentors",
            "preferredpartner",
            "preferredpartners",
            "foretrækker",
            "ønsketmentor",
            "ønskedepartnere",
            "bevorzugt",
            "wunschmentor",
            "wunschpartner",
        ],
    ),
    (
        Field::Avoid,
        &[
            "avoid",
            "avoids",
            "donotmatch",
            "donotmatchwith",
            "notwith",
            "conflicts",
            "exclude",
            "undgå",
            "ikkemed",
            "vermeiden",
            "nichtmit",
        ],
    ),
    (
        Field::Pinned,
        &[
            "pinned",
            "pin",
            "fixed",
            "fixedpartner",
            "matchwith",
            "alreadymatched",
            "alreadymatchedwith",
            "fastlåst",
            "aftaltpartner",
            "fest",
            "festerpartner",
        ],
    ),
    (
        Field::Past,
        &[
            "past",
            "pastpartners",
            "pastmentors",
            "pastmentor",
            "earlier",
            "earlierpartners",
            "previous",
            "previousmentor",
            "previousmentors",
            "previouspartners",
            "tidligere",
            "tidligerementor",
            "tidligerepartnere",
            "frühere",
            "früherementoren",
            "frühererpartner",
        ],
    ),
];

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
    use super::{Field, SPELLINGS, folded};

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
    fn no_spelling_means_two_fields_and_each_is_folded() {
        let mut all: Vec<_> = SPELLINGS.iter().flat_map(|(_, names)| names.iter()).collect();
        assert!(all.iter().all(|name| folded(name) == ***name));
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn our_own_headings_are_known() {
        for field in Field::ALL {
            assert_eq!(Field::of_header(field.header()), Some(field));
        }
    }
}
