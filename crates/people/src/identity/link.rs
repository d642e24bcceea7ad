//! Signing in by a mailed one-time link.
//!
//! Opening the link changes nothing, because mail scanners open links: it shows one button.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::IntoResponse as _,
};
use db::Tx;
use mail::Button;
use serde::Deserialize;
use web::{Answer, App, Form, Refusal, Shell};

use super::{
    limit, session, sign_in,
    store::{self, NewLink},
};
use crate::{
    permission::Anyone,
    person::{self, Person},
    post,
};

const GOOD_FOR_MS: i64 = 30 * 60 * 1000;

/// What the sign-in form sends.
#[derive(Debug, Deserialize)]
pub struct Ask {
    email: String,
    #[serde(default)]
    onward: String,
}

#[derive(Template)]
#[template(path = "identity/link_sent.html")]
struct SentPage {
    page: Shell,
    email: String,
    demo: bool,
}

#[derive(Template)]
#[template(path = "identity/link.html")]
struct LinkPage {
    page: Shell,
    secret: String,
    good: bool,
}

/// Mails a link to an address that we know; says the same for one that we do not.
pub async fn ask(
    anyone: Anyone,
    State(app): State<App>,
    from: session::ClientAddress,
    Form(form): Form<Ask>,
) -> Answer {
    let Some(email) = person::parse_email(&form.email) else {
        return sign_in::again(&anyone, &form.email, &form.onward, "error-email");
    };
    limit::count(&app, "link", &email, &from.0, 5).await?;
    let mut tx = app.db.write().await?;
    if let Some(organisation) = &anyone.organisation
        && let Some(person) = person::by_email(&mut tx, &organisation.id, &email).await?
    {
        let onward = sign_in::own_path(&form.onward);
        mail_link(&mut tx, &app, &person, &organisation.name, &onward).await?;
    }
    tx.commit().await?;
    let page = anyone.page("sign-in-link-sent-title");
    web::html(&SentPage { page, email, demo: app.settings.demo })
}

/// Mails a one-time link that signs a person in and leads on to a path.
///
/// # Errors
/// When the database refuses it.
pub async fn mail_link(
    tx: &mut Tx,
    app: &App,
    person: &Person,
    organisation: &str,
    onward: &str,
) -> db::Result<()> {
    let secret = make(tx, app, person, onward).await?;
    let mut letter = post::letter_to(person, organisation);
    letter.subject = words::say(
        person.language,
        "sign-in-mail-subject",
        &[("organisation", organisation.into())],
    );
    letter.paragraphs = vec![words::say_plain(person.language, "sign-in-mail-body")];
    let href = app.settings.link(&format!("/sign-in/link/{secret}"));
    letter.buttons =
        vec![Button { label: words::say_plain(person.language, "sign-in-mail-button"), href }];
    letter.after = vec![words::say_plain(person.language, "sign-in-mail-after")];
    post::send(tx, app, person, "sign-in", None, &letter).await
}

/// Makes a one-time link's secret without mailing it: for the demo's console and the `user` command.
///
/// # Errors
/// When the database refuses it.
pub async fn make(tx: &mut Tx, app: &App, person: &Person, onward: &str) -> db::Result<String> {
    let (secret, now) = (app.seam.secret(), app.seam.now_ms());
    let link = NewLink {
        digest: mail::link::digest(&secret),
        person: &person.id,
        onward,
        now,
        expires_at: now + GOOD_FOR_MS,
    };
    store::insert_link(tx, &link).await?;
    Ok(secret)
}

/// The page behind a link: one button, or a kind word when the link is over.
pub async fn page(anyone: Anyone, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let digest = mail::link::digest(&secret);
    let mut tx = app.db.read().await?;
    let good = store::link_is_good(&mut tx, &digest, app.seam.now_ms()).await?;
    web::html(&LinkPage { page: anyone.page("sign-in-link-title"), secret, good })
}

/// Uses the link up and signs in.
pub async fn follow(anyone: Anyone, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let mut tx = app.db.write().await?;
    let digest = mail::link::digest(&secret);
    let used = store::use_link(&mut tx, &digest, app.seam.now_ms()).await?;
    let Some((person, onward)) = used else {
        return Err(Refusal::conflict("sign-in-link-over").into());
    };
    let cookie = session::open_session(&mut tx, &app, &person, &anyone.visit.device).await?;
    tx.commit().await?;
    Ok((cookie, web::go(&onward)).into_response())
}
