//! All meetings of a relationship: what comes, what was, and one tap to say «we met».

use askama::Template;
use axum::extract::State;
use jiff::Timestamp;
use people::permission::Viewer;
use programmes::relationship::SeatHolder;
use web::{Answer, App, Shell};

use super::{
    invite,
    model::{Meeting, State as Stands},
    next::{Next, NextKind},
    store, when,
};
use crate::together::Together;

#[derive(Template)]
#[template(path = "meeting/list.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    next: Next,
    ahead: Vec<Line>,
    in_question: Vec<Line>,
    past: Vec<Line>,
    today: String,
    is_open: bool,
}

/// A meeting in a list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its page.
    pub path: String,
    /// When, or which times are on the table.
    pub when: String,
    /// Where, or how long.
    pub particulars: String,
    /// Its state in a word.
    pub state: String,
    /// How the word looks.
    pub kind: &'static str,
}

/// The page.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    let meetings = store::of_relationship(&mut tx, &of.organisation, &holder.relationship).await?;
    let now = app.seam.now();
    let lines = |those: &dyn Fn(&Meeting) -> bool| -> Vec<Line> {
        meetings.iter().filter(|m| those(m)).map(|m| line(of, m, now)).collect()
    };
    let mut ahead = lines(&|m| m.is_ahead(now) || matches!(m.state, Stands::Proposed(_)));
    ahead.reverse();
    web::html(&Page {
        page: of.page("meeting-list-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        next: Next::of(of, &together, &meetings, now),
        ahead,
        in_question: lines(&|m| m.is_in_question(now)),
        past: lines(&|m| matches!(m.state, Stands::Held { .. } | Stands::Missed(_))),
        today: now.to_zoned(of.zone.clone()).date().to_string(),
        is_open: together.is_open_to(&of.person),
    })
}

fn line(of: &Viewer, meeting: &Meeting, now: Timestamp) -> Line {
    let (state, kind) = match &meeting.state {
        Stands::Proposed(_) => ("meeting-state-proposed", "warn"),
        Stands::Booked(at) if *at > now => ("meeting-state-booked", "info"),
        Stands::Booked(_) => ("meeting-state-open", "warn"),
        Stands::Held { .. } => ("meeting-state-held", "ok"),
        Stands::Missed(_) => ("meeting-state-missed", "quiet"),
        Stands::Cancelled(_) => ("meeting-state-cancelled", "quiet"),
    };
    let when = match &meeting.state {
        Stands::Proposed(slots) => of.say("meeting-times", &[("count", slots.len().into())]),
        // Of a meeting that was only written down the day is known, not the hour.
        Stands::Held { starts, .. } if meeting.proposed_by.is_none() => {
            words::weekday_and_day(of.language, starts.to_zoned(of.zone.clone()).date())
        }
        Stands::Booked(at) | Stands::Missed(at) | Stands::Held { starts: at, .. } => {
            when::here(of.language, *at, &of.zone)
        }
        Stands::Cancelled(_) => String::new(),
    };
    let minutes = of.say("meeting-minutes", &[("minutes", meeting.minutes.into())]);
    let particulars = match meeting.place.as_str() {
        "" => minutes,
        place => format!("{minutes} · {place}"),
    };
    let particulars = if meeting.proposed_by.is_none() { String::new() } else { particulars };
    Line { path: invite::path(meeting), when, particulars, state: of.t(state), kind }
}
