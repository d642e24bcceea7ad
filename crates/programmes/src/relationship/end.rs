//! Ending without fault: two clicks, no reason needed, the same words for everybody.

use askama::Template;
use axum::extract::State;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Shell};

use super::{follow, model::Least, permit::SeatHolder, store};
use crate::ids::RelationshipId;

/// Why people leave, for the coordinator's counts. Nothing else is taken.
pub const REASONS: [&str; 6] = ["goal-reached", "time", "fit", "topic", "moved", "other"];

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "relationship/end.html")]
struct EndPage {
    page: Shell,
    relationship: RelationshipId,
    reasons: Vec<Choice>,
    errors: Errors,
}

/// The one question, with its button.
pub async fn page(holder: SeatHolder) -> Answer {
    let viewer = &holder.viewer;
    let choice = |reason: &str| Choice {
        value: reason.to_owned(),
        label: viewer.t(&format!("end-reason-{reason}")),
        ..Choice::default()
    };
    web::html(&EndPage {
        page: viewer.page("end-title"),
        relationship: holder.relationship.clone(),
        reasons: REASONS.into_iter().map(choice).collect(),
        errors: Errors::new(viewer.language),
    })
}

/// It is over for the person; and for all, when the others are too few to go on.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(wish): Form<Wish>) -> Answer {
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    let held = follow::hold(&mut tx, &of.organisation, &holder.relationship).await?;
    let least = Least::of(&held.frame.design);
    let is = held.was.clone().leave(&of.person, app.seam.now(), &least)?;
    if REASONS.contains(&wish.reason.as_str()) {
        store::keep_reason(&mut tx, &of.organisation, &holder.seat.id, &wish.reason).await?;
    }
    follow::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?;
    tx.commit().await?;
    web::see("/", Flash::done("end-done"))
}
