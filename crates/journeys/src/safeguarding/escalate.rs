//! A recurring job: what nobody has answered in time goes to the administrators too.

use db::Tx;
use jobs::Trouble;
use web::App;

use super::{access, facts::ConcernEscalated, letters, model::Concern, store};

/// Takes all further whose time is over.
///
/// # Errors
/// When the database refuses.
pub async fn escalate_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    for was in store::overdue(tx, now).await? {
        store::note_escalated(tx, &was, now).await?;
        let around = access::around(tx, &was).await?;
        let is = Concern { escalated_at: Some(now), ..was };
        for lead in is.leads(&around) {
            letters::write(tx, app, &is, &lead, "concern-mail-late").await?;
        }
        let fact = ConcernEscalated { concern: is.id.to_string() };
        jobs::record(tx, &app.seam, is.organisation.as_str(), None, &fact).await?;
    }
    Ok(())
}
