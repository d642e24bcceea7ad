//! The integers that prices are counted in: 64 bits where they suffice, 128 where they do not.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Neg, Sub};

/// An integer wide enough for the sums of one question.
pub(crate) trait Cost:
    Copy + Ord + Debug + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> + AddAssign
{
    /// Nothing.
    const ZERO: Self;
    /// The same number, in this width; the caller has checked that it fits.
    fn of(value: i128) -> Self;
    /// The same number, in the widest form.
    fn wide(self) -> i128;
    /// Half of an even number.
    fn half(self) -> Self;
}

impl Cost for i64 {
    const ZERO: Self = 0;
    fn of(value: i128) -> Self {
        value as Self
    }
    fn wide(self) -> i128 {
        i128::from(self)
    }
    fn half(self) -> Self {
        self / 2
    }
}

impl Cost for i128 {
    const ZERO: Self = 0;
    fn of(value: i128) -> Self {
        value
    }
    fn wide(self) -> i128 {
        self
    }
    fn half(self) -> Self {
        self / 2
    }
}
