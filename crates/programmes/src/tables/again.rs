//! Two who would both like to go on are asked whether they want to be brought together. A wish that
//! is not mutual is seen by nobody.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use db::Tx;
use design::{Audience, Design};
use jiff::SignedDuration;
use people::{PersonId, ProgrammeId};
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    model::Guest,
    store::{self, Stored},
};
use crate::{
    enrolment::Enrolled,
    programme,
    relationship::{self, NewRelationship, NewSeat, reason::Reason},
};

/// Those who were ticked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ticked {
    wish: Vec<String>,
}

/// Writes the wishes down, and asks those who wish for each other.
pub async fn act(permit: Enrolled, State(app): State<App>, Form(ticked): Form<Ticked>) -> Answer {
    let viewer = &permit.viewer;
    let (organisation, me) = (&viewer.organisation, &viewer.person);
    let mut tx = app.db.write().await?;
    let stored = store::newest(&mut tx, organisation, &permit.programme).await?;
    let stored = stored.ok_or(Problem::Absent)?;
    if !stored.plan.sitting.is_over() {
        return Err(Refusal::conflict("tables-not-over").into());
    }
    let met = stored.plan.sitting.met(me.as_str());
    let wished: BTreeSet<String> = ticked.wish.into_iter().filter(|id| met.contains(id)).collect();
    let before = store::wishes(&mut tx, organisation, &stored.id, me).await?;
    for gone in before.difference(&wished) {
        store::unwish(&mut tx, organisation, &stored.id, me, gone).await?;
    }
    let mut together = 0;
    for other in &wished {
        store::wish(&mut tx, organisation, &stored.id, me, other, app.seam.now()).await?;
        let theirs = PersonId::from(other.clone());
        let wishes = store::wishes(&mut tx, organisation, &stored.id, &theirs).await?;
        if wishes.contains(me.as_str()) && asked(&mut tx, &app, &permit, &stored, other).await? {
            together += 1;
        }
    }
    tx.commit().await?;
    let home = format!("/programmes/{}/my-tables", permit.programme);
    let key = if together > 0 { "tables-wished-mutual" } else { "tables-wished" };
    web::see(&home, Flash::done(key).with("count", together))
}

/// Asks two whether they want to be brought together, unless they were before, or one of them has
/// no place left. Tells whether it did.
async fn asked(
    tx: &mut Tx,
    app: &App,
    permit: &Enrolled,
    stored: &Stored,
    other: &str,
) -> Answer<bool> {
    let me = permit.viewer.person.as_str();
    let organisation = &permit.viewer.organisation;
    if store::are_together(tx, organisation, &stored.track, me, other).await? {
        return Ok(false);
    }
    let tracks = programme::store::tracks(tx, organisation, &permit.programme).await?;
    let track = tracks.into_iter().find(|track| track.id == stored.track).ok_or(Problem::Absent)?;
    let seats = seats(&track.design, stored, [me, other]);
    let Some(new) = offer(app, permit, stored, &track.design, seats) else { return Ok(false) };
    match relationship::offer(tx, app, new).await {
        Ok(_) => Ok(true),
        // Their wishes stay: as soon as there is a place, saying so again asks them.
        Err(Problem::Refusal(_)) => Ok(false),
        Err(problem) => Err(problem),
    }
}

fn seats(design: &Design, stored: &Stored, people: [&str; 2]) -> Vec<NewSeat> {
    let sitting = &stored.plan.sitting;
    let Some((giver, receiver)) = design.two_sides() else { return vec![] };
    let sides = [(&sitting.givers, giver), (&sitting.receivers, receiver)];
    let seat = |(guests, role): (&Vec<Guest>, &design::Role)| {
        let guest = guests.iter().find(|guest| people.contains(&guest.person.as_str()))?;
        Some(NewSeat {
            enrolment: guest.enrolment.clone().into(),
            person: PersonId::from(guest.person.clone()),
            role: role.name.clone(),
        })
    };
    sides.into_iter().filter_map(seat).collect()
}

fn offer(
    app: &App,
    permit: &Enrolled,
    stored: &Stored,
    design: &Design,
    seats: Vec<NewSeat>,
) -> Option<NewRelationship> {
    let days = i64::from(design.journey.requests.expire_day);
    let now = app.seam.now();
    let programme: &ProgrammeId = &permit.programme;
    (seats.len() == 2).then(|| NewRelationship {
        organisation: permit.viewer.organisation.clone(),
        programme: programme.clone(),
        track: stored.track.clone(),
        round: None,
        seats,
        score: None,
        reasons: vec![Reason {
            key: "tables-why".to_owned(),
            args: BTreeMap::new(),
            audience: Audience::Partners,
        }],
        offered_at: now,
        offered_until: now + SignedDuration::from_hours(24 * days),
    })
}
