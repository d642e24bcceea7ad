//! Every query about applications and what was decided on them.

use db::{Result, Row, Tx, Value, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};

use super::model::{Decision, DecisionId, Item, Outcome};
use crate::{
    EnrolmentId, TrackId,
    enrolment::{self, Enrolment, State},
};

/// How many stand on a page.
pub(super) const PAGE: usize = 50;

/// What the table is asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Search {
    pub text: String,
    pub state: Option<State>,
    pub role: String,
    pub sort: Sort,
    /// From 1.
    pub page: usize,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Who waits longest first.
    #[default]
    Longest,
    Newest,
    Name,
    Department,
}

impl Sort {
    pub const ALL: [Self; 4] = [Self::Longest, Self::Newest, Self::Name, Self::Department];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Longest => "longest",
            Self::Newest => "newest",
            Self::Name => "name",
            Self::Department => "department",
        }
    }

    fn order(self) -> &'static str {
        match self {
            Self::Longest => "coalesce(e.applied_at, e.created_at), e.id",
            Self::Newest => "coalesce(e.applied_at, e.created_at) desc, e.id desc",
            Self::Name => "p.name, e.id",
            Self::Department => "coalesce(p.department, '~'), p.name, e.id",
        }
    }
}

/// A line of the table.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub id: EnrolmentId,
    pub name: String,
    pub email: Option<String>,
    pub department: Option<String>,
    pub job_title: Option<String>,
    pub track: TrackId,
    pub role: String,
    pub state: State,
    pub capacity: Option<i64>,
    pub at: Timestamp,
}

/// A page of the table, in one statement; and how many there are in all.
pub(super) async fn search(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    search: &Search,
) -> Result<(Vec<Line>, i64)> {
    let mut values = vec![Value::from(organisation), Value::from(programme)];
    let mut condition = "e.organisation_id = $1 and e.programme_id = $2".to_owned();
    if let Some(state) = search.state {
        values.push(Value::from(state.as_str()));
        condition.push_str(&format!(" and e.state = ${}", values.len()));
    }
    if !search.role.is_empty() {
        values.push(Value::from(&search.role));
        condition.push_str(&format!(" and e.role = ${}", values.len()));
    }
    if !search.text.is_empty() {
        values.push(Value::from(&search.text));
        let n = values.len();
        let any = ["p.name", "p.email", "p.department", "p.job_title"]
            .map(|column| tx.dialect().contains(column, n));
        condition.push_str(&format!(" and ({})", any.join(" or ")));
    }
    let sql = format!(
        "select e.id, e.track_id, e.role, e.state, e.capacity, coalesce(e.applied_at, e.created_at) as at, \
         p.name, p.email, p.department, p.job_title, cast(count(*) over () as bigint) as total \
         from enrolment e join person p on p.id = e.person_id where {condition} \
         order by {} limit {PAGE} offset {}",
        search.sort.order(),
        (search.page.max(1) - 1) * PAGE
    );
    let rows = tx.all(&sql, &values).await?;
    let total = rows.first().map_or(Ok(0), |row| row.get("total"))?;
    Ok((rows.iter().map(line).collect::<Result<_>>()?, total))
}

fn line(row: &Row) -> Result<Line> {
    let state: String = row.get("state")?;
    Ok(Line {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        department: row.get("department")?,
        job_title: row.get("job_title")?,
        track: row.get("track_id")?,
        role: row.get("role")?,
        state: State::of_str(&state).unwrap_or(State::Started),
        capacity: row.get("capacity")?,
        at: Timestamp::from_millisecond(row.get("at")?).unwrap_or_default(),
    })
}

/// Who waits longest besides one: the next to be decided.
pub(super) async fn next_waiting(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    besides: &EnrolmentId,
) -> Result<Option<EnrolmentId>> {
    let row = tx
        .find(
            "select id from enrolment where organisation_id = $1 and programme_id = $2 \
             and state = 'applied' and id <> $3 order by coalesce(applied_at, created_at), id limit 1",
            params![organisation, programme, besides],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// Enrolments of a programme, held until the transaction ends, always in the same order so that
/// two who decide at once wait for each other instead of both giving up.
pub(super) async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    ids: &[EnrolmentId],
) -> Result<Vec<Enrolment>> {
    let mut ids: Vec<&EnrolmentId> = ids.iter().collect();
    ids.sort();
    ids.dedup();
    let mut held = Vec::with_capacity(ids.len());
    for id in ids {
        let found = enrolment::store::hold(tx, organisation, id).await?;
        held.extend(found.filter(|enrolment| &enrolment.programme == programme));
    }
    Ok(held)
}

const COLUMNS: &str = "id, programme_id, outcome, enrolments, decided_at, undone_at";

/// Stores a decision.
pub(super) async fn insert(
    tx: &mut Tx,
    organisation: &OrganisationId,
    decision: &Decision,
    by: &PersonId,
) -> Result<()> {
    tx.run(
        "insert into decision (id, organisation_id, programme_id, outcome, enrolments, decided_by, decided_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &decision.id,
            organisation,
            &decision.programme,
            decision.outcome.as_str(),
            serde_json::to_string(&decision.items).unwrap_or_default(),
            by,
            decision.decided_at.as_millisecond()
        ],
    )
    .await?;
    Ok(())
}

/// A decision, held until the transaction ends.
pub(super) async fn hold_decision(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    id: &DecisionId,
) -> Result<Option<Decision>> {
    let lock = tx.dialect().lock();
    let sql = format!(
        "select {COLUMNS} from decision where organisation_id = $1 and programme_id = $2 and id = $3{lock}"
    );
    tx.find(&sql, params![organisation, programme, id]).await?.as_ref().map(read).transpose()
}

/// Decisions that can still be taken back, the newest first.
pub(super) async fn undoable(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    since: Timestamp,
) -> Result<Vec<Decision>> {
    let sql = format!(
        "select {COLUMNS} from decision where organisation_id = $1 and programme_id = $2 \
         and decided_at > $3 and undone_at is null order by decided_at desc, id desc"
    );
    let values = params![organisation, programme, since.as_millisecond()];
    tx.all(&sql, values).await?.iter().map(read).collect()
}

/// Notes that a decision was taken back.
pub(super) async fn set_undone(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &DecisionId,
    at: Timestamp,
) -> Result<()> {
    let sql = "update decision set undone_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, at.as_millisecond()]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Decision> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let outcome: String = row.get("outcome")?;
    let items: Vec<Item> =
        serde_json::from_str(&row.get::<String>("enrolments")?).unwrap_or_default();
    Ok(Decision {
        id: row.get("id")?,
        programme: row.get("programme_id")?,
        outcome: Outcome::of_str(&outcome).unwrap_or(Outcome::Declined),
        items,
        decided_at: at(row.get("decided_at")?),
        undone_at: row.get::<Option<i64>>("undone_at")?.map(at),
    })
}
