//! Taking one's part back: two clicks, no reason asked.

use askama::Template;
use axum::extract::{Path, State};
use web::{Answer, App, Flash, Problem, Shell};

use super::{facts::EnrolmentWithdrawn, model::Enrolment, permit::Enrolled, step, store};
use crate::programme::Programme;

#[derive(Template)]
#[template(path = "enrolment/withdraw.html")]
struct Page {
    page: Shell,
    programme: Programme,
    mine: Enrolment,
}

/// Asks once.
pub async fn ask(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let mine = permit.own(&enrolment)?.clone();
    let (programme, _) = step::load(&mut app.db.read().await?, &permit, &mine).await?;
    let page = permit.viewer.page("enrolment-withdraw-title");
    web::html(&Page { page, programme, mine })
}

/// Takes it back.
pub async fn withdraw(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let id = permit.own(&enrolment)?.id.clone();
    let held = store::hold(&mut tx, &permit.viewer.organisation, &id).await?;
    let gone = held.ok_or(Problem::Absent)?.withdrawn(app.seam.now())?;
    store::update(&mut tx, &gone, None).await?;
    let (organisation, actor) = (gone.organisation.as_str(), Some(gone.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, actor, &EnrolmentWithdrawn::of(&gone)).await?;
    tx.commit().await?;
    web::see("/", Flash::done("enrolment-withdrawn"))
}
