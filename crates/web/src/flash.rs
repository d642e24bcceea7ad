//! A word about what just happened, carried over the redirect in a cookie.

use axum::response::{IntoResponseParts, ResponseParts};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http::header::SET_COOKIE;
use serde::{Deserialize, Serialize};
use words::{Arg, Language};

use crate::{
    cookies,
    shell::{FlashShown, Undo},
};

pub(crate) const COOKIE: &str = "flash";

/// A word about what just happened: a key of the catalogue with what fills it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Flash {
    kind: Kind,
    key: String,
    args: Vec<(String, String)>,
    undo: Option<String>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Ok,
    Warn,
}

impl Flash {
    /// It is done.
    #[must_use]
    pub fn done(key: &str) -> Self {
        Self { kind: Kind::Ok, key: key.to_owned(), args: Vec::new(), undo: None }
    }

    /// It was not done, or there is something to know.
    #[must_use]
    pub fn warn(key: &str) -> Self {
        Self { kind: Kind::Warn, ..Self::done(key) }
    }

    /// Fills a place in the sentence. Numbers choose plural forms.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// Offers to take it back by posting to a path of ours.
    #[must_use]
    pub fn undo(mut self, path: &str) -> Self {
        self.undo = Some(path.to_owned());
        self
    }

    pub(crate) fn decode(cookie: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cookie).ok()?).ok()
    }

    pub(crate) fn shown(&self, language: Language) -> FlashShown {
        let args: Vec<(&str, Arg<'_>)> =
            self.args.iter().map(|(name, value)| (name.as_str(), number_or_text(value))).collect();
        let kind = match self.kind {
            Kind::Ok => "ok",
            Kind::Warn => "warn",
        };
        let undo = self
            .undo
            .as_ref()
            // The cookie comes from outside: only a path of ours may be posted to.
            .filter(|path| path.starts_with('/') && !path.starts_with("//"))
            .map(|action| Undo {
                action: action.clone(),
                label: words::say_plain(language, "shell-undo"),
            });
        FlashShown { kind, text: words::say(language, &self.key, &args), undo }
    }
}

fn number_or_text(value: &str) -> Arg<'_> {
    value.parse::<i64>().map_or_else(|_| Arg::from(value), Arg::from)
}

impl IntoResponseParts for Flash {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        let json = serde_json::to_vec(&self).unwrap_or_default();
        let cookie = cookies::write(COOKIE, &URL_SAFE_NO_PAD.encode(json), 60);
        parts.headers_mut().append(SET_COOKIE, cookie);
        Ok(parts)
    }
}
