//! What can happen to a concern. Neither who said it nor what is recorded.

use jobs::Fact;
use serde::{Deserialize, Serialize};

/// The names of all facts about concerns.
pub const FACTS: &[&str] = &[ConcernRaised::NAME, ConcernEscalated::NAME, ConcernAnswered::NAME];

macro_rules! fact {
    ($(#[$doc:meta])* $name:ident, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which.
            pub concern: String,
        }

        impl Fact for $name {
            const NAME: &'static str = $word;
            fn subject(&self) -> (&'static str, &str) {
                ("concern", &self.concern)
            }
        }
    };
}

fact!(
    /// Somebody said that something is not right.
    ConcernRaised,
    "concern_raised"
);
fact!(
    /// Nobody answered in time: it went further.
    ConcernEscalated,
    "concern_escalated"
);
fact!(
    /// It was answered.
    ConcernAnswered,
    "concern_answered"
);
