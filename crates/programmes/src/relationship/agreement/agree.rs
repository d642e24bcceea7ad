//! Agreeing: one tap, to the words that were on the page.

use axum::extract::State;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem};

use super::store;
use crate::relationship::{
    facts::AgreementAgreed,
    follow::{self, record},
    permit::SeatHolder,
    refused::Refused,
};

/// What the button sends.
#[derive(Debug, Deserialize)]
pub struct Consent {
    version: i64,
}

/// One agrees; when all have, it is agreed.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Form(consent): Form<Consent>,
) -> Answer {
    let path = format!("/relationships/{}/agreement", holder.relationship);
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    let held = follow::hold(&mut tx, &of.organisation, &holder.relationship).await?;
    if held.was.seat_of(&of.person).is_none() {
        return Err(Problem::Absent);
    }
    if !held.was.is_running() {
        return Err(Refused::NotRunning.into());
    }
    let was = store::find(&mut tx, &holder.relationship, &held.frame.design).await?;
    if consent.version != was.version {
        return web::see(&path, Flash::warn("agreement-changed-meanwhile"));
    }
    let was_agreed = was.is_agreed(&held.was);
    let now = app.seam.now();
    let is = was.agreed_by(&of.person, now);
    store::save(&mut tx, &holder.relationship, &is, now).await?;
    let agreed = is.is_agreed(&held.was);
    if agreed && !was_agreed {
        record!(&mut tx, &app, held.was, Some(&of.person), AgreementAgreed { version: is.version });
    }
    tx.commit().await?;
    let word = if agreed { "agreement-all-agreed" } else { "agreement-you-agreed" };
    web::see(&path, Flash::done(word))
}
