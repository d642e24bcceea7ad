//! What a people file says, once it is understood.

use crate::{Flaws, people::Field};

/// What the reader must know beforehand to understand the words in a file.
#[derive(Debug, Clone, Default)]
pub struct Expect {
    /// The design's ladder of levels, lowest first. Empty: a usual ladder is taken.
    pub ladder: Vec<String>,
    /// Names of roles beyond the usual ones.
    pub roles: Vec<String>,
    /// Whether everybody must say which role they take.
    pub role_needed: bool,
}

/// Everybody in a file.
#[derive(Debug, Clone, Default)]
pub struct PeopleFile {
    /// The people, in the file's order.
    pub people: Vec<PersonRow>,
    /// Which fields the file has a column for, in the file's order.
    pub fields: Vec<Field>,
    /// The headings that no field fits: profile answers.
    pub questions: Vec<String>,
    /// What is worth knowing and stops nothing.
    pub notes: Flaws,
}

/// One person. References to others are positions in [`PeopleFile::people`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PersonRow {
    /// The line in the source.
    pub line: usize,
    /// The key in the file: as given, else the e-mail address, else the row's number.
    pub id: String,
    /// The name as shown: as given, else the e-mail address.
    pub name: String,
    /// The address, in lower case.
    pub email: Option<String>,
    /// The roles asked for; empty where the file does not say.
    pub roles: Vec<RoleWord>,
    /// The most relationships as mentor.
    pub capacity: Option<u32>,
    /// The least relationships as mentor.
    pub minimum: u32,
    /// Where the person works.
    pub organisation: Option<String>,
    /// The part of it.
    pub department: Option<String>,
    /// The place.
    pub site: Option<String>,
    /// What the person is called there.
    pub job_title: Option<String>,
    /// Whom the person reports to.
    pub manager: Option<Manager>,
    /// The level: as a number, or a word's place in the ladder, from 1.
    pub level: Option<i64>,
    /// The time zone's IANA name.
    pub time_zone: Option<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// Topics offered.
    pub offers: Vec<String>,
    /// Topics wanted, most wanted first.
    pub wants: Vec<String>,
    /// Affinities.
    pub groups: Vec<String>,
    /// When the person has time, each week, in their own zone.
    pub availability: Vec<Slot>,
    /// Partners wished for, most wished for first.
    pub prefer: Vec<usize>,
    /// Partners never to be given.
    pub avoid: Vec<usize>,
    /// A partner already decided.
    pub pinned: Option<usize>,
    /// Earlier partners.
    pub past: Vec<usize>,
    /// What stands in the columns that no field fits.
    pub answers: Vec<Answer>,
}

/// A profile answer: the number of its heading in [`PeopleFile::questions`], and the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Position in [`PeopleFile::questions`].
    pub question: usize,
    /// As written, trimmed.
    pub text: String,
}

/// A manager, who need not take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manager {
    /// Somebody in the file.
    InFile(usize),
    /// Somebody else, as written in lower case.
    Outside(String),
}

/// A role as people write it. Which of a design's roles it means, the design's reader decides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleWord {
    /// Gives.
    Mentor,
    /// Receives.
    Mentee,
    /// Both.
    Both,
    /// One of equals.
    Peer,
    /// Leads a group without being its mentor.
    Facilitator,
    /// A role that the design names itself, in the design's spelling.
    Named(String),
}

/// A weekly stretch of time in the person's own zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Monday is 0.
    pub day: u8,
    /// Minutes after midnight.
    pub from: u16,
    /// Minutes after midnight; 1440 is the midnight that ends the day.
    pub to: u16,
}
