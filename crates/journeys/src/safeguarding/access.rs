//! Who may read a concern: whoever said it, and those in charge of it. The one place that decides.

use db::Tx;
use people::{
    PersonId,
    permission::{Viewer, coordinators_of},
    person::Person,
};
use web::{Answer, Problem};

use super::{
    model::{Around, Concern},
    store,
};

/// As whom somebody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// They said it.
    Raiser,
    /// They are in charge of it.
    Lead,
}

/// A concern that a viewer may read, and as whom; held for this transaction.
///
/// # Errors
/// [`Problem::Absent`] for everybody else; a fault when the database refuses.
pub(super) async fn readable(tx: &mut Tx, viewer: &Viewer, id: &str) -> Answer<(Concern, Part)> {
    let found = store::hold(tx, &viewer.organisation, id).await?;
    let concern = found.ok_or(Problem::Absent)?;
    if concern.raised_by == viewer.person {
        return Ok((concern, Part::Raiser));
    }
    let leads = concern.leads(&around(tx, &concern).await?);
    if leads.contains(&viewer.person) { Ok((concern, Part::Lead)) } else { Err(Problem::Absent) }
}

/// Those around a concern.
pub(super) async fn around(tx: &mut Tx, concern: &Concern) -> db::Result<Around> {
    let organisation = &concern.organisation;
    let ids = |people: Vec<Person>| -> Vec<PersonId> { people.into_iter().map(|p| p.id).collect() };
    let coordinators = match &concern.programme {
        Some(programme) => ids(coordinators_of(tx, organisation, programme).await?),
        None => vec![],
    };
    let inside = match &concern.relationship {
        Some(relationship) => store::inside(tx, organisation, relationship).await?,
        None => vec![],
    };
    let administrators = store::administrators(tx, organisation).await?;
    Ok(Around { coordinators, administrators, inside })
}
