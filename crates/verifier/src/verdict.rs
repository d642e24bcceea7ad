//! The two ends of a check: what holds, or the first place where something does not.

use std::fmt;

/// What is proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No admissible answer is better.
    Optimal,
    /// No two people would rather have each other.
    Stable,
    /// Admissible, and at most this far below the best, as total and bound in units.
    Within {
        /// What the answer reaches.
        total: i128,
        /// What no answer exceeds.
        bound: i128,
    },
    /// Admissible; nothing is claimed beyond that.
    Admissible,
    /// There is indeed no admissible answer.
    Impossible,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Optimal => write!(f, "optimal"),
            Self::Stable => write!(f, "stable"),
            Self::Admissible => write!(f, "admissible"),
            Self::Impossible => write!(f, "impossible"),
            Self::Within { total, bound } => {
                // Tenths of a per cent, rounded up, so that nothing is promised too much.
                let gap = bound.abs_diff(*total);
                let all = bound.unsigned_abs().max(1);
                let tenths = gap.saturating_mul(1000).div_ceil(all);
                write!(f, "within {}.{} % of the bound", tenths / 10, tenths % 10)
            }
        }
    }
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    place: String,
    what: String,
}

impl Wrong {
    pub(crate) fn at(place: &str, what: &str) -> Self {
        Self { place: place.to_owned(), what: what.to_owned() }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl std::error::Error for Wrong {}
