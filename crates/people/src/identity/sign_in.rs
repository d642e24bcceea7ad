//! The sign-in page.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use web::{Answer, App, Errors, Shell};

use crate::permission::Anyone;

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct Page {
    page: Shell,
    email: String,
    onward: String,
    errors: Errors,
}

/// Where to go after signing in.
#[derive(Debug, Deserialize)]
pub struct Onward {
    #[serde(default)]
    onward: String,
}

/// The page.
pub async fn page(anyone: Anyone, State(_): State<App>, Query(query): Query<Onward>) -> Answer {
    if anyone.organisation.is_none() {
        return web::go("/setup");
    }
    let errors = Errors::new(anyone.visit.language);
    let page = anyone.page("sign-in-title");
    web::html(&Page { page, email: String::new(), onward: own_path(&query.onward), errors })
}

/// The page again, with what was typed and what is wrong.
pub(super) fn again(anyone: &Anyone, email: &str, onward: &str, key: &str) -> Answer {
    let mut errors = Errors::new(anyone.visit.language);
    errors.add("email", key, &[]);
    let page = anyone.page("sign-in-title");
    let email = email.chars().take(254).collect();
    web::html_with_errors(&Page { page, email, onward: own_path(onward), errors })
}

/// A path on this site; anything else is the start page.
pub(super) fn own_path(path: &str) -> String {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if own { path.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn signing_in_never_leads_to_another_site() {
        assert_eq!(own_path("/programmes?x=1"), "/programmes?x=1");
        for foreign in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb"]
        {
            assert_eq!(own_path(foreign), "/", "{foreign:?}");
        }
    }
}
