//! Closing from outside: a coordinator for one, the end of a programme for all.

use db::Tx;
use jobs::{Recorded, Trouble};
use people::{OrganisationId, PersonId, ProgrammeId};
use web::{App, Problem};

use super::{
    follow,
    model::{Closure, State},
    store, trouble,
};
use crate::{ids::RelationshipId, programme::facts::ProgrammeClosed};

/// Closes one, for a coordinator. The people get the same words as always, and come first next time.
///
/// # Errors
/// Absent when it is not in the programme; a refusal when it is over already.
pub async fn close(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    id: &RelationshipId,
    by: &PersonId,
) -> Result<(), Problem> {
    let held = follow::hold(tx, organisation, id).await?;
    if held.was.programme != *programme {
        return Err(Problem::Absent);
    }
    let closure = match held.was.state {
        State::Offered(_) => Closure::Expired,
        State::Active(_) | State::Paused(..) | State::Closed(_) => Closure::EndedEarly,
    };
    let is = held.was.clone().close(app.seam.now(), closure, Some(by.clone()))?;
    follow::follow(tx, app, &held, &is, Some(by)).await
}

/// Closes all that a programme has: what runs is completed, what was only offered has expired.
/// Gives how many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn close_all(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    by: Option<&PersonId>,
) -> Result<usize, Problem> {
    let open = store::open_of_programme(tx, organisation, programme).await?;
    for id in &open {
        let held = follow::hold(tx, organisation, id).await?;
        let closure = match held.was.state {
            State::Offered(_) => Closure::Expired,
            State::Active(_) | State::Paused(..) | State::Closed(_) => Closure::Completed,
        };
        let Ok(is) = held.was.clone().close(app.seam.now(), closure, by.cloned()) else { continue };
        follow::follow(tx, app, &held, &is, by).await?;
    }
    Ok(open.len())
}

/// The end of a programme is the end of all that still runs in it.
///
/// # Errors
/// When the database refuses it.
pub async fn close_with_programme(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let closed: ProgrammeClosed = fact.read()?;
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    let by = fact.actor_id.clone().map(PersonId::from);
    close_all(tx, app, &organisation, &closed.programme, by.as_ref()).await.map_err(trouble)?;
    Ok(())
}
