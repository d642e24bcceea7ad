//! Taking a decision back before its mails leave.

use axum::extract::{Path, State};
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem};

use super::{
    DecisionUndone,
    decide::NOUN,
    model::{DecisionId, reopened},
    store,
};
use crate::{EnrolmentId, enrolment};

/// Takes it back: who was decided on waits again, and gets no mail.
pub(super) async fn undo(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let (organisation, id) = (&permit.viewer.organisation, DecisionId::from(id));
    let mut tx = app.db.write().await?;
    let held = store::hold_decision(&mut tx, organisation, &permit.programme, &id).await?;
    let now = app.seam.now();
    let decision = held.ok_or(Problem::Absent)?.undone(now)?;
    store::set_undone(&mut tx, organisation, &id, now).await?;
    mail::withdraw(&mut tx, &app.seam, NOUN, id.as_str()).await?;
    let ids: Vec<EnrolmentId> = decision.items.iter().map(|item| item.enrolment.clone()).collect();
    let mut again = Vec::new();
    for enrolment in store::hold(&mut tx, organisation, &permit.programme, &ids).await? {
        let was = decision.items.iter().find(|item| item.enrolment == enrolment.id);
        let back = was.and_then(|was| reopened(&enrolment, decision.outcome, &was.was));
        let Some(back) = back else { continue };
        enrolment::store::update(&mut tx, &back, None).await?;
        again.push(back.id);
    }
    let count = again.len();
    let programme = permit.programme.clone();
    let outcome = decision.outcome;
    let fact = DecisionUndone { programme, decision: id, outcome, enrolments: again };
    let actor = Some(permit.viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, organisation.as_str(), actor, &fact).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/applications", permit.programme);
    web::see(&list, Flash::done("application-undone").with("count", count))
}
