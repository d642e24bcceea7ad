//! The assignment question: two sides, their seats, the pairs that may be, and what to prefer.

/// What one person can take part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    /// The most pairs this person may be in.
    pub most: u32,
    /// The fewest pairs this person must be in; a hard bound.
    pub least: u32,
    /// The number of the organisation, for quotas.
    pub organisation: Option<u32>,
}

impl Seats {
    /// Up to `most` pairs, none of them owed, no organisation.
    #[must_use]
    pub const fn up_to(most: u32) -> Self {
        Self { most, least: 0, organisation: None }
    }
}

/// A pair that may be made, with its score in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Index of the person on the left.
    pub left: u32,
    /// Index of the person on the right.
    pub right: u32,
    /// Score in units of 1/[`crate::SCALE`].
    pub score: i64,
}

/// What one organisation may give and take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Quota {
    /// The organisation's number, as in [`Seats::organisation`].
    pub organisation: u32,
    /// The most pairs that its people on the left may be in together.
    pub most_left: Option<u32>,
    /// The most pairs that its people on the right may be in together.
    pub most_right: Option<u32>,
    /// How far its pairs on the left and on the right may be apart.
    pub balance: Option<u32>,
}

/// Who may be paired with whom, how often, and for what score.
///
/// A pair that is not listed is forbidden. A pair listed twice counts once, with its greater score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The people on the left, by their index.
    pub left: Vec<Seats>,
    /// The people on the right, by their index.
    pub right: Vec<Seats>,
    /// The pairs that may be made.
    pub pairs: Vec<Pair>,
    /// Pairs that must be made: (left, right). They must be listed.
    pub fixed: Vec<(u32, u32)>,
    /// Pairs that must not be made: (left, right).
    pub forbidden: Vec<(u32, u32)>,
    /// Bounds on organisations.
    pub quotas: Vec<Quota>,
}

/// What the best answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// The greatest sum of scores.
    Total,
    /// The most pairs, and among those the greatest sum.
    Coverage,
    /// The most pairs, then the smallest score as large as possible, then the second smallest …
    WorstOff,
    /// No two people would rather have each other (both sides rank by score).
    Stable,
}
