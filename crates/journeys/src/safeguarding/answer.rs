//! Answering a concern: whoever said it hears of it.

use axum::extract::{Path, State};
use people::permission::SignedIn;
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Problem, Refusal};

use super::{
    access::{self, Part},
    facts::ConcernAnswered,
    letters, show, store,
};

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Words {
    words: String,
}

/// Answers it.
pub async fn act(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(typed): Form<Words>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (concern, part) = access::readable(&mut tx, &viewer, &id).await?;
    if part != Part::Lead {
        return Err(Problem::Absent);
    }
    let mut errors = Errors::new(viewer.language);
    let words = errors.text("words", &typed.words, 10_000);
    if !errors.is_empty() {
        let page = show::shown(&mut tx, &viewer, &concern, part, typed.words, errors).await?;
        return web::html_with_errors(&page);
    }
    if !store::answer(&mut tx, &concern, &viewer.person, app.seam.now(), &words).await? {
        return Err(Refusal::conflict("concern-answered-already").into());
    }
    letters::write(&mut tx, &app, &concern, &concern.raised_by, "concern-mail-answered").await?;
    let fact = ConcernAnswered { concern: concern.id.to_string() };
    jobs::record(&mut tx, &app.seam, viewer.organisation.as_str(), None, &fact).await?;
    tx.commit().await?;
    web::see(&format!("/concerns/{}", concern.id), Flash::done("concern-answer-sent"))
}
