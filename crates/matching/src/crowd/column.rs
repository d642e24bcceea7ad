//! What is known of numbered people, fact by fact.

/// Half-hours of a week.
pub const SLOTS: usize = 336;

/// The half-hours of a week, in one common zone, in which somebody can meet: one bit each.
pub type Hours = [u64; SLOTS.div_ceil(64)];

/// One fact about everybody. Position = number of the person; shorter columns mean "not known".
#[derive(Clone, Debug)]
pub enum Column {
    /// Numbered topics, most wanted first where order matters; empty: not said.
    Topics(Vec<Vec<u32>>),
    /// A level, an age, an offset from common time, an answer on a scale.
    Number(Vec<Option<i64>>),
    /// A set of at most 64 things (languages); 0: not said.
    Mask(Vec<u64>),
    /// When somebody can meet; all zero: not said.
    Hours(Vec<Hours>),
    /// Membership in one of many (organisation, department, site).
    Label(Vec<Option<u32>>),
    /// Place in the reporting tree: numbers on entering and leaving it in a tour, so that a
    /// manager's interval encloses those of all who report to them.
    Chain(Vec<Option<(u32, u32)>>),
    /// Lists of people, most preferred first (preferred, avoided, earlier partners).
    People(Vec<Vec<u32>>),
}

/// Everybody, as columns.
#[derive(Clone, Debug, Default)]
pub struct Crowd {
    /// The columns; a rule names them by position.
    pub columns: Vec<Column>,
}
