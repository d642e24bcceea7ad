//! What people will read, with a real pair, before anything is published.

use askama::Template;
use axum::extract::{Path, Query, State};
use people::{PersonId, permission::CoordinatorOf, person};
use serde::Deserialize;
use web::{Answer, App, Choice, Shell};

use super::{
    change::{pair_named, still_draft},
    desk::{At, Desk},
    letters,
    model::UNDO_WINDOW,
    publish,
};

/// Which pair is looked at.
#[derive(Debug, Default, Deserialize)]
pub struct Of {
    #[serde(default)]
    pair: usize,
}

#[derive(Template)]
#[template(path = "round/mails.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    seen: String,
    pairs: usize,
    unplaced: usize,
    choices: Vec<Choice>,
    mails: Vec<Shown>,
    without_address: Vec<String>,
    other: Option<Shown>,
    leaves: String,
}

/// A mail as it is shown.
struct Shown {
    to: String,
    address: String,
    subject: String,
    parts: Vec<Part>,
}

struct Part {
    text: String,
    is_button: bool,
}

/// The page.
///
/// # Errors
/// Absent when there is no such round; a refusal when it is no draft; a fault when the database
/// refuses.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Query(of): Query<Of>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    still_draft(&desk)?;
    let viewer = &permit.viewer;
    let chosen = if of.pair < desk.outcome.proposals.len() { of.pair } else { 0 };
    let mails = offered(&app, &desk, chosen).await?;
    let other = not_placed(&app, &permit, &desk).await?;
    let leaves = (app.seam.now() + UNDO_WINDOW).to_zoned(viewer.zone.clone());
    let choice = |(at, pair): (usize, &super::answer::Proposal)| {
        let label = pair_named(viewer.language, &desk, (pair.giver, pair.receiver));
        Choice::new(at.to_string(), label).chosen_among(&[chosen.to_string()])
    };
    web::html(&Page {
        page: viewer.page("round-mails-title"),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        seen: publish::seen(&desk),
        pairs: desk.outcome.proposals.len(),
        unplaced: desk.unplaced().count(),
        choices: desk.outcome.proposals.iter().enumerate().map(choice).collect(),
        without_address: without_address(&app, &desk, chosen).await?,
        mails,
        other,
        leaves: words::clock_time(&leaves),
    })
}

/// The very mails that would be sent: the act itself, without its commit.
async fn offered(app: &App, desk: &Desk, pair: usize) -> Answer<Vec<Shown>> {
    let Some(pair) = desk.outcome.proposals.get(pair) else { return Ok(Vec::new()) };
    let mut tx = app.db.write().await?;
    super::store::add_places(&mut tx, desk, 1).await?;
    publish::offered(&mut tx, app, desk, pair, app.seam.now() + UNDO_WINDOW).await?;
    let newest = mail::list(&mut tx, 2).await?;
    drop(tx);
    let of_pair = |mail: &mail::Sent| {
        [pair.giver, pair.receiver].iter().any(|&at| desk.name(at) == mail.to_name)
    };
    let offers = newest.into_iter().filter(|mail| mail.kind == "offer" && of_pair(mail));
    Ok(offers.map(|mail| shown(mail.to_name, mail.to_address, mail.subject, &mail.text)).collect())
}

/// Those of a pair whom no mail can reach.
async fn without_address(app: &App, desk: &Desk, pair: usize) -> Answer<Vec<String>> {
    let Some(pair) = desk.outcome.proposals.get(pair) else { return Ok(Vec::new()) };
    let mut tx = app.db.read().await?;
    let mut names = Vec::new();
    for at in [pair.giver, pair.receiver] {
        let id = PersonId::from(desk.id(at).to_owned());
        let person = person::find(&mut tx, &desk.round.organisation, &id).await?;
        names.extend(person.filter(|person| person.email.is_none()).map(|person| person.name));
    }
    Ok(names)
}

async fn not_placed(app: &App, permit: &CoordinatorOf, desk: &Desk) -> Answer<Option<Shown>> {
    let Some(alone) = desk.unplaced().next() else { return Ok(None) };
    let id = PersonId::from(desk.id(alone.person).to_owned());
    let mut tx = app.db.read().await?;
    let person = person::find(&mut tx, &desk.round.organisation, &id).await?;
    Ok(person.map(|person| {
        let letter =
            letters::not_placed(&person, &permit.viewer.organisation_name, &desk.programme);
        let address = person.email.clone().unwrap_or_default();
        shown(person.name, address, letter.subject.clone(), &letter.text())
    }))
}

/// The text of a mail in its parts. Addresses of buttons are left out: they work once they are sent.
fn shown(to: String, address: String, subject: String, text: &str) -> Shown {
    let part = |text: &str| match text.split_once(":\nhttp") {
        Some((label, _)) => Part { text: label.to_owned(), is_button: true },
        None => Part { text: text.to_owned(), is_button: false },
    };
    let parts = text.trim_end().split("\n\n").map(part).collect();
    Shown { to, address, subject, parts }
}
