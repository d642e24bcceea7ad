//! Programmes from the gallery to relationships.

mod ids;
pub mod round;

pub use ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};
