//! The theme and the language of the page, kept in cookies.

use axum::{
    extract::State,
    response::{AppendHeaders, IntoResponse as _},
};
use http::header::SET_COOKIE;
use serde::Deserialize;
use web::{Answer, App, Form, cookies};
use words::Language;

use super::sign_in::own_path;
use crate::permission::Anyone;

const YEAR_S: i64 = 365 * 24 * 60 * 60;

/// What the account menu sends.
#[derive(Debug, Deserialize)]
pub struct Switch {
    #[serde(default)]
    theme: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    back: String,
}

/// Chooses light, dark, or what the device prefers.
pub async fn theme(_: Anyone, State(_): State<App>, Form(form): Form<Switch>) -> Answer {
    let cookie = match form.theme.as_str() {
        chosen @ ("light" | "dark") => cookies::write("theme", chosen, YEAR_S),
        _ => cookies::write("theme", "", 0),
    };
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), web::go(&own_path(&form.back))).into_response())
}

/// Chooses the language.
pub async fn language(_: Anyone, State(_): State<App>, Form(form): Form<Switch>) -> Answer {
    let chosen = Language::of_tag(&form.language).unwrap_or_default();
    let cookie = cookies::write("language", chosen.tag(), YEAR_S);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), web::go(&own_path(&form.back))).into_response())
}
