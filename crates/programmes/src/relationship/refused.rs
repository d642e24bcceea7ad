//! Why a step is not possible, for the person who tried it.

use web::{Problem, Refusal};

/// Why a step is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is over.
    Over,
    /// It does not run yet.
    NotRunning,
    /// Nobody is asked any more.
    NotOnOffer,
    /// The time to answer is over.
    OfferOver,
    /// They said yes before.
    AcceptedAlready,
    /// They said no before.
    DeclinedAlready,
    /// It rests already.
    PausedAlready,
    /// It does not rest.
    NotPaused,
    /// The day on which it would go on is not in the future.
    PauseInThePast,
    /// The pause is longer than eight weeks.
    PauseTooLong,
    /// They have no seat in it.
    NoSeat,
    /// All places of the person are taken.
    Full,
    /// Somebody among them has all places taken.
    PartnerFull,
    /// It is not time yet.
    TooEarly,
}

impl Refused {
    /// The sentence's key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Over => "relationship-refused-over",
            Self::NotRunning => "relationship-refused-not-running",
            Self::NotOnOffer => "relationship-refused-not-on-offer",
            Self::OfferOver => "relationship-refused-offer-over",
            Self::AcceptedAlready => "relationship-refused-accepted-already",
            Self::DeclinedAlready => "relationship-refused-declined-already",
            Self::PausedAlready => "relationship-refused-paused-already",
            Self::NotPaused => "relationship-refused-not-paused",
            Self::PauseInThePast => "relationship-refused-pause-in-the-past",
            Self::PauseTooLong => "relationship-refused-pause-too-long",
            Self::NoSeat => "relationship-refused-no-seat",
            Self::Full => "relationship-refused-full",
            Self::PartnerFull => "relationship-refused-partner-full",
            Self::TooEarly => "relationship-refused-too-early",
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            // Whoever has no seat learns nothing about it.
            Refused::NoSeat => Self::Absent,
            Refused::PauseInThePast | Refused::PauseTooLong => {
                Self::Refusal(Refusal::unprocessable(refused.key()))
            }
            other => Self::Refusal(Refusal::conflict(other.key())),
        }
    }
}
