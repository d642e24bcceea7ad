//! What follows from a step: the row is written, the fact recorded, the people told. One place
//! for all steps.

use db::Tx;
use people::{OrganisationId, PersonId};
use programmes::relationship::SeatHolder;
use web::{App, Problem};

use super::{
    MeetingId,
    facts::{
        MeetingBooked, MeetingCancelled, MeetingHeld, MeetingMissed, MeetingMoved, MeetingProposed,
        MeetingUntold,
    },
    model::{Meeting, State},
    store,
    tell::{News, Tell},
};
use crate::together::Together;

/// A meeting as it stands, with its people.
#[derive(Debug)]
pub struct Held {
    /// As it is, and was before a change.
    pub was: Meeting,
    /// Its people.
    pub together: Together,
}

/// A meeting of the relationship in which somebody has a seat, to look at.
///
/// # Errors
/// [`Problem::Absent`] when there is none for them.
pub async fn seen(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    id: String,
) -> Result<Held, Problem> {
    let (organisation, relationship) = (&holder.viewer.organisation, &holder.relationship);
    let found = store::find(tx, organisation, &MeetingId::from(id)).await?;
    let was = found.filter(|m| m.relationship == *relationship).ok_or(Problem::Absent)?;
    let together = Together::load(tx, organisation, relationship, app.seam.now()).await?;
    Ok(Held { was, together })
}

/// Holds a meeting for a change by somebody who takes part.
///
/// # Errors
/// [`Problem::Absent`] when there is none for them; a refusal when the relationship is over.
pub async fn hold(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &MeetingId,
    person: &PersonId,
) -> Result<Held, Problem> {
    let was = store::hold(tx, organisation, id).await?.ok_or(Problem::Absent)?;
    let together = Together::load(tx, organisation, &was.relationship, app.seam.now()).await?;
    if together.member(person).is_none() {
        return Err(Problem::Absent);
    }
    together.ask_open_to(person)?;
    Ok(Held { was, together })
}

/// Writes a step of a person, or of the clock, and what follows from it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn follow(
    tx: &mut Tx,
    app: &App,
    held: &Held,
    is: &Meeting,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    let Held { was, together } = held;
    store::save(tx, was, is, app.seam.now()).await?;
    let tell = Tell { app, together, meeting: is };
    // Mails that have not left yet would tell of a time that no longer holds.
    if was.starts() != is.starts() || matches!(is.state, State::Cancelled(_)) {
        mail::withdraw(tx, &app.seam, "meeting", is.id.as_str()).await?;
    }
    match (&was.state, &is.state) {
        (State::Proposed(_), State::Booked(_)) => {
            record(tx, app, together, is, actor, MeetingBooked::of).await?;
            tell.all_but(tx, News::Booked, None).await?;
        }
        (State::Booked(_), State::Booked(_)) => {
            record(tx, app, together, is, actor, MeetingMoved::of).await?;
            tell.all_but(tx, News::Moved, None).await?;
        }
        (State::Booked(_), State::Cancelled(_)) => {
            record(tx, app, together, is, actor, MeetingCancelled::of).await?;
            tell.all_but(tx, News::Cancelled, None).await?;
        }
        (_, State::Cancelled(_)) => {
            record(tx, app, together, is, actor, MeetingCancelled::of).await?;
        }
        (State::Held { .. } | State::Missed(_), State::Booked(_)) => {
            record(tx, app, together, is, actor, MeetingUntold::of).await?;
        }
        (_, State::Held { .. }) => record(tx, app, together, is, actor, MeetingHeld::of).await?,
        (_, State::Missed(_)) => record(tx, app, together, is, actor, MeetingMissed::of).await?,
        (_, State::Booked(_) | State::Proposed(_)) => {}
    }
    Ok(())
}

/// Puts times on the table.
///
/// # Errors
/// A fault when the database refuses.
pub async fn propose(
    tx: &mut Tx,
    app: &App,
    together: &Together,
    new: &Meeting,
    actor: &PersonId,
) -> Result<(), Problem> {
    store::insert(tx, new, app.seam.now()).await?;
    record(tx, app, together, new, Some(actor), MeetingProposed::of).await?;
    let tell = Tell { app, together, meeting: new };
    tell.all_but(tx, News::Proposed, Some(actor)).await?;
    Ok(())
}

/// Writes down a meeting that nobody had booked.
///
/// # Errors
/// A fault when the database refuses.
pub async fn log(
    tx: &mut Tx,
    app: &App,
    together: &Together,
    new: &Meeting,
    actor: &PersonId,
) -> Result<(), Problem> {
    store::insert(tx, new, app.seam.now()).await?;
    record(tx, app, together, new, Some(actor), MeetingHeld::of).await
}

/// Takes back that such a meeting took place.
///
/// # Errors
/// A fault when the database refuses.
pub async fn unlog(tx: &mut Tx, app: &App, held: &Held, actor: &PersonId) -> Result<(), Problem> {
    store::remove(tx, &held.was.organisation, &held.was.id).await?;
    record(tx, app, &held.together, &held.was, Some(actor), MeetingUntold::of).await
}

async fn record<F: jobs::Fact>(
    tx: &mut Tx,
    app: &App,
    together: &Together,
    meeting: &Meeting,
    actor: Option<&PersonId>,
    fact: impl Fn(&Meeting, &Together) -> F,
) -> Result<(), Problem> {
    let (organisation, actor) = (meeting.organisation.as_str(), actor.map(PersonId::as_str));
    jobs::record(tx, &app.seam, organisation, actor, &fact(meeting, together)).await?;
    Ok(())
}
