//! Moving the demo's clock, and doing at once what is then due.

use axum::extract::State;
use jiff::SignedDuration;
use mail::Post;
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::Demo;
use crate::serve;

/// How far.
#[derive(Debug, Deserialize)]
pub struct Travel {
    #[serde(default)]
    days: i64,
    #[serde(default)]
    minutes: i64,
}

/// Moves the clock forward, at most two years at once.
pub async fn travel(_: Demo, State(app): State<App>, Form(form): Form<Travel>) -> Answer {
    if !(0..=730).contains(&form.days) || !(0..=1440).contains(&form.minutes) {
        return Err(Refusal::unprocessable("dev-travel-too-far").into());
    }
    // Day by day, so that what recurs daily does.
    for _ in 0..form.days {
        app.seam.travel(SignedDuration::from_hours(24));
        catch_up(&app).await?;
    }
    app.seam.travel(SignedDuration::from_mins(form.minutes));
    catch_up(&app).await?;
    web::see("/", Flash::done("dev-travelled").with("days", form.days))
}

async fn catch_up(app: &App) -> Result<(), Problem> {
    serve::worker(app).run_due().await?;
    Post::new(app.db.clone(), app.seam.clone(), None).send_due().await?;
    Ok(())
}
