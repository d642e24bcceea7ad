//! Looking the answers over, sending them, and what happens next.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use design::{AnswerKind, Design};
use people::person;
use serde_json::Value;
use web::{Answer, App, Errors, Problem, Refusal, Shell};

use super::{
    answering,
    asking::{self, audience, field_of},
    facts::{EnrolmentApplied, EnrolmentApproved},
    join::next_dates,
    model::{Enrolment, State as EnrolmentState, approval},
    permit::Enrolled,
    register::step_address,
    step::{load, may_change, named},
    store,
};
use crate::programme::{Programme, Track};

#[derive(Template)]
#[template(path = "enrolment/review.html")]
struct Page {
    page: Shell,
    programme: Programme,
    lines: Vec<Line>,
    errors: Errors,
    of: usize,
    action: String,
    back: String,
    is_sent: bool,
}

struct Line {
    name: String,
    label: String,
    answer: String,
    audience: &'static str,
    change: String,
    missing: bool,
}

#[derive(Template)]
#[template(path = "enrolment/done.html")]
struct DonePage {
    page: Shell,
    programme: Programme,
    design: Design,
    waits: bool,
    dates: Vec<(String, String)>,
}

/// The page.
pub async fn page(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let mine = permit.own(&enrolment)?.clone();
    may_change(&mine)?;
    let errors = Errors::new(permit.viewer.language);
    let mut tx = app.db.read().await?;
    web::html(&show(&mut tx, &permit, &mine, errors).await?)
}

/// Sends the answers.
pub async fn apply(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let id = permit.own(&enrolment)?.id.clone();
    let held = store::hold(&mut tx, &permit.viewer.organisation, &id).await?;
    let mine = held.ok_or(Problem::Absent)?;
    let (programme, track) = load(&mut tx, &permit, &mine).await?;
    let today = crate::programme::today(&app, &permit.viewer);
    let invited = mine.door != super::EntryDoor::Open;
    if !programme.takes_registrations(today) && !invited {
        return Err(Refusal::conflict("enrolment-not-open").into());
    }
    let errors = missing(&mut tx, &permit, &mine, &track).await?;
    if !errors.is_empty() {
        return web::html_with_errors(&show(&mut tx, &permit, &mine, errors).await?);
    }
    let mut applied = mine.applied(&track.design, app.seam.now())?;
    take_over(&mut tx, &mut applied, &track).await?;
    store::update(&mut tx, &applied, None).await?;
    let (organisation, actor) = (applied.organisation.as_str(), Some(applied.person.as_str()));
    let fact = EnrolmentApplied::of(&applied);
    jobs::record(&mut tx, &app.seam, organisation, actor, &fact).await?;
    if applied.state == EnrolmentState::Approved {
        let fact = EnrolmentApproved::of(&applied);
        jobs::record(&mut tx, &app.seam, organisation, None, &fact).await?;
    }
    tx.commit().await?;
    web::go(&format!("/programmes/{}/enrolments/{}/done", applied.programme, applied.id))
}

/// What happens next.
pub async fn done(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let mine = permit.own(&enrolment)?.clone();
    let (programme, track) = load(&mut app.db.read().await?, &permit, &mine).await?;
    let page = permit.viewer.page("enrolment-done-title");
    web::html(&DonePage {
        dates: next_dates(&page, &programme),
        waits: approval(&track.design, &mine.role, mine.door).is_some(),
        design: track.design,
        programme,
        page,
    })
}

/// What a required question still lacks.
async fn missing(
    tx: &mut Tx,
    permit: &Enrolled,
    mine: &Enrolment,
    track: &Track,
) -> db::Result<Errors> {
    let answers = store::answers(tx, &mine.id).await?;
    let mut errors = Errors::new(permit.viewer.language);
    for question in track.design.form.asked(&mine.role) {
        let given = answers.get(&question.key).is_some_and(|answer| !answer.value.is_null());
        if question.required && !given {
            let args = [("question", question.label.as_str().into())];
            errors.add(&field_of(question), "enrolment-still-missing", &args);
        }
    }
    Ok(errors)
}

/// Answers that say something about the person themselves go to their record, where matching and
/// scheduling look for them; the capacity goes to the enrolment.
async fn take_over(tx: &mut Tx, applied: &mut Enrolment, track: &Track) -> db::Result<()> {
    let answers = store::answers(tx, &applied.id).await?;
    let mut known = person::store::Known::default();
    for question in track.design.form.asked(&applied.role) {
        let Some(answer) = answers.get(&question.key) else { continue };
        match &question.kind {
            AnswerKind::Capacity => applied.capacity = answer.value.as_i64(),
            AnswerKind::Level => known.level = answer.value.as_i64(),
            AnswerKind::Languages => known.languages = Some(answering::texts(&answer.value)),
            AnswerKind::TimeZone => known.time_zone = answer.value.as_str().map(str::to_owned),
            AnswerKind::Availability => {
                known.availability = serde_json::from_value(answer.value.clone()).ok();
            }
            AnswerKind::ShortText
            | AnswerKind::LongText
            | AnswerKind::SingleChoice { .. }
            | AnswerKind::MultipleChoice { .. }
            | AnswerKind::Topics { .. }
            | AnswerKind::Number { .. }
            | AnswerKind::Ratings { .. }
            | AnswerKind::Date
            | AnswerKind::YesNo
            | AnswerKind::People { .. } => {}
        }
    }
    person::store::learn(tx, &applied.person, &known).await
}

async fn show(tx: &mut Tx, permit: &Enrolled, mine: &Enrolment, errors: Errors) -> Answer<Page> {
    let (programme, track) = load(tx, permit, mine).await?;
    let page = permit.viewer.page("enrolment-review-title");
    let answers = store::answers(tx, &mine.id).await?;
    let steps = asking::steps(&track.design, &mine.role);
    let mut lines = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        for question in step {
            let answer = match answers.get(&question.key) {
                Some(answer) if !answer.value.is_null() => {
                    let value: Value = named(tx, &permit.viewer, question, &answer.value).await?;
                    answering::shown(&page, question, &value)
                }
                Some(_) | None => String::new(),
            };
            lines.push(Line {
                name: field_of(question),
                label: question.label.clone(),
                missing: answer.is_empty() && question.required,
                answer,
                audience: audience(question),
                change: step_address(mine, place + 1),
            });
        }
    }
    Ok(Page {
        of: steps.len() + 1,
        back: step_address(mine, steps.len().max(1)),
        action: format!("/programmes/{}/enrolments/{}/apply", mine.programme, mine.id),
        is_sent: mine.state != EnrolmentState::Started,
        page,
        programme,
        lines,
        errors,
    })
}
