//! How many relationships somebody offers, and a pause from new ones.

use axum::extract::{Path, State};
use jiff::civil::Date;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{facts::EnrolmentChanged, model::Enrolment, part, permit::Enrolled, step, store};

/// What was set.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Offer {
    capacity: String,
    paused_until: String,
}

/// Stores it.
pub async fn save(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
    Form(offer): Form<Offer>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let id = permit.own(&enrolment)?.id.clone();
    let held = store::hold(&mut tx, &permit.viewer.organisation, &id).await?;
    let mine = held.ok_or(Problem::Absent)?;
    step::may_change(&mine)?;
    let (_, track) = step::load(&mut tx, &permit, &mine).await?;
    let role = track.design.role(&mine.role).ok_or(Problem::Absent)?;
    let bounds = i64::from(role.load.least)..=i64::from(role.load.most);
    let capacity = match web::blank(&offer.capacity) {
        None => mine.capacity,
        Some(text) => Some(text.parse().ok().filter(|n| bounds.contains(n)).ok_or_else(|| {
            Refusal::unprocessable("enrolment-capacity-outside")
                .with("least", role.load.least)
                .with("most", role.load.most)
        })?),
    };
    let new = Enrolment { capacity, paused_until: pause(&offer.paused_until)?, ..mine };
    store::update(&mut tx, &new, None).await?;
    let (organisation, actor) = (new.organisation.as_str(), Some(new.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, actor, &EnrolmentChanged::of(&new)).await?;
    tx.commit().await?;
    web::see(&part::address(&new), Flash::done("enrolment-saved"))
}

fn pause(text: &str) -> Result<Option<Date>, Refusal> {
    let Some(text) = web::blank(text) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Refusal::unprocessable("error-date"))
}
