//! A recurring job: in time before a check ends, the person and the coordinators hear of it.

use db::Tx;
use jiff::{Span, civil::Date};
use jobs::Trouble;
use people::{permission::coordinators_of, person, post};
use web::App;

use super::{
    letters::ends_soon,
    model::{needs_any, warn_days},
    store::{self, Ending},
};
use crate::programme;

/// No design reminds earlier than a year ahead.
const FURTHEST: i64 = 366;

/// Reminds of all whose end is near.
///
/// # Errors
/// When the database refuses.
pub async fn remind_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let horizon = today.saturating_add(Span::new().days(FURTHEST));
    for ending in store::ending(tx, horizon).await? {
        if is_time(tx, &ending, today).await? {
            store::note_reminded(tx, &ending.organisation, &ending.clearance.id, now).await?;
            tell(app, tx, &ending).await?;
        }
    }
    Ok(())
}

async fn is_time(tx: &mut Tx, ending: &Ending, today: Date) -> db::Result<bool> {
    let tracks = programme::store::tracks(tx, &ending.organisation, &ending.programme).await?;
    let asking = tracks.iter().filter(|track| needs_any(&track.design));
    let Some(days) = asking.map(|track| warn_days(&track.design)).max() else { return Ok(false) };
    let from = today.saturating_add(Span::new().days(i64::from(days)));
    Ok(ending.clearance.valid_until.is_some_and(|until| until <= from))
}

async fn tell(app: &App, tx: &mut Tx, ending: &Ending) -> db::Result<()> {
    let organisation = &ending.organisation;
    let Some(of) = person::find(tx, organisation, &ending.clearance.person).await? else {
        return Ok(());
    };
    let subject = Some(("clearance", ending.clearance.id.as_str()));
    let own = ends_soon(&of, &of.name, ending, None);
    post::send(tx, app, &of, "clearance-ends", subject, &own).await?;
    let list = app.settings.link(&format!("/programmes/{}/clearances", ending.programme));
    for coordinator in coordinators_of(tx, organisation, &ending.programme).await? {
        let letter = ends_soon(&coordinator, &of.name, ending, Some(list.clone()));
        post::send(tx, app, &coordinator, "clearance-ends", subject, &letter).await?;
    }
    Ok(())
}
