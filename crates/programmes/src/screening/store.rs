//! Every query about checks and consents.

use db::{Result, Row, Tx, params};
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};

use super::{
    ClearanceId,
    model::{Clearance, Kind},
};

const COLUMNS: &str = "c.id, c.person_id, c.kind, c.given_on, c.valid_until, c.by_whom";

/// All of a programme that were not taken back, the latest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_programme(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Clearance>> {
    let sql = format!(
        "select {COLUMNS} from clearance c where c.organisation_id = $1 and c.programme_id = $2 \
         and c.withdrawn_at is null order by c.given_on desc, c.id desc"
    );
    tx.all(&sql, params![organisation, programme]).await?.iter().map(read).collect()
}

/// One of a programme, also one that was taken back; held for this transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    id: &str,
) -> Result<Option<Clearance>> {
    let sql = format!(
        "select {COLUMNS} from clearance c \
         where c.organisation_id = $1 and c.programme_id = $2 and c.id = $3{}",
        tx.dialect().lock()
    );
    tx.find(&sql, params![organisation, programme, id]).await?.as_ref().map(read).transpose()
}

/// Records one.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    new: &Clearance,
    by: &PersonId,
    now: Timestamp,
) -> Result<()> {
    let until = new.valid_until.map(|day| day.to_string());
    tx.run(
        "insert into clearance (id, organisation_id, programme_id, person_id, kind, given_on, \
         valid_until, by_whom, recorded_by, recorded_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            &new.id,
            organisation,
            programme,
            &new.person,
            new.kind.word(),
            new.given_on.to_string(),
            until,
            &new.by_whom,
            by,
            now.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// Takes one back, or gives it back.
///
/// # Errors
/// When the database refuses it.
pub async fn set_withdrawn(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &ClearanceId,
    at: Option<Timestamp>,
) -> Result<()> {
    let sql = "update clearance set withdrawn_at = $3 where organisation_id = $1 and id = $2";
    let at = at.map(Timestamp::as_millisecond);
    tx.run(sql, params![organisation, id, at]).await.map(drop)
}

/// One whose end comes near and of which nobody was told.
#[derive(Debug)]
pub struct Ending {
    /// Which.
    pub clearance: Clearance,
    /// Whose.
    pub organisation: OrganisationId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// Its name.
    pub programme_name: String,
    /// The organisation's name.
    pub organisation_name: String,
}

/// Those that end on or before a day and have no later one, held for this transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn ending(tx: &mut Tx, until: Date) -> Result<Vec<Ending>> {
    let sql = format!(
        "select {COLUMNS}, c.organisation_id, c.programme_id, p.name, o.name as organisation_name \
         from clearance c join programme p on p.id = c.programme_id and p.state <> 'closed' \
         join organisation o on o.id = c.organisation_id \
         where c.withdrawn_at is null and c.reminded_at is null and c.valid_until <= $1 \
         and not exists (select 1 from clearance n where n.programme_id = c.programme_id \
         and n.person_id = c.person_id and n.kind = c.kind and n.withdrawn_at is null \
         and coalesce(n.valid_until, '9999-12-31') > c.valid_until) order by c.id limit 200"
    );
    let rows = tx.all(&sql, params![until.to_string()]).await?;
    let one = |row: &Row| {
        Ok(Ending {
            clearance: read(row)?,
            organisation: row.get("organisation_id")?,
            programme: row.get("programme_id")?,
            programme_name: row.get("name")?,
            organisation_name: row.get("organisation_name")?,
        })
    };
    rows.iter().map(one).collect()
}

/// Notes that its end was said to come near.
///
/// # Errors
/// When the database refuses it.
pub async fn note_reminded(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &ClearanceId,
    at: Timestamp,
) -> Result<()> {
    let sql = "update clearance set reminded_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, at.as_millisecond()]).await.map(drop)
}

fn read(row: &Row) -> Result<Clearance> {
    let wrong = |column: &str, text: &str| db::Error::Column {
        column: column.to_owned(),
        reason: format!("«{text}»"),
    };
    let day = |column: &str, text: String| text.parse::<Date>().map_err(|_| wrong(column, &text));
    let kind: String = row.get("kind")?;
    let until: Option<String> = row.get("valid_until")?;
    Ok(Clearance {
        id: row.get("id")?,
        person: row.get("person_id")?,
        kind: Kind::of_word(&kind).ok_or_else(|| wrong("kind", &kind))?,
        given_on: day("given_on", row.get("given_on")?)?,
        valid_until: until.map(|until| day("valid_until", until)).transpose()?,
        by_whom: row.get("by_whom")?,
    })
}
