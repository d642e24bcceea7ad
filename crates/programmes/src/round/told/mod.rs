//! Sentences about a round: for participants without anybody's private answers, and for the
//! coordinator with everything that decided.

mod alone;
mod condition;
mod partner;
mod refused;
mod unusable;

pub use alone::{change, why_alone};
pub use condition::{attribute, column_name, condition};
pub use partner::{pair_for_coordinator, why_this_partner};
pub use refused::refused;
pub use unusable::unusable;

use words::{Arg, Language, say};

/// `a, b and c`.
pub(super) fn list(language: Language, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let args = [("first", Arg::from(first.join(", "))), ("last", Arg::from(last))];
            say(language, "matching-list", &args)
        }
    }
}

/// Units as points with at most one decimal: people compare 87.5 with 91, not with 91.250001.
#[must_use]
pub fn points(units: i64) -> String {
    let tenths = (i128::from(units) * 10 + i128::from(matching::SCALE) / 2)
        .div_euclid(i128::from(matching::SCALE));
    let (whole, rest) = (tenths.div_euclid(10), tenths.rem_euclid(10));
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") }
}
