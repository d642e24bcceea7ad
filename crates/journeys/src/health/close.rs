//! Ending a relationship for its people, when they asked for it or nobody answers any more.

use askama::Template;
use axum::extract::{Path, State};
use people::permission::CoordinatorOf;
use programmes::relationship;
use web::{Answer, App, Flash, Shell};

use super::show::{Places, look};

#[derive(Template)]
#[template(path = "health/close.html")]
struct ClosePage {
    page: Shell,
    base: String,
}

/// The question.
pub async fn page(of: CoordinatorOf, State(app): State<App>, Path(places): Path<Places>) -> Answer {
    let mut tx = app.db.read().await?;
    let looked = look(&mut tx, &of, &places.relationship, &app).await?;
    let base = format!("/programmes/{}/relationships/{}", of.programme, looked.line.id);
    web::html(&ClosePage { page: of.viewer.page("health-close-title"), base })
}

/// It is over; its people hear the same kind words as always and come first next time.
pub async fn act(of: CoordinatorOf, State(app): State<App>, Path(places): Path<Places>) -> Answer {
    let mut tx = app.db.write().await?;
    let id = places.relationship.into();
    let (organisation, by) = (&of.viewer.organisation, &of.viewer.person);
    relationship::close(&mut tx, &app, organisation, &of.programme, &id, by).await?;
    tx.commit().await?;
    let path = format!("/programmes/{}/relationships", of.programme);
    web::see(&path, Flash::done("health-closed"))
}
