//! What the overview asks the database itself.

use db::{Result, Tx, params};
use people::{OrganisationId, ProgrammeId};

/// How many relationships of a programme are not closed, and how many there ever were.
///
/// # Errors
/// When the database refuses it.
pub(super) async fn relationships(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<(i64, i64)> {
    let row = tx
        .one(
            "select cast(count(*) as bigint) as n, \
             cast(coalesce(sum(case when state = 'closed' then 0 else 1 end), 0) as bigint) as live \
             from relationship where organisation_id = $1 and programme_id = $2 \
             and coalesce(closure, '') <> 'undone'",
            params![organisation, programme],
        )
        .await?;
    Ok((row.get("live")?, row.get("n")?))
}
