//! Changing one's own note, taking it away, bringing it back. Who can see it stays as it was.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    NoteId,
    note_store::{self, Note},
};
use crate::together::Together;

#[derive(Template)]
#[template(path = "conversation/change_note.html")]
struct Page {
    page: Shell,
    home: String,
    path: String,
    audience: &'static str,
    words: String,
    errors: Errors,
}

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Change {
    #[serde(default)]
    words: String,
}

/// The form.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let (together, note) = own(&mut tx, &app, &holder, id).await?;
    let errors = Errors::new(holder.viewer.language);
    web::html(&asked(&holder, &together, &note, note.words.clone(), errors))
}

/// Writes the new words.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Form(change): Form<Change>,
) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let words = errors.text("words", &change.words, 20_000);
    let mut tx = app.db.write().await?;
    let (together, note) = own(&mut tx, &app, &holder, id).await?;
    if !errors.is_empty() {
        let page = asked(&holder, &together, &note, change.words, errors);
        return web::html_with_errors(&page);
    }
    let now = app.seam.now();
    note_store::change(&mut tx, &of.organisation, &note.id, &words, now).await?;
    tx.commit().await?;
    web::see(&format!("{}/notes", together.path()), Flash::done("note-changed"))
}

/// Takes it away.
pub async fn delete(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (together, note) = own(&mut tx, &app, &holder, id).await?;
    let organisation = &holder.viewer.organisation;
    note_store::set_deleted(&mut tx, organisation, &note.id, Some(app.seam.now())).await?;
    tx.commit().await?;
    let notes = format!("{}/notes", together.path());
    let undo = format!("{notes}/{}/restore", note.id);
    web::see(&notes, Flash::done("note-deleted").undo(&undo))
}

/// Brings it back.
pub async fn restore(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (together, note) = own(&mut tx, &app, &holder, id).await?;
    note_store::set_deleted(&mut tx, &holder.viewer.organisation, &note.id, None).await?;
    tx.commit().await?;
    web::see(&format!("{}/notes", together.path()), Flash::done("note-restored"))
}

async fn own(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    id: String,
) -> Result<(Together, Note), Problem> {
    let of = &holder.viewer;
    let (organisation, relationship) = (&of.organisation, &holder.relationship);
    let found =
        note_store::own(tx, organisation, relationship, &NoteId::from(id), &of.person).await?;
    let note = found.ok_or(Problem::Absent)?;
    let together = Together::load(tx, organisation, relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    Ok((together, note))
}

fn asked(
    holder: &SeatHolder,
    together: &Together,
    note: &Note,
    words: String,
    errors: Errors,
) -> Page {
    Page {
        page: holder.viewer.page("note-change-title"),
        home: together.path(),
        path: format!("{}/notes/{}", together.path(), note.id),
        audience: note.audience.label(),
        words,
        errors,
    }
}
