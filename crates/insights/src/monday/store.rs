//! What the list reads, over all areas: one statement a kind, for all of a coordinator's programmes.

use db::{Result, Tx, Value, params};
use jiff::{SignedDuration, Span, Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};
use programmes::{relationship::row, screening};

use super::{Kind, Task};

/// Who asks, and when.
pub(super) struct Asked<'a> {
    pub organisation: &'a OrganisationId,
    pub coordinator: &'a PersonId,
    pub now: Timestamp,
    pub today: Date,
}

/// The programmes that somebody coordinates; `$1` and `$2` are the organisation and the person.
const MINE: &str = "from programme p join appointment a on a.programme_id = p.id \
    and a.organisation_id = p.organisation_id and a.person_id = $2 and a.part = 'coordinator' \
    and a.ended_at is null";

/// An end is near when it is at most so many days away.
const CLOSING_DAYS: i64 = 14;

/// All that there is to do.
pub(super) async fn tasks(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<Task>> {
    let ago = |days: i64| (asked.now - SignedDuration::from_hours(24 * days)).as_millisecond();
    let in_days = |days: i64| (asked.now + SignedDuration::from_hours(24 * days)).as_millisecond();
    let mut tasks = Vec::new();
    let kinds = [
        (
            Kind::Unhappy,
            "join relationship r on r.programme_id = p.id and r.state in ('active', 'paused') \
         join check_in c on c.relationship_id = r.id and c.answered_at > $3 \
         and (c.wants_help = $4 or c.going <= 2)",
            "count(distinct r.id)",
            vec![Value::from(ago(14)), Value::from(true)],
        ),
        (
            Kind::Concerns,
            "join concern c on c.programme_id = p.id and c.answered_at is null \
         and c.past_coordinators = $3 and c.raised_by <> $2 and not exists (select 1 from seat s \
         where s.relationship_id = c.relationship_id and s.person_id = $2)",
            "count(distinct c.id)",
            vec![Value::from(false)],
        ),
        (
            Kind::OffersEnding,
            "join relationship r on r.programme_id = p.id and r.state = 'offered' and r.offered_until < $3",
            "count(distinct r.id)",
            vec![Value::from(in_days(2))],
        ),
        (
            Kind::Applications,
            "join enrolment e on e.programme_id = p.id and e.state = 'applied' and p.state <> 'closed'",
            "count(distinct e.id)",
            vec![],
        ),
        (
            Kind::Quiet,
            "join relationship r on r.programme_id = p.id and r.state = 'active' and r.active_since < $3 \
         and not exists (select 1 from meeting m where m.relationship_id = r.id \
         and m.state in ('held', 'booked') and m.starts_at > $3)",
            "count(distinct r.id)",
            vec![Value::from(ago(21))],
        ),
        (
            Kind::Unmatched,
            "join enrolment e on e.programme_id = p.id and e.state = 'approved' and p.state in ('open', 'running') \
         and not exists (select 1 from seat s where s.enrolment_id = e.id and s.left_at is null) \
         and not exists (select 1 from round d where d.programme_id = p.id and d.state = 'draft')",
            "count(distinct e.id)",
            vec![],
        ),
        (
            Kind::Invitations,
            "join invitation i on i.programme_id = p.id and i.accepted_at is null and i.declined_at is null \
         and i.created_at < $3 and i.expires_at > $4 and p.state = 'open'",
            "count(distinct i.id)",
            vec![Value::from(ago(7)), Value::from(asked.now.as_millisecond())],
        ),
    ];
    for (kind, join, count, values) in kinds {
        tasks.extend(counted(tx, asked, kind, join, count, values).await?);
    }
    tasks.extend(closings(tx, asked).await?);
    tasks.extend(clearances(tx, asked).await?);
    tasks.extend(rounds(tx, asked).await?);
    tasks.extend(dates(tx, asked).await?);
    Ok(tasks)
}

async fn counted(
    tx: &mut Tx,
    asked: &Asked<'_>,
    kind: Kind,
    join: &str,
    count: &str,
    more: Vec<Value>,
) -> Result<Vec<Task>> {
    let sql = format!(
        "select p.id, p.name, cast({count} as bigint) as n {MINE} {join} \
         where p.organisation_id = $1 group by p.id, p.name"
    );
    let mut values = vec![Value::from(asked.organisation), Value::from(asked.coordinator)];
    values.extend(more);
    let rows = tx.all(&sql, &values).await?;
    rows.iter()
        .map(|row| {
            let (programme_id, programme) = (row.get("id")?, row.get("name")?);
            Ok(Task { kind, programme_id, programme, count: row.get("n")?, round: None })
        })
        .collect()
}

/// Where all end together with their programme, the programme's own end stands in the list.
async fn closings(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<Task>> {
    let sql = format!(
        "select p.id, p.name, t.id as track, t.design, cast(count(*) as bigint) as n {MINE} \
         join track t on t.programme_id = p.id join relationship r on r.track_id = t.id \
         and r.state in ('active', 'paused') and r.ends_on >= $3 and r.ends_on <= $4 \
         where p.organisation_id = $1 and (p.ends_on is null or p.ends_on <> r.ends_on) \
         group by p.id, p.name, t.id, t.design order by p.id, t.id"
    );
    let until = asked.today.saturating_add(Span::new().days(CLOSING_DAYS));
    let (from, until) = (asked.today.to_string(), until.to_string());
    let rows = tx.all(&sql, params![asked.organisation, asked.coordinator, from, until]).await?;
    let mut tasks: Vec<Task> = Vec::new();
    for row in &rows {
        if !row::design(row)?.journey.has_closing_step() {
            continue;
        }
        let (programme_id, count): (String, i64) = (row.get("id")?, row.get("n")?);
        match tasks.last_mut() {
            Some(last) if last.programme_id == programme_id => last.count += count,
            _ => {
                let (kind, programme) = (Kind::Closings, row.get("name")?);
                tasks.push(Task { kind, programme_id, programme, count, round: None });
            }
        }
    }
    Ok(tasks)
}

/// Designs that name neither a check nor a consent are not even read.
async fn clearances(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<Task>> {
    let sql = format!(
        "select p.id, p.name, t.design {MINE} join track t on t.programme_id = p.id \
         where p.organisation_id = $1 and p.state in ('open', 'running') \
         and (t.design like '%screen%' or t.design like '%guardian-consent%') order by p.id, t.id"
    );
    let mut tasks: Vec<Task> = Vec::new();
    for row in tx.all(&sql, params![asked.organisation, asked.coordinator]).await? {
        let programme_id: String = row.get("id")?;
        let known = tasks.iter().any(|task| task.programme_id == programme_id);
        if known || !screening::needs_any(&row::design(&row)?) {
            continue;
        }
        let id = ProgrammeId::from(programme_id.clone());
        let count = screening::open_people(tx, asked.organisation, &id, asked.today).await?;
        let (kind, programme) = (Kind::Clearances, row.get("name")?);
        if let Some(count) = i64::try_from(count).ok().filter(|count| *count > 0) {
            tasks.push(Task { kind, programme_id, programme, count, round: None });
        }
    }
    Ok(tasks)
}

async fn rounds(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<Task>> {
    let sql = format!(
        "select p.id, p.name, d.id as round {MINE} join round d on d.programme_id = p.id \
         and d.state = 'draft' and d.solved_at is not null \
         where p.organisation_id = $1 and p.state <> 'closed' order by d.created_at desc"
    );
    let rows = tx.all(&sql, params![asked.organisation, asked.coordinator]).await?;
    rows.iter()
        .map(|row| {
            let (programme_id, programme) = (row.get("id")?, row.get("name")?);
            let (kind, round) = (Kind::RoundWaiting, Some(row.get("round")?));
            Ok(Task { kind, programme_id, programme, count: 1, round })
        })
        .collect()
}

async fn dates(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<Task>> {
    let sql = format!(
        "select p.id, p.name, p.state, p.closes_on, p.ends_on {MINE} \
         where p.organisation_id = $1 and p.state in ('open', 'running')"
    );
    let mut tasks = Vec::new();
    for row in tx.all(&sql, params![asked.organisation, asked.coordinator]).await? {
        let (programme_id, programme): (String, String) = (row.get("id")?, row.get("name")?);
        let left = |column: &str| -> Result<Option<i64>> {
            let date = row.get::<Option<String>>(column)?.and_then(|d| d.parse::<Date>().ok());
            Ok(date.and_then(|d| asked.today.until(d).ok()).map(|span| i64::from(span.get_days())))
        };
        let task = |kind, count| Task {
            kind,
            programme_id: programme_id.clone(),
            programme: programme.clone(),
            count,
            round: None,
        };
        let open = row.get::<String>("state")? == "open";
        if let Some(days) = left("closes_on")?.filter(|days| open && (0..=7).contains(days)) {
            tasks.push(task(Kind::RegistrationEnding, days));
        }
        if let Some(days) = left("ends_on")?.filter(|days| *days <= 14) {
            tasks.push(task(Kind::Ending, days.max(0)));
        }
    }
    Ok(tasks)
}
