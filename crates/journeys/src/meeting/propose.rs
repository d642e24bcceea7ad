//! Proposing times: three that suit everybody, or one's own; the other picks one.

use askama::Template;
use axum::extract::{Query, State};
use db::Tx;
use jiff::civil::Date;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Problem, Shell};

use super::{
    MeetingId, SlotId,
    draft::{self, Draft, Offer, Understood},
    invite,
    model::{self, Meeting, Slot},
    step, store,
    times::Basis,
};
use crate::together::Together;

/// Which times are looked for.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    #[serde(default)]
    from: String,
    #[serde(default)]
    minutes: String,
    #[serde(default)]
    instead: String,
}

#[derive(Template)]
#[template(path = "meeting/propose.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    offer: Offer,
    draft: Draft,
    own_rows: Vec<(String, String)>,
    lengths: Vec<Choice>,
    minutes: u32,
    errors: Errors,
}

/// The form.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Query(search): Query<Search>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    let last = store::of_relationship(&mut tx, &of.organisation, &holder.relationship).await?;
    let usual = last.first().map_or_else(String::new, |meeting| meeting.place.clone());
    let draft = Draft {
        minutes: search.minutes,
        place: usual,
        instead: search.instead,
        ..Draft::default()
    };
    let errors = Errors::new(of.language);
    let from = search.from.parse().ok();
    web::html(&asked(&mut tx, &app, &holder, &together, draft, from, errors).await?)
}

/// Puts the times on the table and tells the others.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(draft): Form<Draft>) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let understood = draft.understand(of, app.seam.now(), &mut errors);
    let mut tx = app.db.write().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    if !errors.is_empty() {
        let page = asked(&mut tx, &app, &holder, &together, draft, None, errors).await?;
        return web::html_with_errors(&page);
    }
    replace(&mut tx, &app, &holder, &draft.instead).await?;
    let new = proposed(&app, &holder, understood);
    step::propose(&mut tx, &app, &together, &new, &of.person).await?;
    tx.commit().await?;
    let partner = together.others_in_words(&of.person, of.language);
    web::see(&invite::path(&new), Flash::done("meeting-proposed-done").with("partner", partner))
}

/// The proposal that this one replaces is taken back, if it still stands.
async fn replace(tx: &mut Tx, app: &App, holder: &SeatHolder, id: &str) -> Result<(), Problem> {
    let Some(id) = web::blank(id) else { return Ok(()) };
    let of = &holder.viewer;
    let id = MeetingId::from(id.to_owned());
    let held = step::hold(tx, app, &of.organisation, &id, &of.person).await?;
    if held.was.relationship == holder.relationship
        && matches!(held.was.state, model::State::Proposed(_))
    {
        let is = held.was.clone().cancel(app.seam.now())?;
        step::follow(tx, app, &held, &is, Some(&of.person)).await?;
    }
    Ok(())
}

fn proposed(app: &App, holder: &SeatHolder, understood: Understood) -> Meeting {
    let id = app.seam.id();
    let slot = |starts| Slot { id: SlotId::from(app.seam.id()), starts };
    Meeting {
        uid: invite::uid(app, &id),
        id: MeetingId::from(id),
        organisation: holder.viewer.organisation.clone(),
        relationship: holder.relationship.clone(),
        state: model::State::Proposed(understood.starts.into_iter().map(slot).collect()),
        minutes: understood.minutes,
        place: understood.place,
        agenda: understood.agenda,
        sequence: 0,
        proposed_by: Some(holder.viewer.person.clone()),
    }
}

async fn asked(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    together: &Together,
    draft: Draft,
    from: Option<Date>,
    errors: Errors,
) -> Result<Page, Problem> {
    let of = &holder.viewer;
    let usual = together.frame.design.rhythm.minutes.most.into();
    let minutes = draft.minutes.parse().ok().filter(|n| (10..=480).contains(n)).unwrap_or(usual);
    let mut offer = draft::offer(tx, app, of, together, minutes, from).await?;
    for choice in &mut offer.choices {
        // All three are on the table unless somebody took one away.
        choice.chosen = errors.is_empty() || draft.slots.contains(&choice.value);
    }
    Ok(Page {
        page: of.page("meeting-propose-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        lengths: draft::lengths(of, together, minutes),
        own_rows: draft.own_rows(2),
        offer,
        draft,
        minutes,
        errors,
    })
}

impl Page {
    fn meetings(&self) -> String {
        format!("{}/meetings", self.home)
    }

    /// What the times rest on.
    fn basis(&self) -> String {
        let key = match self.offer.basis {
            Basis::Said => "meeting-basis-said",
            Basis::Usual => "meeting-basis-usual",
            Basis::Nothing => "meeting-basis-nothing",
        };
        self.page.t1(key, "partner", &self.partner)
    }

    fn shows_own(&self) -> bool {
        let typed = self.own_rows.iter().any(|(day, hour)| !(day.is_empty() && hour.is_empty()));
        typed || self.offer.choices.is_empty()
    }
}
