//! A meeting as a file for a calendar.

use axum::extract::{Path, State};
use mail::calendar;
use programmes::relationship::SeatHolder;
use web::{Answer, App, Problem};

use super::{MeetingId, invite, store};
use crate::together::Together;

/// The file, once a time is agreed.
pub async fn download(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, &of.organisation, &MeetingId::from(id)).await?;
    let meeting = found.filter(|m| m.relationship == holder.relationship).ok_or(Problem::Absent)?;
    let together = Together::load(&mut tx, &of.organisation, &holder.relationship).await?;
    let partner = together.others_in_words(&of.person, of.language);
    let event = invite::event(&app, &meeting, &partner, of.language).ok_or(Problem::Absent)?;
    let body = calendar::file(&event).into_bytes();
    Ok(web::download("meeting.ics", "text/calendar; charset=utf-8", body))
}
