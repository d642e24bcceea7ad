//! The list of people as a file, in the columns that an import reads.

use std::collections::HashMap;

use axum::extract::State;
use web::{Answer, App, Problem};

use super::{Details, PeopleExported, store};
use crate::{
    PersonId,
    permission::{Administrator, Viewer},
};

/// Affinities stay out: who belongs to a group must not be inferable from a file.
const HEADINGS: [&str; 12] = [
    "id",
    "name",
    "email",
    "organisation",
    "department",
    "site",
    "job_title",
    "manager",
    "level",
    "time_zone",
    "languages",
    "availability",
];

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
    let keys: HashMap<&PersonId, &str> =
        everybody.iter().map(|(id, details)| (id, key(id, details))).collect();
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    rows.extend(everybody.iter().map(|(id, details)| row(id, details, &keys)));
    Ok(rows)
}

/// What tells a person apart in the file.
fn key<'a>(id: &'a PersonId, details: &'a Details) -> &'a str {
    details.outside_key.as_deref().or(details.email.as_deref()).unwrap_or(id.as_str())
}

fn row(id: &PersonId, details: &Details, keys: &HashMap<&PersonId, &str>) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let manager = details.manager.as_ref().and_then(|manager| keys.get(manager));
    vec![
        key(id, details).to_owned(),
        details.name.clone(),
        text(&details.email),
        text(&details.company),
        text(&details.department),
        text(&details.site),
        text(&details.job_title),
        manager.map(|key| (*key).to_owned()).unwrap_or_default(),
        details.level.map(|level| level.to_string()).unwrap_or_default(),
        details.time_zone.clone(),
        details.languages.join("; "),
        hours(details),
    ]
}

fn hours(details: &Details) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let text = |hours: &crate::person::Hours| {
        let day = usize::try_from(hours.day - 1).ok().and_then(|day| DAYS.get(day)).copied();
        let (from, to) = (hours.from, hours.to);
        let day = day.unwrap_or_default();
        format!("{day} {:02}:{:02}-{:02}:{:02}", from.hour(), from.minute(), to.hour(), to.minute())
    };
    details.availability.iter().map(text).collect::<Vec<_>>().join("; ")
}
