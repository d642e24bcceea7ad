//! One's own calendar by a secret address, for calendars that subscribe. The database has only the
//! secret's digest, so that the address is shown once; a new one ends the old one.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Response},
};
use jiff::{SignedDuration, Timestamp};
use mail::{calendar, link};
use people::{
    permission::{SignedIn, Viewer},
    person,
};
use web::{Answer, App, Flash, Problem, Shell};
use words::Language;

use super::{invite, store};
use crate::permit::FeedAddress;

/// The purpose of the secret.
pub const PURPOSE: &str = "calendar-feed";
/// As good as for ever; it ends when a new one is made, or on the person's word.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24 * 365 * 20);
/// Meetings of the last half year stay in it.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 183);

#[derive(Template)]
#[template(path = "meeting/feed.html")]
struct Page {
    page: Shell,
    address: String,
    since: String,
}

/// How to subscribe.
pub async fn page(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let since = link::made_at(&mut tx, &app.seam, &subject(&viewer)).await?;
    let day = |at: Timestamp| words::day(viewer.language, at.to_zoned(viewer.zone.clone()).date());
    let since = since.map(day).unwrap_or_default();
    web::html(&Page { page: viewer.page("calendar-title"), address: String::new(), since })
}

/// A new address; the old one ends. It is shown here and never again.
pub async fn renew(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let subject = subject(&viewer);
    let mut tx = app.db.write().await?;
    link::end(&mut tx, &app.seam, &subject).await?;
    let now = app.seam.now();
    let new = link::NewLink {
        organisation_id: viewer.organisation.as_str(),
        person_id: viewer.person.as_str(),
        purpose: PURPOSE,
        subject_id: &subject,
        data: "",
        expires_at: now.saturating_add(GOOD_FOR).unwrap_or(now),
    };
    let secret = link::make(&mut tx, &app.seam, &new).await?;
    tx.commit().await?;
    let address = app.settings.link(&format!("/calendar/{secret}.ics"));
    web::html(&Page { page: viewer.page("calendar-title"), address, since: String::new() })
}

/// The address is no longer good.
pub async fn end(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    link::end(&mut tx, &app.seam, &subject(&viewer)).await?;
    tx.commit().await?;
    web::see("/calendar", Flash::done("calendar-ended"))
}

/// The calendar itself.
pub async fn serve(address: FeedAddress, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let found = person::find(&mut tx, &address.organisation, &address.person).await?;
    let reader = found.ok_or(Problem::Absent)?;
    let from = app.seam.now() - BACK;
    let entries = store::calendar(&mut tx, &address.organisation, &address.person, from).await?;
    let event = |entry: &store::Entry| {
        let names: Vec<&str> = entry.others.iter().map(String::as_str).collect();
        let others = programmes::relationship::words::names(&names, reader.language);
        invite::event(&app, &entry.meeting, &others, reader.language)
    };
    let events: Vec<_> = entries.iter().filter_map(event).collect();
    Ok(answer(&calendar::feed(&title(reader.language), &events)))
}

fn answer(ics: &str) -> Response {
    let headers = [
        ("content-type", "text/calendar; charset=utf-8"),
        ("cache-control", "private, max-age=300"),
        ("x-robots-tag", "noindex"),
    ];
    (headers, ics.to_owned()).into_response()
}

fn title(language: Language) -> String {
    words::say_plain(language, "calendar-name")
}

fn subject(viewer: &Viewer) -> String {
    format!("calendar:{}", viewer.person)
}
