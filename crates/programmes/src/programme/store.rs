//! Every query about programmes and tracks.

use db::{Result, Row, Tx, params};
use design::Design;
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, ProgrammeId};

use super::model::{Programme, State, Track};
use crate::TrackId;

const COLUMNS: &str = "id, organisation_id, name, state, opens_on, closes_on, starts_on, ends_on, \
    join_code, created_at, closed_at";
const TRACK_COLUMNS: &str = "id, programme_id, organisation_id, name, design, design_version";

/// A programme of an organisation.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &ProgrammeId,
) -> Result<Option<Programme>> {
    let sql = format!("select {COLUMNS} from programme where organisation_id = $1 and id = $2");
    tx.find(&sql, params![organisation, id]).await?.as_ref().map(read).transpose()
}

/// As [`find`], held until the transaction ends: for a change that looks first.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &ProgrammeId,
) -> Result<Option<Programme>> {
    let lock = tx.dialect().lock();
    let sql =
        format!("select {COLUMNS} from programme where organisation_id = $1 and id = $2{lock}");
    tx.find(&sql, params![organisation, id]).await?.as_ref().map(read).transpose()
}

/// The programme of a shared registration link. The code is its own proof: no organisation is asked.
///
/// # Errors
/// When the database refuses it.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Programme>> {
    let sql = format!("select {COLUMNS} from programme where join_code = $1");
    tx.find(&sql, params![code]).await?.as_ref().map(read).transpose()
}

/// All programmes of an organisation, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn list_of(tx: &mut Tx, organisation: &OrganisationId) -> Result<Vec<Programme>> {
    let sql = format!(
        "select {COLUMNS} from programme where organisation_id = $1 order by created_at desc, id desc"
    );
    tx.all(&sql, params![organisation]).await?.iter().map(read).collect()
}

/// Programmes, of all organisations, whose registration was to end before a day: for the daily job.
///
/// # Errors
/// When the database refuses it.
pub async fn overdue(tx: &mut Tx, today: Date) -> Result<Vec<Programme>> {
    let sql = format!("select {COLUMNS} from programme where state = 'open' and closes_on < $1");
    tx.all(&sql, params![today.to_string()]).await?.iter().map(read).collect()
}

/// Stores a new programme.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, programme: &Programme) -> Result<()> {
    tx.run(
        "insert into programme (id, organisation_id, name, state, opens_on, closes_on, starts_on, \
         ends_on, join_code, created_at, closed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            &programme.id,
            &programme.organisation,
            &programme.name,
            programme.state.as_str(),
            text(programme.opens_on),
            text(programme.closes_on),
            text(programme.starts_on),
            text(programme.ends_on),
            programme.join_code.clone(),
            programme.created_at.as_millisecond(),
            programme.closed_at.map(Timestamp::as_millisecond)
        ],
    )
    .await?;
    Ok(())
}

/// Stores what has changed about a programme.
///
/// # Errors
/// When the database refuses it.
pub async fn update(tx: &mut Tx, programme: &Programme) -> Result<()> {
    tx.run(
        "update programme set name = $3, state = $4, opens_on = $5, closes_on = $6, starts_on = $7, \
         ends_on = $8, join_code = $9, closed_at = $10 where organisation_id = $1 and id = $2",
        params![
            &programme.organisation,
            &programme.id,
            &programme.name,
            programme.state.as_str(),
            text(programme.opens_on),
            text(programme.closes_on),
            text(programme.starts_on),
            text(programme.ends_on),
            programme.join_code.clone(),
            programme.closed_at.map(Timestamp::as_millisecond)
        ],
    )
    .await?;
    Ok(())
}

/// The tracks of a programme, the oldest first.
///
/// # Errors
/// When the database refuses it, or a stored design cannot be read.
pub async fn tracks(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Track>> {
    let sql = format!(
        "select {TRACK_COLUMNS} from track where organisation_id = $1 and programme_id = $2 \
         order by created_at, id"
    );
    tx.all(&sql, params![organisation, programme]).await?.iter().map(read_track).collect()
}

/// One track of a programme.
///
/// # Errors
/// As [`tracks`].
pub async fn track(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    id: &TrackId,
) -> Result<Option<Track>> {
    let sql = format!(
        "select {TRACK_COLUMNS} from track where organisation_id = $1 and programme_id = $2 and id = $3"
    );
    let row = tx.find(&sql, params![organisation, programme, id]).await?;
    row.as_ref().map(read_track).transpose()
}

/// Stores a new track.
///
/// # Errors
/// When the database refuses it.
pub async fn insert_track(tx: &mut Tx, track: &Track, created_at: i64) -> Result<()> {
    tx.run(
        "insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &track.id,
            &track.programme,
            &track.organisation,
            &track.name,
            json(&track.design),
            track.design_version,
            created_at
        ],
    )
    .await?;
    Ok(())
}

/// Stores a track's changed design, unless somebody changed it since this version was read.
/// Tells whether it was stored.
///
/// # Errors
/// When the database refuses it.
pub async fn change_design(tx: &mut Tx, track: &Track, design: &Design) -> Result<bool> {
    let changed = tx
        .run(
            "update track set design = $4, design_version = design_version + 1 \
             where organisation_id = $1 and id = $2 and design_version = $3",
            params![&track.organisation, &track.id, track.design_version, json(design)],
        )
        .await?;
    Ok(changed == 1)
}

fn text(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// A design is text, numbers and lists: it has nothing that JSON could not hold.
fn json(design: &Design) -> String {
    serde_json::to_string(design).unwrap_or_default()
}

fn wrong(column: &str, reason: impl ToString) -> db::Error {
    db::Error::Column { column: column.to_owned(), reason: reason.to_string() }
}

fn date(row: &Row, column: &str) -> Result<Option<Date>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|error| wrong(column, error))).transpose()
}

fn read(row: &Row) -> Result<Programme> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let state: String = row.get("state")?;
    Ok(Programme {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        name: row.get("name")?,
        state: State::of_str(&state).ok_or_else(|| wrong("state", &state))?,
        opens_on: date(row, "opens_on")?,
        closes_on: date(row, "closes_on")?,
        starts_on: date(row, "starts_on")?,
        ends_on: date(row, "ends_on")?,
        join_code: row.get("join_code")?,
        created_at: at(row.get("created_at")?),
        closed_at: row.get::<Option<i64>>("closed_at")?.map(at),
    })
}

fn read_track(row: &Row) -> Result<Track> {
    let design: String = row.get("design")?;
    Ok(Track {
        id: row.get("id")?,
        programme: row.get("programme_id")?,
        organisation: row.get("organisation_id")?,
        name: row.get("name")?,
        design: serde_json::from_str(&design).map_err(|error| wrong("design", error))?,
        design_version: row.get("design_version")?,
    })
}
