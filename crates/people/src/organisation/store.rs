//! Every query about organisations.

use db::{Result, Row, Tx, params};
use jiff::tz::TimeZone;
use jobs::Seam;
use words::Language;

use super::Organisation;
use crate::OrganisationId;

/// The organisation of this installation; none before the first run's form was sent.
///
/// # Errors
/// When the database refuses it.
pub async fn only(tx: &mut Tx) -> Result<Option<Organisation>> {
    let sql =
        "select id, name, language, time_zone from organisation order by created_at, id limit 1";
    tx.find(sql, &[]).await?.as_ref().map(read).transpose()
}

/// One organisation.
///
/// # Errors
/// When the database refuses it or there is none.
pub async fn one(tx: &mut Tx, id: &OrganisationId) -> Result<Organisation> {
    let sql = "select id, name, language, time_zone from organisation where id = $1";
    read(&tx.one(sql, params![id]).await?)
}

/// Founds an organisation.
///
/// # Errors
/// When the database refuses it.
pub async fn found(
    tx: &mut Tx,
    seam: &Seam,
    name: &str,
    language: Language,
    zone: &str,
) -> Result<OrganisationId> {
    let id = OrganisationId::from(seam.id());
    tx.run(
        "insert into organisation (id, name, language, time_zone, created_at) values ($1, $2, $3, $4, $5)",
        params![&id, name, language.tag(), zone, seam.now_ms()],
    )
    .await?;
    Ok(id)
}

fn read(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: row.get("id")?,
        name: row.get("name")?,
        language: Language::of_tag(&row.get::<String>("language")?).unwrap_or_default(),
        zone: TimeZone::get(&row.get::<String>("time_zone")?).unwrap_or(TimeZone::UTC),
    })
}
