//! What can happen to a round, as others hear of it.

use jobs::Fact;
use serde::{Deserialize, Serialize};

use super::model::Round;

/// Declares facts about a round and their particulars.
macro_rules! facts {
    ($($(#[$doc:meta])* $type:ident = $name:literal { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* };)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $type {
                /// The round.
                pub round: String,
                /// Its programme.
                pub programme: String,
                $($(#[$field_doc])* pub $field: $kind,)*
            }
            impl $type {
                /// About a round.
                #[must_use]
                pub fn of(round: &Round, $($field: $kind),*) -> Self {
                    let (id, programme) = (round.id.as_str(), round.programme.as_str());
                    Self { round: id.to_owned(), programme: programme.to_owned(), $($field),* }
                }
            }
            impl Fact for $type {
                const NAME: &'static str = $name;
                fn subject(&self) -> (&'static str, &str) {
                    ("round", &self.round)
                }
                fn programme(&self) -> Option<&str> {
                    Some(&self.programme)
                }
            }
        )+
        /// The names of all facts about rounds.
        pub const FACTS: &[&str] = &[$($name),+];
    };
}

facts! {
    /// A draft was solved, also again after a decision.
    RoundSolved = "round_solved" {
        /// How many pairs it proposes.
        pairs: usize
    };
    /// The pairs were announced; for a while this can be taken back.
    RoundPublished = "round_published" {
        /// How many pairs.
        pairs: usize,
        /// How many people without a partner were written to.
        told: usize
    };
    /// The announcement was taken back before a mail left.
    RoundUndone = "round_undone" {
        /// How many pairs.
        pairs: usize
    };
    /// A draft was thrown away.
    RoundDiscarded = "round_discarded" {};
}
