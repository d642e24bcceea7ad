//! Appointing somebody, and ending it.

use axum::extract::{Path, State};
use db::Tx;
use people::{
    PersonId, ProgrammeId,
    permission::{self, Administrator, Part, Viewer},
    person::{self, Person},
};
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use crate::programme;

/// To what: `administrator`, or a programme's id for its coordinator.
#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    to: String,
}

/// Appoints.
pub(super) async fn appoint(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (person, part, of) = read(&mut tx, &viewer, id, &chosen).await?;
    let (organisation, by) = (&viewer.organisation, Some(&viewer.person));
    permission::appoint(&mut tx, &app.seam, organisation, &person.id, part, of.as_ref(), by)
        .await?;
    tx.commit().await?;
    let flash = Flash::done("person-appointed").with("name", &person.name);
    web::see(&format!("/people/{}", person.id), flash)
}

/// Ends an appointment.
pub(super) async fn end(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (person, part, of) = read(&mut tx, &viewer, id, &chosen).await?;
    let (organisation, by) = (&viewer.organisation, &viewer.person);
    let of = of.as_ref();
    let ended =
        permission::end_appointment(&mut tx, &app.seam, organisation, &person.id, part, of, by)
            .await?;
    if !ended {
        return Err(Refusal::conflict("person-last-administrator").into());
    }
    tx.commit().await?;
    let path = if person.id == viewer.person && part == Part::Administrator {
        "/".to_owned()
    } else {
        format!("/people/{}", person.id)
    };
    web::see(&path, Flash::done("person-appointment-ended"))
}

async fn read(
    tx: &mut Tx,
    viewer: &Viewer,
    id: String,
    chosen: &Chosen,
) -> Answer<(Person, Part, Option<ProgrammeId>)> {
    let id = PersonId::from(id);
    let person = person::find(tx, &viewer.organisation, &id).await?.ok_or(Problem::Absent)?;
    if chosen.to == "administrator" {
        return Ok((person, Part::Administrator, None));
    }
    let programme = ProgrammeId::from(chosen.to.clone());
    let found = programme::store::find(tx, &viewer.organisation, &programme).await?;
    let found = found.ok_or(Problem::Absent)?;
    Ok((person, Part::Coordinator, Some(found.id)))
}
