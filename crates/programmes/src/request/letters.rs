//! What is written about requests. Pure. No letter says why somebody could not.

use jiff::Timestamp;
use mail::{Button, Letter};
use people::{person::Person, post};
use words::Arg;

use super::model::Request;
use crate::relationship::{reason, store::Frame, words as said};

/// The addresses behind the buttons of a request.
#[derive(Debug, Clone)]
pub struct Buttons {
    /// Says yes.
    pub yes: String,
    /// Says no.
    pub no: String,
    /// The page, for those who want to look first.
    pub page: String,
}

/// Who reads, and whom it is about.
#[derive(Debug, Clone, Copy)]
pub struct To<'a> {
    /// The reader.
    pub reader: &'a Person,
    /// The other of the two.
    pub other: &'a Person,
    /// What stands around it.
    pub frame: &'a Frame,
}

impl To<'_> {
    fn say(&self, key: &str, more: &[(&str, Arg<'_>)]) -> String {
        let mut args = vec![
            ("name", Arg::from(&self.other.name)),
            ("programme", Arg::from(&self.frame.programme)),
        ];
        args.extend(more.iter().cloned());
        words::say(self.reader.language, key, &args)
    }

    fn letter(&self) -> Letter {
        post::letter_to(self.reader, &self.frame.organisation)
    }
}

/// Somebody asks: will you?
#[must_use]
pub fn asked(to: To<'_>, request: &Request, until: Timestamp, at: &Buttons, again: bool) -> Letter {
    let language = to.reader.language;
    let lead = if again { "request-mail-reminder" } else { "request-mail-lead" };
    let mut paragraphs = vec![to.say(lead, &[])];
    let place = said::place(to.other);
    if !place.is_empty() {
        paragraphs.push(to.say("request-mail-who", &[("place", place.into())]));
    }
    if !request.message.is_empty() {
        paragraphs.push(to.say("request-mail-message", &[("message", (&request.message).into())]));
    }
    let why = reason::for_partners(&request.reasons, language);
    if !why.is_empty() {
        paragraphs.push(to.say("request-mail-why", &[("why", why.join(" ").into())]));
    }
    let day = said::day_of(until, &to.reader.zone, language);
    paragraphs.push(to.say("request-mail-until", &[("day", day.into())]));
    let button = |key, href: &String| Button { label: to.say(key, &[]), href: href.clone() };
    Letter {
        subject: to.say(if again { "request-mail-again" } else { "request-mail-subject" }, &[]),
        paragraphs,
        buttons: vec![
            button("request-yes", &at.yes),
            button("request-no", &at.no),
            button("request-look", &at.page),
        ],
        after: vec![to.say("request-mail-after", &[])],
        ..to.letter()
    }
}

/// There is nothing to answer any more.
#[must_use]
pub fn off(to: To<'_>) -> Letter {
    Letter {
        subject: to.say("request-off-subject", &[]),
        paragraphs: vec![to.say("request-off-body", &[])],
        ..to.letter()
    }
}

/// What the asker hears after somebody could not.
#[derive(Debug, Clone)]
pub struct Next {
    /// Who could not.
    pub not: Vec<String>,
    /// Who is asked now, and until when they can answer.
    pub asked: Option<(Vec<String>, Timestamp)>,
    /// Whether others still have a request before them.
    pub still_open: bool,
    /// The page with the requests.
    pub list: String,
    /// The page with those who can be asked.
    pub find: String,
}

/// Somebody could not; what comes next.
#[must_use]
pub fn next(reader: &Person, frame: &Frame, next: &Next) -> Letter {
    let language = reader.language;
    let listed =
        |all: &[String]| said::names(&all.iter().map(String::as_str).collect::<Vec<_>>(), language);
    let say = |key: &str, more: &[(&str, Arg<'_>)]| {
        let mut args = vec![
            ("names", Arg::from(listed(&next.not))),
            ("programme", Arg::from(&frame.programme)),
        ];
        args.extend(more.iter().cloned());
        words::say(language, key, &args)
    };
    let (then, button, href) = match &next.asked {
        Some((asked, until)) => {
            let day = said::day_of(*until, &reader.zone, language);
            let args = [("asked", Arg::from(listed(asked))), ("day", day.into())];
            (say("request-next-asked", &args), "request-next-list", &next.list)
        }
        None if next.still_open => (say("request-next-open", &[]), "request-next-list", &next.list),
        None => (say("request-next-nobody", &[]), "request-next-find", &next.find),
    };
    Letter {
        subject: say("request-next-subject", &[]),
        paragraphs: vec![say("request-next-body", &[]), then],
        buttons: vec![Button { label: say(button, &[]), href: href.clone() }],
        after: vec![say("request-next-after", &[])],
        ..post::letter_to(reader, &frame.organisation)
    }
}
