//! Picking one of the times. The first to pick decides; whoever comes second is told.

use axum::extract::{Path, State};
use db::Tx;
use people::{OrganisationId, PersonId};
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem};

use super::{MeetingId, SlotId, invite, model::Meeting, refused::Refused, step, store, when};

/// Which time.
#[derive(Debug, Deserialize)]
pub struct Choice {
    #[serde(default)]
    pub(super) slot: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Picked {
    /// It is booked for this time now.
    Now(Meeting),
    /// Somebody was first.
    Before(Meeting),
}

/// Picks a time on the page.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Form(choice): Form<Choice>,
) -> Answer {
    let of = &holder.viewer;
    let id = MeetingId::from(id);
    let mut tx = app.db.write().await?;
    let picked = pick(&mut tx, &app, &of.organisation, &id, &of.person, &choice.slot).await?;
    tx.commit().await?;
    let (meeting, key, first) = match &picked {
        Picked::Now(meeting) => (meeting, "meeting-booked-done", true),
        Picked::Before(meeting) => (meeting, "meeting-booked-before", false),
    };
    let when = meeting.starts().map(|at| when::here(of.language, at, &of.zone));
    let word = if first { Flash::done(key) } else { Flash::warn(key) };
    web::see(&invite::path(meeting), word.with("when", when.unwrap_or_default()))
}

/// Picks a time for somebody who takes part.
///
/// # Errors
/// A refusal when the time cannot be picked any more; [`Problem::Absent`] when it is not theirs.
pub async fn pick(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &MeetingId,
    person: &PersonId,
    slot: &str,
) -> Result<Picked, Problem> {
    let held = step::hold(tx, app, organisation, id, person).await?;
    let slot = SlotId::from(slot.to_owned());
    let is = match held.was.clone().pick(&slot, app.seam.now()) {
        Ok(is) => is,
        Err(Refused::PickedAlready) => return Ok(Picked::Before(held.was)),
        Err(refused) => return Err(refused.into()),
    };
    store::mark_picked(tx, &slot, app.seam.now()).await?;
    step::follow(tx, app, &held, &is, Some(person)).await?;
    Ok(Picked::Now(is))
}
