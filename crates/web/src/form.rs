//! Forms: what came in, and what is wrong with it, field by field.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use words::Language;

use crate::Problem;

/// A posted form. Repeated names (`topics=a&topics=b`) fill a `Vec`. Text with NUL is refused.
#[derive(Debug, Clone)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(form)) => Ok(Self(form)),
            Err(rejection) => {
                use axum::response::IntoResponse as _;
                let status = rejection.into_response().status();
                let key = match status.as_u16() {
                    413 => "error-too-large",
                    _ => "error-form-unreadable",
                };
                Err(Problem::Refusal(crate::Refusal::bad_request(key)))
            }
        }
    }
}

/// What is wrong, by field: the translated sentences.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    language: Language,
    by_field: BTreeMap<String, String>,
}

impl Errors {
    /// No errors yet, to be said in a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, by_field: BTreeMap::new() }
    }

    /// Says what is wrong with a field. The first thing said stays.
    pub fn add(&mut self, field: &str, key: &str, args: &[(&str, words::Arg<'_>)]) {
        let sentence = words::say(self.language, key, args);
        self.by_field.entry(field.to_owned()).or_insert(sentence);
    }

    /// What is wrong with a field, or an empty text.
    #[must_use]
    pub fn of(&self, field: &str) -> &str {
        self.by_field.get(field).map_or("", String::as_str)
    }

    /// All that is wrong: the fields with their sentences.
    #[must_use]
    pub fn each(&self) -> Vec<(&str, &str)> {
        self.by_field.iter().map(|(field, sentence)| (field.as_str(), sentence.as_str())).collect()
    }

    /// Whether all is well.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_field.is_empty()
    }

    /// How many fields are wrong.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_field.len()
    }

    /// A text that must be there and not too long (in characters). Gives it trimmed.
    pub fn text(&mut self, field: &str, value: &str, most: usize) -> String {
        let value = self.optional_text(field, value, most);
        if value.is_empty() {
            self.add(field, "error-required", &[]);
        }
        value
    }

    /// A text that may be empty, but not too long (in characters) and without control characters
    /// other than line ends. Gives it trimmed.
    pub fn optional_text(&mut self, field: &str, value: &str, most: usize) -> String {
        let value = value.trim().replace("\r\n", "\n");
        if value.chars().count() > most {
            self.add(field, "error-too-long", &[("most", most.into())]);
        }
        if value.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.add(field, "error-control-characters", &[]);
        }
        value
    }

    /// A whole number within bounds.
    pub fn number(&mut self, field: &str, value: &str, least: i64, most: i64) -> Option<i64> {
        let number = value.trim().parse::<i64>().ok().filter(|n| (least..=most).contains(n));
        if number.is_none() {
            self.add(field, "error-number", &[("least", least.into()), ("most", most.into())]);
        }
        number
    }
}

/// `None` for an empty text: what a form sends for «nothing chosen».
#[must_use]
pub fn blank(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|t| !t.is_empty())
}
