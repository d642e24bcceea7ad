//! Taking requests back: by hand, with a second thought; and by themselves when they have become
//! needless. The person asked hears one neutral sentence.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use db::Tx;
use jobs::{Recorded, Trouble};
use people::OrganisationId;
use web::{Answer, App, Flash, Problem};

use super::{
    answer::At,
    facts::{RequestRestored, RequestWithdrawn},
    model::{End, Request, Rules},
    refused::Refused,
    store,
    tell::{self, SECOND_THOUGHTS},
    trouble,
};
use crate::{
    enrolment::{Enrolled, facts::EnrolmentWithdrawn},
    ids::{EnrolmentId, RequestId},
    programme::facts::ProgrammeClosed,
    relationship::store::{Frame, frame, hold_places},
};

/// Takes a request back.
pub async fn withdraw(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let mut tx = app.db.write().await?;
    let was = own(&mut tx, &permit, &at).await?;
    let is = was.clone().withdrawn(app.seam.now())?;
    store::save(&mut tx, &is).await?;
    if was.open().is_some() {
        let frame = frame(&mut tx, &is.organisation, &is.track).await?;
        let later = app.seam.now() + SECOND_THOUGHTS;
        tell::off(&mut tx, &app, &is, &frame, later).await?;
    }
    let (organisation, by) = (is.organisation.as_str(), Some(is.asker.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, by, &RequestWithdrawn::of(&is)).await?;
    tx.commit().await?;
    let list = tell::list_of(&is, true);
    let flash = Flash::done("request-withdrawn-done").undo(&format!("{list}/{}/restore", is.id));
    web::see(&list, flash)
}

/// Puts a request that was taken back on the list again.
pub async fn restore(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let mut tx = app.db.write().await?;
    let was = own(&mut tx, &permit, &at).await?;
    let frame = frame(&mut tx, &was.organisation, &was.track).await?;
    let rules = Rules::of(&frame.design).ok_or(Problem::Absent)?;
    let mine = store::of_asker(&mut tx, &was.organisation, &was.asker.enrolment).await?;
    let twice = |r: &&Request| r.is_live() && r.asked.enrolment == was.asked.enrolment;
    if mine.iter().any(|r| twice(&r)) {
        return Err(Refused::AskedAlready.into());
    }
    let ids = [&was.asker.enrolment, &was.asked.enrolment];
    let places = hold_places(&mut tx, &was.organisation, &ids).await?;
    let open = store::open_by_asked(&mut tx, &was.organisation, &was.track).await?;
    let open_there = open.get(&was.asked.enrolment).copied().unwrap_or(0);
    let free = places
        .get(&was.asked.enrolment)
        .map_or(0, |places| tell::free(places, &frame.design, &rules.asked));
    let mine_open = mine.iter().filter(|r| r.open().is_some()).count();
    let room = mine_open < rules.at_once && rules.room(free, open_there) > 0;
    let is = was.restored(room, app.seam.now())?;
    store::save(&mut tx, &is).await?;
    // The word that it is off has not left yet.
    mail::withdraw(&mut tx, &app.seam, "request", is.id.as_str()).await?;
    if let Some(question) = is.open() {
        tell::ask(&mut tx, &app, &is, question, &frame, false).await?;
    }
    let (organisation, by) = (is.organisation.as_str(), Some(is.asker.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, by, &RequestRestored::of(&is)).await?;
    tx.commit().await?;
    web::see(&tell::list_of(&is, true), Flash::done("request-restored-done"))
}

/// The viewer's own request in the path, held until the transaction ends.
pub(super) async fn own(
    tx: &mut Tx,
    permit: &Enrolled,
    (_, enrolment, id): &At,
) -> Answer<Request> {
    let mine = permit.own(enrolment)?;
    hold_places(tx, &mine.organisation, &[&mine.id]).await?;
    let found = store::find(tx, &mine.organisation, &RequestId::from(id.clone())).await?;
    found.filter(|request| request.asker.enrolment == mine.id).ok_or(Problem::Absent)
}

/// Whoever has found enough people asks nobody else.
pub(super) async fn if_full(
    tx: &mut Tx,
    app: &App,
    asker: &EnrolmentId,
    organisation: &OrganisationId,
    frame: &Frame,
    rules: &Rules,
) -> Result<(), Problem> {
    let places = hold_places(tx, organisation, &[asker]).await?;
    let free = |p| tell::free(p, &frame.design, &rules.asks);
    if places.get(asker).is_some_and(|places| free(places) > 0) {
        return Ok(());
    }
    let mine = store::of_asker(tx, organisation, asker).await?;
    neutrally(tx, app, mine, frame).await
}

/// Ends what is live of these requests; those who have one before them hear that there is nothing
/// to answer any more.
pub(super) async fn neutrally(
    tx: &mut Tx,
    app: &App,
    requests: Vec<Request>,
    frame: &Frame,
) -> Result<(), Problem> {
    let now = app.seam.now();
    for request in requests {
        let was_live = request.is_live();
        if request.open().is_some() {
            tell::off(tx, app, &request, frame, now).await?;
        }
        let mut is = if was_live { request.ended(End::Withdrawn, now) } else { request };
        is.told_at = is.told_at.or(Some(now));
        store::save(tx, &is).await?;
    }
    Ok(())
}

/// After somebody took their part back: what they asked is off; what they were asked goes on to
/// the next when the lists are passed on.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw_with_enrolment(
    app: &App,
    tx: &mut Tx,
    fact: &Recorded,
) -> Result<(), Trouble> {
    let gone: EnrolmentWithdrawn = fact.read()?;
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    hold_places(tx, &organisation, &[&gone.enrolment]).await?;
    let live = store::live_of_either(tx, &organisation, &gone.enrolment).await?;
    let Some(track) = live.first().map(|request| request.track.clone()) else { return Ok(()) };
    let frame = frame(tx, &organisation, &track).await?;
    let mine = live.into_iter().filter(|request| request.asker.enrolment == gone.enrolment);
    neutrally(tx, app, mine.collect(), &frame).await.map_err(trouble)
}

/// After a programme was closed, nobody asks anybody.
///
/// # Errors
/// When the database refuses.
pub async fn end_with_programme(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let closed: ProgrammeClosed = fact.read()?;
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    let live = store::live_of_programme(tx, &organisation, &closed.programme).await?;
    let askers: BTreeSet<&EnrolmentId> = live.iter().map(|q| &q.asker.enrolment).collect();
    if askers.is_empty() {
        return Ok(());
    }
    hold_places(tx, &organisation, &askers.into_iter().collect::<Vec<_>>()).await?;
    for request in store::live_of_programme(tx, &organisation, &closed.programme).await? {
        let frame = frame(tx, &organisation, &request.track).await?;
        neutrally(tx, app, vec![request], &frame).await.map_err(trouble)?;
    }
    Ok(())
}
