//! What happens at the event: the next round, somebody comes late or leaves, and the way back.

use axum::extract::State;
use db::Tx;
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    cross::{self, Cross},
    facts::{TablesEnded, TablesTold},
    letters,
    model::Plan,
    store::{self, Stored},
};

/// Who, and whether they are here; or which way to step.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    person: String,
    here: String,
    to: String,
    version: String,
}

async fn held(tx: &mut Tx, permit: &CoordinatorOf, seen: &str) -> Answer<Stored> {
    let organisation = &permit.viewer.organisation;
    let plan = store::newest(tx, organisation, &permit.programme).await?.ok_or(Problem::Absent)?;
    if !seen.is_empty() && seen != plan.version.to_string() {
        return Err(Refusal::conflict("tables-changed-meanwhile").into());
    }
    Ok(plan)
}

async fn kept(
    mut tx: Tx,
    app: &App,
    permit: &CoordinatorOf,
    was: &Stored,
    plan: &Plan,
) -> Answer<()> {
    let organisation = &permit.viewer.organisation;
    if !store::keep(&mut tx, organisation, was, plan, app.seam.now()).await? {
        return Err(Refusal::conflict("tables-changed-meanwhile").into());
    }
    if plan.sitting.is_over() && was.ended_at.is_none() {
        let fact = TablesEnded { programme: permit.programme.to_string() };
        let by = Some(permit.viewer.person.as_str());
        jobs::record(&mut tx, &app.seam, organisation.as_str(), by, &fact).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn home(permit: &CoordinatorOf) -> String {
    format!("/programmes/{}/tables", permit.programme)
}

/// Somebody comes late or leaves: the rounds to come are planned anew.
pub async fn people(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let was = held(&mut tx, &permit, &wanted.version).await?;
    let track = cross::track(&mut tx, &permit).await?;
    let cross = Cross::today(&mut tx, &app, &permit, &track).await?;
    let here = wanted.here == "yes";
    let sitting = was.plan.sitting.with(&cross, &wanted.person, here).ok_or(Problem::Absent)?;
    let name = sitting.givers.iter().chain(&sitting.receivers);
    let name = name.clone().find(|guest| guest.person == wanted.person);
    let name = name.map_or(String::new(), |guest| guest.name.clone());
    kept(tx, &app, &permit, &was, &was.plan.next(sitting)).await?;
    let flash = Flash::done(if here { "tables-came" } else { "tables-left" });
    web::see(&home(&permit), flash.with("name", name).undo(&format!("{}/undo", home(&permit))))
}

/// On to the next round, or back.
pub async fn step(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let was = held(&mut tx, &permit, &wanted.version).await?;
    let forward = wanted.to != "back";
    let stepped = was.plan.sitting.stepped(forward, app.seam.now());
    let sitting = stepped.ok_or_else(|| Refusal::conflict("tables-no-further"))?;
    kept(tx, &app, &permit, &was, &was.plan.next(sitting)).await?;
    web::go(&home(&permit))
}

/// The last change taken back.
pub async fn undo(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let was = held(&mut tx, &permit, "").await?;
    let plan = was.plan.undone().ok_or_else(|| Refusal::conflict("tables-nothing-to-undo"))?;
    kept(tx, &app, &permit, &was, &plan).await?;
    web::see(&home(&permit), Flash::done("tables-undone"))
}

/// Sends everybody their list.
pub async fn tell(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let organisation = &permit.viewer.organisation;
    let mut tx = app.db.write().await?;
    let plan = held(&mut tx, &permit, "").await?;
    if plan.told_at.is_some() {
        return Err(Refusal::conflict("tables-told-already").into());
    }
    let told = letters::lists(&mut tx, &app, &permit, &plan).await?;
    store::note_told(&mut tx, organisation, &plan.id, app.seam.now()).await?;
    let fact = TablesTold { programme: permit.programme.to_string() };
    let by = Some(permit.viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, organisation.as_str(), by, &fact).await?;
    tx.commit().await?;
    web::see(&home(&permit), Flash::done("tables-told").with("count", told))
}
