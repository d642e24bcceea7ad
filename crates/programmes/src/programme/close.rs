//! Closing a programme: what still runs in it closes with kind words, and the doors shut.

use askama::Template;
use axum::extract::State;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem, Shell};

use super::{
    facts::ProgrammeClosed,
    frame::{Frame, Tab, frame},
    store,
};

#[derive(Template)]
#[template(path = "programme/close.html")]
struct Page {
    page: Shell,
    frame: Frame,
    farewell: String,
}

/// Asks, and says what follows.
pub async fn ask(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, &permit.viewer, &permit.programme, Tab::None).await?;
    let farewell = frame.tracks.first().map(|track| track.design.journey.closing.farewell.clone());
    let page = permit.viewer.page("programme-close-title");
    web::html(&Page { page, frame, farewell: farewell.unwrap_or_default() })
}

/// Closes it. The relationships follow by the fact.
pub async fn close(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.write().await?;
    let held = store::hold(&mut tx, &viewer.organisation, &permit.programme).await?;
    let closed = held.ok_or(Problem::Absent)?.closed(app.seam.now())?;
    store::update(&mut tx, &closed).await?;
    let fact = ProgrammeClosed { programme: closed.id.clone() };
    let (organisation, actor) = (viewer.organisation.as_str(), Some(viewer.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, actor, &fact).await?;
    tx.commit().await?;
    web::see(&format!("/programmes/{}", closed.id), Flash::done("programme-closed-now"))
}
