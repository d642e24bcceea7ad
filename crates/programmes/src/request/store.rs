//! Every query about requests.

use std::collections::HashMap;

use db::{Result, Row, Tx, Value, params};
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};

use super::model::{End, Ended, Open, Request, Side, State};
use crate::ids::{EnrolmentId, RequestId, TrackId};

const COLUMNS: &str = "q.id, q.organisation_id, q.programme_id, q.track_id, q.enrolment_id, q.person_id, \
    q.asked_enrolment_id, q.asked_person_id, q.place, q.message, q.score, q.reasons, q.state, q.created_at, \
    q.sent_at, q.answer_by, q.reminded_at, q.ended_at, q.told_at, q.relationship_id";

/// A request.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RequestId,
) -> Result<Option<Request>> {
    let found = all(tx, "q.organisation_id = $1 and q.id = $2", params![organisation, id]).await?;
    Ok(found.into_iter().next())
}

/// What somebody has asked, in their order; what is over last.
///
/// # Errors
/// When the database refuses it.
pub async fn of_asker(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolment: &EnrolmentId,
) -> Result<Vec<Request>> {
    let condition = "q.organisation_id = $1 and q.enrolment_id = $2 order by q.place, q.id";
    let mut found = all(tx, condition, params![organisation, enrolment]).await?;
    found.sort_by_key(|request| !request.is_live());
    Ok(found)
}

/// What somebody has been asked: what is open, and what they answered, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn of_asked(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolment: &EnrolmentId,
) -> Result<Vec<Request>> {
    let condition = "q.organisation_id = $1 and q.asked_enrolment_id = $2 and q.sent_at is not null \
        order by q.sent_at desc, q.id desc";
    let mut found = all(tx, condition, params![organisation, enrolment]).await?;
    found.sort_by_key(|request| !request.is_live());
    Ok(found)
}

/// A person's parts in programmes that are not over, each once for every question that is open to
/// it, and once where there is none; with how many they have and ask.
///
/// # Errors
/// When the database refuses it.
pub async fn parts_with_requests(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Row>> {
    let sql = "select e.id, e.programme_id, e.role, t.design, pr.name as programme, \
        q.id as request, q.answer_by, p.name as asker, \
        (select cast(count(*) as bigint) from seat s \
          where s.enrolment_id = e.id and s.left_at is null) as taken, \
        (select cast(count(*) as bigint) from request m \
          where m.enrolment_id = e.id and m.state in ('waiting', 'open')) as asks \
        from enrolment e join programme pr on pr.id = e.programme_id and pr.state <> 'closed' \
        join track t on t.id = e.track_id \
        left join request q on q.asked_enrolment_id = e.id and q.state = 'open' \
        left join person p on p.id = q.person_id \
        where e.organisation_id = $1 and e.person_id = $2 and e.state = 'approved' \
        order by e.created_at, e.id, q.id";
    tx.all(sql, params![organisation, person]).await
}

/// The requests of some askers that are live, or that ended without their having heard it; those
/// who have waited longest come first.
///
/// # Errors
/// When the database refuses it.
pub async fn to_pass_on(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<Vec<Request>> {
    let condition = "q.organisation_id = $1 and q.track_id = $2 and (q.state in ('waiting', 'open') \
        or (q.state in ('declined', 'expired', 'passed') and q.told_at is null)) \
        order by q.created_at, q.id";
    all(tx, condition, params![organisation, track]).await
}

/// The live requests in which an enrolment asks or is asked.
///
/// # Errors
/// When the database refuses it.
pub async fn live_of_either(
    tx: &mut Tx,
    organisation: &OrganisationId,
    enrolment: &EnrolmentId,
) -> Result<Vec<Request>> {
    let condition = "q.organisation_id = $1 and (q.enrolment_id = $2 or q.asked_enrolment_id = $2) \
        and q.state in ('waiting', 'open') order by q.id";
    all(tx, condition, params![organisation, enrolment]).await
}

/// The live requests of a programme, those who have waited longest first.
///
/// # Errors
/// When the database refuses it.
pub async fn live_of_programme(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Request>> {
    let condition = "q.organisation_id = $1 and q.programme_id = $2 and q.state in ('waiting', 'open') \
        order by q.created_at, q.id";
    all(tx, condition, params![organisation, programme]).await
}

/// The requests of a programme that have ended since an instant.
///
/// # Errors
/// When the database refuses it.
pub async fn ended_since(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    since: Timestamp,
) -> Result<Vec<Request>> {
    let condition =
        "q.organisation_id = $1 and q.programme_id = $2 and q.ended_at >= $3 order by q.id";
    all(tx, condition, params![organisation, programme, since.as_millisecond()]).await
}

/// The tracks in which somebody waits to be asked, or to hear of an end.
///
/// # Errors
/// When the database refuses it.
pub async fn tracks_to_pass_on(tx: &mut Tx) -> Result<Vec<(OrganisationId, TrackId)>> {
    let sql = "select distinct q.organisation_id, q.track_id from request q \
        where q.state in ('waiting', 'open') \
        or (q.state in ('declined', 'expired', 'passed') and q.told_at is null) \
        order by q.track_id, q.organisation_id";
    let rows = tx.all(sql, &[]).await?;
    rows.iter().map(|row| Ok((row.get("organisation_id")?, row.get("track_id")?))).collect()
}

/// How many open requests each enrolment of a track has before it.
///
/// # Errors
/// When the database refuses it.
pub async fn open_by_asked(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<HashMap<EnrolmentId, i64>> {
    let sql = "select asked_enrolment_id, cast(count(*) as bigint) as n from request \
        where organisation_id = $1 and track_id = $2 and state = 'open' group by asked_enrolment_id";
    let rows = tx.all(sql, params![organisation, track]).await?;
    rows.iter().map(|row| Ok((row.get("asked_enrolment_id")?, row.get("n")?))).collect()
}

/// Until when the enrolments of a track rest, those that do.
///
/// # Errors
/// When the database refuses it.
pub async fn resting(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    today: Date,
) -> Result<Vec<EnrolmentId>> {
    let sql = "select id from enrolment where organisation_id = $1 and track_id = $2 and paused_until > $3";
    let rows = tx.all(sql, params![organisation, track, today.to_string()]).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// The last sign of life of each enrolment of a track: a registration, a visit, an answer.
///
/// # Errors
/// When the database refuses it.
pub async fn signs_of_life(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<HashMap<EnrolmentId, Timestamp>> {
    let sql = "select e.id, e.created_at, coalesce(e.applied_at, 0) as applied_at, \
        coalesce((select max(s.seen_at) from session s where s.person_id = e.person_id), 0) as seen_at, \
        coalesce((select max(q.ended_at) from request q where q.asked_enrolment_id = e.id \
          and q.state in ('accepted', 'declined')), 0) as answered_at \
        from enrolment e where e.organisation_id = $1 and e.track_id = $2 order by e.id";
    let rows = tx.all(sql, params![organisation, track]).await?;
    let mut signs = HashMap::new();
    for row in &rows {
        let mut last: i64 = 0;
        for column in ["created_at", "applied_at", "seen_at", "answered_at"] {
            last = last.max(row.get(column)?);
        }
        signs.insert(row.get("id")?, at(last));
    }
    Ok(signs)
}

/// Writes a new request.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, new: &Request) -> Result<()> {
    let written = Written::of(new);
    tx.run(
        "insert into request (id, organisation_id, programme_id, track_id, enrolment_id, person_id, \
         asked_enrolment_id, asked_person_id, place, message, audience, score, reasons, state, created_at, \
         sent_at, answer_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'partners', $11, $12, $13, $14, $15, $16)",
        params![
            &new.id,
            &new.organisation,
            &new.programme,
            &new.track,
            &new.asker.enrolment,
            &new.asker.person,
            &new.asked.enrolment,
            &new.asked.person,
            new.place,
            new.message.as_str(),
            new.score,
            serde_json::to_string(&new.reasons).unwrap_or_else(|_| "[]".to_owned()),
            new.state.word(),
            new.created_at.as_millisecond(),
            written.sent_at,
            written.answer_by
        ],
    )
    .await
    .map(drop)
}

/// Writes what changed about a request.
///
/// # Errors
/// When the database refuses it.
pub async fn save(tx: &mut Tx, is: &Request) -> Result<()> {
    let written = Written::of(is);
    tx.run(
        "update request set place = $3, state = $4, sent_at = $5, answer_by = $6, reminded_at = $7, \
         ended_at = $8, told_at = $9, relationship_id = $10 where organisation_id = $1 and id = $2",
        params![
            &is.organisation,
            &is.id,
            is.place,
            is.state.word(),
            written.sent_at,
            written.answer_by,
            written.reminded_at,
            written.ended_at,
            is.told_at.map(Timestamp::as_millisecond),
            written.relationship
        ],
    )
    .await
    .map(drop)
}

/// The columns of a state.
#[derive(Default)]
struct Written {
    sent_at: Option<i64>,
    answer_by: Option<i64>,
    reminded_at: Option<i64>,
    ended_at: Option<i64>,
    relationship: Option<String>,
}

impl Written {
    fn of(request: &Request) -> Self {
        let (open, ended) = match &request.state {
            State::Waiting => (None, None),
            State::Open(open) => (Some(open), None),
            State::Ended(ended, was) => (was.as_ref(), Some(ended)),
        };
        Self {
            sent_at: open.map(|open| open.since.as_millisecond()),
            answer_by: open.map(|open| open.until.as_millisecond()),
            reminded_at: open.and_then(|open| open.reminded_at).map(Timestamp::as_millisecond),
            ended_at: ended.map(|ended| ended.at.as_millisecond()),
            relationship: ended
                .and_then(|ended| ended.relationship.as_ref())
                .map(|id| id.as_str().to_owned()),
        }
    }
}

async fn all(tx: &mut Tx, condition: &str, values: &[Value]) -> Result<Vec<Request>> {
    let sql = format!("select {COLUMNS} from request q where {condition}");
    tx.all(&sql, values).await?.iter().map(read).collect()
}

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

fn read(row: &Row) -> Result<Request> {
    let reasons: String = row.get("reasons")?;
    let moment = |column: &str| row.get::<Option<i64>>(column).map(|ms| ms.map(at));
    Ok(Request {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        track: row.get("track_id")?,
        asker: Side { enrolment: row.get("enrolment_id")?, person: row.get("person_id")? },
        asked: Side {
            enrolment: row.get("asked_enrolment_id")?,
            person: row.get("asked_person_id")?,
        },
        place: row.get("place")?,
        message: row.get("message")?,
        score: row.get("score")?,
        reasons: serde_json::from_str(&reasons).unwrap_or_default(),
        state: state(row)?,
        created_at: at(row.get("created_at")?),
        told_at: moment("told_at")?,
    })
}

fn state(row: &Row) -> Result<State> {
    let word: String = row.get("state")?;
    let moment = |column: &str| row.get::<Option<i64>>(column).map(|ms| ms.map(at));
    let open = match moment("sent_at")?.zip(moment("answer_by")?) {
        Some((since, until)) => Some(Open { since, until, reminded_at: moment("reminded_at")? }),
        None => None,
    };
    let wrong = || db::Error::Column { column: "state".to_owned(), reason: word.clone() };
    match word.as_str() {
        "waiting" => Ok(State::Waiting),
        "open" => open.map(State::Open).ok_or_else(wrong),
        other => {
            let how = End::ALL.into_iter().find(|end| end.word() == other).ok_or_else(wrong)?;
            let at = moment("ended_at")?.unwrap_or_default();
            Ok(State::Ended(Ended { how, at, relationship: row.get("relationship_id")? }, open))
        }
    }
}
