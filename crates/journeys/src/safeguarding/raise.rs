//! Saying that something is not right: two actions from every page.

use askama::Template;
use axum::extract::{Query, State};
use db::Tx;
use jiff::SignedDuration;
use people::permission::{SignedIn, Viewer};
use programmes::relationship::{store as relationships, words as said};
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Shell};

use super::{
    ConcernId, access,
    facts::ConcernRaised,
    letters,
    model::Concern,
    store::{self, Part},
};

/// Where no design says otherwise, a concern goes further after so many hours.
const PATIENCE: u16 = 48;

#[derive(Template)]
#[template(path = "safeguarding/raise.html")]
struct Page {
    page: Shell,
    about: Vec<Choice>,
    words: String,
    past: bool,
    from: String,
    errors: Errors,
}

/// The page that somebody comes from.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    #[serde(default)]
    from: String,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct New {
    about: String,
    words: String,
    past: Option<String>,
    from: String,
}

/// The form, about what the page was about that somebody comes from.
pub async fn page(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Query(From { from }): Query<From>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let parts = store::parts(&mut tx, &viewer.organisation, &viewer.person, app.seam.now()).await?;
    let here = |part: &&Part| {
        part.relationship.as_ref().is_some_and(|id| from.contains(id.as_str()))
            || (part.relationship.is_none() && from.contains(part.programme.as_str()))
    };
    let about = parts.iter().find(here).or(parts.first()).map(value).unwrap_or_default();
    let new = New { about, from, ..New::default() };
    web::html(&shown(&viewer, &parts, new, Errors::new(viewer.language)))
}

/// Says it. Those in charge are written to with the next mails.
pub async fn act(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Form(new): Form<New>,
) -> Answer {
    let mut errors = Errors::new(viewer.language);
    let words = errors.text("words", &new.words, 10_000);
    let mut tx = app.db.write().await?;
    let parts = store::parts(&mut tx, &viewer.organisation, &viewer.person, app.seam.now()).await?;
    if !errors.is_empty() {
        return web::html_with_errors(&shown(&viewer, &parts, new, errors));
    }
    let part = parts.iter().find(|part| value(part) == new.about);
    let hours = patience(&mut tx, &viewer, part).await?;
    let now = app.seam.now();
    let concern = Concern {
        id: ConcernId::from(app.seam.id()),
        organisation: viewer.organisation.clone(),
        programme: part.map(|part| part.programme.clone()),
        relationship: part.and_then(|part| part.relationship.clone()),
        raised_by: viewer.person.clone(),
        words,
        past_coordinators: new.past.is_some(),
        raised_at: now,
        escalate_at: now + SignedDuration::from_hours(i64::from(hours)),
        escalated_at: None,
        answer: None,
    };
    store::insert(&mut tx, &concern).await?;
    for lead in concern.leads(&access::around(&mut tx, &concern).await?) {
        letters::write(&mut tx, &app, &concern, &lead, "concern-mail-new").await?;
    }
    // Not by whom: what is stored with a fact is shown in more places than a concern may be.
    let fact = ConcernRaised { concern: concern.id.to_string() };
    jobs::record(&mut tx, &app.seam, viewer.organisation.as_str(), None, &fact).await?;
    tx.commit().await?;
    web::see(&format!("/concerns/{}", concern.id), Flash::done("concern-raised"))
}

async fn patience(tx: &mut Tx, viewer: &Viewer, part: Option<&Part>) -> db::Result<u16> {
    let Some(part) = part else { return Ok(PATIENCE) };
    let frame = relationships::frame(tx, &viewer.organisation, &part.track).await?;
    Ok(frame.design.care.concerns.map_or(PATIENCE, |concerns| concerns.after_hours))
}

fn value(part: &Part) -> String {
    match &part.relationship {
        Some(relationship) => format!("relationship {relationship}"),
        None => format!("programme {}", part.programme),
    }
}

fn shown(viewer: &Viewer, parts: &[Part], new: New, errors: Errors) -> Page {
    let label = |part: &Part| {
        let names: Vec<&str> = part.others.iter().map(String::as_str).collect();
        let names = said::names(&names, viewer.language);
        match part.relationship {
            Some(_) => viewer.say(
                "concern-about-relationship",
                &[("names", names.into()), ("programme", part.name.as_str().into())],
            ),
            None => {
                viewer.say("concern-about-programme", &[("programme", part.name.as_str().into())])
            }
        }
    };
    let chosen = [new.about.as_str()];
    let choice = |part: &Part| Choice::new(value(part), label(part)).chosen_among(&chosen);
    let mut about: Vec<Choice> = parts.iter().map(choice).collect();
    about.push(Choice::new("", viewer.t("concern-about-other")).chosen_among(&chosen));
    Page {
        page: viewer.page("concern-title"),
        about,
        words: new.words,
        past: new.past.is_some(),
        // Only a path of this site leads back.
        from: Some(new.from)
            .filter(|f| f.starts_with('/') && !f.starts_with("//"))
            .unwrap_or_default(),
        errors,
    }
}
