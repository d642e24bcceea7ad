//! A recurring job: an offer that was not answered in time is over.

use db::Tx;
use jobs::Trouble;
use web::App;

use super::{
    answer,
    due::{self, Due},
    follow,
    model::Least,
    trouble,
};

/// Ends the offers whose time is over.
///
/// # Errors
/// When the database refuses.
pub async fn expire_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    for due in due::due(tx, Due::Expiry(now)).await? {
        let held = follow::hold(tx, &due.organisation, &due.id).await.map_err(trouble)?;
        let last = answer::last_day_from_now(app, &held);
        let least = Least::of(&held.frame.design);
        let Ok(is) = held.was.clone().expire(now, &least, last) else { continue };
        follow::follow(tx, app, &held, &is, None).await.map_err(trouble)?;
    }
    Ok(())
}
