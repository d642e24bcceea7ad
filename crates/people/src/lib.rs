//! Organisations, persons, how they sign in, and what they may do.
//!
//! Features in order, each may use those before it: organisation, person, permission,
//! directory, identity.
//! This area knows no programme beyond its id, which an appointment names.

pub mod directory;
pub mod identity;
mod ids;
pub mod organisation;
pub mod permission;
pub mod person;
pub mod post;
#[cfg(feature = "testing")]
pub mod testing;

use jobs::Fact as _;

pub use ids::{OrganisationId, PersonId, ProgrammeId};

/// The names of all facts that this area records.
pub const FACTS: &[&str] = &[
    organisation::OrganisationFounded::NAME,
    identity::PasswordChanged::NAME,
    permission::Appointed::NAME,
    permission::AppointmentEnded::NAME,
    directory::PersonAdded::NAME,
    directory::PersonChanged::NAME,
    directory::PeopleExported::NAME,
];

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .merge(organisation::routes())
        .merge(identity::routes())
        .merge(person::routes())
        .merge(directory::routes())
}
