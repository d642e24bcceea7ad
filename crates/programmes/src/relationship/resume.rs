//! Going on after a pause: when somebody says so, or when its day has come.

use axum::extract::State;
use db::Tx;
use jiff::Span;
use jobs::Trouble;
use web::{Answer, App, Flash};

use super::{
    due::{self, Due},
    follow,
    model::State as Standing,
    permit::SeatHolder,
    refused::Refused,
    trouble,
};

/// It goes on now.
pub async fn act(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    let held = follow::hold(&mut tx, &of.organisation, &holder.relationship).await?;
    held.was.seat_of(&of.person).ok_or(Refused::NoSeat)?;
    let is = held.was.clone().resume()?;
    follow::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?;
    tx.commit().await?;
    web::see(&format!("/relationships/{}", holder.relationship), Flash::done("resume-done"))
}

/// A recurring job: pauses end on their day, as it comes where the organisation is.
///
/// # Errors
/// When the database refuses.
pub async fn resume_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    // Somewhere it is tomorrow already; each is looked at in its own zone below.
    let anywhere = now.to_zoned(jiff::tz::TimeZone::UTC).date().saturating_add(Span::new().days(1));
    for due in due::due(tx, Due::Resuming(anywhere)).await? {
        let held = follow::hold(tx, &due.organisation, &due.id).await.map_err(trouble)?;
        let today = now.to_zoned(held.frame.zone.clone()).date();
        let Standing::Paused(_, pause) = &held.was.state else { continue };
        if pause.until > today {
            continue;
        }
        let Ok(is) = held.was.clone().resume() else { continue };
        follow::follow(tx, app, &held, &is, None).await.map_err(trouble)?;
    }
    Ok(())
}
