//! What can be wrong with a spreadsheet, each with its place and the key of its sentence.

use crate::{Place, letters};

/// One thing that is wrong (or, as a note, worth knowing) at one place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place} {what}")]
pub struct Flaw {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

/// The kinds. Their `Display` is the key of the sentence in `locales/*/sheets.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the key above each variant says it, the catalogue spells it out")]
pub enum What {
    // The file as a whole.
    #[error("sheet-file-too-large")]
    FileTooLarge { megabytes: usize },
    #[error("sheet-empty")]
    Empty,
    #[error("sheet-no-rows")]
    NoRows,
    #[error("sheet-old-workbook")]
    OldWorkbook,
    #[error("sheet-open-document")]
    OpenDocument,
    #[error("sheet-not-a-sheet")]
    NotASheet,
    #[error("sheet-damaged-workbook")]
    DamagedWorkbook { detail: String },
    #[error("sheet-unpacks-too-large")]
    UnpacksTooLarge { megabytes: u64 },
    #[error("sheet-no-such-sheet")]
    NoSuchSheet { asked: String, known: Vec<String> },
    // The text in it.
    #[error("sheet-mixed-encoding")]
    MixedEncoding,
    #[error("sheet-control-character")]
    ControlCharacter { code: u32 },
    #[error("sheet-unclosed-quote")]
    UnclosedQuote,
    #[error("sheet-too-many-rows")]
    TooManyRows { limit: usize },
    #[error("sheet-too-many-columns")]
    TooManyColumns { limit: usize },
    #[error("sheet-cell-too-long")]
    CellTooLong { limit: usize },
    #[error("sheet-extra-cells")]
    ExtraCells { found: usize, expected: usize },
    #[error("sheet-formula-error")]
    FormulaError { value: String },
    // Headings.
    #[error("sheet-missing-column")]
    MissingColumn,
    #[error("sheet-no-role-column")]
    NoRoleColumn,
    #[error("sheet-duplicate-column")]
    DuplicateColumn { other: usize },
    #[error("sheet-no-heading")]
    NoHeading,
    // People.
    #[error("sheet-no-name")]
    NoName,
    #[error("sheet-bad-email")]
    BadEmail { value: String },
    #[error("sheet-no-role")]
    NoRole,
    #[error("sheet-unknown-role")]
    UnknownRole { value: String, known: Vec<String> },
    #[error("sheet-not-a-number")]
    NotANumber { value: String },
    #[error("sheet-number-out-of-range")]
    OutOfRange { value: String, most: u32 },
    #[error("sheet-minimum-above-capacity")]
    MinimumAboveCapacity { minimum: u32, capacity: u32 },
    #[error("sheet-unknown-level")]
    UnknownLevel { value: String, known: Vec<String> },
    #[error("sheet-unknown-zone")]
    UnknownZone { value: String, suggestion: Option<String> },
    #[error("sheet-bad-availability")]
    BadAvailability { value: String },
    #[error("sheet-slot-backwards")]
    SlotBackwards { value: String },
    #[error("sheet-too-many-items")]
    TooManyItems { limit: usize },
    #[error("sheet-unknown-person")]
    UnknownPerson { value: String, suggestion: Option<String> },
    #[error("sheet-outside-manager")]
    OutsideManager { value: String, suggestion: Option<String> },
    #[error("sheet-ambiguous-person")]
    AmbiguousPerson { value: String, lines: Vec<usize> },
    #[error("sheet-names-itself")]
    NamesItself,
    #[error("sheet-pinned-and-avoided")]
    PinnedAndAvoided { value: String },
    #[error("sheet-duplicate-id")]
    DuplicateId { value: String, line: usize },
    #[error("sheet-contradiction")]
    Contradiction { line: usize, here: String, there: String },
    #[error("sheet-merged")]
    Merged { line: usize },
    #[error("sheet-reporting-loop")]
    ReportingLoop { lines: Vec<usize> },
}

impl Flaw {
    /// A flaw at a place.
    #[must_use]
    pub fn new(place: Place, what: What) -> Self {
        Self { place, what }
    }

    /// The key of the sentence that says what is wrong and what to do.
    #[must_use]
    pub fn key(&self) -> String {
        self.what.to_string()
    }

    /// The key of the words for the place: file, line, or line and column.
    #[must_use]
    pub fn place_key(&self) -> &'static str {
        match (&self.place.line, &self.place.column) {
            (None, None) => "sheet-place-file",
            (Some(_), None) => "sheet-place-line",
            (None, Some(_)) => "sheet-place-column",
            (Some(_), Some(column)) if column.header.is_empty() => "sheet-place-bare-cell",
            (Some(_), Some(_)) => "sheet-place-cell",
        }
    }

    /// The values in both sentences, by name.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = self.what.values();
        if let Some(line) = self.place.line {
            values.push(("line", line.to_string()));
        }
        if let Some(column) = &self.place.column {
            values.push(("column", letters(column.number)));
            values.push(("header", column.header.clone()));
        }
        values
    }
}

impl What {
    fn values(&self) -> Vec<(&'static str, String)> {
        use What as W;
        match self {
            W::Empty | W::NoRows | W::OldWorkbook | W::OpenDocument | W::NotASheet => vec![],
            W::MixedEncoding | W::UnclosedQuote | W::MissingColumn | W::NoHeading => vec![],
            W::NoName | W::NamesItself | W::NoRole | W::NoRoleColumn => vec![],
            W::FileTooLarge { megabytes } => vec![("megabytes", megabytes.to_string())],
            W::UnpacksTooLarge { megabytes } => vec![("megabytes", megabytes.to_string())],
            W::DamagedWorkbook { detail } => vec![("detail", detail.clone())],
            W::NoSuchSheet { asked, known } => {
                vec![("asked", asked.clone()), ("known", known.join(", "))]
            }
            W::ControlCharacter { code } => vec![("code", format!("{code:04X}"))],
            W::TooManyRows { limit }
            | W::TooManyColumns { limit }
            | W::CellTooLong { limit }
            | W::TooManyItems { limit } => vec![("limit", limit.to_string())],
            W::ExtraCells { found, expected } => {
                vec![("found", found.to_string()), ("expected", expected.to_string())]
            }
            W::DuplicateColumn { other } => vec![("other", letters(*other))],
            W::BadEmail { value }
            | W::NotANumber { value }
            | W::BadAvailability { value }
            | W::SlotBackwards { value }
            | W::PinnedAndAvoided { value }
            | W::FormulaError { value } => vec![("value", shown(value))],
            W::UnknownRole { value, known } | W::UnknownLevel { value, known } => {
                vec![("value", shown(value)), ("known", known.join(", "))]
            }
            W::OutOfRange { value, most } => {
                vec![("value", shown(value)), ("most", most.to_string())]
            }
            W::MinimumAboveCapacity { minimum, capacity } => {
                vec![("minimum", minimum.to_string()), ("capacity", capacity.to_string())]
            }
            W::UnknownZone { value, suggestion }
            | W::UnknownPerson { value, suggestion }
            | W::OutsideManager { value, suggestion } => vec![
                ("value", shown(value)),
                ("near", if suggestion.is_some() { "yes" } else { "no" }.to_owned()),
                ("suggestion", suggestion.clone().unwrap_or_default()),
            ],
            W::AmbiguousPerson { value, lines } => {
                vec![("value", shown(value)), ("lines", listed(lines))]
            }
            W::DuplicateId { value, line } => {
                vec![("value", shown(value)), ("other", line.to_string())]
            }
            W::Contradiction { line, here, there } => {
                vec![("other", line.to_string()), ("here", shown(here)), ("there", shown(there))]
            }
            W::Merged { line } => vec![("other", line.to_string())],
            W::ReportingLoop { lines } => vec![("lines", listed(lines))],
        }
    }
}

/// A value as it can stand in a sentence: whole when short, its beginning when long.
fn shown(value: &str) -> String {
    const MOST: usize = 60;
    let flat: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if flat.chars().count() <= MOST {
        return flat;
    }
    flat.chars().take(MOST).chain(['…']).collect()
}

fn listed(lines: &[usize]) -> String {
    let numbers: Vec<_> = lines.iter().take(20).map(ToString::to_string).collect();
    numbers.join(", ")
}

/// Flaws in the order they were met: a bounded list, and how many more there were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flaws {
    /// The first of them.
    pub listed: Vec<Flaw>,
    /// How many are not listed.
    pub more: usize,
}

impl Flaws {
    /// How many are listed before the rest is only counted.
    pub const MOST: usize = 200;

    /// Adds one.
    pub fn push(&mut self, place: Place, what: What) {
        if self.listed.len() < Self::MOST {
            self.listed.push(Flaw::new(place, what));
        } else {
            self.more += 1;
        }
    }

    /// A list of one.
    #[must_use]
    pub fn one(place: Place, what: What) -> Self {
        Self { listed: vec![Flaw::new(place, what)], more: 0 }
    }

    /// Whether nothing was wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.listed.len() + self.more
    }
}
