//! The list of people as a file.

use axum::extract::State;
use web::{Answer, App, Problem};

use super::{PeopleExported, file, store};
use crate::permission::{Administrator, Viewer};

/// As separated text.
pub(super) async fn csv(Administrator(viewer): Administrator, State(app): State<App>) -> Answer {
    let text = sheets::write::csv(rows(&viewer, &app).await?);
    Ok(web::download("people.csv", "text/csv; charset=utf-8", text.into_bytes()))
}

/// As a workbook.
pub(super) async fn xlsx(Administrator(viewer): Administrator, State(app): State<App>) -> Answer {
    let bytes = sheets::write::xlsx("people", rows(&viewer, &app).await?)
        .map_err(|error| Problem::fault("writing the list of people", error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(web::download("people.xlsx", kind, bytes))
}

async fn rows(viewer: &Viewer, app: &App) -> Answer<Vec<Vec<String>>> {
    let mut tx = app.db.write().await?;
    let everybody = store::everybody(&mut tx, &viewer.organisation).await?;
    let organisation = viewer.organisation.clone();
    let fact = PeopleExported { organisation, people: everybody.len() };
    let actor = Some(viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, viewer.organisation.as_str(), actor, &fact).await?;
    tx.commit().await?;
    let mut rows = vec![file::HEADINGS.map(str::to_owned).to_vec()];
    rows.extend(file::rows(&everybody).into_iter().map(|(_, row)| row));
    Ok(rows)
}
