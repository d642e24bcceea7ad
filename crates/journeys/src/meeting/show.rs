//! One meeting.

use askama::Template;
use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use web::{Answer, App, Choice, Shell};

use super::{
    draft, invite,
    model::{Meeting, State as Stands},
    step::{self, Held},
    when,
};

#[derive(Template)]
#[template(path = "meeting/show.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    path: String,
    meeting: Meeting,
    when: String,
    elsewhere: String,
    length: String,
    place: String,
    agenda: String,
    slots: Vec<Choice>,
    is_mine: bool,
    is_open: bool,
    is_ahead: bool,
    is_in_question: bool,
}

/// The page of a meeting: what is agreed, or what there is to pick from.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let Held { was: meeting, together } = step::seen(&mut tx, &app, &holder, id).await?;
    let now = app.seam.now();
    let key = match &meeting.state {
        Stands::Proposed(_) => "meeting-title-proposed",
        Stands::Booked(at) if *at > now => "meeting-title-ahead",
        Stands::Booked(_) | Stands::Held { .. } | Stands::Missed(_) => "meeting-title",
        Stands::Cancelled(_) => "meeting-title-cancelled",
    };
    let others = together.others(&of.person);
    let slots = meeting.slots().iter().filter(|slot| slot.starts > now).map(|slot| {
        let (day, hour) = draft::day_and_hour(of, &together, slot.starts);
        Choice::new(slot.id.to_string(), day).hint(hour)
    });
    let said = |at| when::here(of.language, at, &of.zone);
    let elsewhere = |at| when::elsewhere(of.language, at, &of.zone, &others);
    let partner = together.others_in_words(&of.person, of.language);
    web::html(&Page {
        page: of.page_titled(of.say(key, &[("partner", (&partner).into())])),
        home: together.path(),
        path: invite::path(&meeting),
        when: meeting.starts().map(said).unwrap_or_default(),
        elsewhere: meeting.starts().map(elsewhere).unwrap_or_default(),
        length: of.say("meeting-minutes", &[("minutes", meeting.minutes.into())]),
        place: meeting.place.clone(),
        agenda: meeting.agenda.clone(),
        slots: slots.collect(),
        is_mine: meeting.proposed_by.as_ref() == Some(&of.person),
        is_open: together.is_open_to(&of.person),
        is_ahead: meeting.is_ahead(now),
        is_in_question: meeting.is_in_question(now),
        partner,
        meeting,
    })
}

impl Page {
    fn meetings(&self) -> String {
        format!("{}/meetings", self.home)
    }

    fn badge(&self) -> String {
        let key = match &self.meeting.state {
            Stands::Proposed(_) => "meeting-state-proposed",
            Stands::Booked(_) if self.is_ahead => "meeting-state-booked",
            Stands::Booked(_) => "meeting-state-open",
            Stands::Held { .. } => "meeting-state-held",
            Stands::Missed(_) => "meeting-state-missed",
            Stands::Cancelled(_) => "meeting-state-cancelled",
        };
        self.page.t(key)
    }

    fn badge_kind(&self) -> &'static str {
        match &self.meeting.state {
            Stands::Held { .. } => "ok",
            Stands::Booked(_) if self.is_ahead => "info",
            Stands::Booked(_) | Stands::Proposed(_) => "warn",
            Stands::Missed(_) | Stands::Cancelled(_) => "quiet",
        }
    }
}
