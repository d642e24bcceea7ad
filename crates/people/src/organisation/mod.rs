//! The organisation and its first minute.

mod found;
mod model;
mod setup;
pub mod store;

pub use found::{Founding, found};
pub use model::{Organisation, OrganisationFounded};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new().get("/setup", setup::page).post("/setup", setup::found)
}
