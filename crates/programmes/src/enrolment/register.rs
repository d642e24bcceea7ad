//! Where registration goes on: at the first question without an answer, or at the choice of a role.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use people::{
    ProgrammeId,
    permission::{SignedIn, Viewer},
};
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Form, Problem, Shell};

use super::{
    asking,
    join::capitalised,
    model::{Enrolment, State as EnrolmentState},
    store,
};
use crate::programme::{self, Programme, Track};

#[derive(Template)]
#[template(path = "enrolment/role.html")]
struct Page {
    page: Shell,
    programme: Programme,
    design: design::Design,
    roles: Vec<Choice>,
    errors: Errors,
}

/// The role that somebody chose.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    role: String,
}

/// Goes on where the person stopped.
pub async fn page(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Path(programme): Path<String>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let (programme, track, mine) = load(&mut tx, &viewer, programme).await?;
    if mine.role.is_empty() {
        let errors = Errors::new(viewer.language);
        return web::html(&show(&viewer, programme, track, errors));
    }
    web::go(&next_address(&mut tx, &track, &mine).await?)
}

/// Takes a role, for those whose invitation left it open.
pub async fn choose(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Path(programme): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (programme, track, mine) = load(&mut tx, &viewer, programme).await?;
    let Some(role) = track.design.role(&chosen.role).filter(|_| mine.role.is_empty()) else {
        let mut errors = Errors::new(viewer.language);
        errors.add("role", "enrolment-choose-part", &[]);
        return web::html_with_errors(&show(&viewer, programme, track, errors));
    };
    store::take_role(&mut tx, &mine, &role.name).await?;
    tx.commit().await?;
    web::go(&format!("/programmes/{}/register", programme.id))
}

fn show(viewer: &Viewer, programme: Programme, track: Track, errors: Errors) -> Page {
    let roles = track
        .design
        .roles
        .iter()
        .map(|role| Choice::new(&*role.name, capitalised(&role.label.one)).hint(&*role.task));
    let page = viewer.page_titled(programme.name.clone());
    Page { page, programme, roles: roles.collect(), design: track.design, errors }
}

/// The person's enrolment that is not finished, else their newest.
async fn load(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: String,
) -> Answer<(Programme, Track, Enrolment)> {
    let (organisation, id) = (&viewer.organisation, ProgrammeId::from(programme));
    let programme = programme::store::find(tx, organisation, &id).await?.ok_or(Problem::Absent)?;
    let mut mine = store::of_person_in(tx, organisation, &id, &viewer.person).await?;
    mine.retain(|enrolment| enrolment.state != EnrolmentState::Withdrawn);
    mine.sort_by_key(|enrolment| enrolment.state != EnrolmentState::Started);
    let mine = mine.into_iter().next().ok_or(Problem::Absent)?;
    let track = programme::store::track(tx, organisation, &id, &mine.track).await?;
    Ok((programme, track.ok_or(Problem::Absent)?, mine))
}

/// The first step with a question that has no answer yet; the review when all have; the person's
/// own page when the enrolment was sent.
pub(super) async fn next_address(tx: &mut Tx, track: &Track, mine: &Enrolment) -> Answer<String> {
    if mine.state != EnrolmentState::Started {
        return Ok(format!("/programmes/{}/part", mine.programme));
    }
    let answers = store::answers(tx, &mine.id).await?;
    let steps = asking::steps(&track.design, &mine.role);
    let open = steps.iter().position(|step| step.iter().any(|q| !answers.contains_key(&q.key)));
    Ok(match open {
        // Optional questions stay open; somebody who saw them all goes to the review.
        Some(step) => step_address(mine, step + 1),
        None => review_address(mine),
    })
}

pub(super) fn step_address(mine: &Enrolment, step: usize) -> String {
    format!("/programmes/{}/enrolments/{}/steps/{step}", mine.programme, mine.id)
}

pub(super) fn review_address(mine: &Enrolment) -> String {
    format!("/programmes/{}/enrolments/{}/review", mine.programme, mine.id)
}
