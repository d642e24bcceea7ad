//! The ids of this area's nouns.

db::id! {
    /// A track: one design in a programme.
    TrackId;
    /// A person's part in a programme.
    EnrolmentId;
    /// A matching round.
    RoundId;
    /// A relationship: the people who were brought together.
    RelationshipId;
    /// A place in a relationship, and who has it.
    SeatId;
    /// A request: somebody asks somebody.
    RequestId;
}
