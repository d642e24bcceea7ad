//! Every query about check-ins.

use db::{Result, Tx, params};
use design::Design;
use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};
use programmes::{
    RelationshipId, TrackId,
    relationship::row::{self, instant},
};

use super::model::Said;

/// A check-in that was asked.
#[derive(Debug, Clone)]
pub struct CheckIn {
    /// Its id.
    pub id: String,
    /// The relationship that it is about.
    pub relationship: RelationshipId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Whether the relationship runs, so that it can be answered.
    pub runs: bool,
    /// The person's role in it.
    pub role: String,
    /// The track's design.
    pub design: Design,
    /// The names of the others.
    pub partners: Vec<String>,
    /// What was said, if it was.
    pub said: Option<Said>,
}

const SELECT: &str = "select c.id, c.relationship_id, r.programme_id, r.state, t.design, s.role, \
    c.going, c.wants_help, c.note, c.answered_at, p.name as partner \
    from check_in c join relationship r on r.id = c.relationship_id join track t on t.id = r.track_id \
    join seat s on s.relationship_id = r.id and s.person_id = c.person_id \
    left join seat os on os.relationship_id = r.id and os.person_id <> c.person_id and os.left_at is null \
    left join person p on p.id = os.person_id";

/// A person's check-in.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    id: &str,
) -> Result<Option<CheckIn>> {
    let sql = format!(
        "{SELECT} where c.organisation_id = $1 and c.person_id = $2 and c.id = $3 order by os.taken_at"
    );
    read(&tx.all(&sql, params![organisation, person, id]).await?)
}

/// The check-in that waits for a person in a relationship.
///
/// # Errors
/// When the database refuses it.
pub async fn open(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    relationship: &RelationshipId,
) -> Result<Option<CheckIn>> {
    let sql = format!(
        "{SELECT} where c.organisation_id = $1 and c.person_id = $2 and c.relationship_id = $3 \
         and c.answered_at is null order by c.day desc, os.taken_at"
    );
    read(&tx.all(&sql, params![organisation, person, relationship]).await?)
}

fn read(rows: &[db::Row]) -> Result<Option<CheckIn>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let id: String = first.get("id")?;
    let said = match (first.get::<Option<i64>>("going")?, instant(first, "answered_at")?) {
        (Some(going), Some(_)) => Some(Said {
            going,
            wants_help: first.get::<Option<bool>>("wants_help")?.unwrap_or(false),
            note: first.get("note")?,
        }),
        _ => None,
    };
    let mut partners = Vec::new();
    for row in rows {
        if row.get::<String>("id")? == id {
            partners.extend(row.get::<Option<String>>("partner")?);
        }
    }
    Ok(Some(CheckIn {
        id,
        relationship: first.get("relationship_id")?,
        programme: first.get("programme_id")?,
        runs: first.get::<String>("state")? == "active",
        role: first.get("role")?,
        design: row::design(first)?,
        partners,
        said,
    }))
}

/// Writes that somebody is asked about a day. None when they were asked about it before.
///
/// # Errors
/// When the database refuses it.
pub async fn ask(
    tx: &mut Tx,
    seam: &jobs::Seam,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
    day: i64,
) -> Result<Option<String>> {
    let id = seam.id();
    let asked = tx
        .run(
            "insert into check_in (id, organisation_id, relationship_id, person_id, day, asked_at) \
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            params![&id, organisation, relationship, person, day, seam.now_ms()],
        )
        .await?;
    Ok((asked == 1).then_some(id))
}

/// The check-in about a day.
///
/// # Errors
/// When the database refuses it.
pub async fn of_day(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
    day: i64,
) -> Result<Option<String>> {
    let sql = "select id from check_in where organisation_id = $1 and relationship_id = $2 \
         and person_id = $3 and day = $4";
    let found = tx.find(sql, params![organisation, relationship, person, day]).await?;
    found.map(|row| row.get("id")).transpose()
}

/// Writes what somebody says. Saying it again replaces it, as long as the question is open to them.
///
/// # Errors
/// When the database refuses it.
pub async fn answer(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    id: &str,
    said: &Said,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "update check_in set going = $4, wants_help = $5, note = $6, answered_at = $7 \
         where organisation_id = $1 and person_id = $2 and id = $3",
        params![
            organisation,
            person,
            id,
            said.going,
            said.wants_help,
            said.note.clone(),
            now.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// A relationship that runs, as far as asking needs it.
#[derive(Debug, Clone)]
pub struct Running {
    /// Which.
    pub relationship: RelationshipId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its track.
    pub track: TrackId,
    /// Since when.
    pub since: Timestamp,
    /// The newest day that anybody was asked about, 0 for none.
    pub asked: i64,
}

/// The relationships that run and began before an instant.
///
/// # Errors
/// When the database refuses it.
pub async fn running(tx: &mut Tx, since: Timestamp) -> Result<Vec<Running>> {
    let sql = "select r.id, r.organisation_id, r.track_id, r.active_since, \
         (select max(c.day) from check_in c where c.relationship_id = r.id) as asked \
         from relationship r where r.state = 'active' and r.active_since <= $1 order by r.id";
    let rows = tx.all(sql, params![since.as_millisecond()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Running {
                relationship: row.get("id")?,
                organisation: row.get("organisation_id")?,
                track: row.get("track_id")?,
                since: instant(row, "active_since")?.unwrap_or_default(),
                asked: row.get::<Option<i64>>("asked")?.unwrap_or(0),
            })
        })
        .collect()
}

/// A check-in that was asked and not answered.
#[derive(Debug, Clone)]
pub struct Unanswered {
    /// Its id.
    pub id: String,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The relationship that it is about.
    pub relationship: RelationshipId,
    /// Its track.
    pub track: TrackId,
    /// Who was asked.
    pub person: PersonId,
}

/// At most this many in one turn of the job: the next turn takes the rest.
const ONE_TURN: u32 = 200;

/// The check-ins of running relationships that were asked between two instants, that nobody has
/// answered, and of which nobody was reminded.
///
/// # Errors
/// When the database refuses it.
pub async fn unanswered(tx: &mut Tx, from: Timestamp, until: Timestamp) -> Result<Vec<Unanswered>> {
    let sql = format!(
        "select c.id, c.organisation_id, c.relationship_id, c.person_id, r.track_id from check_in c \
         join relationship r on r.id = c.relationship_id and r.state = 'active' \
         join seat s on s.relationship_id = r.id and s.person_id = c.person_id and s.left_at is null \
         where c.answered_at is null and c.reminded_at is null and c.asked_at > $1 and c.asked_at <= $2 \
         order by c.asked_at, c.id limit {ONE_TURN}"
    );
    let rows = tx.all(&sql, params![from.as_millisecond(), until.as_millisecond()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Unanswered {
                id: row.get("id")?,
                organisation: row.get("organisation_id")?,
                relationship: row.get("relationship_id")?,
                track: row.get("track_id")?,
                person: row.get("person_id")?,
            })
        })
        .collect()
}

/// Notes that somebody was asked once more.
///
/// # Errors
/// When the database refuses it.
pub async fn note_reminded(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &str,
    at: Timestamp,
) -> Result<()> {
    let sql = "update check_in set reminded_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, at.as_millisecond()]).await.map(drop)
}
