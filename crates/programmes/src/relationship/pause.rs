//! Pausing: a rest of at most eight weeks, after which it goes on by itself.

use askama::Template;
use axum::extract::State;
use jiff::{Span, civil::Date};
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Shell};

use super::{follow, model::LONGEST_PAUSE, permit::SeatHolder, refused::Refused};
use crate::ids::RelationshipId;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    until: String,
}

#[derive(Template)]
#[template(path = "relationship/pause.html")]
struct PausePage {
    page: Shell,
    relationship: RelationshipId,
    until: String,
    first: String,
    last: String,
    errors: Errors,
}

/// Until when?
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let proposed = today(&holder, &app).saturating_add(Span::new().weeks(4)).to_string();
    let errors = Errors::new(holder.viewer.language);
    web::html(&asked(&holder, &app, proposed, errors))
}

/// It rests.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(wish): Form<Wish>) -> Answer {
    let mut errors = Errors::new(holder.viewer.language);
    let Ok(until) = wish.until.trim().parse::<Date>() else {
        errors.add("until", "pause-no-date", &[]);
        return web::html_with_errors(&asked(&holder, &app, wish.until, errors));
    };
    let mut tx = app.db.write().await?;
    let of = &holder.viewer;
    let held = follow::hold(&mut tx, &of.organisation, &holder.relationship).await?;
    // The seat may have been left meanwhile.
    held.was.seat_of(&of.person).ok_or(Refused::NoSeat)?;
    match held.was.clone().pause(until, today(&holder, &app), app.seam.now()) {
        Ok(is) => follow::follow(&mut tx, &app, &held, &is, Some(&of.person)).await?,
        Err(refused @ (Refused::PauseInThePast | Refused::PauseTooLong)) => {
            errors.add("until", refused.key(), &[]);
            return web::html_with_errors(&asked(&holder, &app, wish.until, errors));
        }
        Err(refused) => return Err(refused.into()),
    }
    tx.commit().await?;
    let day = words::weekday_and_day(of.language, until);
    let word = Flash::done("pause-done").with("day", day);
    web::see(&format!("/relationships/{}", holder.relationship), word)
}

fn asked(holder: &SeatHolder, app: &App, until: String, errors: Errors) -> PausePage {
    let today = today(holder, app);
    PausePage {
        page: holder.viewer.page("pause-title"),
        relationship: holder.relationship.clone(),
        until,
        first: today.saturating_add(Span::new().days(1)).to_string(),
        last: today.saturating_add(Span::new().days(LONGEST_PAUSE)).to_string(),
        errors,
    }
}

fn today(holder: &SeatHolder, app: &App) -> Date {
    app.seam.now().to_zoned(holder.viewer.organisation_zone.clone()).date()
}
