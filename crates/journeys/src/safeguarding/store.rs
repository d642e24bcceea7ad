//! Every query about concerns.

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};
use programmes::{RelationshipId, TrackId};

use super::{ConcernId, model::Concern};

const COLUMNS: &str = "c.id, c.organisation_id, c.programme_id, c.relationship_id, c.raised_by, \
    c.words, c.past_coordinators, c.raised_at, c.escalate_at, c.escalated_at, c.answered_at, c.answer";

/// Writes a new one.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, new: &Concern) -> Result<()> {
    tx.run(
        "insert into concern (id, organisation_id, programme_id, relationship_id, raised_by, words, \
         past_coordinators, raised_at, escalate_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            &new.id,
            &new.organisation,
            new.programme.as_ref(),
            new.relationship.as_ref(),
            &new.raised_by,
            &new.words,
            new.past_coordinators,
            new.raised_at.as_millisecond(),
            new.escalate_at.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// One, held for this transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(tx: &mut Tx, organisation: &OrganisationId, id: &str) -> Result<Option<Concern>> {
    let sql = format!("select {COLUMNS} from concern c where c.organisation_id = $1 and c.id = $2");
    tx.find(&sql, params![organisation, id]).await?.as_ref().map(read).transpose()
}

/// All of an organisation that are open, and those that somebody said themselves; newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn open_or_own(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Concern>> {
    let sql = format!(
        "select {COLUMNS} from concern c where c.organisation_id = $1 \
         and (c.answered_at is null or c.raised_by = $2) order by c.raised_at desc, c.id desc limit 200"
    );
    tx.all(&sql, params![organisation, person]).await?.iter().map(read).collect()
}

/// Those that nobody answered in time.
///
/// # Errors
/// When the database refuses it.
pub async fn overdue(tx: &mut Tx, now: Timestamp) -> Result<Vec<Concern>> {
    let sql = format!(
        "select {COLUMNS} from concern c where c.answered_at is null and c.escalated_at is null \
         and c.escalate_at <= $1 order by c.id limit 200"
    );
    tx.all(&sql, params![now.as_millisecond()]).await?.iter().map(read).collect()
}

/// Notes that one went further.
///
/// # Errors
/// When the database refuses it.
pub async fn note_escalated(tx: &mut Tx, concern: &Concern, at: Timestamp) -> Result<()> {
    let sql = "update concern set escalated_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![&concern.organisation, &concern.id, at.as_millisecond()]).await.map(drop)
}

/// Writes an answer, unless there is one. Tells whether it did.
///
/// # Errors
/// When the database refuses it.
pub async fn answer(
    tx: &mut Tx,
    concern: &Concern,
    by: &PersonId,
    at: Timestamp,
    words: &str,
) -> Result<bool> {
    let written = tx
        .run(
            "update concern set answered_at = $3, answered_by = $4, answer = $5 \
             where organisation_id = $1 and id = $2 and answered_at is null",
            params![&concern.organisation, &concern.id, at.as_millisecond(), by, words],
        )
        .await?;
    Ok(written == 1)
}

/// Everybody who has or had a seat in a relationship.
///
/// # Errors
/// When the database refuses it.
pub async fn inside(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
) -> Result<Vec<PersonId>> {
    let sql =
        "select s.person_id from seat s where s.organisation_id = $1 and s.relationship_id = $2";
    let rows = tx.all(sql, params![organisation, relationship]).await?;
    rows.iter().map(|row| row.get("person_id")).collect()
}

/// Those who run the organisation.
///
/// # Errors
/// When the database refuses it.
pub async fn administrators(tx: &mut Tx, organisation: &OrganisationId) -> Result<Vec<PersonId>> {
    let sql = "select a.person_id from appointment a where a.organisation_id = $1 \
         and a.part = 'administrator' and a.ended_at is null order by a.person_id";
    let rows = tx.all(sql, params![organisation]).await?;
    rows.iter().map(|row| row.get("person_id")).collect()
}

/// What somebody takes part in: what a concern may be about.
#[derive(Debug, Clone)]
pub struct Part {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its name.
    pub name: String,
    /// The track, whose design says who hears of it when.
    pub track: TrackId,
    /// The relationship; none for the programme as such.
    pub relationship: Option<RelationshipId>,
    /// The others in it.
    pub others: Vec<String>,
}

/// What somebody takes part in, the newest first: their relationships, then their programmes.
///
/// # Errors
/// When the database refuses it.
pub async fn parts(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    now: Timestamp,
) -> Result<Vec<Part>> {
    let sql = "select r.id as relationship_id, g.id as programme_id, g.name as programme, r.track_id, \
         p.name from seat s join relationship r on r.id = s.relationship_id \
         join programme g on g.id = r.programme_id \
         join seat o on o.relationship_id = r.id and o.person_id <> s.person_id \
         join person p on p.id = o.person_id \
         where s.organisation_id = $1 and s.person_id = $2 and r.offered_at <= $3 \
         and coalesce(r.closure, '') <> 'undone' order by r.created_at desc, r.id, p.name";
    let rows = tx.all(sql, params![organisation, person, now.as_millisecond()]).await?;
    let mut parts: Vec<Part> = Vec::new();
    for row in &rows {
        let relationship: RelationshipId = row.get("relationship_id")?;
        let other: String = row.get("name")?;
        match parts.iter_mut().find(|part| part.relationship.as_ref() == Some(&relationship)) {
            Some(part) => part.others.push(other),
            None => parts.push(Part { others: vec![other], ..part(row, Some(relationship))? }),
        }
    }
    let sql = "select distinct g.id as programme_id, g.name as programme, e.track_id from enrolment e \
         join programme g on g.id = e.programme_id where e.organisation_id = $1 and e.person_id = $2 \
         and e.state <> 'withdrawn' order by g.name, g.id, e.track_id";
    for row in &tx.all(sql, params![organisation, person]).await? {
        parts.push(part(row, None)?);
    }
    Ok(parts)
}

fn part(row: &Row, relationship: Option<RelationshipId>) -> Result<Part> {
    Ok(Part {
        programme: row.get("programme_id")?,
        name: row.get("programme")?,
        track: row.get("track_id")?,
        relationship,
        others: vec![],
    })
}

fn read(row: &Row) -> Result<Concern> {
    let moment = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let answered: Option<i64> = row.get("answered_at")?;
    let words: Option<String> = row.get("answer")?;
    let id: ConcernId = row.get("id")?;
    Ok(Concern {
        id,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        relationship: row.get("relationship_id")?,
        raised_by: row.get("raised_by")?,
        words: row.get("words")?,
        past_coordinators: row.get("past_coordinators")?,
        raised_at: moment(row.get("raised_at")?),
        escalate_at: moment(row.get("escalate_at")?),
        escalated_at: row.get::<Option<i64>>("escalated_at")?.map(moment),
        answer: answered.map(|at| (moment(at), words.unwrap_or_default())),
    })
}
