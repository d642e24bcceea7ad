//! When a relationship ends or rests, what was planned is off and out of the calendars.

use db::Tx;
use jiff::{Timestamp, civil::Date};
use jobs::{Fact as _, Recorded, Trouble};
use people::{OrganisationId, PersonId};
use programmes::{
    RelationshipId,
    relationship::facts::{RelationshipClosed, RelationshipPaused, SeatLeft},
};
use web::{App, Problem};

use super::{
    model::{Meeting, State as Stands},
    step::{self, Held},
    store,
    tell::{News, Tell},
};
use crate::together::Together;

/// After `relationship_closed`: all that was planned is off.
///
/// # Errors
/// When it is worth another try.
pub async fn call_off(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let closed: RelationshipClosed = fact.read()?;
    every(app, tx, fact, &closed.relationship, None).await
}

/// After `relationship_paused`: what was planned for the time of the pause is off.
///
/// # Errors
/// When it is worth another try.
pub async fn rest(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let paused: RelationshipPaused = fact.read()?;
    let until: Date = paused
        .until
        .parse()
        .map_err(|e| Trouble::GiveUp(format!("{} names no day: {e}", RelationshipPaused::NAME)))?;
    every(app, tx, fact, &paused.relationship, Some(until)).await
}

/// After `seat_left`: the meetings leave the calendar of whoever left the group.
///
/// # Errors
/// When it is worth another try.
pub async fn leave(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let left: SeatLeft = fact.read()?;
    let (together, meetings) = planned(app, tx, fact, &left.relationship).await?;
    let person = PersonId::from(left.person);
    let Some(reader) = together.members.iter().find(|m| m.person.id == person) else {
        return Ok(());
    };
    for meeting in meetings.iter().filter(|m| m.is_ahead(app.seam.now())) {
        let gone = Meeting { sequence: meeting.sequence + 1, ..meeting.clone() };
        Tell { app, together: &together, meeting: &gone }.one(tx, News::Cancelled, reader).await?;
    }
    Ok(())
}

async fn every(
    app: &App,
    tx: &mut Tx,
    fact: &Recorded,
    relationship: &str,
    before: Option<Date>,
) -> Result<(), Trouble> {
    let (together, meetings) = planned(app, tx, fact, relationship).await?;
    let now = app.seam.now();
    let zone = &together.frame.zone;
    let concerned = |at: Timestamp| before.is_none_or(|day| at.to_zoned(zone.clone()).date() < day);
    for was in meetings {
        let off = match &was.state {
            Stands::Proposed(_) => true,
            Stands::Booked(at) => *at > now && concerned(*at),
            Stands::Held { .. } | Stands::Missed(_) | Stands::Cancelled(_) => false,
        };
        let Some(is) = off.then(|| was.clone().cancel(now).ok()).flatten() else { continue };
        let held = Held { was, together: together.clone() };
        step::follow(tx, app, &held, &is, None).await.map_err(trouble)?;
    }
    Ok(())
}

async fn planned(
    app: &App,
    tx: &mut Tx,
    fact: &Recorded,
    relationship: &str,
) -> Result<(Together, Vec<Meeting>), Trouble> {
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    let id = RelationshipId::from(relationship.to_owned());
    let together = Together::load(tx, &organisation, &id, app.seam.now()).await.map_err(trouble)?;
    let meetings = store::of_relationship(tx, &organisation, &id).await?;
    Ok((together, meetings))
}

/// A job cannot be refused or sent away: whatever stops it is worth another try.
pub(super) fn trouble(problem: Problem) -> Trouble {
    Trouble::Retry(format!("{problem:?}"))
}
