//! A recurring job: some time before its last day, the people of a relationship are told that it
//! comes, so that they can meet once more and look back. How long before stands in the design.

use db::Tx;
use jiff::{Span, civil::Date, tz::TimeZone};
use jobs::Trouble;
use web::App;

use super::{
    due, follow, letters,
    model::{Relationship, State},
    store::{self, Frame},
    tell::Tell,
    trouble,
};

/// No design tells longer before than this, in days.
const LONGEST_NOTICE: i64 = 366;

/// Tells the people of all relationships whose last day comes near; each once.
///
/// # Errors
/// When the database refuses.
pub async fn tell_ending_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let horizon = later(now.to_zoned(TimeZone::UTC).date(), LONGEST_NOTICE);
    for of in due::ending_tracks(tx, horizon).await? {
        let frame = store::frame(tx, &of.organisation, &of.track).await?;
        let notice = i64::from(frame.design.journey.closing.notice_days);
        if notice == 0 {
            continue;
        }
        let today = now.to_zoned(frame.zone.clone()).date();
        for due in due::ending(tx, &of.track, today, later(today, notice)).await? {
            tell(app, tx, &due, &frame, notice).await?;
        }
    }
    Ok(())
}

async fn tell(
    app: &App,
    tx: &mut Tx,
    due: &Relationship,
    frame: &Frame,
    notice: i64,
) -> Result<(), Trouble> {
    let held = follow::hold(tx, &due.organisation, &due.id).await.map_err(trouble)?;
    let State::Active(course) = &held.was.state else { return Ok(()) };
    let Some(last) = course.ends_on else { return Ok(()) };
    let now = app.seam.now();
    due::note_ending_told(tx, &due.organisation, &due.id, now).await?;
    // What was short from the beginning needs no word that it soon ends.
    let began = course.since.to_zoned(frame.zone.clone()).date();
    if later(began, notice) > last {
        return Ok(());
    }
    let tell = Tell::about(tx, app, &held.was, frame).await?;
    let home = tell.home();
    let there = |m: &store::Member| m.seat.left_at.is_none();
    tell.write(tx, "ending", there, |to| letters::ending(to, last, &home)).await?;
    Ok(())
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}
