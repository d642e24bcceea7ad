//! Taking an import back whole, unless somebody has built on it.

use std::collections::HashMap;

use axum::extract::State;
use db::Tx;
use people::directory;
use web::{Answer, App, Flash, Problem, Refusal};

use super::{
    ImportUndone,
    load::{self, Places},
    model::{Import, Stage},
    scope::Importer,
    store,
};
use crate::enrolment::{self, State as EnrolmentState};

/// Takes it back.
pub(super) async fn undo<P: Importer>(permit: P, State(app): State<App>, places: Places) -> Answer {
    let scope = permit.scope();
    let mut tx = app.db.write().await?;
    let import = load::held(&mut tx, &scope, &places).await?;
    match import.stage {
        Stage::Done => {}
        Stage::Preview => return Err(Problem::Absent),
        Stage::Undone => return Err(Refusal::conflict("import-is-undone").into()),
    }
    nobody_came(&mut tx, &import).await?;
    nobody_decided(&mut tx, &import).await?;
    nobody_changed(&mut tx, &import).await?;
    match unmake(&mut tx, &import).await {
        Err(error) if error.is_still_named() => {
            return Err(Refusal::conflict("import-undo-in-use").into());
        }
        unmade => unmade?,
    }
    store::set_undone(&mut tx, &import, app.seam.now_ms()).await?;
    let fact = ImportUndone { import: import.id.clone(), programme: import.programme.clone() };
    let (organisation, actor) = (import.organisation.as_str(), scope.viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, organisation, Some(actor), &fact).await?;
    tx.commit().await?;
    web::see(&format!("{}/{}", scope.home, import.id), Flash::done("import-undone"))
}

/// Nobody of those who were added has signed in or was appointed.
async fn nobody_came(tx: &mut Tx, import: &Import) -> Answer<()> {
    if directory::store::has_come(tx, &import.made.added).await? {
        return Err(Refusal::conflict("import-undo-somebody-came").into());
    }
    Ok(())
}

/// Nobody has decided on an enrolment that was made, withdrawn from it, or answered since.
async fn nobody_decided(tx: &mut Tx, import: &Import) -> Answer<()> {
    let expected = match import.mapping.become_.as_str() {
        "approved" => EnrolmentState::Approved,
        _ => EnrolmentState::Applied,
    };
    let done_at = import.done_at.map_or(0, jiff::Timestamp::as_millisecond);
    for id in &import.made.enrolled {
        let there = enrolment::store::find(tx, &import.organisation, id).await?;
        let as_made = there.is_some_and(|there| there.state == expected);
        if !as_made || store::answered_after(tx, id, done_at).await? {
            return Err(Refusal::conflict("import-undo-decided").into());
        }
    }
    Ok(())
}

/// What the import changed is as it left it.
async fn nobody_changed(tx: &mut Tx, import: &Import) -> Answer<()> {
    if import.made.changed.is_empty() {
        return Ok(());
    }
    let all = directory::store::everybody(tx, &import.organisation).await?;
    let now: HashMap<_, _> = all.iter().map(|(id, details)| (id, details)).collect();
    for changed in &import.made.changed {
        if now.get(&changed.person).is_none_or(|details| **details != changed.after) {
            let name = changed.after.name.clone();
            return Err(Refusal::conflict("import-undo-changed").with("name", name).into());
        }
    }
    Ok(())
}

async fn unmake(tx: &mut Tx, import: &Import) -> db::Result<()> {
    let organisation = &import.organisation;
    for (enrolment, question) in &import.made.answered {
        enrolment::store::forget_answer(tx, enrolment, question).await?;
    }
    for enrolment in &import.made.capacities {
        store::set_capacity(tx, organisation, enrolment, None).await?;
    }
    for enrolment in &import.made.enrolled {
        store::remove_enrolment(tx, organisation, enrolment).await?;
    }
    for changed in &import.made.changed {
        directory::store::save(tx, organisation, &changed.person, &changed.before).await?;
    }
    directory::store::remove(tx, organisation, &import.made.added).await
}
