//! Outgoing mail, to be read instead of sent.

use askama::Template;
use axum::extract::{Path, State};
use mail::Sent;
use web::{Answer, App, Problem, Shell};

use super::Demo;

const MOST: u32 = 200;

#[derive(Template)]
#[template(path = "dev/outbox.html")]
struct ListPage {
    page: Shell,
    mails: Vec<(Sent, String)>,
}

#[derive(Template)]
#[template(path = "dev/mail.html")]
struct MailPage {
    page: Shell,
    mail: Sent,
    text: String,
}

/// The newest mails.
pub async fn list(Demo(anyone): Demo, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let zone = jiff::tz::TimeZone::UTC;
    let mails = mail::list(&mut tx, MOST)
        .await?
        .into_iter()
        .map(|m| {
            let when = words::moment(anyone.visit.language, &m.created_at.to_zoned(zone.clone()));
            (m, when)
        })
        .collect();
    web::html(&ListPage { page: anyone.page("dev-outbox-title"), mails })
}

/// One mail, as its plain text with the links live.
pub async fn show(Demo(anyone): Demo, State(app): State<App>, Path(id): Path<String>) -> Answer {
    let found = mail::one(&mut app.db.read().await?, &id).await?;
    let mail = found.ok_or(Problem::Absent)?;
    let text = with_links(&mail.text);
    web::html(&MailPage { page: anyone.page_titled(mail.subject.clone()), mail, text })
}

/// The text as HTML in which addresses that begin with http can be followed.
fn with_links(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let (word, space) = word.split_at(word.trim_end().len());
            let safe = escape(word);
            if word.starts_with("http://") || word.starts_with("https://") {
                format!("<a class=\"link\" href=\"{safe}\">{safe}</a>{space}")
            } else {
                format!("{safe}{space}")
            }
        })
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
