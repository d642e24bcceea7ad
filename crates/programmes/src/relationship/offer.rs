//! Offering: people are asked whether they want to be brought together. Called by whoever brings
//! them together, in the transaction that does.

use db::Tx;
use design::Design;
use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};
use web::{App, Problem};

use super::{
    answer,
    facts::RelationshipOffered,
    follow::{Held, follow, record},
    model::{Offer, Relationship, Reply, Seat, State},
    reason::Reason,
    refused::Refused,
    store::{self, Frame, Places},
    tell::Tell,
};
use crate::{
    ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId},
    screening,
};

/// People to be brought together.
#[derive(Debug, Clone)]
pub struct NewRelationship {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The track.
    pub track: TrackId,
    /// The round that suggests it; none when a coordinator does by hand.
    pub round: Option<RoundId>,
    /// Who, with which part.
    pub seats: Vec<NewSeat>,
    /// The engine's score, 0 to 100.
    pub score: Option<f64>,
    /// Why these people.
    pub reasons: Vec<Reason>,
    /// From when they see it; its mails do not leave before.
    pub offered_at: Timestamp,
    /// Until when it can be answered.
    pub offered_until: Timestamp,
}

/// A seat to be taken.
#[derive(Debug, Clone)]
pub struct NewSeat {
    /// The enrolment that it counts against.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// The role's name in the design.
    pub role: String,
}

/// Asks people whether they want to be brought together. Their places are taken from now on.
///
/// # Errors
/// A refusal when somebody has no place left; a fault when the database refuses.
pub async fn offer(
    tx: &mut Tx,
    app: &App,
    new: NewRelationship,
) -> Result<RelationshipId, Problem> {
    let frame = store::frame(tx, &new.organisation, &new.track).await?;
    check(tx, app, &new, &frame).await?;
    let (from, until) = (new.offered_at, new.offered_until);
    let relationship = written(app, new);
    store::insert(tx, &relationship, app.seam.now()).await?;
    record!(tx, app, relationship, None, RelationshipOffered);
    let tell = Tell::about(tx, app, &relationship, &frame).await?;
    tell.ask(tx, "offer", until, from).await?;
    Ok(relationship.id)
}

/// Brings people together who have all said yes already: it runs from now on. `by` said the last one.
///
/// # Errors
/// A refusal when somebody has no place left; a fault when the database refuses.
pub async fn begin(
    tx: &mut Tx,
    app: &App,
    new: NewRelationship,
    by: &PersonId,
) -> Result<RelationshipId, Problem> {
    let frame = store::frame(tx, &new.organisation, &new.track).await?;
    check(tx, app, &new, &frame).await?;
    let now = app.seam.now();
    let was = written(app, new);
    store::insert(tx, &was, now).await?;
    let held = Held { was, frame };
    let last = answer::last_day_from_now(app, &held);
    let people: Vec<PersonId> = held.was.seats.iter().map(|seat| seat.person.clone()).collect();
    let mut is = held.was.clone();
    for person in &people {
        is = is.accept(person, now, last)?;
    }
    follow(tx, app, &held, &is, Some(by)).await?;
    Ok(is.id)
}

/// That everybody has a place, and that what has to hold before contact does today.
async fn check(
    tx: &mut Tx,
    app: &App,
    new: &NewRelationship,
    frame: &Frame,
) -> Result<(), Problem> {
    let enrolments: Vec<&EnrolmentId> = new.seats.iter().map(|seat| &seat.enrolment).collect();
    let places = store::hold_places(tx, &new.organisation, &enrolments).await?;
    for seat in &new.seats {
        let free = places
            .get(&seat.enrolment)
            .is_some_and(|p| p.approved && p.taken < capacity(p, &frame.design, &seat.role));
        if !free {
            return Err(Refused::PartnerFull.into());
        }
    }
    let members: Vec<(PersonId, String)> =
        new.seats.iter().map(|seat| (seat.person.clone(), seat.role.clone())).collect();
    let today = app.seam.now().to_zoned(frame.zone.clone()).date();
    screening::ask_cleared(tx, &new.organisation, &new.programme, &frame.design, &members, today)
        .await
}

/// How many relationships an enrolment may hold: its own word, or the design's usual number.
#[must_use]
pub fn capacity(places: &Places, design: &Design, role: &str) -> i64 {
    let usual = || design.role(role).map_or(1, |role| i64::from(role.load.usual));
    places.capacity.unwrap_or_else(usual)
}

fn written(app: &App, new: NewRelationship) -> Relationship {
    let seat = |seat: NewSeat| Seat {
        id: SeatId::from(app.seam.id()),
        enrolment: seat.enrolment,
        person: seat.person,
        role: seat.role,
        reply: Reply::Pending,
        replied_at: None,
        left_at: None,
    };
    let offer = Offer { from: new.offered_at, until: new.offered_until, reminded_at: None };
    Relationship {
        id: RelationshipId::from(app.seam.id()),
        organisation: new.organisation,
        programme: new.programme,
        track: new.track,
        round: new.round,
        seats: new.seats.into_iter().map(seat).collect(),
        state: State::Offered(offer),
        score: new.score,
        reasons: new.reasons,
    }
}
