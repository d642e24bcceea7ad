//! Somebody takes back their part in the programme: what was suggested to them is off, what runs
//! they leave, and the coordinators hear that there are people to think of.

use db::Tx;
use jobs::{Recorded, Trouble};
use people::{OrganisationId, PersonId, ProgrammeId, permission, person, post};
use web::App;

use super::{
    answer,
    follow::{self, Held},
    letters,
    model::Least,
    store, trouble,
};
use crate::enrolment::facts::EnrolmentWithdrawn;

/// Ends what an enrolment that was taken back still had.
///
/// # Errors
/// When the database refuses it.
pub async fn withdraw_with_enrolment(
    app: &App,
    tx: &mut Tx,
    fact: &Recorded,
) -> Result<(), Trouble> {
    let gone: EnrolmentWithdrawn = fact.read()?;
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    let mut touched = Vec::new();
    for id in store::open_of_enrolment(tx, &organisation, &gone.enrolment).await? {
        let held = follow::hold(tx, &organisation, &id).await.map_err(trouble)?;
        let least = Least::of(&held.frame.design);
        let last = answer::last_day_from_now(app, &held);
        let is = held.was.clone().withdraw(&gone.person, app.seam.now(), &least, last);
        let Ok(is) = is else { continue };
        follow::follow(tx, app, &held, &is, Some(&gone.person)).await.map_err(trouble)?;
        touched.push(held);
    }
    tell_coordinators(app, tx, &gone, &touched).await
}

/// Only when it touches others, and not those coordinators whom the kind words have reached already.
async fn tell_coordinators(
    app: &App,
    tx: &mut Tx,
    gone: &EnrolmentWithdrawn,
    touched: &[Held],
) -> Result<(), Trouble> {
    let Some(Held { was, frame }) = touched.first() else { return Ok(()) };
    let organisation = &was.organisation;
    let Some(who) = person::find(tx, organisation, &gone.person).await? else { return Ok(()) };
    let page = app.settings.link(&address(&gone.programme));
    for coordinator in permission::coordinators_of(tx, organisation, &gone.programme).await? {
        if takes_part(touched, &coordinator.id) {
            continue;
        }
        let letter = letters::part_taken_back(&coordinator, frame, &who.name, touched.len(), &page);
        let subject = Some(("enrolment", gone.enrolment.as_str()));
        post::send(tx, app, &coordinator, "part-taken-back", subject, &letter).await?;
    }
    Ok(())
}

fn takes_part(touched: &[Held], person: &PersonId) -> bool {
    touched.iter().any(|held| held.was.seats.iter().any(|seat| seat.person == *person))
}

fn address(programme: &ProgrammeId) -> String {
    format!("/programmes/{programme}")
}
