//! The mail that tells somebody what was decided.

use mail::{Button, Letter};
use people::{person::Person, post};
use web::App;

use super::model::Outcome;
use crate::programme::Programme;

/// The mail, in the person's language.
pub(super) fn letter(
    app: &App,
    organisation: &str,
    programme: &Programme,
    person: &Person,
    outcome: Outcome,
    note: Option<&str>,
) -> Letter {
    let kind = outcome.as_str();
    let say = |key: String| {
        words::say(person.language, &key, &[("programme", programme.name.as_str().into())])
    };
    let mut paragraphs = vec![say(format!("application-mail-{kind}-lead"))];
    paragraphs.extend(note.map(str::to_owned));
    paragraphs.push(say(format!("application-mail-{kind}-next")));
    if let (Outcome::Approved, Some(day)) = (outcome, programme.starts_on) {
        let day = words::day(person.language, day);
        let args = [("day", day.as_str().into())];
        paragraphs.push(words::say(person.language, "application-mail-starts", &args));
    }
    let buttons = match outcome {
        Outcome::Approved => vec![Button {
            label: say("application-mail-button".to_owned()),
            href: app.settings.link(&format!("/programmes/{}/part", programme.id)),
        }],
        Outcome::Declined => Vec::new(),
    };
    Letter {
        subject: say(format!("application-mail-{kind}-subject")),
        paragraphs,
        buttons,
        ..post::letter_to(person, organisation)
    }
}
