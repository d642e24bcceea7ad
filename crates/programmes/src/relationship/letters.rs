//! What is written to the people of a relationship. Pure: each gives a letter in the reader's
//! language. No letter says who ended something, or why.

use jiff::{Timestamp, civil::Date};
use mail::{Button, Letter};
use people::{person::Person, post};
use words::Arg;

use super::{
    reason::{self, Reason},
    store::{Frame, Member},
    words as said,
};

/// The addresses behind the buttons of an offer.
#[derive(Debug, Clone)]
pub struct OfferLinks {
    /// Says yes.
    pub yes: String,
    /// Says no.
    pub no: String,
    /// The offer's page, for those who want to look first.
    pub page: String,
}

/// What a letter to one member is about.
#[derive(Debug, Clone, Copy)]
pub struct To<'a> {
    /// The reader.
    pub reader: &'a Member,
    /// The others.
    pub others: &'a [&'a Member],
    /// What stands around it.
    pub frame: &'a Frame,
}

impl To<'_> {
    fn letter(&self) -> Letter {
        post::letter_to(self.person(), &self.frame.organisation)
    }

    fn person(&self) -> &Person {
        &self.reader.person
    }

    fn say(&self, key: &str, more: &[(&str, Arg<'_>)]) -> String {
        let language = self.person().language;
        let mut args = vec![
            ("partner", Arg::from(said::partners(self.others, language))),
            ("others", Arg::from(self.others.len())),
            ("programme", Arg::from(&self.frame.programme)),
        ];
        args.extend(more.iter().cloned());
        words::say(language, key, &args)
    }

    fn about_partner(&self, member: &Member) -> String {
        let language = self.person().language;
        let args = [
            ("name", Arg::from(&member.person.name)),
            ("role", Arg::from(said::role(&self.frame.design, &member.seat.role))),
        ];
        let place = said::place(&member.person);
        if place.is_empty() {
            return words::say(language, "offer-mail-partner-plain", &args);
        }
        let [name, role] = args;
        words::say(language, "offer-mail-partner", &[name, role, ("place", place.into())])
    }
}

/// Will you?
#[must_use]
pub fn offer(to: To<'_>, reasons: &[Reason], until: Timestamp, links: &OfferLinks) -> Letter {
    ask(to, reasons, until, links, "offer-mail-subject", "offer-mail-lead")
}

/// Will you? Asked once more.
#[must_use]
pub fn reminder(to: To<'_>, reasons: &[Reason], until: Timestamp, links: &OfferLinks) -> Letter {
    ask(to, reasons, until, links, "offer-reminder-subject", "offer-reminder-lead")
}

fn ask(
    to: To<'_>,
    reasons: &[Reason],
    until: Timestamp,
    links: &OfferLinks,
    subject: &str,
    lead: &str,
) -> Letter {
    let person = to.person();
    let role = said::role(&to.frame.design, &to.reader.seat.role);
    let mut paragraphs = vec![to.say(lead, &[("role", role.into())])];
    paragraphs.extend(to.others.iter().map(|member| to.about_partner(member)));
    let why = reason::for_partners(reasons, person.language);
    if !why.is_empty() {
        paragraphs.push(to.say("offer-mail-why", &[("why", why.join(" ").into())]));
    }
    let by = said::day_of(until, &person.zone, person.language);
    paragraphs.push(to.say("offer-mail-until", &[("day", by.into())]));
    let button = |key, href: &String| Button { label: to.say(key, &[]), href: href.clone() };
    Letter {
        subject: to.say(subject, &[]),
        paragraphs,
        buttons: vec![
            button("offer-mail-yes", &links.yes),
            button("offer-mail-no", &links.no),
            button("offer-mail-look", &links.page),
        ],
        after: vec![to.say("offer-mail-no-fault", &[])],
        ..to.letter()
    }
}

/// All said yes: what happens next, and when.
#[must_use]
pub fn activated(to: To<'_>, since: Timestamp, home: &str) -> Letter {
    let journey = &to.frame.design.journey;
    let person = to.person();
    let by = since
        .to_zoned(person.zone.clone())
        .date()
        .saturating_add(jiff::Span::new().days(i64::from(journey.first_meeting_days)));
    let by = words::weekday_and_day(person.language, by);
    let mut paragraphs = vec![
        to.say("activated-mail-lead", &[]),
        to.say("activated-mail-meeting", &[("day", by.into())]),
    ];
    if to.frame.design.has_agreement() {
        paragraphs.push(to.say("activated-mail-agreement", &[]));
    }
    Letter {
        subject: to.say("activated-mail-subject", &[]),
        paragraphs,
        buttons: vec![Button {
            label: to.say("activated-mail-button", &[]),
            href: home.to_owned(),
        }],
        after: vec![to.say("activated-mail-help", &[])],
        ..to.letter()
    }
}

/// It does not come about. Says nothing about who or why.
#[must_use]
pub fn not_this_time(to: To<'_>) -> Letter {
    plain(to, "not-this-time-mail", &[])
}

/// The offer ended without an answer from the reader.
#[must_use]
pub fn unanswered(to: To<'_>) -> Letter {
    plain(to, "unanswered-mail", &[])
}

/// It rests until a day.
#[must_use]
pub fn paused(to: To<'_>, until: Date) -> Letter {
    let day = words::weekday_and_day(to.person().language, until);
    plain(to, "paused-mail", &[("day", day.into())])
}

/// It goes on.
#[must_use]
pub fn resumed(to: To<'_>, home: &str) -> Letter {
    let letter = plain(to, "resumed-mail", &[]);
    let label = to.say("resumed-mail-button", &[]);
    Letter { buttons: vec![Button { label, href: home.to_owned() }], ..letter }
}

/// Its last day comes near: a last meeting to look back, and what comes after.
#[must_use]
pub fn ending(to: To<'_>, last: Date, home: &str) -> Letter {
    let day = words::weekday_and_day(to.person().language, last);
    let mut letter = plain(to, "ending-mail", &[("day", day.into())]);
    letter.paragraphs.push(to.say("ending-mail-meeting", &[]));
    letter.paragraphs.extend(what_comes_after(to));
    let label = to.say("ending-mail-button", &[]);
    letter.buttons = vec![Button { label, href: home.to_owned() }];
    letter.after = vec![to.say("ending-mail-after", &[])];
    letter
}

/// Somebody has taken back their part in the programme: to a coordinator. Only what is known from
/// the list of participants, and how many relationships it touches.
#[must_use]
pub fn part_taken_back(
    coordinator: &Person,
    frame: &Frame,
    who: &str,
    count: usize,
    page: &str,
) -> Letter {
    let say = |key: &str| {
        words::say(
            coordinator.language,
            key,
            &[
                ("name", who.into()),
                ("programme", (&frame.programme).into()),
                ("count", count.into()),
            ],
        )
    };
    Letter {
        subject: say("taken-back-mail-subject"),
        paragraphs: vec![say("taken-back-mail-body"), say("taken-back-mail-told")],
        buttons: vec![Button { label: say("taken-back-mail-button"), href: page.to_owned() }],
        ..post::letter_to(coordinator, &frame.organisation)
    }
}

/// It is over before its time. The same words for whoever ended it; those who are still in the
/// programme come first next time.
#[must_use]
pub fn ended(to: To<'_>, comes_first: bool) -> Letter {
    let mut letter = plain(to, "ended-mail", &[]);
    if comes_first {
        letter.paragraphs.push(to.say("ended-mail-first", &[]));
    }
    letter.after = vec![to.say("ended-mail-help", &[])];
    letter
}

/// It ran to its end: thank you.
#[must_use]
pub fn completed(to: To<'_>) -> Letter {
    let closing = &to.frame.design.journey.closing;
    let mut letter = plain(to, "completed-mail", &[]);
    letter.paragraphs.push(closing.farewell.clone());
    letter.paragraphs.extend(what_comes_after(to));
    letter.paragraphs.retain(|paragraph| !paragraph.is_empty());
    letter
}

fn what_comes_after(to: To<'_>) -> Option<String> {
    let after = to.frame.design.journey.closing.hands_over_to.as_str();
    (!after.is_empty()).then(|| to.say("completed-mail-afterwards", &[("text", after.into())]))
}

/// Somebody left a group that goes on.
#[must_use]
pub fn one_left(to: To<'_>, who: &str) -> Letter {
    plain(to, "one-left-mail", &[("name", who.into())])
}

/// The words of the agreement changed: will you agree again?
#[must_use]
pub fn agreement_changed(to: To<'_>, page: &str) -> Letter {
    let letter = plain(to, "agreement-mail", &[]);
    let label = to.say("agreement-mail-button", &[]);
    Letter { buttons: vec![Button { label, href: page.to_owned() }], ..letter }
}

/// A letter of one subject and one paragraph, `<name>-subject` and `<name>-body`.
fn plain(to: To<'_>, name: &str, args: &[(&str, Arg<'_>)]) -> Letter {
    Letter {
        subject: to.say(&format!("{name}-subject"), args),
        paragraphs: vec![to.say(&format!("{name}-body"), args)],
        ..to.letter()
    }
}
