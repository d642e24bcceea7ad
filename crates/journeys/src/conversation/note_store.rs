//! Every query about notes.

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::NoteId;
use crate::audience::Audience;

/// A note with its writer's name.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// Who wrote it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they wrote.
    pub words: String,
    /// Who can see it: fixed when it was written.
    pub audience: Audience,
    /// When it was written.
    pub written_at: Timestamp,
    /// When it was changed.
    pub changed_at: Option<Timestamp>,
}

const COLUMNS: &str = "n.id, n.person_id, n.words, n.audience, n.written_at, n.changed_at, p.name";
const MOST_LISTED: u32 = 500;

/// The notes of a relationship that a person may see, newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn visible(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
) -> Result<Vec<Note>> {
    let sql = format!(
        "select {COLUMNS} from note n join person p on p.id = n.person_id \
         where n.organisation_id = $1 and n.relationship_id = $2 and n.deleted_at is null \
         and (n.audience <> 'only_me' or n.person_id = $3) order by n.id desc limit {MOST_LISTED}"
    );
    let rows = tx.all(&sql, params![organisation, relationship, person]).await?;
    rows.iter().map(read).collect()
}

/// A person's own note, also one that they took away.
///
/// # Errors
/// When the database refuses it.
pub async fn own(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    id: &NoteId,
    person: &PersonId,
) -> Result<Option<Note>> {
    let sql = format!(
        "select {COLUMNS} from note n join person p on p.id = n.person_id \
         where n.organisation_id = $1 and n.relationship_id = $2 and n.id = $3 and n.person_id = $4"
    );
    let found = tx.find(&sql, params![organisation, relationship, id, person]).await?;
    found.as_ref().map(read).transpose()
}

/// Writes a new note.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    new: &Note,
) -> Result<()> {
    tx.run(
        "insert into note (id, organisation_id, relationship_id, person_id, words, audience, written_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &new.id,
            organisation,
            relationship,
            &new.person,
            &new.words,
            new.audience.word(),
            new.written_at.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// Changes a note's words. Who can see it stays.
///
/// # Errors
/// When the database refuses it.
pub async fn change(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &NoteId,
    words: &str,
    at: Timestamp,
) -> Result<()> {
    let sql = "update note set words = $3, changed_at = $4 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, words, at.as_millisecond()]).await.map(drop)
}

/// Takes a note away, or brings it back.
///
/// # Errors
/// When the database refuses it.
pub async fn set_deleted(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &NoteId,
    at: Option<Timestamp>,
) -> Result<()> {
    let sql = "update note set deleted_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, at.map(Timestamp::as_millisecond)]).await.map(drop)
}

/// How many notes somebody can see.
///
/// # Errors
/// When the database refuses it.
pub async fn count(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
) -> Result<i64> {
    let sql = "select cast(count(*) as bigint) as n from note n \
         where n.organisation_id = $1 and n.relationship_id = $2 and n.deleted_at is null \
         and (n.audience <> 'only_me' or n.person_id = $3)";
    tx.one(sql, params![organisation, relationship, person]).await?.get("n")
}

fn read(row: &Row) -> Result<Note> {
    let moment = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    Ok(Note {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        words: row.get("words")?,
        audience: Audience::of_word(&row.get::<String>("audience")?),
        written_at: moment(row.get("written_at")?),
        changed_at: row.get::<Option<i64>>("changed_at")?.map(moment),
    })
}
