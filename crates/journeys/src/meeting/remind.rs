//! What the clock does: a reminder the day before, a nudge when nobody picks, and the question
//! whether it took place. Each is found by the clock, so a turn that comes late does it all.

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use programmes::relationship::model::State as Course;
use web::App;

use super::{
    call_off::trouble,
    model::{Meeting, State as Stands},
    store::{self, Due},
    tell::{News, Tell},
};
use crate::together::Together;

/// A reminder comes a day before.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Whoever has not picked a time is asked once more after so long.
const NUDGED_AFTER: SignedDuration = SignedDuration::from_hours(48);
/// Meetings booked for so soon need no reminder.
const TOO_SOON: SignedDuration = SignedDuration::from_hours(4);

/// Reminds all of meetings that begin within a day.
///
/// # Errors
/// When it is worth another try.
pub async fn remind_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    turn(app, tx, Due::Reminder(now + TOO_SOON, now + DAY), News::Reminder).await
}

/// Asks once more those who have not picked a time.
///
/// # Errors
/// When it is worth another try.
pub async fn nudge_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    turn(app, tx, Due::Nudge(app.seam.now() - NUDGED_AFTER), News::StillOpen).await
}

/// Asks what became of meetings that are over.
///
/// # Errors
/// When it is worth another try.
pub async fn ask_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    turn(app, tx, Due::Question(app.seam.now()), News::Question).await
}

async fn turn(app: &App, tx: &mut Tx, due: Due, news: News) -> Result<(), Trouble> {
    let now = app.seam.now();
    for meeting in store::due(tx, due).await? {
        if news == News::Question && !is_over(&meeting, app) {
            continue;
        }
        let (organisation, id) = (&meeting.organisation, &meeting.relationship);
        let together =
            Together::load(tx, organisation, id, app.seam.now()).await.map_err(trouble)?;
        if matches!(together.relationship.state, Course::Active(_)) && has_a_point(&meeting, app) {
            let but = if news == News::StillOpen { meeting.proposed_by.as_ref() } else { None };
            Tell { app, together: &together, meeting: &meeting }.all_but(tx, news, but).await?;
        }
        store::done(tx, due, &meeting.id, now).await?;
    }
    Ok(())
}

fn is_over(meeting: &Meeting, app: &App) -> bool {
    let starts = meeting.starts();
    starts.is_some_and(|at| Meeting::asked_from(at, meeting.minutes) <= app.seam.now())
}

/// Nobody is asked to pick from times that have all passed.
fn has_a_point(meeting: &Meeting, app: &App) -> bool {
    match &meeting.state {
        Stands::Proposed(slots) => slots.iter().any(|slot| slot.starts > app.seam.now()),
        Stands::Booked(_) | Stands::Held { .. } | Stands::Missed(_) | Stands::Cancelled(_) => true,
    }
}
