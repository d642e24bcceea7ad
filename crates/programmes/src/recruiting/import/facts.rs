//! What can happen to imports.

use jobs::Fact;
use people::ProgrammeId;
use serde::{Deserialize, Serialize};

use super::model::ImportId;

/// People were imported.
#[derive(Debug, Serialize, Deserialize)]
pub struct PeopleImported {
    /// Which import.
    pub import: ImportId,
    /// Into which programme, if into one.
    pub programme: Option<ProgrammeId>,
    /// How many people were not known before.
    pub added: usize,
    /// Of how many something else is known now.
    pub changed: usize,
    /// How many enrolments were made.
    pub enrolled: usize,
}

/// An import was taken back whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct ImportUndone {
    /// Which import.
    pub import: ImportId,
    /// Into which programme it was.
    pub programme: Option<ProgrammeId>,
}

macro_rules! about_an_import {
    ($($name:ident = $stored:literal;)+) => {$(
        impl Fact for $name {
            const NAME: &'static str = $stored;
            fn subject(&self) -> (&'static str, &str) {
                ("import", self.import.as_str())
            }
            fn programme(&self) -> Option<&str> {
                self.programme.as_ref().map(ProgrammeId::as_str)
            }
        }
    )+};
}

about_an_import! {
    PeopleImported = "people_imported";
    ImportUndone = "import_undone";
}
