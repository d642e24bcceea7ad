//! What became of a meeting, in one tap; also of one that was never booked.

use axum::extract::{Path, State};
use jiff::civil::{Date, time};
use people::permission::Viewer;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    MeetingId, invite,
    model::{self, Meeting},
    step,
};
use crate::together::Together;

/// On which day; today when none is said.
#[derive(Debug, Default, Deserialize)]
pub struct Met {
    #[serde(default)]
    on: String,
}

/// «We met.»
pub async fn log(holder: SeatHolder, State(app): State<App>, Form(met): Form<Met>) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.write().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    let meeting = met_on(&app, of, &together, &met)?;
    step::log(&mut tx, &app, &together, &meeting, &of.person).await?;
    tx.commit().await?;
    let day = meeting.starts().map(|at| at.to_zoned(of.zone.clone()).date());
    let day = day.map(|day| words::weekday_and_day(of.language, day));
    let undo = format!("{}/untell", invite::path(&meeting));
    let word = Flash::done("meeting-logged-done").with("day", day.unwrap_or_default()).undo(&undo);
    web::see(&format!("{}/meetings", together.path()), word)
}

/// A meeting of a day: at noon, as the hour is not asked for; today's at this moment.
fn met_on(app: &App, of: &Viewer, together: &Together, met: &Met) -> Result<Meeting, Problem> {
    let now = app.seam.now();
    let today = now.to_zoned(of.zone.clone()).date();
    let day: Date = match web::blank(&met.on) {
        None => today,
        Some(text) => text.parse().map_err(|_| Refusal::unprocessable("meeting-log-no-date"))?,
    };
    if day > today {
        return Err(Refusal::unprocessable("meeting-log-in-the-future").into());
    }
    let noon = day.to_datetime(time(12, 0, 0, 0)).to_zoned(of.zone.clone());
    let starts = match noon {
        Ok(noon) if day < today => noon.timestamp(),
        _ => now,
    };
    let id = app.seam.id();
    Ok(Meeting {
        uid: invite::uid(app, &id),
        id: MeetingId::from(id),
        organisation: of.organisation.clone(),
        relationship: together.relationship.id.clone(),
        state: model::State::Held { starts, by: Some(of.person.clone()) },
        minutes: together.frame.design.rhythm.minutes.least.into(),
        place: String::new(),
        agenda: String::new(),
        sequence: 0,
        proposed_by: None,
    })
}

/// A booked meeting took place.
pub async fn held(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    tell(&holder, &app, id, true).await
}

/// A booked meeting did not take place.
pub async fn missed(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    tell(&holder, &app, id, false).await
}

async fn tell(holder: &SeatHolder, app: &App, id: String, took_place: bool) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.write().await?;
    let held = step::hold(&mut tx, app, &of.organisation, &MeetingId::from(id), &of.person).await?;
    if held.was.relationship != holder.relationship {
        return Err(Problem::Absent);
    }
    let is = held.was.clone().tell(took_place, &of.person, app.seam.now())?;
    step::follow(&mut tx, app, &held, &is, Some(&of.person)).await?;
    tx.commit().await?;
    let key = if took_place { "meeting-held-done" } else { "meeting-missed-done" };
    let undo = format!("{}/untell", invite::path(&is));
    web::see(&format!("{}/meetings", held.together.path()), Flash::done(key).undo(&undo))
}

/// Takes back what was said about a meeting.
pub async fn untell(
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
    let is = held.was.clone().untell()?;
    if held.was.proposed_by.is_some() {
        step::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?;
    } else {
        step::unlog(&mut tx, &app, &held, &of.person).await?;
    }
    tx.commit().await?;
    web::see(&format!("{}/meetings", held.together.path()), Flash::done("meeting-untold-done"))
}
