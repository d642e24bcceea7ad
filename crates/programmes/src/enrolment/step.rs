//! One step of registration: a few questions, saved when the person goes on or back.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use design::{AnswerKind, Design, FormQuestion, Role};
use people::{
    PersonId,
    permission::Viewer,
    person::{self, Person},
};
use serde_json::{Value, json};
use web::{Answer, App, Errors, Form, Problem, Refusal, Shell};

use super::{
    answering,
    asking::{self, Asked, field_of},
    facts::EnrolmentChanged,
    model::{Enrolment, State as EnrolmentState},
    permit::Enrolled,
    register::{review_address, step_address},
    store,
};
use crate::programme::{self, Fields, Programme, Track};

#[derive(Template)]
#[template(path = "enrolment/step.html")]
struct Page {
    page: Shell,
    design: Design,
    mine: Enrolment,
    asked: Vec<Asked>,
    at: usize,
    of: usize,
    errors: Errors,
    action: String,
    back: Option<String>,
}

/// The page.
pub async fn page(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment, step)): Path<(String, String, usize)>,
) -> Answer {
    let mine = permit.own(&enrolment)?.clone();
    let mut tx = app.db.read().await?;
    let (programme, track) = load(&mut tx, &permit, &mine).await?;
    may_change(&mine)?;
    let steps = asking::steps(&track.design, &mine.role);
    let questions = steps.get(step.wrapping_sub(1)).ok_or(Problem::Absent)?;
    let fields = known(&mut tx, &permit.viewer, &mine, questions).await?;
    let errors = Errors::new(permit.viewer.language);
    let at = Place { step, of: steps.len() };
    web::html(&show(&permit.viewer, &programme, &track, &mine, questions, &fields, errors, at)?)
}

/// Saves the step and goes on, or back.
pub async fn save(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment, step)): Path<(String, String, usize)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    let mine = permit.own(&enrolment)?.clone();
    let fields = Fields(posted);
    let mut tx = app.db.write().await?;
    let (programme, track) = load(&mut tx, &permit, &mine).await?;
    may_change(&mine)?;
    let steps = asking::steps(&track.design, &mine.role);
    let questions = steps.get(step.wrapping_sub(1)).ok_or(Problem::Absent)?;
    let role = track.design.role(&mine.role).ok_or(Problem::Absent)?;
    let goes_back = fields.one("go") == "back";
    let mut errors = Errors::new(permit.viewer.language);
    let answers =
        read(&mut tx, &permit.viewer, role, questions, &fields, !goes_back, &mut errors).await?;
    if !errors.is_empty() && !goes_back {
        let at = Place { step, of: steps.len() };
        let page = show(&permit.viewer, &programme, &track, &mine, questions, &fields, errors, at)?;
        return web::html_with_errors(&page);
    }
    for (question, value) in answers {
        if !errors.of(&field_of(question)).is_empty() {
            continue;
        }
        if value.is_none() && goes_back {
            store::forget_answer(&mut tx, &mine.id, &question.key).await?;
        } else {
            // Null says that somebody saw the question and left it open.
            let value = value.unwrap_or(Value::Null);
            store::write_answer(&mut tx, &mine.id, question, &value, app.seam.now_ms()).await?;
        }
    }
    if mine.state != EnrolmentState::Started {
        let (organisation, actor) = (mine.organisation.as_str(), Some(mine.person.as_str()));
        let fact = EnrolmentChanged::of(&mine);
        jobs::record(&mut tx, &app.seam, organisation, actor, &fact).await?;
    }
    tx.commit().await?;
    web::go(&match (goes_back, step) {
        (true, 1) => format!("/programmes/{}/part", mine.programme),
        (true, step) => step_address(&mine, step - 1),
        (false, step) if step < steps.len() => step_address(&mine, step + 1),
        (false, _) => review_address(&mine),
    })
}

/// Answers change until somebody declined or the person left.
pub(super) fn may_change(mine: &Enrolment) -> Result<(), Refusal> {
    match mine.state {
        EnrolmentState::Started | EnrolmentState::Applied | EnrolmentState::Approved => Ok(()),
        EnrolmentState::Declined | EnrolmentState::Withdrawn => {
            Err(Refusal::conflict("enrolment-is-over"))
        }
    }
}

pub(super) async fn load(
    tx: &mut Tx,
    permit: &Enrolled,
    mine: &Enrolment,
) -> Answer<(Programme, Track)> {
    let organisation = &permit.viewer.organisation;
    let programme = programme::store::find(tx, organisation, &permit.programme).await?;
    let track = programme::store::track(tx, organisation, &permit.programme, &mine.track).await?;
    Ok((programme.ok_or(Problem::Absent)?, track.ok_or(Problem::Absent)?))
}

/// The fields of a step: what was answered, else what we know of the person.
async fn known(
    tx: &mut Tx,
    viewer: &Viewer,
    mine: &Enrolment,
    questions: &[&FormQuestion],
) -> Answer<Fields> {
    let answers = store::answers(tx, &mine.id).await?;
    let person = person::find(tx, &viewer.organisation, &viewer.person).await?;
    let person = person.ok_or(Problem::Absent)?;
    let mut fields = Fields::default();
    for question in questions {
        match answers.get(&question.key) {
            Some(answer) => {
                let value = named(tx, viewer, question, &answer.value).await?;
                answering::fill(&mut fields, question, &value);
            }
            None => {
                if let Some(value) = from_profile(&question.kind, &person) {
                    answering::fill(&mut fields, question, &value);
                }
            }
        }
    }
    Ok(fields)
}

/// What a person's record says already, so that nobody types what we know.
fn from_profile(kind: &AnswerKind, person: &Person) -> Option<Value> {
    match kind {
        AnswerKind::Level => person.level.map(|level| json!(level)),
        AnswerKind::Languages => (!person.languages.is_empty()).then(|| json!(person.languages)),
        AnswerKind::TimeZone => person.zone.iana_name().map(|zone| json!(zone)),
        AnswerKind::Availability => {
            (!person.availability.is_empty()).then(|| json!(person.availability))
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
        | AnswerKind::Capacity
        | AnswerKind::People { .. } => None,
    }
}

type Read<'a> = Vec<(&'a FormQuestion, Option<Value>)>;

async fn read<'a>(
    tx: &mut Tx,
    viewer: &Viewer,
    role: &Role,
    questions: &[&'a FormQuestion],
    fields: &Fields,
    must: bool,
    errors: &mut Errors,
) -> db::Result<Read<'a>> {
    let mut answers = Vec::new();
    for question in questions {
        let mut value = answering::read(question, role, fields, must, errors);
        if let (AnswerKind::People { .. }, Some(typed)) = (&question.kind, &value) {
            value = Some(people_of(tx, viewer, question, typed, errors).await?);
        }
        answers.push((*question, value));
    }
    Ok(answers)
}

/// Names and addresses as people of the organisation.
async fn people_of(
    tx: &mut Tx,
    viewer: &Viewer,
    question: &FormQuestion,
    typed: &Value,
    errors: &mut Errors,
) -> db::Result<Value> {
    let mut found: Vec<PersonId> = Vec::new();
    for text in answering::texts(typed) {
        let mut candidates = store::people_called(tx, &viewer.organisation, &text).await?;
        candidates.retain(|person| *person != viewer.person);
        match candidates.as_slice() {
            [one] => found.push(one.clone()),
            [] => {
                errors.add(
                    &field_of(question),
                    "enrolment-nobody-called",
                    &[("name", text.into())],
                );
            }
            [..] => errors.add(
                &field_of(question),
                "enrolment-several-called",
                &[("name", text.into())],
            ),
        }
    }
    Ok(json!(found))
}

/// An answer with people by name, as the person who gave it knows them.
pub(super) async fn named(
    tx: &mut Tx,
    viewer: &Viewer,
    question: &FormQuestion,
    value: &Value,
) -> db::Result<Value> {
    if !matches!(question.kind, AnswerKind::People { .. }) {
        return Ok(value.clone());
    }
    let mut names = Vec::new();
    for id in answering::texts(value) {
        let person = person::find(tx, &viewer.organisation, &PersonId::from(id)).await?;
        names.extend(person.map(|person| person.email.unwrap_or(person.name)));
    }
    Ok(json!(names))
}

#[derive(Clone, Copy)]
struct Place {
    step: usize,
    of: usize,
}

#[expect(clippy::too_many_arguments, reason = "what a step's page shows comes from everywhere")]
fn show(
    viewer: &Viewer,
    programme: &Programme,
    track: &Track,
    mine: &Enrolment,
    questions: &[&FormQuestion],
    fields: &Fields,
    errors: Errors,
    at: Place,
) -> Answer<Page> {
    let role = track.design.role(&mine.role).ok_or(Problem::Absent)?;
    let page = viewer.page_titled(programme.name.clone());
    Ok(Page {
        asked: questions.iter().map(|q| Asked::new(&page, role, q, fields)).collect(),
        action: step_address(mine, at.step),
        back: (at.step > 1).then(|| step_address(mine, at.step - 1)),
        at: at.step,
        // The review is the last step.
        of: at.of + 1,
        design: track.design.clone(),
        errors,
        page,
        mine: mine.clone(),
    })
}
