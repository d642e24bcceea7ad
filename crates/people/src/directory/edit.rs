//! Changing what is known of somebody.

use axum::extract::{Path, State};
use web::{Answer, App, Errors, Flash, Form, Problem};

use super::{
    Details, PersonChanged,
    form::{Page, PersonForm},
    store,
};
use crate::{
    PersonId,
    permission::{Administrator, Viewer},
    person,
};

/// The form.
pub(super) async fn page(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Answer {
    let id = PersonId::from(id);
    let mut tx = app.db.read().await?;
    let details = store::details(&mut tx, &viewer.organisation, &id).await?;
    let details = details.ok_or(Problem::Absent)?;
    let manager = match &details.manager {
        Some(manager) => person::find(&mut tx, &viewer.organisation, manager).await?,
        None => None,
    };
    let form = PersonForm::of(&details, manager.and_then(|m| m.email).as_deref());
    web::html(&show(&viewer, &id, &details, form, Errors::new(viewer.language)))
}

/// Saves it.
pub(super) async fn save(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Path(id): Path<String>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let id = PersonId::from(id);
    let mut errors = Errors::new(viewer.language);
    let organisation = &viewer.organisation;
    let mut tx = app.db.write().await?;
    let known = store::details(&mut tx, organisation, &id).await?.ok_or(Problem::Absent)?;
    let mut details =
        form.read(&mut tx, organisation, Some(&id), known.clone(), &mut errors).await?;
    if form.manager.trim().is_empty() && known.manager.is_some() {
        details.manager = kept_manager(&mut tx, &viewer, &known).await?;
    }
    if !errors.is_empty() {
        return web::html_with_errors(&show(&viewer, &id, &known, form, errors));
    }
    match store::save(&mut tx, organisation, &id, &details).await {
        Err(error) if error.is_duplicate() => {
            errors.add("email", "directory-email-taken", &[]);
            return web::html_with_errors(&show(&viewer, &id, &known, form, errors));
        }
        saved => saved?,
    }
    let fields: Vec<String> = known.differences(&details).into_iter().map(Into::into).collect();
    if !fields.is_empty() {
        let fact = PersonChanged { person: id.clone(), fields };
        let actor = Some(viewer.person.as_str());
        jobs::record(&mut tx, &app.seam, organisation.as_str(), actor, &fact).await?;
    }
    tx.commit().await?;
    web::see(&format!("/people/{id}"), Flash::done("directory-saved").with("name", &details.name))
}

/// A manager without an address cannot stand in the form, so an empty field does not mean «nobody».
async fn kept_manager(
    tx: &mut db::Tx,
    viewer: &Viewer,
    known: &Details,
) -> Answer<Option<PersonId>> {
    let Some(manager) = &known.manager else { return Ok(None) };
    let manager = person::find(tx, &viewer.organisation, manager).await?;
    Ok(manager.filter(|manager| manager.email.is_none()).map(|manager| manager.id))
}

fn show(viewer: &Viewer, id: &PersonId, known: &Details, form: PersonForm, errors: Errors) -> Page {
    let title = viewer.say("directory-edit", &[("name", known.name.as_str().into())]);
    let (action, back) = (format!("/people/{id}/edit"), format!("/people/{id}"));
    Page::new(viewer.page_titled(title), form, errors, action, &back)
}
