//! Taking invitations back: one, or all that were sent together.

use axum::extract::{Path, State};
use db::Tx;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem, Refusal};

use super::{
    InvitationWithdrawn,
    model::{HELD_BACK, Invitation, InvitationId},
    send::NOUN,
    store,
};

/// Takes one back. Its links then say so.
pub(super) async fn withdraw(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let id = InvitationId::from(id);
    let mut tx = app.db.write().await?;
    let held = store::hold(&mut tx, &permit.viewer.organisation, &permit.programme, &id).await?;
    let gone = held.ok_or(Problem::Absent)?.withdrawn(app.seam.now())?;
    take_back(&mut tx, &app, &permit, &gone).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/invitations", permit.programme);
    web::see(&list, Flash::done("invitation-withdrawn").with("who", &gone.email))
}

/// Takes back what was sent together a moment ago, before the mails leave.
pub(super) async fn undo(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, batch)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let (organisation, now) = (&permit.viewer.organisation, app.seam.now());
    let all = store::hold_batch(&mut tx, organisation, &permit.programme, &batch).await?;
    if all.is_empty() {
        return Err(Problem::Absent);
    }
    if all.iter().any(|invitation| invitation.created_at + HELD_BACK <= now) {
        return Err(Refusal::conflict("invitation-undo-too-late").into());
    }
    let mut count = 0;
    for gone in all.iter().filter_map(|invitation| invitation.withdrawn(now).ok()) {
        take_back(&mut tx, &app, &permit, &gone).await?;
        count += 1;
    }
    tx.commit().await?;
    let list = format!("/programmes/{}/invitations", permit.programme);
    web::see(&list, Flash::done("invitation-undone").with("count", count))
}

async fn take_back(
    tx: &mut Tx,
    app: &App,
    permit: &CoordinatorOf,
    gone: &Invitation,
) -> db::Result<()> {
    store::update(tx, gone).await?;
    mail::withdraw(tx, &app.seam, NOUN, gone.id.as_str()).await?;
    let (organisation, actor) = (gone.organisation.as_str(), permit.viewer.person.as_str());
    let fact = InvitationWithdrawn::of(gone);
    jobs::record(tx, &app.seam, organisation, Some(actor), &fact).await?;
    Ok(())
}
