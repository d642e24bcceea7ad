//! Changing the words: one box a clause, an empty one goes, a new one comes.

use askama::Template;
use axum::extract::State;
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    model::{Agreement, LONGEST_CLAUSE, MOST_CLAUSES},
    store,
};
use crate::{
    ids::RelationshipId,
    relationship::{
        facts::AgreementChanged,
        follow::{self, Held, record},
        letters,
        permit::SeatHolder,
        refused::Refused,
        store as relationships,
        tell::Tell,
        words as said,
    },
};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Words {
    version: i64,
    #[serde(default)]
    clause: Vec<String>,
}

#[derive(Template)]
#[template(path = "relationship/agreement/change.html")]
struct ChangePage {
    page: Shell,
    relationship: RelationshipId,
    version: i64,
    boxes: Vec<ClauseBox>,
    audience: &'static str,
    errors: Errors,
}

struct ClauseBox {
    id: String,
    label: String,
    text: String,
    error: String,
}

/// The boxes.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let of = &holder.viewer;
    let found = relationships::find(&mut tx, &of.organisation, &holder.relationship).await?;
    let relationship = found.ok_or(Problem::Absent)?;
    if !relationship.is_running() {
        return Err(Refused::NotRunning.into());
    }
    let frame = relationships::frame(&mut tx, &of.organisation, &relationship.track).await?;
    let agreement = store::find(&mut tx, &holder.relationship, &frame.design).await?;
    let texts: Vec<String> = agreement.clauses.iter().map(|c| c.text.clone()).collect();
    let errors = Errors::new(of.language);
    web::html(&asked(&holder, &frame, agreement.version, &texts, errors))
}

/// New words; the others are asked.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(form): Form<Words>) -> Answer {
    let path = format!("/relationships/{}/agreement", holder.relationship);
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let texts = checked(&form.clause, &mut errors);
    let mut tx = app.db.write().await?;
    let held = follow::hold(&mut tx, &of.organisation, &holder.relationship).await?;
    if held.was.seat_of(&of.person).is_none() {
        return Err(Problem::Absent);
    }
    if !errors.is_empty() {
        let page = asked(&holder, &held.frame, form.version, &form.clause, errors);
        return web::html_with_errors(&page);
    }
    if !held.was.is_running() {
        return Err(Refused::NotRunning.into());
    }
    follow::ask_cleared(&mut tx, &app, &held).await?;
    let was = store::find(&mut tx, &holder.relationship, &held.frame.design).await?;
    if form.version != was.version {
        return web::see(&path, Flash::warn("agreement-changed-meanwhile"));
    }
    let now = app.seam.now();
    let Some(is) = was.changed(&texts, &of.person, now) else {
        return web::see(&path, Flash::done("agreement-unchanged"));
    };
    if was.changed_at.is_none() {
        // What the design proposed is the first wording of the history.
        store::save(&mut tx, &holder.relationship, &was, now).await?;
    }
    write(&mut tx, &app, &held, &is, &holder).await?;
    tx.commit().await?;
    web::see(&path, Flash::done("agreement-changed"))
}

async fn write(
    tx: &mut db::Tx,
    app: &App,
    held: &Held,
    is: &Agreement,
    holder: &SeatHolder,
) -> Result<(), Problem> {
    let person = &holder.viewer.person;
    store::save(tx, &holder.relationship, is, app.seam.now()).await?;
    record!(tx, app, held.was, Some(person), AgreementChanged { version: is.version });
    let tell = Tell::about(tx, app, &held.was, &held.frame).await?;
    let page = format!("{}/agreement", tell.home());
    let others = |m: &relationships::Member| m.seat.left_at.is_none() && m.person.id != *person;
    tell.write(tx, "agreement", others, |to| letters::agreement_changed(to, &page)).await?;
    Ok(())
}

fn checked(clauses: &[String], errors: &mut Errors) -> Vec<String> {
    if clauses.len() > MOST_CLAUSES {
        errors.add("clause-0", "agreement-too-many", &[("most", MOST_CLAUSES.into())]);
    }
    let texts: Vec<String> = clauses
        .iter()
        .enumerate()
        .map(|(n, text)| errors.optional_text(&format!("clause-{n}"), text, LONGEST_CLAUSE))
        .collect();
    if texts.iter().all(String::is_empty) {
        errors.add("clause-0", "agreement-empty", &[]);
    }
    texts
}

fn asked(
    holder: &SeatHolder,
    frame: &relationships::Frame,
    version: i64,
    texts: &[String],
    errors: Errors,
) -> ChangePage {
    let of = &holder.viewer;
    let mut texts = texts.to_vec();
    // Always one empty box, so that there is room for a clause of their own.
    if texts.len() < MOST_CLAUSES && texts.last().is_none_or(|last| !last.trim().is_empty()) {
        texts.push(String::new());
    }
    let boxed = |(n, text): (usize, String)| ClauseBox {
        label: of.say("agreement-clause", &[("number", (n + 1).into())]),
        error: errors.of(&format!("clause-{n}")).to_owned(),
        id: format!("clause-{n}"),
        text,
    };
    ChangePage {
        page: of.page("agreement-change-title"),
        relationship: holder.relationship.clone(),
        version,
        boxes: texts.into_iter().enumerate().map(boxed).collect(),
        audience: said::audience(&frame.design),
        errors,
    }
}
