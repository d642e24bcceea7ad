//! What time brings: the queries of the recurring jobs.

use db::{Result, Tx, Value, params};
use jiff::{Timestamp, civil::Date};
use people::OrganisationId;

use super::{
    model::Relationship,
    row::{self, COLUMNS},
};
use crate::ids::{RelationshipId, TrackId};

/// Which relationships something is due for.
#[derive(Debug, Clone, Copy)]
pub enum Due {
    /// Offers that have been open since before an instant and whose people were not reminded.
    Reminder(Timestamp),
    /// Offers whose time to answer is over.
    Expiry(Timestamp),
    /// Pauses that end on or before a day.
    Resuming(Date),
    /// Relationships whose last day is before a day.
    Completion(Date),
}

/// At most this many in one turn of a job: the next turn takes the rest.
const ONE_TURN: u32 = 200;

/// The relationships that something is due for, held for this transaction; those that another
/// one holds are left to the next turn. They come without their seats.
///
/// # Errors
/// When the database refuses it.
pub async fn due(tx: &mut Tx, due: Due) -> Result<Vec<Relationship>> {
    let (condition, value) = match due {
        Due::Reminder(at) => (
            "r.state = 'offered' and r.reminded_at is null and r.offered_at <= $1",
            Value::from(at.as_millisecond()),
        ),
        Due::Expiry(at) => {
            ("r.state = 'offered' and r.offered_until <= $1", Value::from(at.as_millisecond()))
        }
        Due::Resuming(day) => {
            ("r.state = 'paused' and r.paused_until <= $1", Value::from(day.to_string()))
        }
        Due::Completion(day) => {
            ("r.state in ('active', 'paused') and r.ends_on < $1", Value::from(day.to_string()))
        }
    };
    let sql = format!(
        "select {COLUMNS} from relationship r where {condition} order by r.id limit {ONE_TURN}{}",
        tx.dialect().claim()
    );
    tx.all(&sql, &[value]).await?.iter().map(row::relationship).collect()
}

/// A track whose relationships have a last day.
#[derive(Debug, Clone)]
pub struct Ending {
    /// The track.
    pub track: TrackId,
    /// Its organisation.
    pub organisation: OrganisationId,
}

/// The tracks with running relationships that end on or before a day and whose people were not told.
///
/// # Errors
/// When the database refuses it.
pub async fn ending_tracks(tx: &mut Tx, until: Date) -> Result<Vec<Ending>> {
    let sql = "select distinct r.track_id, r.organisation_id from relationship r \
         where r.state = 'active' and r.ending_told_at is null and r.ends_on <= $1 order by r.track_id";
    let rows = tx.all(sql, params![until.to_string()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Ending { track: row.get("track_id")?, organisation: row.get("organisation_id")? })
        })
        .collect()
}

/// The running relationships of a track that end between two days and whose people were not told,
/// held for this transaction; without their seats.
///
/// # Errors
/// When the database refuses it.
pub async fn ending(
    tx: &mut Tx,
    track: &TrackId,
    from: Date,
    until: Date,
) -> Result<Vec<Relationship>> {
    let sql = format!(
        "select {COLUMNS} from relationship r where r.track_id = $1 and r.state = 'active' \
         and r.ending_told_at is null and r.ends_on >= $2 and r.ends_on <= $3 \
         order by r.ends_on, r.id limit {ONE_TURN}{}",
        tx.dialect().claim()
    );
    let values = params![track, from.to_string(), until.to_string()];
    tx.all(&sql, values).await?.iter().map(row::relationship).collect()
}

/// Notes that the people of a relationship were told of its last day.
///
/// # Errors
/// When the database refuses it.
pub async fn note_ending_told(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
    at: Timestamp,
) -> Result<()> {
    let sql = "update relationship set ending_told_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, at.as_millisecond()]).await.map(drop)
}
