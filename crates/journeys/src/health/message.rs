//! A mail to the people of a relationship: a ready text that fits how they are doing, looked at
//! before it leaves.

use askama::Template;
use axum::extract::{Path, State};
use mail::Letter;
use people::{permission::CoordinatorOf, post};
use programmes::relationship::{store as relationships, words as said};
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Refusal, Shell};

use super::show::{Looked, Places, look};

const LONGEST_SUBJECT: usize = 150;
const LONGEST_TEXT: usize = 4000;

/// What the form sends: first to look at it, then to send it.
#[derive(Debug, Deserialize)]
pub struct Written {
    #[serde(default)]
    subject: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    send: String,
}

#[derive(Template)]
#[template(path = "health/message.html")]
struct MessagePage {
    page: Shell,
    base: String,
    to: String,
    subject: String,
    text: String,
    errors: Errors,
    preview: Option<Preview>,
}

struct Preview {
    greeting: String,
    paragraphs: Vec<String>,
    signed: String,
}

/// The ready text.
pub async fn page(of: CoordinatorOf, State(app): State<App>, Path(places): Path<Places>) -> Answer {
    let mut tx = app.db.read().await?;
    let looked = look(&mut tx, &of, &places.relationship, &app).await?;
    let word = looked.line.health.word();
    let viewer = &of.viewer;
    let args = [("programme", (&looked.programme).into())];
    let written = Written {
        subject: viewer.say(&format!("message-{word}-subject"), &args),
        text: viewer.say(&format!("message-{word}-text"), &args),
        send: String::new(),
    };
    web::html(&shown(&of, &looked, written, Errors::new(viewer.language), None))
}

/// Shows the mail as it will be; sends it when that was looked at.
pub async fn act(
    of: CoordinatorOf,
    State(app): State<App>,
    Path(places): Path<Places>,
    Form(written): Form<Written>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let looked = look(&mut tx, &of, &places.relationship, &app).await?;
    let mut errors = Errors::new(of.viewer.language);
    let subject = errors.text("subject", &written.subject, LONGEST_SUBJECT);
    let text = errors.text("text", &written.text, LONGEST_TEXT);
    if !errors.is_empty() {
        return web::html_with_errors(&shown(&of, &looked, written, errors, None));
    }
    let id = &looked.line.id;
    let members = relationships::members(&mut tx, &of.viewer.organisation, id).await?;
    let there: Vec<_> = members.iter().filter(|m| m.seat.left_at.is_none()).collect();
    let Some(first) = there.first() else {
        return Err(Refusal::conflict("message-nobody").into());
    };
    if written.send.is_empty() {
        let letter = letter(&of, first, &subject, &text);
        let preview = Preview {
            greeting: letter.greeting,
            paragraphs: letter.paragraphs,
            signed: letter.signed,
        };
        return web::html(&shown(&of, &looked, written, errors, Some(preview)));
    }
    for member in &there {
        let letter = letter(&of, member, &subject, &text);
        let about = Some(("programme", of.programme.as_str()));
        post::send(&mut tx, &app, &member.person, "coordinator", about, &letter).await?;
    }
    tx.commit().await?;
    let path = format!("/programmes/{}/relationships/{id}", of.programme);
    web::see(&path, Flash::done("message-sent").with("number", there.len()))
}

fn letter(of: &CoordinatorOf, member: &relationships::Member, subject: &str, text: &str) -> Letter {
    let paragraphs = text.split("\n\n").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty());
    Letter {
        subject: subject.to_owned(),
        paragraphs: paragraphs.collect(),
        signed: of.viewer.name.clone(),
        ..post::letter_to(&member.person, &of.viewer.organisation_name)
    }
}

fn shown(
    of: &CoordinatorOf,
    looked: &Looked,
    written: Written,
    errors: Errors,
    preview: Option<Preview>,
) -> MessagePage {
    let names: Vec<&str> = looked.line.members.iter().map(|m| m.name.as_str()).collect();
    MessagePage {
        page: of.viewer.page("message-title"),
        base: format!("/programmes/{}/relationships/{}", of.programme, looked.line.id),
        to: said::names(&names, of.viewer.language),
        subject: written.subject,
        text: written.text,
        errors,
        preview,
    }
}
