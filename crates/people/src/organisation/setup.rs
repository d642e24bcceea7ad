//! The first run: founds the organisation and its administrator, once.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::IntoResponse as _,
};
use jiff::tz::TimeZone;
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use web::{Answer, App, Errors, Form, Problem, Refusal, Shell};

use super::{Founding, store};
use crate::{identity, permission::Anyone, person};

#[derive(Template)]
#[template(path = "organisation/setup.html")]
struct Page {
    page: Shell,
    form: Setup,
    errors: Errors,
    zones: Vec<String>,
}

/// What the first run asks.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Setup {
    code: String,
    organisation: String,
    time_zone: String,
    name: String,
    email: String,
    password: String,
}

/// The form.
pub async fn page(anyone: Anyone, State(app): State<App>, Query(form): Query<Setup>) -> Answer {
    if store::only(&mut app.db.read().await?).await?.is_some() {
        return Err(Problem::Absent);
    }
    let time_zone =
        if form.time_zone.is_empty() { "Europe/London".to_owned() } else { form.time_zone };
    let form = Setup { code: form.code, time_zone, ..Setup::default() };
    web::html(&show(&anyone, form, Errors::new(anyone.visit.language)))
}

/// Founds the organisation. Only with the code that the server printed at its start, so that
/// nobody who finds a fresh installation first can take it.
pub async fn found(anyone: Anyone, State(app): State<App>, Form(form): Form<Setup>) -> Answer {
    if store::only(&mut app.db.read().await?).await?.is_some() {
        return Err(Problem::Absent);
    }
    let mut errors = Errors::new(anyone.visit.language);
    let organisation = errors.text("organisation", &form.organisation, 120);
    let name = errors.text("name", &form.name, 120);
    let email = person::parse_email(&form.email);
    if email.is_none() {
        errors.add("email", "error-email", &[]);
    }
    if TimeZone::get(&form.time_zone).is_err() {
        errors.add("time_zone", "error-time-zone", &[]);
    }
    if let Err(key) = identity::check_password(&form.password) {
        errors.add("password", key, &[]);
    }
    let code_is_right: bool =
        form.code.trim().as_bytes().ct_eq(app.settings.setup_code.as_bytes()).into();
    if !code_is_right {
        errors.add("code", "setup-code-wrong", &[]);
    }
    let (true, Some(email)) = (errors.is_empty(), email) else {
        let form = Setup { password: String::new(), ..form };
        return web::html_with_errors(&show(&anyone, form, errors));
    };
    let hash = identity::hash_password(&app.seam, form.password.clone()).await?;
    let mut tx = app.db.write().await?;
    if store::only(&mut tx).await?.is_some() {
        return Err(Refusal::conflict("setup-already-done").into());
    }
    let language = anyone.visit.language;
    let founding =
        Founding { organisation, language, time_zone: form.time_zone.clone(), name, email };
    let (_, person) = super::found(&mut tx, &app.seam, &founding).await?;
    identity::set_password(&mut tx, &app.seam, &person, &hash).await?;
    let session = identity::open_session(&mut tx, &app, &person, &anyone.visit.device).await?;
    tx.commit().await?;
    Ok((session, web::go("/")).into_response())
}

fn show(anyone: &Anyone, form: Setup, errors: Errors) -> Page {
    Page { page: anyone.page("setup-title"), form, errors, zones: person::zones() }
}
