//! Errors, three kinds for three audiences.

use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use words::Language;

/// What a handler gives: a response or a [`Problem`].
pub type Answer<T = Response> = Result<T, Problem>;

/// Why there is no ordinary answer.
#[derive(Debug)]
pub enum Problem {
    /// The domain says no, for a reason that a person can act on.
    Refusal(Refusal),
    /// It does not exist for you: missing and forbidden look alike.
    Absent,
    /// Sign in first, then come back to this path.
    SignInFirst(String),
    /// Ours. The person gets an apology and a reference number.
    Fault(Fault),
}

/// A «no» with its reason.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// 400, 409, 413, 422 or 429.
    pub status: StatusCode,
    /// The sentence's key in the catalogue.
    pub key: &'static str,
    /// What fills the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// The state of things does not allow it (409).
    #[must_use]
    pub fn conflict(key: &'static str) -> Self {
        Self { status: StatusCode::CONFLICT, key, args: Vec::new() }
    }

    /// What was sent makes no sense (422).
    #[must_use]
    pub fn unprocessable(key: &'static str) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, ..Self::conflict(key) }
    }

    /// What was sent cannot be read (400).
    #[must_use]
    pub fn bad_request(key: &'static str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, ..Self::conflict(key) }
    }

    /// Too often (429).
    #[must_use]
    pub fn too_often(key: &'static str) -> Self {
        Self { status: StatusCode::TOO_MANY_REQUESTS, ..Self::conflict(key) }
    }

    /// Fills a place in the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The sentence.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let args: Vec<_> =
            self.args.iter().map(|(n, v)| (*n, words::Arg::from(v.as_str()))).collect();
        words::say(language, self.key, &args)
    }
}

/// A fault: what was attempted and what went wrong, for the log.
#[derive(Debug)]
pub struct Fault {
    attempted: String,
    cause: String,
    unavailable: bool,
}

impl Problem {
    /// A fault while attempting something.
    pub fn fault(attempted: &str, cause: impl std::fmt::Display) -> Self {
        let cause = cause.to_string();
        Self::Fault(Fault { attempted: attempted.to_owned(), cause, unavailable: false })
    }

    /// The status that it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refusal(refusal) => refusal.status,
            Self::Absent => StatusCode::NOT_FOUND,
            Self::SignInFirst(_) => StatusCode::UNAUTHORIZED,
            Self::Fault(fault) if fault.unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        let unavailable = error.is_full_or_unavailable();
        let cause = error.to_string();
        Self::Fault(Fault { attempted: "talking to the database".to_owned(), cause, unavailable })
    }
}

/// What the page for a problem needs; the layer in [`crate::protect`] turns it into one, in the
/// visitor's language.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub refusal: Option<Refusal>,
    pub fault: Option<(String, String)>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        let told = match self {
            Self::SignInFirst(onward) => {
                let query: String =
                    url::form_urlencoded::byte_serialize(onward.as_bytes()).collect();
                return Redirect::to(&format!("/sign-in?onward={query}")).into_response();
            }
            Self::Refusal(refusal) => Told { refusal: Some(refusal), fault: None },
            Self::Absent => Told { refusal: None, fault: None },
            Self::Fault(fault) => {
                Told { refusal: None, fault: Some((fault.attempted, fault.cause)) }
            }
        };
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert("retry-after", http::HeaderValue::from_static("5"));
        }
        response.extensions_mut().insert(told);
        response
    }
}
