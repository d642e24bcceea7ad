//! A recurring job: a relationship whose last day has passed is complete. Thank you.

use db::Tx;
use jiff::Span;
use jobs::Trouble;
use web::App;

use super::{
    due::{self, Due},
    follow, trouble,
};

/// Completes what has run to its end, as its last day passes where the organisation is.
///
/// # Errors
/// When the database refuses.
pub async fn complete_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let anywhere = now.to_zoned(jiff::tz::TimeZone::UTC).date().saturating_add(Span::new().days(1));
    for due in due::due(tx, Due::Completion(anywhere)).await? {
        let held = follow::hold(tx, &due.organisation, &due.id).await.map_err(trouble)?;
        let today = now.to_zoned(held.frame.zone.clone()).date();
        let Ok(is) = held.was.clone().complete(today, now) else { continue };
        follow::follow(tx, app, &held, &is, None).await.map_err(trouble)?;
    }
    Ok(())
}
