//! A meeting as a file for a calendar.

use axum::extract::{Path, State};
use mail::calendar;
use programmes::relationship::SeatHolder;
use web::{Answer, App, Problem};

use super::{
    invite,
    step::{self, Held},
};

/// The file, once a time is agreed.
pub async fn download(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let Held { was: meeting, together } = step::seen(&mut tx, &app, &holder, id).await?;
    let partner = together.others_in_words(&of.person, of.language);
    let event = invite::event(&app, &meeting, &partner, of.language).ok_or(Problem::Absent)?;
    let body = calendar::file(&event).into_bytes();
    Ok(web::download("meeting.ics", "text/calendar; charset=utf-8", body))
}
