//! Making a plan, and throwing one away that nobody has been told of.

use axum::extract::State;
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    PlanId,
    cross::{self, Cross},
    facts::TablesPlanned,
    model::Plan,
    store::{self, Stored},
};

/// How many rounds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    rounds: String,
}

/// Plans the tables of everybody who is approved.
pub async fn act(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let viewer = &permit.viewer;
    let organisation = &viewer.organisation;
    let mut tx = app.db.write().await?;
    let track = cross::track(&mut tx, &permit).await?;
    let newest = store::newest(&mut tx, organisation, &permit.programme).await?;
    if newest.is_some_and(|plan| plan.ended_at.is_none()) {
        return Err(Refusal::conflict("tables-planned-already").into());
    }
    let span = track.design.rounds_at_an_event().ok_or(Problem::Absent)?;
    let typed = wanted.rounds.trim().parse::<u16>().ok().filter(|rounds| span.contains(*rounds));
    let rounds = typed.unwrap_or(span.least);
    let cross = Cross::today(&mut tx, &app, &permit, &track).await?;
    if cross.givers.is_empty() || cross.receivers.is_empty() {
        return Err(Refusal::conflict("tables-nobody").into());
    }
    // More rounds than there are people on the other side would have empty tables only.
    let most = cross.givers.len().max(cross.receivers.len());
    let plan = Plan::made(&cross, usize::from(rounds).min(most));
    let new = Stored {
        id: PlanId::from(app.seam.id()),
        track: track.id,
        plan,
        version: 1,
        told_at: None,
        ended_at: None,
    };
    let (by, now) = (&viewer.person, app.seam.now());
    store::insert(&mut tx, organisation, &permit.programme, &new, by, now).await?;
    let fact = TablesPlanned { programme: permit.programme.to_string() };
    jobs::record(&mut tx, &app.seam, organisation.as_str(), Some(by.as_str()), &fact).await?;
    tx.commit().await?;
    web::see(&format!("/programmes/{}/tables", permit.programme), Flash::done("tables-made"))
}

/// Throws a plan away.
pub async fn discard(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let organisation = &permit.viewer.organisation;
    let mut tx = app.db.write().await?;
    let plan = store::newest(&mut tx, organisation, &permit.programme).await?;
    let plan = plan.ok_or(Problem::Absent)?;
    if !store::discard(&mut tx, organisation, &plan.id).await? {
        return Err(Refusal::conflict("tables-told-already").into());
    }
    tx.commit().await?;
    let home = format!("/programmes/{}/tables", permit.programme);
    web::see(&home, Flash::done("tables-discarded"))
}
