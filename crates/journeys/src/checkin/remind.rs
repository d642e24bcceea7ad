//! A recurring job: who has not said how it goes is asked once more, and then left in peace.

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use programmes::relationship::store::{self as relationships, Member};
use web::App;

use super::{
    ask::About,
    letters::Time,
    store::{self, Unanswered},
};

/// After so many days.
const AFTER: i64 = 4;
/// A question older than this is no longer asked again, as after a pause.
const NOT_AFTER: i64 = 14;

/// Asks once more.
///
/// # Errors
/// When the database refuses.
pub async fn remind_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let days = |days: i64| now - SignedDuration::from_hours(24 * days);
    for open in store::unanswered(tx, days(NOT_AFTER), days(AFTER)).await? {
        store::note_reminded(tx, &open.organisation, &open.id, now).await?;
        remind(app, tx, &open).await?;
    }
    Ok(())
}

async fn remind(app: &App, tx: &mut Tx, open: &Unanswered) -> db::Result<()> {
    let frame = relationships::frame(tx, &open.organisation, &open.track).await?;
    let members = relationships::members(tx, &open.organisation, &open.relationship).await?;
    let there: Vec<&Member> = members.iter().filter(|m| m.seat.left_at.is_none()).collect();
    let Some(reader) = there.iter().find(|m| m.person.id == open.person) else { return Ok(()) };
    let about = About {
        relationship: &open.relationship,
        check_in: &open.id,
        frame: &frame,
        there: &there,
    };
    about.write(app, tx, Time::Again, reader).await
}
