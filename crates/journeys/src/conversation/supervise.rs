//! Reading along, where the design is supervised: what was written in the knowledge of it. What was
//! written before, or for oneself alone, stays closed.

use askama::Template;
use axum::extract::{Path, State};
use design::Clause;
use people::permission::CoordinatorOf;
use programmes::{RelationshipId, relationship::agreement};
use serde::Deserialize;
use web::{Answer, App, Problem, Shell};

use super::supervise_store::{self, Text};
use crate::together::Together;

/// The places of the path.
#[derive(Debug, Deserialize)]
pub struct Places {
    relationship: String,
}

#[derive(Template)]
#[template(path = "conversation/supervise.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    messages: Vec<Line>,
    notes: Vec<Line>,
    goals: Vec<Line>,
    clauses: Vec<Clause>,
}

struct Line {
    author: String,
    when: String,
    words: String,
}

/// The page.
pub async fn page(of: CoordinatorOf, State(app): State<App>, Path(places): Path<Places>) -> Answer {
    let viewer = &of.viewer;
    let id = RelationshipId::from(places.relationship);
    let mut tx = app.db.read().await?;
    let now = app.seam.now();
    let together = Together::load(&mut tx, &viewer.organisation, &id, now).await?;
    let here = together.relationship.programme == of.programme;
    if !here || !together.frame.design.care.is_supervised() {
        return Err(Problem::Absent);
    }
    // Nobody reads along in what they take part in.
    if together.members.iter().any(|member| member.person.id == viewer.person) {
        return Err(Problem::Absent);
    }
    let texts = supervise_store::texts(&mut tx, &viewer.organisation, &id).await?;
    let line = |text: Text| Line {
        when: words::moment(viewer.language, &text.at.to_zoned(viewer.zone.clone())),
        author: text.author,
        words: text.words,
    };
    let agreement = agreement::store::find(&mut tx, &id, &together.frame.design).await?;
    let names = together.others_in_words(&viewer.person, viewer.language);
    let list = format!("/programmes/{}/relationships", of.programme);
    web::html(&Page {
        page: viewer
            .page_titled(viewer.say("supervise-title", &[("people", names.as_str().into())])),
        trail: vec![(list.clone(), viewer.t("health-title")), (format!("{list}/{id}"), names)],
        messages: texts.messages.into_iter().map(line).collect(),
        notes: texts.notes.into_iter().map(line).collect(),
        goals: texts.goals.into_iter().map(line).collect(),
        clauses: agreement.clauses,
    })
}
