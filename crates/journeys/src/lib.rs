//! What happens inside a relationship: meetings, goals, check-ins, messages, nudges.

pub mod home;

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new().merge(home::routes())
}
