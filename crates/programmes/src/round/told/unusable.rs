//! What a condition cannot do, said instead of passed over.

use words::{Arg, Language, say};

use super::condition::attribute;
use crate::round::ask::Unusable;

/// Why a condition cannot apply.
#[must_use]
pub fn unusable(language: Language, why: &Unusable) -> String {
    match why {
        Unusable::Missing(fact) => {
            let name = attribute(language, fact);
            let args = [("fact", Arg::from(name)), ("column", Arg::from(fact))];
            say(language, "matching-unusable-missing", &args)
        }
        Unusable::NotYet => words::say_plain(language, "matching-unusable-not-yet"),
        Unusable::TooMany => words::say_plain(language, "matching-unusable-too-many"),
    }
}
