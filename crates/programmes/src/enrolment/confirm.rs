//! The mailed link that confirms an address: it makes the person known, signs them in and begins.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::IntoResponse as _,
};
use db::Tx;
use jiff::SignedDuration;
use mail::{
    About, Addressee, Button, Letter,
    link::{Link, NewLink},
};
use people::{
    OrganisationId, PersonId, ProgrammeId,
    identity::open_session,
    permission::Anyone,
    person::{self, NewPerson},
};
use serde::{Deserialize, Serialize};
use web::{Answer, App, Problem, Refusal, Shell};

use super::{
    model::EntryDoor,
    start::{NewEnrolment, start},
};
use crate::{
    TrackId,
    programme::{self, Programme},
};

const PURPOSE: &str = "join";
const DAYS: i64 = 7;

/// Who asked to come in, and as what.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Asked {
    pub name: String,
    pub email: String,
    pub track: TrackId,
    pub role: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    programme: ProgrammeId,
    asked: Asked,
}

#[derive(Template)]
#[template(path = "enrolment/confirm.html")]
struct Page {
    page: Shell,
    secret: String,
    programme: Option<String>,
}

/// Mails the link. Known and unknown addresses get the same.
pub(super) async fn send(
    app: &App,
    anyone: &Anyone,
    programme: &Programme,
    asked: &Asked,
) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    let (id, now) = (app.seam.id(), app.seam.now());
    let stored = Stored { programme: programme.id.clone(), asked: asked.clone() };
    let data = serde_json::to_string(&stored).unwrap_or_default();
    let organisation_id = programme.organisation.as_str();
    let link = NewLink {
        organisation_id,
        person_id: "",
        purpose: PURPOSE,
        subject_id: &id,
        data: &data,
        expires_at: now + SignedDuration::from_hours(24 * DAYS),
    };
    let secret = mail::link::make(&mut tx, &app.seam, &link).await?;
    let about = About {
        organisation_id,
        kind: PURPOSE,
        subject: Some(("programme", programme.id.as_str())),
        send_after: now,
    };
    let to = Addressee { person_id: None, name: asked.name.clone(), email: asked.email.clone() };
    let letter = letter(app, anyone, programme, asked, &secret);
    mail::write(&mut tx, &app.seam, &to, about, &letter, None).await?;
    tx.commit().await?;
    Ok(())
}

fn letter(
    app: &App,
    anyone: &Anyone,
    programme: &Programme,
    asked: &Asked,
    secret: &str,
) -> Letter {
    let language = anyone.visit.language;
    let say =
        |key: &str| words::say(language, key, &[("programme", programme.name.as_str().into())]);
    let organisation = anyone.organisation.as_ref().map_or("", |o| o.name.as_str());
    let first = asked.name.split_whitespace().next().unwrap_or_default();
    Letter {
        lang: language.tag().to_owned(),
        subject: say("enrolment-mail-subject"),
        greeting: words::say(language, "mail-greeting", &[("name", first.into())]),
        paragraphs: vec![say("enrolment-mail-body")],
        buttons: vec![Button {
            label: say("enrolment-mail-button"),
            href: app.settings.link(&format!("/join/confirm/{secret}")),
        }],
        after: vec![say("enrolment-mail-after")],
        footer: words::say(language, "mail-footer", &[("organisation", organisation.into())]),
        organisation: organisation.to_owned(),
        ..Letter::default()
    }
}

/// The page behind the link. Opening it changes nothing.
pub async fn page(anyone: Anyone, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let mut tx = app.db.read().await?;
    let found = find(&mut tx, &app, &secret).await?;
    let programme = found.map(|(_, _, programme)| programme.name);
    let page = anyone.page("enrolment-confirm-title");
    web::html(&Page { page, secret, programme })
}

/// Confirms the address, once.
pub async fn confirm(anyone: Anyone, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let mut tx = app.db.write().await?;
    let over = || Problem::from(Refusal::conflict("enrolment-link-over"));
    let (link, asked, programme) = find(&mut tx, &app, &secret).await?.ok_or_else(over)?;
    mail::link::end(&mut tx, &app.seam, &link.subject_id).await?;
    let person = known_or_new(&mut tx, &app, &anyone, &programme.organisation, &asked).await?;
    let cookie = open_session(&mut tx, &app, &person, &anyone.visit.device).await?;
    let new = NewEnrolment {
        organisation: &programme.organisation,
        programme: &programme.id,
        track: &asked.track,
        person: &person,
        role: &asked.role,
        door: EntryDoor::Open,
    };
    start(&mut tx, &app.seam, new).await?;
    tx.commit().await?;
    Ok((cookie, web::go(&format!("/programmes/{}/register", programme.id))).into_response())
}

async fn known_or_new(
    tx: &mut Tx,
    app: &App,
    anyone: &Anyone,
    organisation: &OrganisationId,
    asked: &Asked,
) -> db::Result<PersonId> {
    if let Some(known) = person::by_email(tx, organisation, &asked.email).await? {
        return Ok(known.id);
    }
    let new = NewPerson {
        name: asked.name.clone(),
        email: Some(asked.email.clone()),
        language: Some(anyone.visit.language),
        ..NewPerson::default()
    };
    person::create(tx, &app.seam, organisation, &new).await
}

/// What a secret stands for: only while it is good and the programme still there.
async fn find(
    tx: &mut Tx,
    app: &App,
    secret: &str,
) -> db::Result<Option<(Link, Asked, Programme)>> {
    let Some(link) = mail::link::find(tx, &app.seam, secret).await? else { return Ok(None) };
    if link.purpose != PURPOSE {
        return Ok(None);
    }
    let Ok(stored) = serde_json::from_str::<Stored>(&link.data) else { return Ok(None) };
    let organisation = OrganisationId::from(link.organisation_id.clone());
    let programme = programme::store::find(tx, &organisation, &stored.programme).await?;
    Ok(programme.map(|programme| (link, stored.asked, programme)))
}
