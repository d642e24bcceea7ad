//! A recurring job: who has not answered an offer is asked once more, on the day the design says.

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use web::App;

use super::{
    due::{self, Due},
    follow,
    model::State,
    store,
    tell::Tell,
    trouble,
};

/// Reminds of offers that have been open for long enough.
///
/// # Errors
/// When the database refuses.
pub async fn remind_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    for due in due::due(tx, Due::Reminder(now)).await? {
        let held = follow::hold(tx, &due.organisation, &due.id).await.map_err(trouble)?;
        let State::Offered(offer) = &held.was.state else { continue };
        let days = held.frame.design.journey.requests.remind_day;
        let remind_at = offer.from + SignedDuration::from_hours(24 * i64::from(days));
        // After the last moment to answer, a reminder would only annoy.
        if now < remind_at || now >= offer.until {
            continue;
        }
        let mut is = held.was.clone();
        let until = offer.until;
        is.state = State::Offered(super::model::Offer { reminded_at: Some(now), ..offer.clone() });
        store::save(tx, &held.was, &is).await?;
        let tell = Tell::about(tx, app, &is, &held.frame).await?;
        tell.ask(tx, "offer-reminder", until, now).await?;
    }
    Ok(())
}
