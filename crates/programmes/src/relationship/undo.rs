//! Undoing a round: its offers go as if they had never been, before anybody saw them.

use db::Tx;
use people::OrganisationId;
use web::{App, Problem};

use super::{follow, model::Closure, store};
use crate::ids::RoundId;

/// Takes back all offers of a round. Gives how many. Mails that have not left are withdrawn.
///
/// # Errors
/// A fault when the database refuses.
pub async fn undo_round(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    round: &RoundId,
) -> Result<usize, Problem> {
    let open = store::open_of_round(tx, organisation, round).await?;
    for id in &open {
        let held = follow::hold(tx, organisation, id).await?;
        let Ok(is) = held.was.clone().close(app.seam.now(), Closure::Undone, None) else {
            continue;
        };
        follow::follow(tx, app, &held, &is, None).await?;
    }
    Ok(open.len())
}
