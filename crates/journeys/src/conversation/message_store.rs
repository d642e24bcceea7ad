//! Every query about messages and who has read them.

use db::{Result, Tx, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::MessageId;
use crate::audience::Audience;

/// A message with its writer's name.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id; ids sort by time.
    pub id: MessageId,
    /// Who wrote it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they wrote.
    pub words: String,
    /// When.
    pub sent_at: Timestamp,
}

/// So many messages on a page.
pub const PAGE: usize = 50;

/// The newest messages, or those before one; the newest first, one more than a page.
///
/// # Errors
/// When the database refuses it.
pub async fn latest(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    before: Option<&str>,
) -> Result<Vec<Message>> {
    let sql = format!(
        "select m.id, m.person_id, m.words, m.sent_at, p.name from message m \
         join person p on p.id = m.person_id \
         where m.organisation_id = $1 and m.relationship_id = $2 and ($3 = '' or m.id < $3) \
         order by m.id desc limit {}",
        PAGE + 1
    );
    let rows = tx.all(&sql, params![organisation, relationship, before.unwrap_or("")]).await?;
    rows.iter()
        .map(|row| {
            Ok(Message {
                id: row.get("id")?,
                person: row.get("person_id")?,
                name: row.get("name")?,
                words: row.get("words")?,
                sent_at: moment(row.get("sent_at")?),
            })
        })
        .collect()
}

/// Writes a message.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    message: &Message,
    audience: Audience,
) -> Result<()> {
    tx.run(
        "insert into message (id, organisation_id, relationship_id, person_id, words, audience, sent_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &message.id,
            organisation,
            relationship,
            &message.person,
            &message.words,
            audience.word(),
            message.sent_at.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// How far somebody has read, and when they were last told by mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Up to here.
    pub seen_at: Option<Timestamp>,
    /// The last mail left then, or will.
    pub told_at: Option<Timestamp>,
}

/// How far somebody has read.
///
/// # Errors
/// When the database refuses it.
pub async fn seen(tx: &mut Tx, relationship: &RelationshipId, person: &PersonId) -> Result<Seen> {
    let sql =
        "select seen_at, told_at from message_seen where relationship_id = $1 and person_id = $2";
    let Some(row) = tx.find(sql, params![relationship, person]).await? else {
        return Ok(Seen::default());
    };
    let told: Option<i64> = row.get("told_at")?;
    Ok(Seen { seen_at: Some(moment(row.get("seen_at")?)), told_at: told.map(moment) })
}

/// Notes how far somebody has read and when they were told.
///
/// # Errors
/// When the database refuses it.
pub async fn note_seen(
    tx: &mut Tx,
    relationship: &RelationshipId,
    person: &PersonId,
    seen: Seen,
) -> Result<()> {
    tx.run(
        "insert into message_seen (relationship_id, person_id, seen_at, told_at) values ($1, $2, $3, $4) \
         on conflict (relationship_id, person_id) do update set seen_at = excluded.seen_at, \
         told_at = excluded.told_at",
        params![
            relationship,
            person,
            seen.seen_at.map_or(0, Timestamp::as_millisecond),
            seen.told_at.map(Timestamp::as_millisecond)
        ],
    )
    .await
    .map(drop)
}

/// What a card says: how many are new to somebody, and when the last one came.
///
/// # Errors
/// When the database refuses it.
pub async fn summary(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
) -> Result<(i64, Option<Timestamp>)> {
    let row = tx
        .one(
            "select max(m.sent_at) as last, \
             cast(coalesce(sum(case when m.person_id <> $3 and m.sent_at > coalesce(v.seen_at, 0) \
             then 1 else 0 end), 0) as bigint) as unread from message m \
             left join message_seen v on v.relationship_id = m.relationship_id and v.person_id = $3 \
             where m.organisation_id = $1 and m.relationship_id = $2",
            params![organisation, relationship, person],
        )
        .await?;
    let last: Option<i64> = row.get("last")?;
    Ok((row.get("unread")?, last.map(moment)))
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
