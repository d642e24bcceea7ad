//! Every query of these pages. A list costs one statement, however long it is. Nothing here reads
//! a text that somebody wrote in a relationship.

use std::{collections::BTreeMap, fmt::Write as _};

use db::{Dialect, Result, Row, Tx, Value, params};
use design::Design;
use jiff::Timestamp;
use people::{OrganisationId, ProgrammeId};
use programmes::{
    RelationshipId, TrackId,
    relationship::row::{self, instant},
};

use super::model::{Asked, Health, Order, ROWS};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// A low answer counts for so long, unless a better one follows.
const ANSWER_COUNTS_DAYS: i64 = 70;

/// One member as a coordinator sees them.
#[derive(Debug, Clone)]
pub struct Member {
    /// As shown.
    pub name: String,
    /// The role's name in the design.
    pub role: String,
    /// What they said to the offer.
    pub reply: String,
}

/// One relationship as a coordinator sees it: counts and dates.
#[derive(Debug, Clone)]
pub struct Line {
    /// Which.
    pub id: RelationshipId,
    /// Its track.
    pub track: TrackId,
    /// How it is doing.
    pub health: Health,
    /// Who is in it.
    pub members: Vec<Member>,
    /// Since when it runs.
    pub since: Option<Timestamp>,
    /// Meetings that took place.
    pub held: i64,
    /// When the last was.
    pub last_held: Option<Timestamp>,
    /// The next that is fixed.
    pub next_meeting: Option<Timestamp>,
    /// The engine's score.
    pub score: Option<f64>,
}

/// A page of the list.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// How many there are of each health, before any filter but the search.
    pub counts: BTreeMap<&'static str, i64>,
    /// How many the filter finds.
    pub found: i64,
    /// Those of this page.
    pub lines: Vec<Line>,
}

/// The designs of a programme's tracks, and its name.
///
/// # Errors
/// When the database refuses it.
pub async fn tracks(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<(String, BTreeMap<TrackId, Design>)> {
    let sql = "select p.name, t.id, t.design from programme p left join track t on t.programme_id = p.id \
         where p.organisation_id = $1 and p.id = $2 order by t.id";
    let mut tracks = BTreeMap::new();
    let mut name = String::new();
    for row in &tx.all(sql, params![organisation, programme]).await? {
        name = row.get("name")?;
        if let Some(id) = row.get::<Option<TrackId>>("id")? {
            tracks.insert(id, row::design(row)?);
        }
    }
    Ok((name, tracks))
}

/// A page of a programme's relationships, with the counts of all.
///
/// # Errors
/// When the database refuses it.
pub async fn list(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    tracks: &BTreeMap<TrackId, Design>,
    asked: &Asked,
    now: Timestamp,
) -> Result<Listed> {
    let mut values = vec![
        organisation.into(),
        programme.into(),
        now.as_millisecond().into(),
        asked.search().into(),
    ];
    let health = with_health(tx.dialect(), tracks, &mut values);
    let filter =
        asked.health().map_or_else(String::new, |h| format!("where h.health = {}", h.rank()));
    let order = match asked.order() {
        Order::Health => "h.health, h.quiet_since, h.id",
        Order::LastMeeting => "h.last_held nulls first, h.id",
        Order::Ending => "h.ends_on nulls last, h.id",
        Order::Newest => "h.created_at desc, h.id",
        Order::Score => "h.score desc nulls last, h.id",
    };
    let counts: Vec<String> = Health::ALL
        .into_iter()
        .map(|h| {
            let n = h.rank();
            format!("cast(coalesce(sum(case when h.health = {n} then 1 else 0 end), 0) as bigint) as n{n}")
        })
        .collect();
    let offset = (asked.page() - 1) * ROWS;
    let sql = format!(
        "{health} select c.*, l.*, s.role, s.reply, p.name from (select {counts} from h) c \
         left join (select h.*, row_number() over (order by {order}) as place from h {filter} \
         order by {order} limit {ROWS} offset {offset}) l on 1 = 1 \
         left join seat s on s.relationship_id = l.id and (s.left_at is null or l.health = {ended}) \
         left join person p on p.id = s.person_id order by l.place, s.taken_at, s.id",
        counts = counts.join(", "),
        ended = Health::Ended.rank(),
    );
    let rows = tx.all(&sql, &values).await?;
    read(&rows, asked)
}

/// One relationship of a programme.
///
/// # Errors
/// When the database refuses it.
pub async fn line(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    tracks: &BTreeMap<TrackId, Design>,
    id: &RelationshipId,
    now: Timestamp,
) -> Result<Option<Line>> {
    let mut values =
        vec![organisation.into(), programme.into(), now.as_millisecond().into(), "".into()];
    let health = with_health(tx.dialect(), tracks, &mut values);
    values.push(id.into());
    let sql = format!(
        "{health} select h.*, s.role, s.reply, p.name from h \
         left join seat s on s.relationship_id = h.id and (s.left_at is null or h.health = {ended}) \
         left join person p on p.id = s.person_id where h.id = ${n} order by s.taken_at, s.id",
        ended = Health::Ended.rank(),
        n = values.len(),
    );
    let rows = tx.all(&sql, &values).await?;
    Ok(lines(&rows)?.into_iter().next())
}

/// The relationships of a programme (`$1` organisation, `$2` programme) that match a search (`$4`),
/// with their health at an instant (`$3`).
fn with_health(
    dialect: Dialect,
    tracks: &BTreeMap<TrackId, Design>,
    values: &mut Vec<Value>,
) -> String {
    // How long without a meeting is stuck stands in each track's design.
    let mut stuck = String::from("case r.track_id");
    for (id, design) in tracks {
        values.push(id.into());
        let days = i64::from(design.journey.stuck_days) * DAY_MS;
        // Writing to a string cannot fail.
        let _ = write!(stuck, " when ${} then cast({days} as bigint)", values.len());
    }
    let stuck = if tracks.is_empty() { "0".to_owned() } else { format!("{stuck} else 0 end") };
    let named = dialect.contains("sp.name", 4);
    format!(
        "with b as materialized (select r.id, r.track_id, r.state, r.active_since, \
         case when r.state in ('active', 'paused') then r.ends_on end as ends_on, r.score, r.created_at, {stuck} as stuck_ms, \
         (select max(m.starts_at) from meeting m where m.relationship_id = r.id and m.state = 'held') as last_held, \
         (select cast(count(*) as bigint) from meeting m where m.relationship_id = r.id and m.state = 'held') as held, \
         (select min(m.starts_at) from meeting m where m.relationship_id = r.id and m.state = 'booked' \
          and m.starts_at > $3) as next_meeting, \
         (select max(f.at) from fact f where f.subject_kind = 'relationship' and f.subject_id = r.id \
          and f.name = 'relationship_resumed') as resumed_at, \
         (select cast(count(*) as bigint) from check_in c where c.relationship_id = r.id \
          and c.answered_at > $3 - {counts_for} and (c.going <= 2 or c.wants_help = true) \
          and not exists (select 1 from check_in d where d.relationship_id = c.relationship_id \
          and d.person_id = c.person_id and d.answered_at > c.answered_at)) as unhappy \
         from relationship r where r.organisation_id = $1 and r.programme_id = $2 \
         and (r.closure is null or r.closure <> 'undone') \
         and ($4 = '' or exists (select 1 from seat ss join person sp on sp.id = ss.person_id \
          where ss.relationship_id = r.id and {named}))), \
         q as materialized (select b.*, case when coalesce(b.last_held, 0) > coalesce(b.resumed_at, 0) then coalesce(b.last_held, b.active_since) \
          else coalesce(b.resumed_at, b.active_since, b.created_at) end as quiet_since from b), \
         h as materialized (select q.*, cast(case when q.state = 'closed' then {ended} when q.state = 'offered' then {offered} \
         when q.unhappy > 0 then {unhappy} when q.state = 'paused' then {paused} \
         when q.next_meeting is not null then {on_track} \
         when $3 - q.quiet_since >= q.stuck_ms then {stuck_rank} \
         when $3 - q.quiet_since >= q.stuck_ms * 2 / 3 then {quiet} else {on_track} end as bigint) as health from q)",
        counts_for = ANSWER_COUNTS_DAYS * DAY_MS,
        ended = Health::Ended.rank(),
        offered = Health::Offered.rank(),
        unhappy = Health::Unhappy.rank(),
        paused = Health::Paused.rank(),
        on_track = Health::OnTrack.rank(),
        stuck_rank = Health::Stuck.rank(),
        quiet = Health::Quiet.rank(),
    )
}

fn read(rows: &[Row], asked: &Asked) -> Result<Listed> {
    let Some(first) = rows.first() else { return Ok(Listed::default()) };
    let mut counts = BTreeMap::new();
    for health in Health::ALL {
        counts.insert(health.word(), first.get(&format!("n{}", health.rank()))?);
    }
    let found = match asked.health() {
        Some(health) => counts[health.word()],
        None => counts.values().sum(),
    };
    Ok(Listed { counts, found, lines: lines(rows)? })
}

fn lines(rows: &[Row]) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        let Some(id) = row.get::<Option<RelationshipId>>("id")? else { continue };
        if lines.last().is_none_or(|last| last.id != id) {
            lines.push(Line {
                id,
                track: row.get("track_id")?,
                health: Health::of_rank(row.get("health")?).unwrap_or(Health::OnTrack),
                members: Vec::new(),
                since: instant(row, "active_since")?,
                held: row.get("held")?,
                last_held: instant(row, "last_held")?,
                next_meeting: instant(row, "next_meeting")?,
                score: row.get("score")?,
            });
        }
        if let (Some(line), Some(name)) = (lines.last_mut(), row.get::<Option<String>>("name")?) {
            line.members.push(Member { name, role: row.get("role")?, reply: row.get("reply")? });
        }
    }
    Ok(lines)
}

/// What somebody said in a check-in.
#[derive(Debug, Clone)]
pub struct CheckIn {
    /// Who.
    pub name: String,
    /// When they were asked.
    pub asked_at: Timestamp,
    /// When they answered.
    pub answered_at: Option<Timestamp>,
    /// 1 to 5.
    pub going: Option<i64>,
    /// Whether they would like help.
    pub wants_help: bool,
    /// What they wrote for the coordinator, who is the only one to read it.
    pub note: String,
}

/// The check-ins of a relationship, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn check_ins(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Vec<CheckIn>> {
    let sql = "select p.name, c.asked_at, c.answered_at, c.going, c.wants_help, c.note from check_in c \
         join person p on p.id = c.person_id where c.organisation_id = $1 and c.relationship_id = $2 \
         order by c.asked_at desc, p.name";
    let rows = tx.all(sql, params![organisation, id]).await?;
    rows.iter()
        .map(|row| {
            Ok(CheckIn {
                name: row.get("name")?,
                asked_at: instant(row, "asked_at")?.unwrap_or_default(),
                answered_at: instant(row, "answered_at")?,
                going: row.get("going")?,
                wants_help: row.get::<Option<bool>>("wants_help")?.unwrap_or(false),
                note: row.get::<Option<String>>("note")?.unwrap_or_default(),
            })
        })
        .collect()
}

/// How many there are of what members keep to themselves.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    /// Goals that they have, and how many are reached.
    pub goals: i64,
    /// Of these, reached.
    pub reached: i64,
    /// When all agreed on the agreement as it stands.
    pub agreed_at: Option<Timestamp>,
}

/// The counts of a relationship.
///
/// # Errors
/// When the database refuses it.
pub async fn counts(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &RelationshipId,
) -> Result<Counts> {
    let row = tx
        .one(
            "select (select cast(count(*) as bigint) from goal g where g.organisation_id = $1 \
             and g.relationship_id = $2 and g.deleted_at is null and g.audience <> 'only_me') as goals, \
             (select cast(count(*) as bigint) from goal g where g.organisation_id = $1 and g.relationship_id = $2 \
             and g.deleted_at is null and g.audience <> 'only_me' and g.reached_at is not null) as reached, \
             (select max(f.at) from fact f where f.organisation_id = $1 and f.subject_id = $2 \
             and f.name = 'agreement_agreed' and not exists (select 1 from fact n where n.subject_id = $2 \
             and n.name = 'agreement_changed' and n.at > f.at)) as agreed_at",
            params![organisation, id],
        )
        .await?;
    Ok(Counts {
        goals: row.get("goals")?,
        reached: row.get("reached")?,
        agreed_at: instant(&row, "agreed_at")?,
    })
}
