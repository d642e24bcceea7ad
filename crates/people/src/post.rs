//! Letters to persons: greeting and footer in their language.

use db::{Result, Tx};
use jiff::Timestamp;
use mail::{About, Addressee, Letter};
use web::App;

use crate::{PersonId, person::Person};

/// A letter to somebody with its greeting and footer; subject and body are the caller's.
#[must_use]
pub fn letter_to(person: &Person, organisation: &str) -> Letter {
    Letter {
        lang: person.language.tag().to_owned(),
        greeting: words::say(
            person.language,
            "mail-greeting",
            &[("name", first_name(person).into())],
        ),
        footer: words::say(
            person.language,
            "mail-footer",
            &[("organisation", organisation.into())],
        ),
        organisation: organisation.to_owned(),
        ..Letter::default()
    }
}

/// Puts a letter to somebody in the outbox, to leave after the commit. Nothing happens for people
/// without an address.
///
/// # Errors
/// When the database refuses it.
pub async fn send(
    tx: &mut Tx,
    app: &App,
    person: &Person,
    kind: &str,
    subject: Option<(&str, &str)>,
    letter: &Letter,
) -> Result<()> {
    send_after(tx, app, person, kind, subject, letter, app.seam.now()).await
}

/// As [`send`], not before a time: how an undo window holds mails back.
///
/// # Errors
/// When the database refuses it.
pub async fn send_after(
    tx: &mut Tx,
    app: &App,
    person: &Person,
    kind: &str,
    subject: Option<(&str, &str)>,
    letter: &Letter,
    send_after: Timestamp,
) -> Result<()> {
    let Some(to) = addressee(person) else { return Ok(()) };
    let organisation_id = person.organisation.as_str();
    let about = About { organisation_id, kind, subject, send_after };
    mail::write(tx, &app.seam, &to, about, letter, None).await.map(drop)
}

/// A person as an addressee, when they have an address.
#[must_use]
pub fn addressee(person: &Person) -> Option<Addressee> {
    Some(Addressee {
        person_id: Some(PersonId::as_str(&person.id).to_owned()),
        name: person.name.clone(),
        email: person.email.clone()?,
    })
}

fn first_name(person: &Person) -> &str {
    person.name.split_whitespace().next().unwrap_or(&person.name)
}
