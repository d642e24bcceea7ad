//! Taking a check or a consent back, as a guardian may at any time; and undoing that.

use axum::extract::{Path, State};
use db::Tx;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem};

use super::{
    facts::{ClearanceRestored, ClearanceWithdrawn},
    model::Clearance,
    store,
};

/// Takes it back. Contact ends with it, from the next request on.
pub async fn act(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let of = find(&mut tx, &permit, &id).await?;
    let (organisation, by) = (&permit.viewer.organisation, permit.viewer.person.as_str());
    store::set_withdrawn(&mut tx, organisation, &of.id, Some(app.seam.now())).await?;
    let fact = ClearanceWithdrawn {
        programme: permit.programme.clone(),
        person: of.person.clone(),
        kind: of.kind.word().to_owned(),
    };
    jobs::record(&mut tx, &app.seam, organisation.as_str(), Some(by), &fact).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/clearances", permit.programme);
    let undo = format!("{list}/{}/restore", of.id);
    web::see(&list, Flash::done("clearance-withdrawn").undo(&undo))
}

/// It holds after all.
pub async fn back(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let of = find(&mut tx, &permit, &id).await?;
    let (organisation, by) = (&permit.viewer.organisation, permit.viewer.person.as_str());
    store::set_withdrawn(&mut tx, organisation, &of.id, None).await?;
    let fact = ClearanceRestored {
        programme: permit.programme.clone(),
        person: of.person.clone(),
        kind: of.kind.word().to_owned(),
    };
    jobs::record(&mut tx, &app.seam, organisation.as_str(), Some(by), &fact).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/clearances", permit.programme);
    web::see(&list, Flash::done("clearance-restored"))
}

async fn find(tx: &mut Tx, permit: &CoordinatorOf, id: &str) -> Answer<Clearance> {
    let organisation = &permit.viewer.organisation;
    store::hold(tx, organisation, &permit.programme, id).await?.ok_or(Problem::Absent)
}
