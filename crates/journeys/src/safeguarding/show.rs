//! One concern: for whoever said it, and for those in charge.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use people::{
    permission::{SignedIn, Viewer},
    person,
};
use programmes::relationship::{store as relationships, words as said};
use web::{Answer, App, Errors, Shell};

use super::{
    access::{self, Part},
    model::Concern,
};

#[derive(Template)]
#[template(path = "safeguarding/show.html")]
pub(super) struct Page {
    page: Shell,
    id: String,
    leads: bool,
    by: String,
    about: String,
    when: String,
    words: String,
    is_open: bool,
    escalates: String,
    answered: String,
    answer: String,
    typed: String,
    errors: Errors,
}

/// The page.
pub async fn page(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let (concern, part) = access::readable(&mut tx, &viewer, &id).await?;
    let errors = Errors::new(viewer.language);
    web::html(&shown(&mut tx, &viewer, &concern, part, String::new(), errors).await?)
}

pub(super) async fn shown(
    tx: &mut Tx,
    viewer: &Viewer,
    concern: &Concern,
    part: Part,
    typed: String,
    errors: Errors,
) -> Answer<Page> {
    let organisation = &viewer.organisation;
    let by = person::find(tx, organisation, &concern.raised_by).await?;
    let moment =
        |at: jiff::Timestamp| words::moment(viewer.language, &at.to_zoned(viewer.zone.clone()));
    let about = match &concern.relationship {
        Some(relationship) => {
            let members = relationships::members(tx, organisation, relationship).await?;
            let names: Vec<&str> = members.iter().map(|m| m.person.name.as_str()).collect();
            said::names(&names, viewer.language)
        }
        None => String::new(),
    };
    let answer = concern.answer.as_ref();
    Ok(Page {
        page: viewer.page("concern-one-title"),
        id: concern.id.to_string(),
        leads: part == Part::Lead,
        by: by.map_or(String::new(), |person| person.name),
        about,
        when: moment(concern.raised_at),
        words: concern.words.clone(),
        is_open: concern.is_open(),
        escalates: moment(concern.escalate_at),
        answered: answer.map(|(at, _)| moment(*at)).unwrap_or_default(),
        answer: answer.map(|(_, words)| words.clone()).unwrap_or_default(),
        typed,
        errors,
    })
}
