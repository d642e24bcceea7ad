//! What a request says about the visitor before anybody knows who it is.

use axum::extract::FromRequestParts;
use http::{HeaderMap, Uri, header::ACCEPT_LANGUAGE, request::Parts};
use words::Language;

use crate::{cookies, flash, flash::Flash, problem::Problem};

/// What a request says about the visitor: language, theme, path and the word from before.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of the page: chosen by cookie, else what the browser prefers.
    pub language: Language,
    /// Whether the language was chosen here, so that it outranks the person's own setting.
    pub language_chosen: bool,
    /// `light`, `dark` or empty.
    pub theme: &'static str,
    /// Path and query.
    pub path: String,
    /// A word about what just happened.
    pub flash: Option<Flash>,
    /// Whether only a part of the page is wanted (a request by htmx).
    pub wants_part: bool,
    /// Whether JSON is wanted.
    pub wants_json: bool,
    /// The kind of browser, shortened, for the list of sessions.
    pub device: String,
}

impl Visit {
    pub(crate) fn read(uri: &Uri, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let chosen = cookies::read(headers, "language").and_then(Language::of_tag);
        let theme = match cookies::read(headers, "theme") {
            Some("light") => "light",
            Some("dark") => "dark",
            _ => "",
        };
        Self {
            language: chosen.unwrap_or_else(|| Language::of_header(text(ACCEPT_LANGUAGE.as_str()))),
            language_chosen: chosen.is_some(),
            theme,
            path: uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            flash: cookies::read(headers, flash::COOKIE).and_then(Flash::decode),
            wants_part: headers.contains_key("hx-request"),
            wants_json: uri.path().starts_with("/api/")
                || text("accept").starts_with("application/json"),
            device: text("user-agent").chars().filter(|c| !c.is_control()).take(200).collect(),
        }
    }

    /// A sentence in the visitor's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        words::say_plain(self.language, key)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(parts
            .extensions
            .get::<Self>()
            .cloned()
            .unwrap_or_else(|| Self::read(&parts.uri, &parts.headers)))
    }
}
