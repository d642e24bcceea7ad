//! The letter that says that a check or a consent ends soon.

use mail::{Button, Letter};
use people::{person::Person, post};
use words::Arg;

use super::store::Ending;

/// To the person, or to a coordinator with a way to record the next one.
pub(super) fn ends_soon(to: &Person, name: &str, ending: &Ending, href: Option<String>) -> Letter {
    let until = ending.clearance.valid_until.map(|day| words::day(to.language, day));
    let args = [
        ("name", Arg::from(name)),
        ("programme", Arg::from(&ending.programme_name)),
        ("day", Arg::from(until.unwrap_or_default())),
    ];
    let kind = ending.clearance.kind.word();
    let to_whom = if href.is_some() { "coordinator" } else { "own" };
    let say = |part: &str| {
        words::say(to.language, &format!("clearance-mail-{kind}-{part}-{to_whom}"), &args)
    };
    let button =
        |href| Button { label: words::say_plain(to.language, "clearance-mail-button"), href };
    Letter {
        subject: say("subject"),
        paragraphs: vec![say("body")],
        buttons: href.map(button).into_iter().collect(),
        ..post::letter_to(to, &ending.organisation_name)
    }
}
