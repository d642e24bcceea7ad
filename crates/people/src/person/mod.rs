//! Persons: who there is.

mod account;
mod model;
pub mod store;

pub use account::initials;
pub use model::{Hours, NewPerson, Person, parse_email, zones};
pub use store::{by_email, create, find};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    account::routes()
}
