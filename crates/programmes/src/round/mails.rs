//! What people will read, with a real pair, before anything is published.

use askama::Template;
use axum::extract::{Path, Query, State};
use people::{PersonId, permission::CoordinatorOf, person};
use serde::Deserialize;
use web::{Answer, App, Choice, Shell};

use super::{
    change::still_draft,
    desk::{At, Desk, Set},
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
    formed: bool,
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
    let sets = desk.sets();
    let chosen = if of.pair < sets.len() { of.pair } else { 0 };
    let mails = offered(&app, &desk, sets.get(chosen)).await?;
    let other = not_placed(&app, &permit, &desk).await?;
    let leaves = (app.seam.now() + UNDO_WINDOW).to_zoned(viewer.zone.clone());
    let choice = |(at, set): (usize, &Set<'_>)| {
        let label = set.names(viewer.language);
        Choice::new(at.to_string(), label).chosen_among(&[chosen.to_string()])
    };
    web::html(&Page {
        page: viewer.page("round-mails-title"),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        seen: publish::seen(&desk),
        pairs: sets.len(),
        formed: desk.outcome.formed,
        unplaced: desk.unplaced().count(),
        choices: sets.iter().enumerate().map(choice).collect(),
        without_address: without_address(&app, &desk, sets.get(chosen)).await?,
        mails,
        other,
        leaves: words::clock_time(&leaves),
    })
}

/// A letter to each role is enough to be looked at.
const SHOWN: usize = 2;

/// The very mails that would be sent: the act itself, without its commit.
async fn offered(app: &App, desk: &Desk, set: Option<&Set<'_>>) -> Answer<Vec<Shown>> {
    let Some(set) = set else { return Ok(Vec::new()) };
    let mut tx = app.db.write().await?;
    super::store::add_places(&mut tx, desk, 1).await?;
    publish::offered(&mut tx, app, desk, set, app.seam.now() + UNDO_WINDOW).await?;
    let count = u32::try_from(set.seats.len()).unwrap_or(u32::MAX);
    let newest = mail::list(&mut tx, count).await?;
    drop(tx);
    let mut roles: Vec<(String, &str)> =
        set.seats.iter().map(|(at, role)| (desk.name(*at).to_owned(), role.as_str())).collect();
    // One of each role; where all hold the same, two of them.
    if roles.iter().any(|(_, role)| *role != roles[0].1) {
        roles.dedup_by_key(|(_, role)| *role);
    }
    roles.truncate(SHOWN);
    let of_set =
        |mail: &mail::Sent| mail.kind == "offer" && roles.iter().any(|(n, _)| *n == mail.to_name);
    let offers = newest.into_iter().filter(of_set);
    Ok(offers.map(|mail| shown(mail.to_name, mail.to_address, mail.subject, &mail.text)).collect())
}

/// Those of a pair or a group whom no mail can reach.
async fn without_address(app: &App, desk: &Desk, set: Option<&Set<'_>>) -> Answer<Vec<String>> {
    let Some(set) = set else { return Ok(Vec::new()) };
    let mut tx = app.db.read().await?;
    let mut names = Vec::new();
    for (at, _) in &set.seats {
        let id = PersonId::from(desk.id(*at).to_owned());
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
