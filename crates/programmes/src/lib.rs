//! Programmes from the gallery to relationships.

mod ids;
pub mod relationship;
pub mod round;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};
