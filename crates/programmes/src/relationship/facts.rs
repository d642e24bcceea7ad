//! What can happen to a relationship, as others hear of it.

use jobs::Fact;
use serde::{Deserialize, Serialize};

/// Declares facts about a relationship: which one and in which programme, and their particulars.
macro_rules! facts {
    ($($(#[$doc:meta])* $type:ident = $name:literal { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* };)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $type {
                /// The relationship.
                pub relationship: String,
                /// Its programme.
                pub programme: String,
                $($(#[$field_doc])* pub $field: $kind,)*
            }
            impl Fact for $type {
                const NAME: &'static str = $name;
                fn subject(&self) -> (&'static str, &str) {
                    ("relationship", &self.relationship)
                }
                fn programme(&self) -> Option<&str> {
                    Some(&self.programme)
                }
            }
        )+
        /// The names of all facts about relationships.
        pub const FACTS: &[&str] = &[$($name),+];
    };
}

facts! {
    /// People were asked whether they want to be brought together.
    RelationshipOffered = "relationship_offered" {};
    /// One of them said yes.
    OfferAccepted = "offer_accepted" {};
    /// All had said yes, and it runs.
    RelationshipActivated = "relationship_activated" {};
    /// Somebody said no.
    RelationshipDeclined = "relationship_declined" {};
    /// The time to answer was over.
    RelationshipExpired = "relationship_expired" {};
    /// It rests.
    RelationshipPaused = "relationship_paused" {
        /// The day on which it goes on, as 2026-11-22.
        until: String
    };
    /// It goes on.
    RelationshipResumed = "relationship_resumed" {};
    /// Somebody left a group that goes on.
    SeatLeft = "seat_left" {
        /// Who left.
        person: String
    };
    /// It is over after having run: what was planned is off.
    RelationshipClosed = "relationship_closed" {
        /// How it came: `completed` or `ended_early`.
        closure: String
    };
    /// The round that suggested it was undone before anybody saw it.
    RelationshipUndone = "relationship_undone" {};
    /// The clauses of the agreement changed: everybody is asked again.
    AgreementChanged = "agreement_changed" {
        /// The version that is asked for now.
        version: i64
    };
    /// All members agreed on the same words.
    AgreementAgreed = "agreement_agreed" {
        /// The version.
        version: i64
    };
}
