//! What can happen to checks and consents.

use jobs::Fact;
use people::{PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};

/// The names of all facts that this feature records.
pub const FACTS: &[&str] =
    &[ClearanceRecorded::NAME, ClearanceWithdrawn::NAME, ClearanceRestored::NAME];

macro_rules! fact {
    ($(#[$doc:meta])* $name:ident, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// In which programme.
            pub programme: ProgrammeId,
            /// Of whom.
            pub person: PersonId,
            /// What: screening or consent.
            pub kind: String,
        }

        impl Fact for $name {
            const NAME: &'static str = $word;
            fn subject(&self) -> (&'static str, &str) {
                ("person", self.person.as_str())
            }
            fn programme(&self) -> Option<&str> {
                Some(self.programme.as_str())
            }
        }
    };
}

fact!(
    /// A check or a consent was recorded.
    ClearanceRecorded,
    "clearance_recorded"
);
fact!(
    /// It was taken back.
    ClearanceWithdrawn,
    "clearance_withdrawn"
);
fact!(
    /// It holds after all.
    ClearanceRestored,
    "clearance_restored"
);
