//! Name and dates of a programme.

use askama::Template;
use axum::extract::State;
use people::permission::CoordinatorOf;
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    dates::{Dates, Typed},
    facts::ProgrammeChanged,
    frame::{Frame, Tab, frame},
    model::Programme,
    store,
};

#[derive(Template)]
#[template(path = "programme/settings.html")]
struct Page {
    page: Shell,
    frame: Frame,
    typed: Typed,
    errors: Errors,
}

/// The page.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, &permit.viewer, &permit.programme, Tab::None).await?;
    let programme = &frame.programme;
    let dates = Dates {
        opens_on: programme.opens_on,
        closes_on: programme.closes_on,
        starts_on: programme.starts_on,
        ends_on: programme.ends_on,
    };
    let typed = Typed::of(&programme.name, dates);
    let errors = Errors::new(permit.viewer.language);
    web::html(&Page { page: permit.viewer.page("programme-settings-title"), frame, typed, errors })
}

/// Stores them.
pub(super) async fn save(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut errors = Errors::new(viewer.language);
    let name = errors.text("name", &typed.name, 120);
    let dates = Dates::read(&typed, &mut errors);
    if !errors.is_empty() {
        let mut tx = app.db.read().await?;
        let frame = frame(&mut tx, viewer, &permit.programme, Tab::None).await?;
        let page = viewer.page("programme-settings-title");
        return web::html_with_errors(&Page { page, frame, typed, errors });
    }
    let mut tx = app.db.write().await?;
    let held = store::hold(&mut tx, &viewer.organisation, &permit.programme).await?;
    let old = held.ok_or(Problem::Absent)?;
    let new = Programme {
        name,
        opens_on: dates.opens_on,
        closes_on: dates.closes_on,
        starts_on: dates.starts_on,
        ends_on: dates.ends_on,
        ..old
    };
    store::update(&mut tx, &new).await?;
    let fact = ProgrammeChanged { programme: new.id.clone() };
    let (organisation, actor) = (viewer.organisation.as_str(), Some(viewer.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, actor, &fact).await?;
    tx.commit().await?;
    web::see(&format!("/programmes/{}", permit.programme), Flash::done("programme-saved"))
}
