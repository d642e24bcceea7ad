//! One application: who asks, and what they wrote for the coordinator to see.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use design::{Audience, Design};
use people::{
    permission::{CoordinatorOf, Viewer},
    person::{self, Person},
};
use web::{Answer, App, Problem, Shell};

use super::{list::mark, model::HELD_BACK, store};
use crate::{
    EnrolmentId,
    enrolment::{self, Enrolment, State as EnrolmentState},
    programme::{Frame, Tab, frame},
};

#[derive(Template)]
#[template(path = "recruiting/application/show.html")]
struct Page {
    page: Shell,
    frame: Frame,
    enrolment: Enrolment,
    person: Person,
    manager: Option<String>,
    role: String,
    state: String,
    mark: &'static str,
    answers: Vec<Said>,
    unseen: usize,
    facts: Vec<(String, String)>,
    next: Option<String>,
    undo: Option<(String, String)>,
    can_approve: bool,
    can_decline: bool,
}

/// An answer that the coordinator may see.
struct Said {
    question: String,
    text: String,
    audience: &'static str,
}

/// The page.
pub(super) async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let (viewer, id) = (&permit.viewer, EnrolmentId::from(id));
    let organisation = &viewer.organisation;
    let mut tx = app.db.read().await?;
    let enrolment = enrolment::store::find(&mut tx, organisation, &id).await?;
    let enrolment = enrolment.filter(|e| e.programme == permit.programme).ok_or(Problem::Absent)?;
    let person = person::find(&mut tx, organisation, &enrolment.person).await?;
    let person = person.ok_or(Problem::Absent)?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let (organisation, programme) = (&viewer.organisation, &permit.programme);
    let next = store::next_waiting(&mut tx, organisation, programme, &id).await?;
    let since = app.seam.now() - HELD_BACK;
    let undoable = store::undoable(&mut tx, organisation, programme, since).await?;
    let manager = match &person.manager {
        Some(manager) => person::find(&mut tx, organisation, manager).await?.map(|m| m.name),
        None => None,
    };
    let track = frame.tracks.iter().find(|track| track.id == enrolment.track);
    let track = track.ok_or(Problem::Absent)?;
    let page = viewer.page_titled(person.name.clone());
    let (answers, unseen) = answers(&mut tx, &page, &track.design, &enrolment).await?;
    let role = track.design.role(&enrolment.role);
    let home = format!("/programmes/{programme}/applications");
    let undo = undoable.iter().find(|d| d.items.iter().any(|item| item.enrolment == id));
    web::html(&Page {
        role: role.map_or_else(|| enrolment.role.clone(), |role| role.label.one.clone()),
        state: page.t(&format!("application-state-{}", enrolment.state.as_str())),
        mark: mark(enrolment.state),
        facts: facts(viewer, &enrolment),
        next: next.map(|next| format!("{home}/{next}")),
        undo: undo.map(|decision| {
            let until = decision.until().to_zoned(viewer.zone.clone());
            (format!("{home}/undo/{}", decision.id), words::clock_time(&until))
        }),
        can_approve: matches!(enrolment.state, EnrolmentState::Applied | EnrolmentState::Declined),
        can_decline: enrolment.state == EnrolmentState::Applied,
        page,
        frame,
        manager,
        answers,
        unseen,
        person,
        enrolment,
    })
}

/// The answers that coordinators may see, in the form's order, and how many others there are.
async fn answers(
    tx: &mut Tx,
    page: &Shell,
    design: &Design,
    enrolment: &Enrolment,
) -> db::Result<(Vec<Said>, usize)> {
    let given = enrolment::store::answers(tx, &enrolment.id).await?;
    let mut said = Vec::new();
    for question in design.form.asked(&enrolment.role) {
        let Some(answer) = given.get(&question.key) else { continue };
        if let Some(audience) = seen_by_coordinators(answer.audience) {
            let text = enrolment::shown(page, question, &answer.value);
            said.push(Said { question: question.label.clone(), text, audience });
        }
    }
    for (key, answer) in &given {
        let known = design.form.asked(&enrolment.role).any(|question| &question.key == key);
        if let (false, Some(audience)) = (known, seen_by_coordinators(answer.audience)) {
            let text = plain(&answer.value);
            said.push(Said { question: key.clone(), text, audience });
        }
    }
    let unseen = given.len() - said.len();
    Ok((said, unseen))
}

/// The label of an audience with coordinators in it. The label was fixed when the answer was
/// written, and it is the answer's, not the form's of today.
fn seen_by_coordinators(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::Partners => Some("PartnersAndCoordinator"),
        Audience::Coordinator => Some("Coordinator"),
        Audience::OnlyMe | Audience::Statistics => None,
    }
}

/// An answer to a question that the form does not ask: a column of an import.
fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn facts(viewer: &Viewer, enrolment: &Enrolment) -> Vec<(String, String)> {
    let day =
        |at: jiff::Timestamp| words::day(viewer.language, at.to_zoned(viewer.zone.clone()).date());
    let mut facts = vec![(
        viewer.t("application-door"),
        viewer.t(&format!("application-door-{}", enrolment.door.as_str())),
    )];
    if let Some(at) = enrolment.applied_at {
        facts.push((viewer.t("application-when"), day(at)));
    }
    if let Some(capacity) = enrolment.capacity {
        facts.push((viewer.t("application-capacity"), capacity.to_string()));
    }
    if let Some(at) = enrolment.decided_at {
        facts.push((viewer.t("application-decided"), day(at)));
    }
    facts
}
