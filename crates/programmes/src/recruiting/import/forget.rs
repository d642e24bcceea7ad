//! The recurring job that forgets files that were looked at and not imported.

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use web::App;

use super::store;

/// How long a file is kept while somebody looks at it.
const KEPT: SignedDuration = SignedDuration::from_hours(48);

/// Forgets them.
///
/// # Errors
/// When the database refuses it.
pub async fn forget_previews(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    store::forget_previews(tx, (app.seam.now() - KEPT).as_millisecond()).await?;
    Ok(())
}
