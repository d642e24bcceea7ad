//! The noun.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use words::Language;

use crate::OrganisationId;

/// A company, an association, a university, or a group of companies together.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// As shown.
    pub name: String,
    /// The language of what is written to people who chose none.
    pub language: Language,
    /// The zone of its dates.
    pub zone: TimeZone,
}

/// The organisation was founded here.
#[derive(Debug, Serialize, Deserialize)]
pub struct OrganisationFounded {
    /// Which.
    pub organisation: OrganisationId,
}

impl jobs::Fact for OrganisationFounded {
    const NAME: &'static str = "organisation_founded";
    fn subject(&self) -> (&'static str, &str) {
        ("organisation", self.organisation.as_str())
    }
}
