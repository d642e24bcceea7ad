//! Finding an import, and planning it against what is known now.

use std::collections::HashMap;

use db::Tx;
use people::{directory, organisation};
use sheets::Sheet;
use web::{Answer, App, Problem};
use words::Language;

use super::{
    model::{Import, ImportId, Stage},
    plan::{self, Known, Plan},
    scope::Scope,
    store,
    upload::parse,
};
use crate::{
    TrackId, enrolment,
    programme::{self, Track},
};

/// The places of the path that name an import.
pub(super) type Places = axum::extract::Path<HashMap<String, String>>;

/// The import of the path.
pub(super) async fn found(tx: &mut Tx, scope: &Scope, places: &Places) -> Answer<Import> {
    let (organisation, programme) = (&scope.viewer.organisation, scope.programme.as_ref());
    let found = store::find(tx, organisation, programme, &id(places)?).await?;
    found.ok_or(Problem::Absent)
}

/// The same, held until the transaction ends.
pub(super) async fn held(tx: &mut Tx, scope: &Scope, places: &Places) -> Answer<Import> {
    let (organisation, programme) = (&scope.viewer.organisation, scope.programme.as_ref());
    let found = store::hold(tx, organisation, programme, &id(places)?).await?;
    found.ok_or(Problem::Absent)
}

fn id(places: &Places) -> Answer<ImportId> {
    places.get("import").cloned().map(ImportId::from).ok_or(Problem::Absent)
}

/// The spreadsheet of an import that is looked at.
pub(super) async fn sheet(app: &App, import: &Import) -> Answer<Sheet> {
    if import.stage != Stage::Preview {
        return Err(Problem::Absent);
    }
    let mut tx = app.db.read().await?;
    let bytes = store::file(&mut tx, &import.organisation, &import.id).await?;
    drop(tx);
    let (_, sheet) = parse(bytes).await?;
    sheet.map_err(|flaws| Problem::fault("a file that was read before", format!("{flaws:?}")))
}

/// The track that people come into.
pub(super) async fn track(tx: &mut Tx, import: &Import) -> Answer<Option<Track>> {
    let Some(programme) = &import.programme else { return Ok(None) };
    let id = TrackId::from(import.mapping.track.clone());
    let chosen = programme::store::track(tx, &import.organisation, programme, &id).await?;
    if chosen.is_some() {
        return Ok(chosen);
    }
    let tracks = programme::store::tracks(tx, &import.organisation, programme).await?;
    Ok(tracks.into_iter().next())
}

/// What the import would do, by what is known now.
pub(super) async fn plan(
    tx: &mut Tx,
    language: Language,
    import: &Import,
    sheet: Sheet,
) -> Answer<Plan> {
    let known = known(tx, import).await?;
    let track = track(tx, import).await?;
    let mapping = import.mapping.clone();
    let work = move || plan::plan(language, &sheet, &mapping, track.as_ref(), &known);
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Problem::fault("planning an import", error))
}

async fn known(tx: &mut Tx, import: &Import) -> db::Result<Known> {
    let home = organisation::store::one(tx, &import.organisation).await?;
    let mut known = Known {
        people: directory::store::everybody(tx, &import.organisation).await?,
        language: home.language.tag().to_owned(),
        time_zone: home.zone.iana_name().unwrap_or("UTC").to_owned(),
        ..Known::default()
    };
    if let Some(programme) = &import.programme {
        let organisation = &import.organisation;
        known.enrolments =
            enrolment::store::of_programme(tx, organisation, programme, None).await?;
        known.answered = store::answered(tx, organisation, programme).await?.into_iter().collect();
    }
    Ok(known)
}
