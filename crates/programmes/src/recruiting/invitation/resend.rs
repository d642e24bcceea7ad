//! Sending an invitation again by hand, with a new link; the old ones stay good.

use axum::extract::{Path, State};
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem};

use super::{invite::may_invite, letter::Kind, model::InvitationId, send::Sender, store};
use crate::programme;

/// Sends it again.
pub(super) async fn resend(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let (organisation, id) = (&permit.viewer.organisation, InvitationId::from(id));
    let mut tx = app.db.write().await?;
    let programme = programme::store::find(&mut tx, organisation, &permit.programme).await?;
    let programme = programme.ok_or(Problem::Absent)?;
    may_invite(&programme)?;
    let held = store::hold(&mut tx, organisation, &permit.programme, &id).await?;
    let now = app.seam.now();
    let again = held.ok_or(Problem::Absent)?.sent_again(now)?;
    store::update(&mut tx, &again).await?;
    let tracks = programme::store::tracks(&mut tx, organisation, &permit.programme).await?;
    let sender = Sender::of(&mut tx, programme, tracks, &permit.viewer.person).await?;
    sender.mail(&mut tx, &app, Kind::First, &again, now).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/invitations", permit.programme);
    web::see(&list, Flash::done("invitation-resent").with("who", &again.email))
}
