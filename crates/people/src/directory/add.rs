//! Adding somebody by hand.

use axum::extract::State;
use web::{Answer, App, Errors, Flash, Form};

use super::{
    Details, PersonAdded,
    form::{Page, PersonForm},
    store,
};
use crate::{
    organisation,
    permission::{Administrator, Viewer},
};

/// The form.
pub(super) async fn page(Administrator(viewer): Administrator, State(app): State<App>) -> Answer {
    let home = organisation::store::one(&mut app.db.read().await?, &viewer.organisation).await?;
    web::html(&show(&viewer, PersonForm::empty(&home), Errors::new(viewer.language)))
}

/// Adds them.
pub(super) async fn save(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let mut errors = Errors::new(viewer.language);
    let mut tx = app.db.write().await?;
    let organisation = &viewer.organisation;
    let details = form.read(&mut tx, organisation, None, Details::default(), &mut errors).await?;
    if !errors.is_empty() {
        return web::html_with_errors(&show(&viewer, form, errors));
    }
    let added = store::add(&mut tx, &app.seam, organisation, std::slice::from_ref(&details)).await;
    let ids = match added {
        Err(error) if error.is_duplicate() => {
            errors.add("email", "directory-email-taken", &[]);
            return web::html_with_errors(&show(&viewer, form, errors));
        }
        added => added?,
    };
    for person in &ids {
        let fact = PersonAdded { person: person.clone() };
        let actor = Some(viewer.person.as_str());
        jobs::record(&mut tx, &app.seam, organisation.as_str(), actor, &fact).await?;
    }
    tx.commit().await?;
    let path = ids.first().map_or_else(|| "/people".to_owned(), |id| format!("/people/{id}"));
    web::see(&path, Flash::done("directory-added").with("name", &details.name))
}

fn show(viewer: &Viewer, form: PersonForm, errors: Errors) -> Page {
    let page = viewer.page("directory-add");
    Page::new(page, form, errors, "/people/new".to_owned(), "/people")
}
