//! An import: a file, what its columns mean, and what it made.

use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId, directory::Details};
use serde::{Deserialize, Serialize};

use super::mapping::Mapping;
use crate::EnrolmentId;

db::id! {
    /// An import of people.
    ImportId;
}

/// An import.
#[derive(Debug, Clone)]
pub(super) struct Import {
    pub id: ImportId,
    pub organisation: OrganisationId,
    pub programme: Option<ProgrammeId>,
    pub file_name: String,
    pub stage: Stage,
    pub mapping: Mapping,
    pub made: Made,
    pub created_by: PersonId,
    pub created_at: Timestamp,
    pub done_at: Option<Timestamp>,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Looked at; nothing is changed.
    Preview,
    /// Carried out.
    Done,
    /// Carried out and taken back.
    Undone,
}

impl Stage {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preview => "preview",
            Self::Done => "done",
            Self::Undone => "undone",
        }
    }

    pub fn of_str(text: &str) -> Option<Self> {
        [Self::Preview, Self::Done, Self::Undone].into_iter().find(|s| s.as_str() == text)
    }
}

/// What an import made, so that it can be unmade.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Made {
    /// People who were not known before.
    pub added: Vec<PersonId>,
    /// People of whom something else is known now.
    pub changed: Vec<Changed>,
    /// How many stood in the file and were known like this already.
    pub unchanged: usize,
    /// Enrolments that were not there before.
    pub enrolled: Vec<EnrolmentId>,
    /// Answers of enrolments that were there before.
    pub answered: Vec<(EnrolmentId, String)>,
    /// Enrolments that had no capacity before.
    pub capacities: Vec<EnrolmentId>,
}

/// Somebody of whom something else is known now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Changed {
    pub person: PersonId,
    pub before: Details,
    pub after: Details,
}
