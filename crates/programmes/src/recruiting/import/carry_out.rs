//! Importing: all of the file in one transaction, or nothing.

use std::collections::HashMap;

use axum::extract::State;
use db::Tx;
use people::{PersonId, directory};
use serde_json::Value;
use web::{Answer, App, Flash, Refusal};

use super::{
    PeopleImported,
    load::{self, Places},
    model::{Changed, Import, Made, Stage},
    plan::{NEW, Part, Plan, Planned},
    scope::Importer,
    store::{self, NewAnswer},
};
use crate::{
    EnrolmentId,
    enrolment::{Enrolment, EntryDoor, State as EnrolmentState, store::audience_name},
    programme::Track,
};

/// Imports. What is known is looked at again: somebody may have changed it since the preview.
pub(super) async fn post<P: Importer>(permit: P, State(app): State<App>, places: Places) -> Answer {
    let scope = permit.scope();
    let looked_at = load::found(&mut app.db.read().await?, &scope, &places).await?;
    if looked_at.stage != Stage::Preview {
        return Err(Refusal::conflict("import-is-over").into());
    }
    let sheet = load::sheet(&app, &looked_at).await?;
    let here = format!("{}/{}", scope.home, looked_at.id);
    let mut tx = app.db.write().await?;
    let import = load::held(&mut tx, &scope, &places).await?;
    if import.stage != Stage::Preview {
        return Err(Refusal::conflict("import-is-over").into());
    }
    let plan = load::plan(&mut tx, scope.viewer.language, &import, sheet).await?;
    if plan.wrong.count() > 0 {
        return web::go(&here);
    }
    let actor = Some(scope.viewer.person.as_str());
    carry_out(&mut tx, &app, &import, &plan, actor).await?;
    tx.commit().await?;
    let flash = Flash::done("import-done").with("count", plan.people.len());
    web::see(&here, flash.undo(&format!("{here}/undo")))
}

/// Does what a plan says, notes what it made and that it happened. The caller commits.
pub(super) async fn carry_out(
    tx: &mut Tx,
    app: &App,
    import: &Import,
    plan: &Plan,
    actor: Option<&str>,
) -> Answer<()> {
    let track = load::track(tx, import).await?;
    let made = match make(tx, app, import, track.as_ref(), plan).await {
        Err(error) if error.is_duplicate() => {
            return Err(Refusal::conflict("import-meanwhile").into());
        }
        made => made?,
    };
    store::set_done(tx, import, &made, app.seam.now_ms()).await?;
    let fact = PeopleImported {
        import: import.id.clone(),
        programme: import.programme.clone(),
        added: made.added.len(),
        changed: made.changed.len(),
        enrolled: made.enrolled.len(),
    };
    jobs::record(tx, &app.seam, import.organisation.as_str(), actor, &fact).await?;
    Ok(())
}

async fn make(
    tx: &mut Tx,
    app: &App,
    import: &Import,
    track: Option<&Track>,
    plan: &Plan,
) -> db::Result<Made> {
    let mut made = Made::default();
    let ids = people(tx, app, import, plan, &mut made).await?;
    if let Some(track) = track {
        parts(tx, app, import, track, plan, &ids, &mut made).await?;
    }
    made.unchanged = plan.people.iter().filter(|person| person.is_unchanged()).count();
    Ok(made)
}

/// Adds and changes people. Gives everybody's id, in the plan's order.
async fn people(
    tx: &mut Tx,
    app: &App,
    import: &Import,
    plan: &Plan,
    made: &mut Made,
) -> db::Result<Vec<PersonId>> {
    let organisation = &import.organisation;
    let new: Vec<_> =
        plan.people.iter().filter(|p| p.known.is_none()).map(|p| p.after.clone()).collect();
    made.added = directory::store::add(tx, &app.seam, organisation, &new).await?;
    let mut added = made.added.iter();
    let known_or_added = |person: &Planned| person.known.clone().or_else(|| added.next().cloned());
    let ids: Vec<PersonId> = plan.people.iter().filter_map(known_or_added).collect();
    for (person, id) in plan.people.iter().zip(&ids) {
        let manager = person.new_manager.and_then(|at| ids.get(at));
        match &person.before {
            None if manager.is_some() => {
                directory::store::report_to(tx, organisation, id, manager).await?;
            }
            None => {}
            Some(_) if person.changes().is_empty() => {}
            Some(before) => {
                let mut after = person.after.clone();
                after.manager = manager.cloned().or(after.manager);
                directory::store::save(tx, organisation, id, &after).await?;
                made.changed.push(Changed { person: id.clone(), before: before.clone(), after });
            }
        }
    }
    Ok(ids)
}

async fn parts(
    tx: &mut Tx,
    app: &App,
    import: &Import,
    track: &Track,
    plan: &Plan,
    ids: &[PersonId],
    made: &mut Made,
) -> db::Result<()> {
    let mut new = Vec::new();
    let mut answers = Vec::new();
    let references = references(plan, ids);
    for (person, id) in plan.people.iter().zip(ids) {
        for part in &person.parts {
            let enrolment = match &part.existing {
                Some(there) => {
                    if part.capacity.is_some() {
                        let organisation = &import.organisation;
                        store::set_capacity(tx, organisation, there, part.capacity).await?;
                        made.capacities.push(there.clone());
                    }
                    made.answered
                        .extend(part.answers.iter().map(|(q, ..)| (there.clone(), q.clone())));
                    there.clone()
                }
                None => {
                    let fresh = enrolment(app, import, track, id, part);
                    made.enrolled.push(fresh.id.clone());
                    new.push(fresh);
                    made.enrolled[made.enrolled.len() - 1].clone()
                }
            };
            answers.extend(
                part.answers.iter().map(|answer| new_answer(&enrolment, answer, &references)),
            );
        }
    }
    store::enrol(tx, &new).await?;
    store::answer(tx, &answers, app.seam.now_ms()).await
}

/// Who is new in the file, by address: answers that name them get their id.
fn references<'a>(plan: &'a Plan, ids: &'a [PersonId]) -> HashMap<&'a str, &'a PersonId> {
    let new = plan.people.iter().zip(ids).filter(|(person, _)| person.known.is_none());
    new.filter_map(|(person, id)| Some((person.after.email.as_deref()?, id))).collect()
}

fn new_answer(
    enrolment: &EnrolmentId,
    (question, value, audience): &(String, Value, design::Audience),
    references: &HashMap<&str, &PersonId>,
) -> NewAnswer {
    let person =
        |text: &str| references.get(text.strip_prefix(NEW)?).map(|id| Value::from(id.as_str()));
    let value = match value {
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().and_then(person).unwrap_or_else(|| item.clone()))
            .collect(),
        other => other.clone(),
    };
    NewAnswer {
        enrolment: enrolment.clone(),
        question: question.clone(),
        value: value.to_string(),
        audience: audience_name(*audience),
    }
}

fn enrolment(
    app: &App,
    import: &Import,
    track: &Track,
    person: &PersonId,
    part: &Part,
) -> Enrolment {
    let now = app.seam.now();
    let approved = import.mapping.become_ == "approved";
    Enrolment {
        id: EnrolmentId::from(app.seam.id()),
        organisation: import.organisation.clone(),
        programme: track.programme.clone(),
        track: track.id.clone(),
        person: person.clone(),
        role: part.role.clone(),
        state: if approved { EnrolmentState::Approved } else { EnrolmentState::Applied },
        door: EntryDoor::Import,
        capacity: part.capacity,
        priority: 0,
        paused_until: None,
        created_at: now,
        applied_at: Some(now),
        decided_at: approved.then_some(now),
        decision_note: None,
        withdrawn_at: None,
    }
}
