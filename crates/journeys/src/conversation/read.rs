//! The conversation of a relationship. Whoever opens it has read it.

use askama::Template;
use axum::extract::{Query, State};
use db::Tx;
use jiff::Timestamp;
use people::permission::Viewer;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Errors, Problem, Shell};

use super::{
    message_store::{self, Message, PAGE, Seen},
    notice,
};
use crate::{audience::Audience, together::Together};

#[derive(Template)]
#[template(path = "conversation/read.html")]
pub(super) struct Page {
    page: Shell,
    home: String,
    partner: String,
    messages: Vec<Line>,
    earlier: String,
    is_first_page: bool,
    words: String,
    is_open: bool,
    audience: &'static str,
    nothing: String,
    rests: bool,
    errors: Errors,
}

struct Line {
    author: String,
    when: String,
    words: String,
    own: bool,
    /// The first one that is new to the reader.
    starts_new: bool,
}

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    #[serde(default)]
    before: String,
}

/// The page.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Query(search): Query<Search>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    let seen = message_store::seen(&mut tx, &holder.relationship, &of.person).await?;
    let errors = Errors::new(of.language);
    let before = web::blank(&search.before);
    let (page, newest) =
        shown(&mut tx, of, &together, before, seen.seen_at, String::new(), errors).await?;
    drop(tx);
    if newest.is_some_and(|at| seen.seen_at.is_none_or(|seen| at > seen)) {
        note_read(&app, &holder, newest).await?;
    }
    web::html(&page)
}

/// Notes that everything is read; a mail that waits to say so is taken back.
async fn note_read(
    app: &App,
    holder: &SeatHolder,
    newest: Option<Timestamp>,
) -> Result<(), Problem> {
    let (relationship, person) = (&holder.relationship, &holder.viewer.person);
    let mut tx = app.db.write().await?;
    let was = message_store::seen(&mut tx, relationship, person).await?;
    let told_at = notice::after_reading(app.seam.now(), was.told_at);
    let is = Seen { seen_at: newest.max(was.seen_at), told_at };
    message_store::note_seen(&mut tx, relationship, person, is).await?;
    let subject = format!("{relationship}:{person}");
    mail::withdraw(&mut tx, &app.seam, "conversation", &subject).await?;
    tx.commit().await?;
    Ok(())
}

/// The page with what was typed, and when the newest message on it was sent.
pub(super) async fn shown(
    tx: &mut Tx,
    of: &Viewer,
    together: &Together,
    before: Option<&str>,
    seen: Option<Timestamp>,
    words: String,
    errors: Errors,
) -> Result<(Page, Option<Timestamp>), Problem> {
    let id = &together.relationship.id;
    let mut found = message_store::latest(tx, &of.organisation, id, before).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let newest = found.first().map(|message| message.sent_at);
    found.reverse();
    let earlier = match found.first() {
        Some(first) if more => format!("{}/messages?before={}", together.path(), first.id),
        _ => String::new(),
    };
    let is_new = |m: &Message| m.person != of.person && seen.is_none_or(|seen| m.sent_at > seen);
    let first_new = found.iter().position(is_new);
    let line = |(n, message): (usize, Message)| Line {
        when: words::moment(of.language, &message.sent_at.to_zoned(of.zone.clone())),
        own: message.person == of.person,
        starts_new: first_new == Some(n),
        author: message.name,
        words: message.words,
    };
    let partner = together.others_in_words(&of.person, of.language);
    let audience = Audience::shared(&together.frame.design);
    let nothing = match audience {
        Audience::Supervised => "conversation-none-supervised",
        Audience::Partners | Audience::OnlyMe => "conversation-none-text",
    };
    let page = Page {
        nothing: of.say(nothing, &[("partner", partner.as_str().into())]),
        page: of.page("conversation-title"),
        home: together.path(),
        partner,
        messages: found.into_iter().enumerate().map(line).collect(),
        earlier,
        is_first_page: before.is_none(),
        words,
        is_open: together.is_open_to(&of.person),
        audience: audience.label(),
        rests: together.rests(),
        errors,
    };
    Ok((page, newest))
}
