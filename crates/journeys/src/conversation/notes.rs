//! Notes: one's own, and those that the partners share.

use askama::Template;
use axum::extract::State;
use db::Tx;
use people::permission::Viewer;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Problem, Shell};

use super::{
    NoteId,
    note_store::{self, Note},
};
use crate::{audience::Audience, together::Together};

#[derive(Template)]
#[template(path = "conversation/notes.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    notes: Vec<Line>,
    words: String,
    audiences: Vec<Choice>,
    is_open: bool,
    errors: Errors,
}

struct Line {
    path: String,
    author: String,
    when: String,
    words: String,
    audience: &'static str,
    own: bool,
    changed: bool,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub struct New {
    #[serde(default)]
    words: String,
    #[serde(default)]
    audience: String,
}

/// The page.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    let errors = Errors::new(of.language);
    web::html(&shown(&mut tx, of, &together, New::default(), errors).await?)
}

/// Writes a note.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(new): Form<New>) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let words = errors.text("words", &new.words, 20_000);
    let mut tx = app.db.write().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    if !errors.is_empty() {
        return web::html_with_errors(&shown(&mut tx, of, &together, new, errors).await?);
    }
    let note = Note {
        id: NoteId::from(app.seam.id()),
        person: of.person.clone(),
        name: of.name.clone(),
        words,
        audience: Audience::chosen(&new.audience, &together.frame.design),
        written_at: app.seam.now(),
        changed_at: None,
    };
    note_store::insert(&mut tx, &of.organisation, &holder.relationship, &note).await?;
    tx.commit().await?;
    web::see(&format!("{}/notes", together.path()), Flash::done("note-written"))
}

async fn shown(
    tx: &mut Tx,
    of: &Viewer,
    together: &Together,
    new: New,
    errors: Errors,
) -> Result<Page, Problem> {
    let id = &together.relationship.id;
    let notes = note_store::visible(tx, &of.organisation, id, &of.person).await?;
    let line = |note: Note| Line {
        path: format!("{}/notes/{}", together.path(), note.id),
        when: words::moment(of.language, &note.written_at.to_zoned(of.zone.clone())),
        own: note.person == of.person,
        author: note.name,
        words: note.words,
        audience: note.audience.label(),
        changed: note.changed_at.is_some(),
    };
    Ok(Page {
        page: of.page("note-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        notes: notes.into_iter().map(line).collect(),
        words: new.words,
        audiences: Audience::of_word(&new.audience).choices(of.language, &together.frame.design),
        is_open: together.is_open_to(&of.person),
        errors,
    })
}
