//! Why a step is not possible, for the person who tried it.

use web::{Problem, Refusal};

/// Why a step is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is over.
    Over,
    /// It is not this person's turn yet.
    NotAsked,
    /// There is still time to answer.
    TooEarly,
    /// It was not taken back.
    NotWithdrawn,
    /// All places of the person asked are taken.
    Full,
    /// The asker has found somebody meanwhile.
    Found,
    /// The asker has no free place.
    NoPlace,
    /// The list is as long as it may be.
    TooMany,
    /// This person is on the list already.
    AskedAlready,
    /// This person cannot be asked at the moment.
    NotAvailable,
}

impl Refused {
    /// The sentence's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Over => "request-refused-over",
            Self::NotAsked => "request-refused-not-asked",
            Self::TooEarly => "request-refused-too-early",
            Self::NotWithdrawn => "request-refused-not-withdrawn",
            Self::Full => "request-refused-full",
            Self::Found => "request-refused-found",
            Self::NoPlace => "request-refused-no-place",
            Self::TooMany => "request-refused-too-many",
            Self::AskedAlready => "request-refused-asked-already",
            Self::NotAvailable => "request-refused-not-available",
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Self::Refusal(Refusal::conflict(refused.key()))
    }
}
