//! Every query about meetings and the times on the table.

use db::{Result, Row, Tx, Value, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::{
    MeetingId, SlotId,
    model::{Meeting, Slot, State},
    times::Stretch,
};

const COLUMNS: &str = "m.id, m.organisation_id, m.relationship_id, m.state, m.proposed_by, \
    m.starts_at, m.minutes, m.place, m.agenda, m.uid, m.sequence, m.logged_by";

/// A meeting.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &MeetingId,
) -> Result<Option<Meeting>> {
    get(tx, organisation, id, "").await
}

/// A meeting that this transaction is about to change: others wait until it has.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &MeetingId,
) -> Result<Option<Meeting>> {
    let lock = tx.dialect().lock();
    get(tx, organisation, id, lock).await
}

async fn get(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &MeetingId,
    lock: &str,
) -> Result<Option<Meeting>> {
    let sql =
        format!("select {COLUMNS} from meeting m where m.organisation_id = $1 and m.id = $2{lock}");
    let Some(row) = tx.find(&sql, params![organisation, id]).await? else { return Ok(None) };
    let mut found = vec![read(&row)?];
    lay_out(tx, &mut found).await?;
    Ok(found.pop())
}

/// At most so many meetings of one relationship are listed.
const MOST_LISTED: u32 = 300;

/// The meetings of a relationship that were not called off, latest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_relationship(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
) -> Result<Vec<Meeting>> {
    let sql = format!(
        "select {COLUMNS} from meeting m where m.organisation_id = $1 and m.relationship_id = $2 \
         and m.state <> 'cancelled' order by coalesce(m.starts_at, m.created_at) desc, m.id desc \
         limit {MOST_LISTED}"
    );
    let rows = tx.all(&sql, params![organisation, relationship]).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    lay_out(tx, &mut found).await?;
    Ok(found)
}

/// Fills in the times on the table of those that are only proposed.
async fn lay_out(tx: &mut Tx, meetings: &mut [Meeting]) -> Result<()> {
    let open = |m: &&mut Meeting| matches!(m.state, State::Proposed(_));
    let mut open: Vec<&mut Meeting> = meetings.iter_mut().filter(open).collect();
    if open.is_empty() {
        return Ok(());
    }
    let values: Vec<Value> = open.iter().map(|m| Value::from(&m.id)).collect();
    let list: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "select s.id, s.meeting_id, s.starts_at from slot s where s.meeting_id in ({}) \
         order by s.starts_at, s.id",
        list.join(", ")
    );
    for row in tx.all(&sql, &values).await? {
        let of: MeetingId = row.get("meeting_id")?;
        let slot = Slot { id: row.get("id")?, starts: moment(row.get("starts_at")?) };
        for meeting in open.iter_mut().filter(|m| m.id == of) {
            if let State::Proposed(slots) = &mut meeting.state {
                slots.push(slot.clone());
            }
        }
    }
    Ok(())
}

/// Writes a new meeting with the times on the table.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, new: &Meeting, now: Timestamp) -> Result<()> {
    let (state, starts, by) = written(&new.state);
    tx.run(
        "insert into meeting (id, organisation_id, relationship_id, state, proposed_by, starts_at, \
         minutes, place, agenda, uid, sequence, created_at, held_at, logged_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            &new.id,
            &new.organisation,
            &new.relationship,
            state,
            new.proposed_by.as_ref(),
            starts,
            i64::from(new.minutes),
            &new.place,
            &new.agenda,
            &new.uid,
            i64::from(new.sequence),
            now.as_millisecond(),
            by.map(|_| now.as_millisecond()),
            by
        ],
    )
    .await?;
    for slot in new.slots() {
        tx.run(
            "insert into slot (id, meeting_id, starts_at) values ($1, $2, $3)",
            params![&slot.id, &new.id, slot.starts.as_millisecond()],
        )
        .await?;
    }
    Ok(())
}

/// Writes what changed. Whatever the clock had done for it, it does again for a new time.
///
/// # Errors
/// When the database refuses it.
pub async fn save(tx: &mut Tx, was: &Meeting, is: &Meeting, now: Timestamp) -> Result<()> {
    let (state, starts, by) = written(&is.state);
    let moved = was.starts() != is.starts();
    let again = if moved { ", reminded_at = null, asked_at = null" } else { "" };
    let sql = format!(
        "update meeting set state = $3, starts_at = $4, minutes = $5, place = $6, agenda = $7, \
         sequence = $8, held_at = $9, logged_by = $10, cancelled_at = $11{again} \
         where organisation_id = $1 and id = $2"
    );
    let ended = matches!(is.state, State::Cancelled(_)).then(|| now.as_millisecond());
    tx.run(
        &sql,
        params![
            &is.organisation,
            &is.id,
            state,
            starts,
            i64::from(is.minutes),
            &is.place,
            &is.agenda,
            i64::from(is.sequence),
            by.map(|_| now.as_millisecond()),
            by,
            ended
        ],
    )
    .await
    .map(drop)
}

/// Marks the time that was picked.
///
/// # Errors
/// When the database refuses it.
pub async fn mark_picked(tx: &mut Tx, slot: &SlotId, now: Timestamp) -> Result<()> {
    let sql = "update slot set picked_at = $2 where id = $1";
    tx.run(sql, params![slot, now.as_millisecond()]).await.map(drop)
}

/// Removes a meeting that was only written down, and should not have been.
///
/// # Errors
/// When the database refuses it.
pub async fn remove(tx: &mut Tx, organisation: &OrganisationId, id: &MeetingId) -> Result<()> {
    let values = params![organisation, id];
    tx.run(
        "update note set meeting_id = null where organisation_id = $1 and meeting_id = $2",
        values,
    )
    .await?;
    tx.run("delete from meeting where organisation_id = $1 and id = $2", values).await.map(drop)
}

/// The stretches in which some people meet already, in any of their relationships.
///
/// # Errors
/// When the database refuses it.
pub async fn taken(
    tx: &mut Tx,
    organisation: &OrganisationId,
    people: &[&PersonId],
    from: Timestamp,
) -> Result<Vec<Stretch>> {
    let mut values = vec![Value::from(organisation), Value::from(from.as_millisecond())];
    values.extend(people.iter().map(|id| Value::from(*id)));
    let list: Vec<String> = (3..people.len() + 3).map(|n| format!("${n}")).collect();
    let sql = format!(
        "select distinct m.id, m.starts_at, m.minutes from meeting m \
         join seat s on s.relationship_id = m.relationship_id and s.left_at is null \
         where m.organisation_id = $1 and m.state = 'booked' and m.starts_at >= $2 \
         and s.person_id in ({})",
        list.join(", ")
    );
    let rows = tx.all(&sql, &values).await?;
    rows.iter()
        .map(|row| {
            let (from, minutes): (i64, i64) = (row.get("starts_at")?, row.get("minutes")?);
            Ok(Stretch { from: moment(from), to: moment(from + minutes * 60_000) })
        })
        .collect()
}

/// A meeting in somebody's calendar, with the names of the others.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The meeting.
    pub meeting: Meeting,
    /// The others' names.
    pub others: Vec<String>,
}

/// The meetings of a person that are or were agreed, from an instant on.
///
/// # Errors
/// When the database refuses it.
pub async fn calendar(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    from: Timestamp,
) -> Result<Vec<Entry>> {
    let sql = format!(
        "select {COLUMNS}, p.name as other from meeting m \
         join seat mine on mine.relationship_id = m.relationship_id and mine.person_id = $2 \
         and mine.reply = 'accepted' and mine.left_at is null \
         join seat s on s.relationship_id = m.relationship_id and s.person_id <> $2 \
         and s.reply = 'accepted' and s.left_at is null \
         join person p on p.id = s.person_id \
         where m.organisation_id = $1 and m.state in ('booked', 'held') and m.starts_at >= $3 \
         order by m.starts_at, m.id, s.taken_at, s.id"
    );
    let mut entries: Vec<Entry> = Vec::new();
    for row in tx.all(&sql, params![organisation, person, from.as_millisecond()]).await? {
        let (meeting, other) = (read(&row)?, row.get("other")?);
        match entries.last_mut() {
            Some(last) if last.meeting.id == meeting.id => last.others.push(other),
            _ => entries.push(Entry { meeting, others: vec![other] }),
        }
    }
    Ok(entries)
}

/// What the clock has to do.
#[derive(Debug, Clone, Copy)]
pub enum Due {
    /// Remind all of meetings that begin after the first instant and not after the second.
    Reminder(Timestamp, Timestamp),
    /// Remind of proposals that were made before an instant.
    Nudge(Timestamp),
    /// Ask what became of meetings that began before an instant.
    Question(Timestamp),
}

const ONE_TURN: u32 = 200;

/// The meetings that something is due for, held for this transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn due(tx: &mut Tx, due: Due) -> Result<Vec<Meeting>> {
    let (condition, values) = match due {
        Due::Reminder(after, until) => (
            "m.state = 'booked' and m.reminded_at is null and m.starts_at > $1 and m.starts_at <= $2",
            vec![after, until],
        ),
        Due::Nudge(before) => {
            ("m.state = 'proposed' and m.reminded_at is null and m.created_at <= $1", vec![before])
        }
        Due::Question(before) => {
            ("m.state = 'booked' and m.asked_at is null and m.starts_at <= $1", vec![before])
        }
    };
    let values: Vec<Value> = values.iter().map(|at| Value::from(at.as_millisecond())).collect();
    let sql = format!(
        "select {COLUMNS} from meeting m where {condition} order by m.id limit {ONE_TURN}{}",
        tx.dialect().claim()
    );
    let rows = tx.all(&sql, &values).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    lay_out(tx, &mut found).await?;
    Ok(found)
}

/// Notes that the clock has done its part.
///
/// # Errors
/// When the database refuses it.
pub async fn done(tx: &mut Tx, due: Due, id: &MeetingId, now: Timestamp) -> Result<()> {
    let sql = match due {
        Due::Reminder(..) | Due::Nudge(_) => "update meeting set reminded_at = $2 where id = $1",
        Due::Question(_) => "update meeting set asked_at = $2 where id = $1",
    };
    tx.run(sql, params![id, now.as_millisecond()]).await.map(drop)
}

fn written(state: &State) -> (&'static str, Option<i64>, Option<&PersonId>) {
    let ms = |at: &Timestamp| Some(at.as_millisecond());
    match state {
        State::Proposed(_) => ("proposed", None, None),
        State::Booked(at) => ("booked", ms(at), None),
        State::Held { starts, by } => ("held", ms(starts), by.as_ref()),
        State::Missed(at) => ("missed", ms(at), None),
        State::Cancelled(at) => ("cancelled", at.as_ref().and_then(ms), None),
    }
}

fn read(row: &Row) -> Result<Meeting> {
    let starts = row.get::<Option<i64>>("starts_at")?.map(moment);
    let word: String = row.get("state")?;
    let state = match (word.as_str(), starts) {
        ("booked", Some(at)) => State::Booked(at),
        ("held", Some(starts)) => State::Held { starts, by: row.get("logged_by")? },
        ("missed", Some(at)) => State::Missed(at),
        ("proposed", _) => State::Proposed(Vec::new()),
        _ => State::Cancelled(starts),
    };
    let number = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(Meeting {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        relationship: row.get("relationship_id")?,
        state,
        minutes: number(row.get("minutes")?),
        place: row.get("place")?,
        agenda: row.get("agenda")?,
        uid: row.get("uid")?,
        sequence: number(row.get("sequence")?),
        proposed_by: row.get("proposed_by")?,
    })
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
