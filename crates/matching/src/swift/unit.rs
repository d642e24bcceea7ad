//! What all scores of a question are multiples of, so that they fit into fewer bytes.

/// Divides by one number without dividing: an odd factor has an inverse among the 64-bit integers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub size: i64,
    inverse: u64,
    shift: u32,
    most: u64,
}

impl Unit {
    pub(super) fn new(size: i64) -> Self {
        let size = size.max(1);
        let shift = size.trailing_zeros();
        let odd = (size as u64) >> shift;
        // Newton's iteration doubles the number of right bits, from five.
        let mut inverse = odd.wrapping_mul(3) ^ 2;
        for _ in 0..4 {
            inverse = inverse.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(inverse)));
        }
        Self { size, inverse, shift, most: u64::MAX / size as u64 }
    }

    /// How many units a number from 0 up is; for what is no multiple, more than [`Unit::divides`] allows.
    pub(super) fn count(&self, value: i64) -> i64 {
        (value as u64).wrapping_mul(self.inverse).rotate_right(self.shift) as i64
    }

    pub(super) fn divides(&self, value: i64) -> bool {
        self.count(value) as u64 <= self.most
    }

    /// The greatest unit of both.
    pub(super) fn with(&self, value: i64) -> Self {
        let (mut a, mut b) = (self.size, value);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self::new(a)
    }
}
