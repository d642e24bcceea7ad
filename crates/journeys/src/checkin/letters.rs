//! What is written about check-ins. Pure.

use mail::{Button, Letter};
use people::{person::Person, post};
use programmes::relationship::{
    store::{Frame, Member},
    words as said,
};

use super::model::question;

/// Whether somebody is asked for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// The first.
    First,
    /// Once more, because there was no answer.
    Again,
}

impl Time {
    /// The kind of the mail.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::First => "check-in",
            Self::Again => "check-in-reminder",
        }
    }
}

/// How is it going? Five links, one tap.
#[must_use]
pub fn ask(time: Time, reader: &Member, others: &[&str], frame: &Frame, base: &str) -> Letter {
    let language = reader.person.language;
    let partner = said::names(others, language);
    let say = |key: &str| {
        words::say(
            language,
            key,
            &[("partner", (&partner).into()), ("programme", (&frame.programme).into())],
        )
    };
    let asked = question(&frame.design, &reader.seat.role);
    let asked = asked.map_or_else(|| say("check-in-question"), str::to_owned);
    let buttons = (1..=5).map(|going| Button {
        label: say(&format!("check-in-going-{going}")),
        href: format!("{base}?going={going}"),
    });
    let (subject, lead) = match time {
        Time::First => ("check-in-mail-subject", "check-in-mail-lead"),
        Time::Again => ("check-in-reminder-subject", "check-in-reminder-lead"),
    };
    Letter {
        subject: say(subject),
        paragraphs: vec![say(lead), asked],
        buttons: buttons.collect(),
        after: vec![say("check-in-mail-after")],
        ..post::letter_to(&reader.person, &frame.organisation)
    }
}

/// Somebody would like help: to a coordinator. Says who, and nothing of what they wrote.
#[must_use]
pub fn help(
    coordinator: &Person,
    organisation: &str,
    who: &str,
    programme: &str,
    page: &str,
) -> Letter {
    let language = coordinator.language;
    let say = |key: &str| {
        words::say(language, key, &[("name", who.into()), ("programme", programme.into())])
    };
    Letter {
        subject: say("check-in-help-subject"),
        paragraphs: vec![say("check-in-help-body")],
        buttons: vec![Button { label: say("check-in-help-button"), href: page.to_owned() }],
        ..post::letter_to(coordinator, organisation)
    }
}
