//! What a round writes to people itself. Pure: the letter is in the reader's language.

use mail::Letter;
use people::{person::Person, post};
use words::Arg;

/// To somebody for whom there is no partner this time: kind, and what happens next.
#[must_use]
pub fn not_placed(person: &Person, organisation: &str, programme: &str) -> Letter {
    let args = [("programme", Arg::from(programme))];
    let say = |key: &str| words::say(person.language, key, &args);
    Letter {
        subject: say("round-not-placed-subject"),
        paragraphs: vec![
            say("round-not-placed-lead"),
            say("round-not-placed-next"),
            say("round-not-placed-do"),
        ],
        after: vec![say("round-not-placed-thanks")],
        ..post::letter_to(person, organisation)
    }
}
