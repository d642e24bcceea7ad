//! Calling a meeting off, or taking a proposal back.

use askama::Template;
use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use web::{Answer, App, Flash, Problem, Shell};

use super::{
    MeetingId, invite,
    model::State as Stands,
    refused::Refused,
    step::{self, Held},
    when,
};

#[derive(Template)]
#[template(path = "meeting/cancel.html")]
struct Page {
    page: Shell,
    question: String,
    text: String,
    meeting: String,
    move_it: bool,
}

/// Really?
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let Held { was: meeting, together } = step::seen(&mut tx, &app, &holder, id).await?;
    let partner = together.others_in_words(&of.person, of.language);
    let (question, text) = match &meeting.state {
        Stands::Proposed(_) => ("meeting-withdraw-question", "meeting-withdraw-text"),
        Stands::Booked(_) => ("meeting-cancel-question", "meeting-cancel-text"),
        Stands::Held { .. } | Stands::Missed(_) => return Err(Refused::Begun.into()),
        Stands::Cancelled(_) => return Err(Refused::CalledOff.into()),
    };
    let when = meeting.starts().map(|at| when::here(of.language, at, &of.zone));
    let args = [("when", when.unwrap_or_default().into()), ("partner", partner.into())];
    web::html(&Page {
        page: of.page("meeting-cancel-title"),
        question: of.say(question, &args),
        text: of.say(text, &args),
        meeting: invite::path(&meeting),
        move_it: matches!(meeting.state, Stands::Booked(_)),
    })
}

/// Calls it off and tells all.
pub async fn act(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.write().await?;
    let held =
        step::hold(&mut tx, &app, &of.organisation, &MeetingId::from(id), &of.person).await?;
    if held.was.relationship != holder.relationship {
        return Err(Problem::Absent);
    }
    let is = held.was.clone().cancel(app.seam.now())?;
    step::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?;
    tx.commit().await?;
    let key = match held.was.state {
        Stands::Proposed(_) => "meeting-withdrawn-done",
        Stands::Booked(_) | Stands::Held { .. } | Stands::Missed(_) | Stands::Cancelled(_) => {
            "meeting-cancelled-done"
        }
    };
    web::see(&format!("{}/meetings", held.together.path()), Flash::done(key))
}
