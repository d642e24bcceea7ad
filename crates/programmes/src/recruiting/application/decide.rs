//! Deciding on one application or on many.

use axum::extract::State;
use db::Tx;
use people::{
    permission::{CoordinatorOf, Viewer},
    person, post,
};
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    letter::letter,
    model::{Decision, DecisionId, HELD_BACK, Item, Outcome, decided},
    store,
};
use crate::{
    EnrolmentId,
    enrolment::{
        self, Enrolment,
        facts::{EnrolmentApproved, EnrolmentDeclined},
    },
    programme::{self, Programme},
};

/// The kind of noun that the outbox knows decisions by.
pub(super) const NOUN: &str = "decision";
/// A page has fifty; somebody who sends more was not sent here by it.
const MOST: usize = 1000;

/// What was ticked, and what to do with it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ticked {
    enrolment: Vec<String>,
    outcome: String,
    note: String,
    /// Where to go afterwards.
    onward: String,
}

/// Decides.
pub(super) async fn decide(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(ticked): Form<Ticked>,
) -> Answer {
    let outcome = Outcome::of_str(&ticked.outcome);
    let outcome = outcome.ok_or_else(|| Refusal::unprocessable("application-choose-outcome"))?;
    if ticked.enrolment.is_empty() || ticked.enrolment.len() > MOST {
        return Err(Refusal::unprocessable("application-none-ticked").into());
    }
    let note = note(&ticked.note)?;
    let (viewer, asked) = (&permit.viewer, ticked.enrolment.len());
    let mut tx = app.db.write().await?;
    let programme =
        programme::store::find(&mut tx, &viewer.organisation, &permit.programme).await?;
    let programme = programme.ok_or(Problem::Absent)?;
    let ids: Vec<EnrolmentId> = ticked.enrolment.into_iter().map(Into::into).collect();
    let held = store::hold(&mut tx, &viewer.organisation, &permit.programme, &ids).await?;
    if held.is_empty() {
        return Err(Problem::Absent);
    }
    let now = app.seam.now();
    let mut decision = Decision {
        id: DecisionId::from(app.seam.id()),
        programme: permit.programme.clone(),
        outcome,
        items: Vec::new(),
        decided_at: now,
        undone_at: None,
    };
    for was in held {
        let Some(is) = decided(&was, outcome, note.as_deref(), now) else { continue };
        settle(&mut tx, &app, viewer, &programme, &decision, &is).await?;
        decision.items.push(Item { enrolment: was.id, was: was.state.as_str().to_owned() });
    }
    if decision.items.is_empty() {
        return Err(Refusal::conflict("application-decided-already").into());
    }
    store::insert(&mut tx, &viewer.organisation, &decision, &viewer.person).await?;
    tx.commit().await?;
    web::see(&onward(&permit, &ticked.onward), said(&permit, &decision, asked))
}

fn note(text: &str) -> Result<Option<String>, Refusal> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().count() > 2000 {
        return Err(Refusal::unprocessable("error-too-long").with("most", 2000));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Refusal::unprocessable("error-control-characters"));
    }
    Ok(web::blank(&text).map(str::to_owned))
}

async fn settle(
    tx: &mut Tx,
    app: &App,
    viewer: &Viewer,
    programme: &Programme,
    decision: &Decision,
    enrolment: &Enrolment,
) -> db::Result<()> {
    let organisation = &viewer.organisation;
    enrolment::store::update(tx, enrolment, Some(&viewer.person)).await?;
    let (of, actor) = (organisation.as_str(), Some(viewer.person.as_str()));
    match decision.outcome {
        Outcome::Approved => {
            jobs::record(tx, &app.seam, of, actor, &EnrolmentApproved::of(enrolment)).await?;
        }
        Outcome::Declined => {
            jobs::record(tx, &app.seam, of, actor, &EnrolmentDeclined::of(enrolment)).await?;
        }
    }
    let Some(person) = person::find(tx, organisation, &enrolment.person).await? else {
        return Ok(());
    };
    let (name, note) = (viewer.organisation_name.as_str(), enrolment.decision_note.as_deref());
    let letter = letter(app, name, programme, &person, decision.outcome, note);
    let kind = match decision.outcome {
        Outcome::Approved => "application-approved",
        Outcome::Declined => "application-declined",
    };
    let subject = Some((NOUN, decision.id.as_str()));
    let after = decision.decided_at + HELD_BACK;
    post::send_after(tx, app, &person, kind, subject, &letter, after).await
}

fn said(permit: &CoordinatorOf, decision: &Decision, asked: usize) -> Flash {
    let (count, skipped) = (decision.items.len(), asked.saturating_sub(decision.items.len()));
    let until = decision.until().to_zoned(permit.viewer.zone.clone());
    Flash::done(&format!("application-{}", decision.outcome.as_str()))
        .with("count", count)
        .with("skipped", skipped)
        .with("until", words::clock_time(&until))
        .undo(&format!("/programmes/{}/applications/undo/{}", permit.programme, decision.id))
}

/// Back to where the decision was made, on pages of this programme only.
fn onward(permit: &CoordinatorOf, asked: &str) -> String {
    let home = format!("/programmes/{}/applications", permit.programme);
    let ours = asked
        .strip_prefix(&home)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('?') || rest.starts_with('/'));
    if ours && !asked.contains(['\\', '\r', '\n']) { asked.to_owned() } else { home }
}
