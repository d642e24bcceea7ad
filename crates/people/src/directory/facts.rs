//! What can happen to the list of people.

use jobs::Fact;
use serde::{Deserialize, Serialize};

use crate::{OrganisationId, PersonId};

/// An administrator added somebody.
#[derive(Debug, Serialize, Deserialize)]
pub struct PersonAdded {
    /// Whom.
    pub person: PersonId,
}

impl Fact for PersonAdded {
    const NAME: &'static str = "person_added";
    fn subject(&self) -> (&'static str, &str) {
        ("person", self.person.as_str())
    }
}

/// An administrator changed what is known of somebody.
#[derive(Debug, Serialize, Deserialize)]
pub struct PersonChanged {
    /// Of whom.
    pub person: PersonId,
    /// Which particulars; their values are nobody else's business.
    pub fields: Vec<String>,
}

impl Fact for PersonChanged {
    const NAME: &'static str = "person_changed";
    fn subject(&self) -> (&'static str, &str) {
        ("person", self.person.as_str())
    }
}

/// Somebody took the list of people out as a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct PeopleExported {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// How many people stood in it.
    pub people: usize,
}

impl Fact for PeopleExported {
    const NAME: &'static str = "people_exported";
    fn subject(&self) -> (&'static str, &str) {
        ("organisation", self.organisation.as_str())
    }
}
