//! Answering an offer, in the browser: yes or no.

use askama::Template;
use axum::extract::State;
use db::Tx;
use people::{OrganisationId, PersonId};
use web::{Answer, App, Flash, Problem, Shell};

use super::{
    follow::{self, Held},
    model::{Least, Relationship, Reply, State as Standing, last_day},
    offer::capacity,
    permit::SeatHolder,
    refused::Refused,
    store,
};
use crate::ids::RelationshipId;

/// Yes.
pub async fn accept(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    let is = say_yes(&mut tx, &app, &of.organisation, &holder.relationship, &of.person).await?;
    tx.commit().await?;
    let word = if is.is_running() { "offer-all-said-yes" } else { "offer-you-said-yes" };
    web::see(&format!("/relationships/{}", holder.relationship), Flash::done(word))
}

#[derive(Template)]
#[template(path = "relationship/decline.html")]
struct DeclinePage {
    page: Shell,
    relationship: RelationshipId,
}

/// The question before a no.
pub async fn decline_page(holder: SeatHolder) -> Answer {
    let page = holder.viewer.page("decline-title");
    web::html(&DeclinePage { page, relationship: holder.relationship })
}

/// No.
pub async fn decline(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    say_no(&mut tx, &app, &of.organisation, &holder.relationship, &of.person).await?;
    tx.commit().await?;
    web::see("/", Flash::done("offer-you-said-no"))
}

/// Says yes for a person. Saying it again changes nothing.
///
/// # Errors
/// A refusal when there is nothing to answer, or all the person's places are taken.
pub async fn say_yes(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &RelationshipId,
    person: &PersonId,
) -> Result<Relationship, Problem> {
    let held = hold_seen(tx, app, organisation, id).await?;
    if has_said(&held.was, person, Reply::Accepted) {
        return Ok(held.was);
    }
    let last = last_day_from_now(app, &held);
    let is = held.was.clone().accept(person, app.seam.now(), last)?;
    check_place(tx, &held, person).await?;
    follow::ask_cleared(tx, app, &held).await?;
    follow::follow(tx, app, &held, &is, Some(person)).await?;
    Ok(is)
}

/// Says no for a person. Saying it again changes nothing.
///
/// # Errors
/// A refusal when there is nothing to answer.
pub async fn say_no(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &RelationshipId,
    person: &PersonId,
) -> Result<Relationship, Problem> {
    let held = hold_seen(tx, app, organisation, id).await?;
    if has_said(&held.was, person, Reply::Declined) {
        return Ok(held.was);
    }
    let (least, last) = (Least::of(&held.frame.design), last_day_from_now(app, &held));
    let is = held.was.clone().decline(person, app.seam.now(), &least, last)?;
    follow::follow(tx, app, &held, &is, Some(person)).await?;
    Ok(is)
}

/// The last day of a relationship that begins today.
#[must_use]
pub fn last_day_from_now(app: &App, held: &Held) -> Option<jiff::civil::Date> {
    let today = app.seam.now().to_zoned(held.frame.zone.clone()).date();
    last_day(&held.frame.design, today, held.frame.programme_ends)
}

/// Before its time there is no offer yet.
async fn hold_seen(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Held, Problem> {
    let held = follow::hold(tx, organisation, id).await?;
    match &held.was.state {
        Standing::Offered(offer) if offer.from > app.seam.now() => Err(Problem::Absent),
        _ => Ok(held),
    }
}

fn has_said(relationship: &Relationship, person: &PersonId, reply: Reply) -> bool {
    let answerable = !matches!(relationship.state, Standing::Closed(_)) || reply == Reply::Declined;
    answerable && relationship.seats.iter().any(|s| s.person == *person && s.reply == reply)
}

/// Whether the person has a place left for good. Held until the transaction ends, so that two yeses
/// at once never take one place.
async fn check_place(tx: &mut Tx, held: &Held, person: &PersonId) -> Result<(), Problem> {
    let seat = held.was.seat_of(person).ok_or(Problem::Absent)?;
    let enrolments = [&seat.enrolment];
    let places = store::hold_places(tx, &held.was.organisation, &enrolments).await?;
    let free = places
        .get(&seat.enrolment)
        .is_some_and(|p| p.accepted < capacity(p, &held.frame.design, &seat.role));
    if free { Ok(()) } else { Err(Refused::Full.into()) }
}
