//! Every query about relationships and their seats.

use std::collections::BTreeMap;

use db::{Result, Row, Tx, Value, params};
use design::Design;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use people::{
    OrganisationId, PersonId, ProgrammeId,
    person::{self, Person},
};

use super::{
    model::{Close, Course, Offer, Pause, Relationship, Seat, State},
    row::{self, COLUMNS, SEAT_COLUMNS},
};
use crate::ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};

/// A seat with the person who has or had it.
#[derive(Debug, Clone)]
pub struct Member {
    /// The seat.
    pub seat: Seat,
    /// The person.
    pub person: Person,
}

/// What stands around the relationships of a track: the words and rules they live by.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The track's design.
    pub design: Design,
    /// The programme's name.
    pub programme: String,
    /// The common last day, where the programme has one.
    pub programme_ends: Option<Date>,
    /// The organisation's name.
    pub organisation: String,
    /// The zone of its dates.
    pub zone: TimeZone,
}

/// How many places an enrolment has, and how many are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// How many it has; none is said when the design's usual number holds.
    pub capacity: Option<i64>,
    /// Whether it may be matched at all.
    pub approved: bool,
    /// Taken, also by offers not answered.
    pub taken: i64,
    /// Taken for good.
    pub accepted: i64,
}

/// A relationship.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Option<Relationship>> {
    get(tx, organisation, id, "").await
}

/// A relationship that this transaction is about to change: others wait until it has.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Option<Relationship>> {
    let lock = tx.dialect().lock();
    get(tx, organisation, id, lock).await
}

async fn get(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
    lock: &str,
) -> Result<Option<Relationship>> {
    let sql = format!(
        "select {COLUMNS} from relationship r where r.organisation_id = $1 and r.id = $2{lock}"
    );
    let Some(found) = tx.find(&sql, params![organisation, id]).await? else { return Ok(None) };
    let mut relationship = row::relationship(&found)?;
    let sql = format!(
        "select {SEAT_COLUMNS} from seat s \
         where s.organisation_id = $1 and s.relationship_id = $2 order by s.taken_at, s.id"
    );
    let seats = tx.all(&sql, params![organisation, id]).await?;
    relationship.seats = seats.iter().map(row::seat).collect::<Result<_>>()?;
    Ok(Some(relationship))
}

/// The people of a relationship, also those who left.
///
/// # Errors
/// When the database refuses it.
pub async fn members(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Vec<Member>> {
    let columns = person::store::COLUMNS;
    let sql = format!(
        "select {SEAT_COLUMNS}, {columns} from seat s join person p on p.id = s.person_id \
         where s.organisation_id = $1 and s.relationship_id = $2 order by s.taken_at, s.id"
    );
    let rows = tx.all(&sql, params![organisation, id]).await?;
    rows.iter()
        .map(|found| Ok(Member { seat: row::seat(found)?, person: person::store::read(found)? }))
        .collect()
}

/// What stands around the relationships of a track.
///
/// # Errors
/// When the database refuses it, or the stored design cannot be read.
pub async fn frame(tx: &mut Tx, organisation: &OrganisationId, track: &TrackId) -> Result<Frame> {
    let found = tx
        .one(
            "select t.design, p.name as programme, p.ends_on, o.name as organisation, o.time_zone \
             from track t join programme p on p.id = t.programme_id \
             join organisation o on o.id = t.organisation_id \
             where t.organisation_id = $1 and t.id = $2",
            params![organisation, track],
        )
        .await?;
    let zone: String = found.get("time_zone")?;
    Ok(Frame {
        design: row::design(&found)?,
        programme: found.get("programme")?,
        programme_ends: row::day(&found, "ends_on")?,
        organisation: found.get("organisation")?,
        zone: TimeZone::get(&zone).unwrap_or(TimeZone::UTC),
    })
}

/// The places of some enrolments, held until this transaction ends so that nobody takes one meanwhile.
///
/// # Errors
/// When the database refuses it.
pub async fn hold_places(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolments: &[&EnrolmentId],
) -> Result<BTreeMap<EnrolmentId, Places>> {
    let (list, values) = one_of(organisation, enrolments);
    // In the order of their ids, so that two who want the same rows do not wait for each other.
    let sql = format!(
        "select e.id, e.capacity, e.state from enrolment e \
         where e.organisation_id = $1 and e.id in ({list}) order by e.id{}",
        tx.dialect().lock()
    );
    let mut places = BTreeMap::new();
    for found in tx.all(&sql, &values).await? {
        let approved = found.get::<String>("state")? == "approved";
        let capacity = found.get("capacity")?;
        places.insert(found.get("id")?, Places { capacity, approved, taken: 0, accepted: 0 });
    }
    let sql = format!(
        "select s.enrolment_id, cast(count(*) as bigint) as taken, \
         cast(sum(case when s.reply = 'accepted' then 1 else 0 end) as bigint) as accepted \
         from seat s where s.organisation_id = $1 and s.enrolment_id in ({list}) \
         and s.left_at is null group by s.enrolment_id"
    );
    for found in tx.all(&sql, &values).await? {
        if let Some(place) = places.get_mut(&found.get::<EnrolmentId>("enrolment_id")?) {
            place.taken = found.get("taken")?;
            place.accepted = found.get("accepted")?;
        }
    }
    Ok(places)
}

/// Those whose relationship ended without their fault come first in the next round.
///
/// # Errors
/// When the database refuses it.
pub async fn put_first(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolments: &[&EnrolmentId],
) -> Result<()> {
    if enrolments.is_empty() {
        return Ok(());
    }
    let mut sorted = enrolments.to_vec();
    sorted.sort();
    let (list, values) = one_of(organisation, &sorted);
    let sql = format!(
        "update enrolment set priority = priority + 1 \
         where organisation_id = $1 and state <> 'withdrawn' and id in ({list})"
    );
    tx.run(&sql, &values).await.map(drop)
}

fn one_of(organisation: &OrganisationId, ids: &[&EnrolmentId]) -> (String, Vec<Value>) {
    let list: Vec<String> = (2..ids.len() + 2).map(|n| format!("${n}")).collect();
    let mut values = vec![Value::from(organisation)];
    values.extend(ids.iter().map(|id| Value::from(*id)));
    (list.join(", "), values)
}

/// Writes a new relationship with its seats.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, new: &Relationship, now: Timestamp) -> Result<()> {
    let written = Written::of(new);
    tx.run(
        "insert into relationship (id, organisation_id, programme_id, track_id, round_id, state, \
         offered_at, offered_until, score, reasons, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            &new.id,
            &new.organisation,
            &new.programme,
            &new.track,
            new.round.as_ref(),
            written.state,
            written.offered_at,
            written.offered_until,
            new.score,
            serde_json::to_string(&new.reasons).unwrap_or_else(|_| "[]".to_owned()),
            now.as_millisecond()
        ],
    )
    .await?;
    insert_seats(tx, new, now).await
}

async fn insert_seats(tx: &mut Tx, new: &Relationship, now: Timestamp) -> Result<()> {
    let mut rows = Vec::new();
    let mut values = Vec::new();
    for seat in &new.seats {
        let place = |n: usize| format!("${}", values.len() + n);
        rows.push(format!("({})", (1..=8).map(place).collect::<Vec<_>>().join(", ")));
        values.extend_from_slice(params![
            &seat.id,
            &new.organisation,
            &new.id,
            &seat.enrolment,
            &seat.person,
            &seat.role,
            seat.reply.word(),
            now.as_millisecond()
        ]);
    }
    let sql = format!(
        "insert into seat (id, organisation_id, relationship_id, enrolment_id, person_id, role, reply, taken_at) \
         values {}",
        rows.join(", ")
    );
    tx.run(&sql, &values).await.map(drop)
}

/// The columns of a state.
#[derive(Default)]
struct Written {
    state: &'static str,
    offered_at: Option<i64>,
    offered_until: Option<i64>,
    reminded_at: Option<i64>,
    active_since: Option<i64>,
    ends_on: Option<String>,
    paused_since: Option<i64>,
    paused_until: Option<String>,
    closed_at: Option<i64>,
    closure: Option<&'static str>,
    closed_by: Option<PersonId>,
}

impl Written {
    fn of(relationship: &Relationship) -> Self {
        match &relationship.state {
            State::Offered(Offer { from, until, reminded_at }) => Self {
                state: "offered",
                offered_at: Some(from.as_millisecond()),
                offered_until: Some(until.as_millisecond()),
                reminded_at: reminded_at.map(Timestamp::as_millisecond),
                ..Self::default()
            },
            State::Active(course) => Self { state: "active", ..Self::of_course(course) },
            State::Paused(course, Pause { since, until }) => Self {
                state: "paused",
                paused_since: Some(since.as_millisecond()),
                paused_until: Some(until.to_string()),
                ..Self::of_course(course)
            },
            State::Closed(Close { at, closure, by, since }) => Self {
                state: "closed",
                active_since: since.map(Timestamp::as_millisecond),
                closed_at: Some(at.as_millisecond()),
                closure: Some(closure.word()),
                closed_by: by.clone(),
                ..Self::default()
            },
        }
    }

    fn of_course(course: &Course) -> Self {
        Self {
            active_since: Some(course.since.as_millisecond()),
            ends_on: course.ends_on.map(|day| day.to_string()),
            ..Self::default()
        }
    }
}

/// Writes what changed about a relationship and its seats. What the offer was stays on record.
///
/// # Errors
/// When the database refuses it.
pub async fn save(tx: &mut Tx, was: &Relationship, is: &Relationship) -> Result<()> {
    if was.state != is.state {
        let written = Written::of(is);
        tx.run(
            "update relationship set state = $3, reminded_at = coalesce($4, reminded_at), \
             active_since = $5, ends_on = coalesce($6, ends_on), paused_since = $7, paused_until = $8, \
             closed_at = $9, closure = $10, closed_by = $11 where organisation_id = $1 and id = $2",
            params![
                &is.organisation,
                &is.id,
                written.state,
                written.reminded_at,
                written.active_since,
                written.ends_on,
                written.paused_since,
                written.paused_until,
                written.closed_at,
                written.closure,
                written.closed_by.as_ref()
            ],
        )
        .await?;
    }
    for (_, seat) in was.seats.iter().zip(&is.seats).filter(|(was, is)| was != is) {
        tx.run(
            "update seat set reply = $3, replied_at = $4, left_at = $5 \
             where organisation_id = $1 and id = $2",
            params![
                &is.organisation,
                &seat.id,
                seat.reply.word(),
                seat.replied_at.map(Timestamp::as_millisecond),
                seat.left_at.map(Timestamp::as_millisecond)
            ],
        )
        .await?;
    }
    Ok(())
}

/// Keeps why somebody left, for the coordinator's counts only.
///
/// # Errors
/// When the database refuses it.
pub async fn keep_reason(
    tx: &mut Tx,
    organisation: &OrganisationId,
    seat: &SeatId,
    reason: &str,
) -> Result<()> {
    let sql = "update seat set leaving_reason = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, seat, reason]).await.map(drop)
}

/// The relationships of a round that are not over.
///
/// # Errors
/// When the database refuses it.
pub async fn open_of_round(
    tx: &mut Tx,
    organisation: &OrganisationId,
    round: &RoundId,
) -> Result<Vec<RelationshipId>> {
    let sql = "select r.id from relationship r \
         where r.organisation_id = $1 and r.round_id = $2 and r.state <> 'closed' order by r.id";
    ids(tx.all(sql, params![organisation, round]).await?)
}

/// The relationships of a programme that are not over.
///
/// # Errors
/// When the database refuses it.
pub async fn open_of_programme(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<RelationshipId>> {
    let sql = "select r.id from relationship r \
         where r.organisation_id = $1 and r.programme_id = $2 and r.state <> 'closed' order by r.id";
    ids(tx.all(sql, params![organisation, programme]).await?)
}

/// The relationships that are not over and in which an enrolment has a seat.
///
/// # Errors
/// When the database refuses it.
pub async fn open_of_enrolment(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolment: &EnrolmentId,
) -> Result<Vec<RelationshipId>> {
    let sql = "select r.id from seat s join relationship r on r.id = s.relationship_id \
         where s.organisation_id = $1 and s.enrolment_id = $2 and s.left_at is null \
         and r.state <> 'closed' order by r.id";
    ids(tx.all(sql, params![organisation, enrolment]).await?)
}

/// Those of some enrolments that were taken back.
///
/// # Errors
/// When the database refuses it.
pub async fn taken_back(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolments: &[&EnrolmentId],
) -> Result<Vec<EnrolmentId>> {
    if enrolments.is_empty() {
        return Ok(Vec::new());
    }
    let (list, values) = one_of(organisation, enrolments);
    let sql = format!(
        "select id from enrolment where organisation_id = $1 and state = 'withdrawn' and id in ({list})"
    );
    tx.all(&sql, &values).await?.iter().map(|row| row.get("id")).collect()
}

fn ids(rows: Vec<Row>) -> Result<Vec<RelationshipId>> {
    rows.iter().map(|row| row.get("id")).collect()
}

/// The seat by which a person may look at a relationship: also one they left, but never an
/// offer before its time, nor one that was undone.
///
/// # Errors
/// When the database refuses it.
pub async fn seat_to_look_from(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
    now: Timestamp,
) -> Result<Option<Seat>> {
    let sql = format!(
        "select {SEAT_COLUMNS} from seat s join relationship r on r.id = s.relationship_id \
         where s.organisation_id = $1 and s.relationship_id = $2 and s.person_id = $3 \
         and (r.offered_at is null or r.offered_at <= $4) \
         and (r.closure is null or r.closure <> 'undone')"
    );
    let found =
        tx.find(&sql, params![organisation, relationship, person, now.as_millisecond()]).await?;
    found.as_ref().map(row::seat).transpose()
}
