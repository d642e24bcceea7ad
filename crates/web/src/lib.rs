//! What every page needs, and no feature: the application's state, the visit that a request is,
//! the page shell, routes that name what they need, forms, errors for people, and assets.

mod app;
mod assets;
mod choice;
pub mod cookies;
mod flash;
mod form;
mod guard;
mod problem;
mod routes;
mod shell;
mod visit;

pub use app::{App, Settings};
pub use assets::asset_url;
pub use choice::Choice;
pub use flash::Flash;
pub use form::{Errors, Form, blank};
pub use guard::protect;
pub use problem::{Answer, Fault, Problem, Refusal};
pub use routes::{Guard, Route, Routes};
pub use shell::{FlashShown, NavItem, Shell, Undo, ViewerShown};
pub use visit::Visit;

use axum::response::{Html, IntoResponse, Redirect, Response};

/// Renders a page.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn html(template: &impl askama::Template) -> Answer {
    let text = template.render().map_err(|e| Problem::fault("a page could not be rendered", e))?;
    Ok(Html(text).into_response())
}

/// Renders a page that carries errors at its fields (422), so that what was typed is kept.
///
/// # Errors
/// As [`html`].
pub fn html_with_errors(template: &impl askama::Template) -> Answer {
    let mut response = html(template)?;
    *response.status_mut() = http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// After a write: go and look at the result (303), with a word about what happened.
///
/// # Errors
/// Never; it is an [`Answer`] so that a handler can end with it.
pub fn see(path: &str, flash: Flash) -> Answer {
    Ok((flash, Redirect::to(path)).into_response())
}

/// After a write that needs no word: go there (303).
///
/// # Errors
/// Never; it is an [`Answer`] so that a handler can end with it.
pub fn go(path: &str) -> Answer {
    Ok(Redirect::to(path).into_response())
}

/// The query of an address from names and values, with its `?`; empty values are left out.
#[must_use]
pub fn query(pairs: &[(&str, &str)]) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    let text = text.finish();
    if text.is_empty() { text } else { format!("?{text}") }
}

/// A file to download. The name must be ASCII.
#[must_use]
pub fn download(name: &str, content_type: &str, body: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([("content-type", content_type.to_owned()), ("content-disposition", disposition)], body)
        .into_response()
}
