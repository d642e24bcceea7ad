//! Whether people may have contact today: asked at every contact, by whoever makes it.

use db::Tx;
use design::Design;
use jiff::civil::Date;
use people::{OrganisationId, PersonId, ProgrammeId};
use web::{Problem, Refusal};

use super::{
    model::{Kind, Standing, needs},
    store,
};

/// Those of whom something has to hold and does not today, with what it is. Asks the database
/// nothing where the design asks nothing.
///
/// # Errors
/// When the database refuses it.
pub async fn uncleared(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    design: &Design,
    people: &[(PersonId, String)],
    today: Date,
) -> db::Result<Vec<(PersonId, Kind)>> {
    let asked: Vec<(&PersonId, Kind)> = people
        .iter()
        .flat_map(|(person, role)| needs(design, role).into_iter().map(move |kind| (person, kind)))
        .collect();
    if asked.is_empty() {
        return Ok(vec![]);
    }
    let recorded = store::of_programme(tx, organisation, programme).await?;
    let is_open = |&(person, kind): &(&PersonId, Kind)| {
        let of: Vec<_> =
            recorded.iter().filter(|one| one.person == *person && one.kind == kind).collect();
        !Standing::of(&of, today, 0).is_clear()
    };
    let open = asked.into_iter().filter(is_open);
    Ok(open.map(|(person, kind)| (person.clone(), kind)).collect())
}

/// That all these people may have contact today.
///
/// # Errors
/// A refusal when something does not hold of somebody; a fault when the database refuses.
pub async fn ask_cleared(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    design: &Design,
    people: &[(PersonId, String)],
    today: Date,
) -> Result<(), Problem> {
    let open = uncleared(tx, organisation, programme, design, people, today).await?;
    if open.is_empty() {
        return Ok(());
    }
    Err(Refusal::conflict("clearance-no-contact").into())
}
