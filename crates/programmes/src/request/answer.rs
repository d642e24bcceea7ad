//! Answering a request: yes, and it runs; or no, which needs no reason.

use axum::extract::{Path, State};
use db::Tx;
use people::{OrganisationId, PersonId};
use web::{Answer, App, Flash, Problem};

use super::{
    facts::{RequestAccepted, RequestDeclined},
    model::{End, Ended, Request, Rules, State as Standing},
    refused::Refused,
    store, tell, withdraw,
};
use crate::{
    enrolment::Enrolled,
    ids::{RelationshipId, RequestId},
    relationship::{self, NewRelationship, NewSeat, store::Frame},
};

/// The places in the path of a request.
pub(super) type At = (String, String, String);

/// Yes.
pub async fn accept(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let id = asked_of(&permit, &app, &at).await?;
    let mut tx = app.db.write().await?;
    let of = &permit.viewer;
    let relationship = say_yes(&mut tx, &app, &of.organisation, &id, &of.person).await?;
    tx.commit().await?;
    web::see(&format!("/relationships/{relationship}"), Flash::done("request-you-said-yes"))
}

/// No.
pub async fn decline(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let id = asked_of(&permit, &app, &at).await?;
    let mut tx = app.db.write().await?;
    let of = &permit.viewer;
    say_no(&mut tx, &app, &of.organisation, &id, &of.person).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/enrolments/{}/requests", at.0, at.1);
    web::see(&list, Flash::done("request-you-said-no"))
}

/// The request in the path, if it was made to the viewer.
async fn asked_of(permit: &Enrolled, app: &App, (_, enrolment, id): &At) -> Answer<RequestId> {
    let mine = permit.own(enrolment)?;
    let id = RequestId::from(id.clone());
    let found = store::find(&mut app.db.read().await?, &mine.organisation, &id).await?;
    match found {
        Some(found) if found.asked.enrolment == mine.id => Ok(found.id),
        _ => Err(Problem::Absent),
    }
}

/// Says yes for a person: the two are together from now on. Saying it again changes nothing.
///
/// # Errors
/// A refusal when there is nothing to answer any more, or one of them has no place left.
pub async fn say_yes(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &RequestId,
    person: &PersonId,
) -> Result<RelationshipId, Problem> {
    let (was, frame, rules) = hold(tx, organisation, id, person).await?;
    if let Standing::Ended(Ended { how: End::Accepted, relationship: Some(is), .. }, _) = &was.state
    {
        return Ok(is.clone());
    }
    let now = app.seam.now();
    let mut is = was.clone().answered(true, now)?;
    check_places(tx, &was, &frame, &rules).await?;
    let relationship = relationship::begin(tx, app, together(app, &was, &rules), person).await?;
    if let Standing::Ended(ended, _) = &mut is.state {
        ended.relationship = Some(relationship.clone());
    }
    store::save(tx, &is).await?;
    mail::withdraw(tx, &app.seam, "request", is.id.as_str()).await?;
    let by = Some(person.as_str());
    jobs::record(tx, &app.seam, organisation.as_str(), by, &RequestAccepted::of(&is)).await?;
    withdraw::if_full(tx, app, &is.asker.enrolment, organisation, &frame, &rules).await?;
    Ok(relationship)
}

/// Says no for a person. Saying it again changes nothing.
///
/// # Errors
/// A refusal when there is nothing to answer any more.
pub async fn say_no(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    id: &RequestId,
    person: &PersonId,
) -> Result<(), Problem> {
    let (was, ..) = hold(tx, organisation, id, person).await?;
    if was.end() == Some(End::Declined) {
        return Ok(());
    }
    let is = was.answered(false, app.seam.now())?;
    store::save(tx, &is).await?;
    mail::withdraw(tx, &app.seam, "request", is.id.as_str()).await?;
    let by = Some(person.as_str());
    jobs::record(tx, &app.seam, organisation.as_str(), by, &RequestDeclined::of(&is)).await?;
    Ok(())
}

/// A request to a person, with the places of both held until the transaction ends: nobody takes
/// one, nor answers, meanwhile.
async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RequestId,
    person: &PersonId,
) -> Result<(Request, Frame, Rules), Problem> {
    let seen = store::find(tx, organisation, id).await?;
    let seen = seen.filter(|q| q.asked.person == *person).ok_or(Problem::Absent)?;
    let both = [&seen.asker.enrolment, &seen.asked.enrolment];
    relationship::store::hold_places(tx, organisation, &both).await?;
    let was = store::find(tx, organisation, id).await?.ok_or(Problem::Absent)?;
    let frame = relationship::store::frame(tx, organisation, &was.track).await?;
    let rules = Rules::of(&frame.design).ok_or(Problem::Absent)?;
    Ok((was, frame, rules))
}

/// Says which of the two has no place, for the one who answers.
async fn check_places(
    tx: &mut Tx,
    request: &Request,
    frame: &Frame,
    rules: &Rules,
) -> Result<(), Problem> {
    let both = [&request.asker.enrolment, &request.asked.enrolment];
    let places = relationship::store::hold_places(tx, &request.organisation, &both).await?;
    for (side, role, why) in [
        (&request.asker, &rules.asks, Refused::Found),
        (&request.asked, &rules.asked, Refused::Full),
    ] {
        let free = |p: &relationship::store::Places| tell::free(p, &frame.design, role) > 0;
        if !places.get(&side.enrolment).is_some_and(free) {
            return Err(why.into());
        }
    }
    tell::still_runs(tx, request).await
}

fn together(app: &App, request: &Request, rules: &Rules) -> NewRelationship {
    let seat = |side: &super::model::Side, role: &str| NewSeat {
        enrolment: side.enrolment.clone(),
        person: side.person.clone(),
        role: role.to_owned(),
    };
    let now = app.seam.now();
    NewRelationship {
        organisation: request.organisation.clone(),
        programme: request.programme.clone(),
        track: request.track.clone(),
        round: None,
        seats: vec![seat(&request.asked, &rules.asked), seat(&request.asker, &rules.asks)],
        score: request.score,
        reasons: request.reasons.clone(),
        offered_at: now,
        offered_until: request.open().map_or(now, |open| open.until.max(now)),
    }
}
