//! Every query about enrolments and their answers.

use std::collections::HashMap;

use db::{Result, Row, Tx, Value as Param, params};
use design::{Audience, FormQuestion};
use indexmap::IndexMap;
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};
use serde_json::Value;

use super::model::{Answer, Enrolment, EntryDoor, State};
use crate::{EnrolmentId, TrackId};

const COLUMNS: &str = "id, organisation_id, programme_id, track_id, person_id, role, state, door, \
    capacity, priority, paused_until, created_at, applied_at, decided_at, decision_note, withdrawn_at";

/// An enrolment of an organisation.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &EnrolmentId,
) -> Result<Option<Enrolment>> {
    first(tx, "organisation_id = $1 and id = $2", params![organisation, id]).await
}

/// As [`find`], held until the transaction ends: for a change that looks first.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &EnrolmentId,
) -> Result<Option<Enrolment>> {
    let condition = format!("organisation_id = $1 and id = $2{}", tx.dialect().lock());
    first(tx, &condition, params![organisation, id]).await
}

/// A person's part in a track with one role.
///
/// # Errors
/// When the database refuses it.
pub async fn of_role(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    person: &PersonId,
    role: &str,
) -> Result<Option<Enrolment>> {
    let condition = "organisation_id = $1 and track_id = $2 and person_id = $3 and role = $4";
    first(tx, condition, params![organisation, track, person, role]).await
}

/// All of a person's enrolments, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_person(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Enrolment>> {
    let condition = "organisation_id = $1 and person_id = $2 order by created_at desc, id desc";
    all(tx, condition, params![organisation, person]).await
}

/// A person's enrolments in one programme, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_person_in(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    person: &PersonId,
) -> Result<Vec<Enrolment>> {
    let condition = "organisation_id = $1 and programme_id = $2 and person_id = $3 \
        order by created_at desc, id desc";
    all(tx, condition, params![organisation, programme, person]).await
}

/// The enrolments of a programme, of one state or of all, the oldest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_programme(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    state: Option<State>,
) -> Result<Vec<Enrolment>> {
    let state = state.map(State::as_str);
    let condition = "organisation_id = $1 and programme_id = $2 and ($3 is null or state = $3) \
        order by created_at, id";
    all(tx, condition, params![organisation, programme, state]).await
}

/// The enrolments of a track in one state, the oldest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_track(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    state: State,
) -> Result<Vec<Enrolment>> {
    let condition = "organisation_id = $1 and track_id = $2 and state = $3 order by created_at, id";
    all(tx, condition, params![organisation, track, state.as_str()]).await
}

/// How many enrolments of each state and role a programme has.
///
/// # Errors
/// When the database refuses it.
pub async fn counts(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Count>> {
    let rows = tx
        .all(
            "select track_id, role, state, cast(count(*) as bigint) as n from enrolment \
             where organisation_id = $1 and programme_id = $2 \
             group by track_id, role, state order by track_id, role, state",
            params![organisation, programme],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Count {
                track: row.get("track_id")?,
                role: row.get("role")?,
                state: state(row)?,
                number: row.get("n")?,
            })
        })
        .collect()
}

/// How many of a role are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The track.
    pub track: TrackId,
    /// The role.
    pub role: String,
    /// The state.
    pub state: State,
    /// How many.
    pub number: i64,
}

/// Stores a new enrolment. Gives false when the person has one of this role in this track already.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, enrolment: &Enrolment) -> Result<bool> {
    let added = tx
        .run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, capacity, priority, paused_until, created_at, applied_at, decided_at, decision_note, \
             withdrawn_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
             on conflict do nothing",
            params![
                &enrolment.id,
                &enrolment.organisation,
                &enrolment.programme,
                &enrolment.track,
                &enrolment.person,
                &enrolment.role,
                enrolment.state.as_str(),
                enrolment.door.as_str(),
                enrolment.capacity,
                enrolment.priority,
                enrolment.paused_until.map(|day| day.to_string()),
                enrolment.created_at.as_millisecond(),
                ms(enrolment.applied_at),
                ms(enrolment.decided_at),
                enrolment.decision_note.clone(),
                ms(enrolment.withdrawn_at)
            ],
        )
        .await?;
    Ok(added == 1)
}

/// Stores what has changed about an enrolment; `by` is who decided, where somebody did.
///
/// # Errors
/// When the database refuses it.
pub async fn update(tx: &mut Tx, enrolment: &Enrolment, by: Option<&PersonId>) -> Result<()> {
    tx.run(
        "update enrolment set state = $3, door = $4, capacity = $5, priority = $6, paused_until = $7, \
         created_at = $8, applied_at = $9, decided_at = $10, decided_by = coalesce($11, decided_by), \
         decision_note = $12, withdrawn_at = $13 where organisation_id = $1 and id = $2",
        params![
            &enrolment.organisation,
            &enrolment.id,
            enrolment.state.as_str(),
            enrolment.door.as_str(),
            enrolment.capacity,
            enrolment.priority,
            enrolment.paused_until.map(|day| day.to_string()),
            enrolment.created_at.as_millisecond(),
            ms(enrolment.applied_at),
            ms(enrolment.decided_at),
            by,
            enrolment.decision_note.clone(),
            ms(enrolment.withdrawn_at)
        ],
    )
    .await?;
    Ok(())
}

/// Gives an enrolment that has none a role. One of this role that the person has already in the
/// track stays, and the one without goes.
///
/// # Errors
/// When the database refuses it.
pub async fn take_role(tx: &mut Tx, enrolment: &Enrolment, role: &str) -> Result<()> {
    let (organisation, track, person) =
        (&enrolment.organisation, &enrolment.track, &enrolment.person);
    let sql = match of_role(tx, organisation, track, person, role).await? {
        Some(_) => {
            "delete from enrolment where organisation_id = $1 and id = $2 and role = '' and $3 <> ''"
        }
        None => {
            "update enrolment set role = $3 where organisation_id = $1 and id = $2 and role = ''"
        }
    };
    tx.run(sql, params![organisation, &enrolment.id, role]).await?;
    Ok(())
}

/// The answers of an enrolment, by their question's key.
///
/// # Errors
/// When the database refuses it.
pub async fn answers(tx: &mut Tx, id: &EnrolmentId) -> Result<IndexMap<String, Answer>> {
    let rows = tx
        .all(
            "select question, value, audience, answered_at from answer where enrolment_id = $1 \
             order by question",
            params![id],
        )
        .await?;
    rows.iter()
        .map(|row| read_answer(row).map(|answer| (answer.question.clone(), answer)))
        .collect()
}

/// What everybody in a track has answered, by enrolment and question. For matching and counting:
/// who may see a single answer is for the caller to keep.
///
/// # Errors
/// When the database refuses it.
pub async fn answers_of_track(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<HashMap<EnrolmentId, IndexMap<String, Value>>> {
    let rows = tx
        .all(
            "select a.enrolment_id, a.question, a.value, a.audience, a.answered_at from answer a \
             join enrolment e on e.id = a.enrolment_id \
             where e.organisation_id = $1 and e.track_id = $2 order by a.enrolment_id, a.question",
            params![organisation, track],
        )
        .await?;
    let mut all: HashMap<EnrolmentId, IndexMap<String, Value>> = HashMap::new();
    for row in &rows {
        let answer = read_answer(row)?;
        if !answer.value.is_null() {
            all.entry(row.get("enrolment_id")?).or_default().insert(answer.question, answer.value);
        }
    }
    Ok(all)
}

/// Stores an answer with the audience that its question promises now.
///
/// # Errors
/// When the database refuses it.
pub async fn write_answer(
    tx: &mut Tx,
    id: &EnrolmentId,
    question: &FormQuestion,
    value: &Value,
    now_ms: i64,
) -> Result<()> {
    tx.run(
        "insert into answer (enrolment_id, question, value, audience, answered_at) \
         values ($1, $2, $3, $4, $5) on conflict (enrolment_id, question) do update \
         set value = excluded.value, audience = excluded.audience, answered_at = excluded.answered_at",
        params![id, &question.key, value.to_string(), audience_name(question.audience), now_ms],
    )
    .await?;
    Ok(())
}

/// Removes an answer that was taken back.
///
/// # Errors
/// When the database refuses it.
pub async fn forget_answer(tx: &mut Tx, id: &EnrolmentId, question: &str) -> Result<()> {
    let sql = "delete from answer where enrolment_id = $1 and question = $2";
    tx.run(sql, params![id, question]).await?;
    Ok(())
}

/// People of the organisation who are called so, or have this address.
///
/// # Errors
/// When the database refuses it.
pub async fn people_called(
    tx: &mut Tx,
    organisation: &OrganisationId,
    text: &str,
) -> Result<Vec<PersonId>> {
    let rows = tx
        .all(
            "select id from person where organisation_id = $1 and erased_at is null \
             and (email = $2 or lower(name) = $2) order by id limit 3",
            params![organisation, text.to_lowercase()],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// An audience as it is stored.
#[must_use]
pub fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::OnlyMe => "only_me",
        Audience::Partners => "partners",
        Audience::Coordinator => "coordinator",
        Audience::Statistics => "statistics",
    }
}

async fn first(tx: &mut Tx, condition: &str, values: &[Param]) -> Result<Option<Enrolment>> {
    Ok(all(tx, condition, values).await?.into_iter().next())
}

async fn all(tx: &mut Tx, condition: &str, values: &[Param]) -> Result<Vec<Enrolment>> {
    let sql = format!("select {COLUMNS} from enrolment where {condition}");
    tx.all(&sql, values).await?.iter().map(read).collect()
}

fn ms(at: Option<Timestamp>) -> Option<i64> {
    at.map(Timestamp::as_millisecond)
}

fn wrong(column: &str, reason: impl ToString) -> db::Error {
    db::Error::Column { column: column.to_owned(), reason: reason.to_string() }
}

fn state(row: &Row) -> Result<State> {
    let text: String = row.get("state")?;
    State::of_str(&text).ok_or_else(|| wrong("state", text))
}

fn read(row: &Row) -> Result<Enrolment> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let door: String = row.get("door")?;
    let paused: Option<String> = row.get("paused_until")?;
    Ok(Enrolment {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        track: row.get("track_id")?,
        person: row.get("person_id")?,
        role: row.get("role")?,
        state: state(row)?,
        door: EntryDoor::of_str(&door).ok_or_else(|| wrong("door", &door))?,
        capacity: row.get("capacity")?,
        priority: row.get("priority")?,
        paused_until: paused
            .map(|day| day.parse::<Date>().map_err(|error| wrong("paused_until", error)))
            .transpose()?,
        created_at: at(row.get("created_at")?),
        applied_at: row.get::<Option<i64>>("applied_at")?.map(at),
        decided_at: row.get::<Option<i64>>("decided_at")?.map(at),
        decision_note: row.get("decision_note")?,
        withdrawn_at: row.get::<Option<i64>>("withdrawn_at")?.map(at),
    })
}

fn read_answer(row: &Row) -> Result<Answer> {
    let value: String = row.get("value")?;
    let audience: String = row.get("audience")?;
    let of = |name: &str| {
        [Audience::OnlyMe, Audience::Partners, Audience::Coordinator, Audience::Statistics]
            .into_iter()
            .find(|audience| audience_name(*audience) == name)
    };
    Ok(Answer {
        question: row.get("question")?,
        value: serde_json::from_str(&value).map_err(|error| wrong("value", error))?,
        audience: of(&audience).ok_or_else(|| wrong("audience", &audience))?,
        answered_at: Timestamp::from_millisecond(row.get("answered_at")?).unwrap_or_default(),
    })
}
