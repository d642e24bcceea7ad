//! Programmes from the gallery to relationships.

mod ids;
pub mod relationship;
pub mod round;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new().merge(relationship::routes()).merge(round::routes())
}
