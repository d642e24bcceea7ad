//! Making a programme from a form of mentoring: a name, dates, and one track with its own copy of
//! the design.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use design::Design;
use jobs::Seam;
use people::{
    OrganisationId, PersonId, ProgrammeId,
    permission::{Part, ProgrammeMaker, Viewer, appoint},
};
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    dates::{Dates, Typed},
    facts::ProgrammeCreated,
    model::{Programme, State as ProgrammeState, Track},
    store, today,
};
use crate::TrackId;

#[derive(Template)]
#[template(path = "programme/create.html")]
struct Page {
    page: Shell,
    preset: String,
    title: String,
    typed: Typed,
    errors: Errors,
    trail: Vec<(String, String)>,
    is_cohort: bool,
    is_complete: bool,
}

/// The page: everything is filled in.
pub async fn page(
    ProgrammeMaker(viewer): ProgrammeMaker,
    State(app): State<App>,
    Path(preset): Path<String>,
) -> Answer {
    let design = design::preset(&preset).ok_or(Problem::Absent)?.design();
    let today = today(&app, &viewer);
    let dates = Dates::suggested(&design, today);
    let year = dates.starts_on.unwrap_or(today).year();
    let name = viewer.say(
        "programme-suggested-name",
        &[("title", design.title.as_str().into()), ("year", year.to_string().into())],
    );
    let errors = Errors::new(viewer.language);
    web::html(&show(&viewer, preset, &design, Typed::of(&name, dates), errors))
}

/// Makes it.
pub(super) async fn submit(
    ProgrammeMaker(viewer): ProgrammeMaker,
    State(app): State<App>,
    Path(preset): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let design = design::preset(&preset).ok_or(Problem::Absent)?.design();
    let mut errors = Errors::new(viewer.language);
    let name = errors.text("name", &typed.name, 120);
    let dates = Dates::read(&typed, &mut errors);
    if !errors.is_empty() {
        return web::html_with_errors(&show(&viewer, preset, &design, typed, errors));
    }
    let mut tx = app.db.write().await?;
    let new = NewProgramme {
        organisation: &viewer.organisation,
        name: &name,
        design: &design,
        creator: &viewer.person,
    };
    let (mut programme, _) = create(&mut tx, &app.seam, new).await?;
    programme.opens_on = dates.opens_on;
    programme.closes_on = dates.closes_on;
    programme.starts_on = dates.starts_on;
    programme.ends_on = dates.ends_on;
    store::update(&mut tx, &programme).await?;
    tx.commit().await?;
    let flash = Flash::done("programme-created").with("name", &programme.name);
    web::see(&format!("/programmes/{}", programme.id), flash)
}

/// What a programme is made from.
#[derive(Debug, Clone, Copy)]
pub struct NewProgramme<'a> {
    /// Whose it is.
    pub organisation: &'a OrganisationId,
    /// Its name.
    pub name: &'a str,
    /// The design that its first track gets a copy of.
    pub design: &'a Design,
    /// Who makes it and becomes its coordinator.
    pub creator: &'a PersonId,
}

/// Makes a draft with one track and its creator as coordinator.
///
/// # Errors
/// When the database refuses it.
pub async fn create(
    tx: &mut Tx,
    seam: &Seam,
    new: NewProgramme<'_>,
) -> db::Result<(Programme, Track)> {
    let programme = Programme {
        id: ProgrammeId::from(seam.id()),
        organisation: new.organisation.clone(),
        name: new.name.to_owned(),
        state: ProgrammeState::Draft,
        opens_on: None,
        closes_on: None,
        starts_on: None,
        ends_on: None,
        join_code: None,
        created_at: seam.now(),
        closed_at: None,
    };
    store::insert(tx, &programme).await?;
    let track = Track {
        id: TrackId::from(seam.id()),
        programme: programme.id.clone(),
        organisation: new.organisation.clone(),
        name: new.design.title.clone(),
        design: new.design.clone(),
        design_version: 1,
    };
    store::insert_track(tx, &track, seam.now_ms()).await?;
    let (organisation, creator) = (new.organisation, new.creator);
    let (part, id) = (Part::Coordinator, Some(&programme.id));
    appoint(tx, seam, organisation, creator, part, id, Some(creator)).await?;
    let fact = ProgrammeCreated { programme: programme.id.clone(), name: programme.name.clone() };
    jobs::record(tx, seam, organisation.as_str(), Some(creator.as_str()), &fact).await?;
    Ok((programme, track))
}

fn show(viewer: &Viewer, preset: String, design: &Design, typed: Typed, errors: Errors) -> Page {
    let status = design.gallery.as_ref().map(|gallery| gallery.status);
    let trail = vec![
        ("/programmes".to_owned(), viewer.t("programmes-title")),
        ("/programmes/new".to_owned(), viewer.t("gallery-title")),
        (format!("/programmes/new/{preset}"), design.title.clone()),
    ];
    Page {
        page: viewer.page("programme-create-title"),
        trail,
        preset,
        title: design.title.clone(),
        typed,
        errors,
        is_cohort: design.rhythm.entry == design::Entry::Cohort,
        is_complete: status == Some(design::Status::Complete),
    }
}
