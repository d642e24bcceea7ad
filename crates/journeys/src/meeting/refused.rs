//! Why a step is not possible, for the person who tried it.

use web::{Problem, Refusal};

/// Why a step is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A time was picked before.
    PickedAlready,
    /// It was called off.
    CalledOff,
    /// The slot is none of this meeting's.
    NoSuchSlot,
    /// The slot's time has passed.
    SlotOver,
    /// The new time is not in the future.
    InThePast,
    /// It has begun.
    Begun,
    /// It has not begun.
    NotBegun,
    /// No time was agreed.
    NotBooked,
    /// Nobody has said what became of it.
    NothingSaid,
}

impl Refused {
    /// The sentence's key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::PickedAlready => "meeting-refused-picked-already",
            Self::CalledOff => "meeting-refused-called-off",
            Self::NoSuchSlot => "meeting-refused-no-such-slot",
            Self::SlotOver => "meeting-refused-slot-over",
            Self::InThePast => "meeting-refused-in-the-past",
            Self::Begun => "meeting-refused-begun",
            Self::NotBegun => "meeting-refused-not-begun",
            Self::NotBooked => "meeting-refused-not-booked",
            Self::NothingSaid => "meeting-refused-nothing-said",
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::InThePast | Refused::NoSuchSlot => {
                Self::Refusal(Refusal::unprocessable(refused.key()))
            }
            other => Self::Refusal(Refusal::conflict(other.key())),
        }
    }
}
