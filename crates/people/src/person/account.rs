//! One's own account: name, language, zone, password, sessions.

use askama::Template;
use axum::extract::State;
use jiff::tz::TimeZone;
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Shell};
use words::Language;

use super::store;
use crate::{
    identity::{self, Session},
    permission::{SignedIn, Viewer},
};

#[derive(Template)]
#[template(path = "person/account.html")]
struct Page {
    page: Shell,
    form: Account,
    errors: Errors,
    zones: Vec<String>,
    sessions: Vec<SessionLine>,
    languages: [Language; 2],
}

struct SessionLine {
    session: Session,
    device: String,
    seen: String,
    here: bool,
}

/// What people change themselves.
#[derive(Debug, Clone, Deserialize)]
pub struct Account {
    name: String,
    language: String,
    time_zone: String,
}

pub(super) fn routes() -> web::Routes {
    web::Routes::new().get("/account", page).post("/account", save)
}

/// The page.
pub async fn page(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let form = Account {
        name: viewer.name.clone(),
        language: viewer.language.tag().to_owned(),
        time_zone: viewer.zone.iana_name().unwrap_or("UTC").to_owned(),
    };
    let errors = Errors::new(viewer.language);
    web::html(&show(&app, &viewer, form, errors).await?)
}

/// Saves what was changed.
pub async fn save(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Form(form): Form<Account>,
) -> Answer {
    let mut errors = Errors::new(viewer.language);
    let name = errors.text("name", &form.name, 120);
    let language = Language::of_tag(&form.language).unwrap_or_default();
    if TimeZone::get(&form.time_zone).is_err() {
        errors.add("time_zone", "error-time-zone", &[]);
    }
    if !errors.is_empty() {
        return web::html_with_errors(&show(&app, &viewer, form, errors).await?);
    }
    let mut tx = app.db.write().await?;
    store::set_own(&mut tx, &viewer.person, &name, language, &form.time_zone).await?;
    tx.commit().await?;
    web::see("/account", Flash::done("account-saved"))
}

async fn show(app: &App, viewer: &Viewer, form: Account, errors: Errors) -> Answer<Page> {
    let mut tx = app.db.read().await?;
    let sessions = identity::sessions_of(&mut tx, &viewer.person, app.seam.now_ms()).await?;
    let sessions = sessions
        .into_iter()
        .map(|session| SessionLine {
            seen: words::moment(viewer.language, &session.seen_at.to_zoned(viewer.zone.clone())),
            here: session.id == viewer.session,
            device: device(&session.device),
            session,
        })
        .collect();
    let page = viewer.page("account-title");
    Ok(Page { page, form, errors, zones: super::zones(), sessions, languages: Language::ALL })
}

/// A browser's own description in two words that its owner recognises, as `Firefox, Android`; as it
/// came when it names none that we know.
fn device(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 5] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => agent.to_owned(),
    }
}

/// At most two letters that stand for a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = match words.as_slice() {
        [] => vec![],
        [only] => vec![*only],
        [first, .., last] => vec![*first, *last],
    };
    ends.iter().filter_map(|w| w.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{device, initials};

    #[test]
    fn a_device_is_named_as_its_owner_would() {
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
        assert_eq!(device(phone), "Safari, iPhone");
        assert_eq!(device("curl/8"), "curl/8");
    }

    #[test]
    fn initials_are_the_first_and_the_last_names() {
        assert_eq!(initials("Dana van der Berg"), "DB");
        assert_eq!(initials("ø"), "Ø");
        assert_eq!(initials(""), "");
    }
}
