//! Exact numbers: scores as decimals, prices as integers in text, sums that cannot overflow unseen.

use crate::Wrong;

const LIMIT: i128 = 1_000_000_000_000_000;
/// Prices beyond this are refused, so that sums over billions of people stay exact.
const PRICE_LIMIT: i128 = 1_000_000_000_000_000_000_000_000_000;

/// A decimal with at most six places, in millionths.
pub(crate) fn decimal(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.splitn(2, '.');
    let (whole, part) = (parts.next()?, parts.next().unwrap_or(""));
    let all: String = format!("{whole}{part:0<6}");
    if part.len() > 6 || all.len() > 40 || whole.len() + part.len() == 0 {
        return None;
    }
    let mut value: i128 = 0;
    for c in all.chars() {
        value = value * 10 + i128::from(c.to_digit(10)?);
    }
    (value <= LIMIT).then_some(sign * value)
}

/// An integer in text.
pub(crate) fn integer(text: &str) -> Option<i128> {
    text.parse::<i128>().ok().filter(|v| (-PRICE_LIMIT..=PRICE_LIMIT).contains(v))
}

/// A sum that knows whether it is still exact.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sum(Option<i128>, bool);

impl Sum {
    pub(crate) fn add(&mut self, count: i128, price: i128) {
        let more = count.checked_mul(price).and_then(|m| self.0.unwrap_or(0).checked_add(m));
        self.1 |= more.is_none();
        self.0 = more;
    }

    pub(crate) fn value(self, place: &str) -> Result<i128, Wrong> {
        if self.1 {
            Err(Wrong::at(place, "is too large to check"))
        } else {
            Ok(self.0.unwrap_or(0))
        }
    }
}
