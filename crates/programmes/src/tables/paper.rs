//! On paper: a card for each table, and a slip for each person, on A4.

use askama::Template;
use axum::extract::State;
use people::permission::CoordinatorOf;
use web::{Answer, App, Problem, Shell};

use super::{
    desk::{Row, by_person, by_table},
    store,
};
use crate::programme;

#[derive(Template)]
#[template(path = "tables/print.html")]
struct Page {
    page: Shell,
    back: String,
    tables: Vec<Row>,
    people: Vec<Row>,
}

/// The page.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let stored = store::newest(&mut tx, &viewer.organisation, &permit.programme).await?;
    let sitting = stored.ok_or(Problem::Absent)?.plan.sitting;
    let programme =
        programme::store::find(&mut tx, &viewer.organisation, &permit.programme).await?;
    web::html(&Page {
        page: viewer.page_titled(programme.map_or(String::new(), |programme| programme.name)),
        back: format!("/programmes/{}/tables", permit.programme),
        tables: by_table(viewer, &sitting).into_iter().filter(|row| row.here).collect(),
        people: by_person(viewer, &sitting).into_iter().filter(|row| row.here).collect(),
    })
}
