//! Programmes from the gallery to relationships.

mod ids;

pub use ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};
