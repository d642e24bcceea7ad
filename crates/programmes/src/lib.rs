//! Programmes from the gallery to relationships.
//!
//! Features in order, each may use those before it.

pub mod designing;
pub mod enrolment;
mod ids;
pub mod overview;
pub mod programme;
pub mod recruiting;
pub mod relationship;
pub mod request;
pub mod round;
pub mod screening;
pub mod tables;

#[cfg(test)]
mod scoreboard_tests;
#[cfg(test)]
mod sentence_tests;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod together_tests;

pub use ids::{EnrolmentId, RelationshipId, RequestId, RoundId, SeatId, TrackId};

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .merge(programme::routes())
        .merge(enrolment::routes())
        .merge(screening::routes())
        .merge(recruiting::routes())
        .merge(designing::routes())
        .merge(relationship::routes())
        .merge(round::routes())
        .merge(request::routes())
        .merge(tables::routes())
        .merge(overview::routes())
}
