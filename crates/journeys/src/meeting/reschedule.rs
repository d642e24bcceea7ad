//! Another time for a meeting that was agreed: all calendars get the new version.

use askama::Template;
use axum::extract::{Path, Query, State};
use db::Tx;
use jiff::{Timestamp, civil::Date};
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Problem, Shell};

use super::{
    MeetingId,
    draft::{self, Draft, Offer},
    invite,
    model::Meeting,
    refused::Refused,
    step::{self, Held},
    when,
};

#[derive(Template)]
#[template(path = "meeting/reschedule.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    meeting: String,
    now: String,
    offer: Offer,
    own_rows: Vec<(String, String)>,
    lengths: Vec<Choice>,
    place: String,
    errors: Errors,
}

/// From which day on times are looked for.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    #[serde(default)]
    from: String,
}

/// The form.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Query(search): Query<Search>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let Held { was, together } = step::seen(&mut tx, &app, &holder, id).await?;
    together.ask_open_to(&of.person)?;
    if !was.is_ahead(app.seam.now()) {
        return Err(Refused::Begun.into());
    }
    let draft = Draft { place: was.place.clone(), ..Draft::default() };
    let errors = Errors::new(of.language);
    let held = Held { was, together };
    web::html(&asked(&mut tx, &app, &holder, &held, draft, search.from.parse().ok(), errors).await?)
}

/// Moves it and tells all.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Form(draft): Form<Draft>,
) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let now = app.seam.now();
    let understood = draft.understand(of, now, &mut errors);
    // A typed time outdoes a suggested one.
    let starts = own_or_first(&draft, of, now, &understood.starts);
    let mut tx = app.db.write().await?;
    let held =
        step::hold(&mut tx, &app, &of.organisation, &MeetingId::from(id), &of.person).await?;
    if held.was.relationship != holder.relationship {
        return Err(Problem::Absent);
    }
    let Some(starts) = starts.filter(|_| errors.is_empty()) else {
        let page = asked(&mut tx, &app, &holder, &held, draft, None, errors).await?;
        return web::html_with_errors(&page);
    };
    let moved = held.was.clone().move_to(starts, now)?;
    let is = Meeting { minutes: understood.minutes, place: understood.place, ..moved };
    step::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?;
    tx.commit().await?;
    let when = when::here(of.language, starts, &of.zone);
    web::see(&invite::path(&is), Flash::done("meeting-moved-done").with("when", when))
}

fn own_or_first(
    draft: &Draft,
    of: &people::permission::Viewer,
    now: Timestamp,
    all: &[Timestamp],
) -> Option<Timestamp> {
    let typed = Draft { slots: Vec::new(), minutes: "60".to_owned(), ..draft.clone() };
    let own = typed.understand(of, now, &mut Errors::new(of.language)).starts;
    own.first().or(all.first()).copied()
}

async fn asked(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    held: &Held,
    draft: Draft,
    from: Option<Date>,
    errors: Errors,
) -> Result<Page, Problem> {
    let (of, Held { was, together }) = (&holder.viewer, held);
    let minutes = draft.minutes.parse().unwrap_or(was.minutes);
    let mut offer = draft::offer(tx, app, of, together, minutes, from).await?;
    for choice in &mut offer.choices {
        choice.chosen = draft.slots.contains(&choice.value);
    }
    let now = was.starts().map(|at| when::here(of.language, at, &of.zone));
    Ok(Page {
        page: of.page("meeting-move-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        meeting: invite::path(was),
        now: now.unwrap_or_default(),
        lengths: draft::lengths(of, together, minutes),
        own_rows: draft.own_rows(1),
        place: draft.place,
        offer,
        errors,
    })
}
