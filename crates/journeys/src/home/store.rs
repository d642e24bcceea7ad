//! Every query of these pages. A page costs two statements, however many relationships it lists.

use std::sync::Arc;

use db::{Result, Row, Tx, Value, params};
use design::Design;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use people::{OrganisationId, PersonId};
use programmes::{
    RelationshipId, TrackId,
    relationship::{
        row::{self, COLUMNS, instant},
        words as said,
    },
};

use super::situation::{Partner, Situation};

/// What is over stays on the start page for so long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 60);

/// How things stand in all relationships of a person: what is open first, then what ended lately.
///
/// # Errors
/// When the database refuses it.
pub async fn situations(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    parts: &[Part],
    now: Timestamp,
) -> Result<Vec<Situation>> {
    let lately = now.saturating_sub(REMEMBERED).unwrap_or(now);
    let condition = "(r.closed_at is null or r.closed_at > $4)";
    read(tx, (organisation, person), parts, now, condition, lately.as_millisecond().into()).await
}

/// How things stand in one relationship.
///
/// # Errors
/// When the database refuses it.
pub async fn situation(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
    relationship: &RelationshipId,
    now: Timestamp,
) -> Result<Option<Situation>> {
    let parts = parts(tx, organisation, person).await?;
    let whose = (organisation, person);
    let found = read(tx, whose, &parts, now, "r.id = $4", relationship.into()).await?;
    Ok(found.into_iter().next())
}

async fn read(
    tx: &mut Tx,
    (organisation, person): (&OrganisationId, &PersonId),
    parts: &[Part],
    now: Timestamp,
    condition: &str,
    value: Value,
) -> Result<Vec<Situation>> {
    let sql = format!(
        "select {COLUMNS}, g.name as programme, o.time_zone as home_zone, \
         s.role, s.reply, s.left_at, os.role as partner_role, os.left_at as partner_left_at, \
         os.reply as partner_reply, p.name, p.job_title, p.department, p.site, p.company, p.time_zone, \
         (select min(m.starts_at) from meeting m where m.relationship_id = r.id \
          and m.state = 'booked' and m.starts_at + m.minutes * 60000 > $3) as next_meeting, \
         (select max(m.starts_at) from meeting m where m.relationship_id = r.id \
          and m.state = 'held') as last_held, \
         {held} as held, {to_log} as to_log, {to_pick} as to_pick, {proposed} as proposed, \
         (select cast(count(*) as bigint) from check_in c where c.relationship_id = r.id \
          and c.person_id = s.person_id and c.answered_at is null) as open_check_ins, \
         (select a.version from agreement a where a.relationship_id = r.id) as agreement_version, \
         (select max(c.version) from agreement_consent c where c.relationship_id = r.id \
          and c.person_id = s.person_id) as consented_version \
         from seat s join relationship r on r.id = s.relationship_id \
         join programme g on g.id = r.programme_id \
         join organisation o on o.id = r.organisation_id \
         left join seat os on os.relationship_id = r.id and os.person_id <> s.person_id \
         left join person p on p.id = os.person_id \
         where s.organisation_id = $1 and s.person_id = $2 \
         and (r.offered_at is null or r.offered_at <= $3) \
         and (r.closure is null or r.closure <> 'undone') and {condition} \
         order by case r.state when 'closed' then 1 else 0 end, r.created_at desc, r.id, os.taken_at, os.id",
        held = meetings("m.state = 'held'"),
        to_log = meetings("m.state = 'booked' and m.starts_at + m.minutes * 60000 <= $3"),
        to_pick =
            meetings("m.state = 'proposed' and (m.proposed_by is null or m.proposed_by <> $2)"),
        proposed = meetings("m.state = 'proposed' and m.proposed_by = $2"),
    );
    let values = [organisation.into(), person.into(), now.as_millisecond().into(), value];
    let mut found: Vec<Situation> = Vec::new();
    for row in &tx.all(&sql, &values).await? {
        let id: RelationshipId = row.get("id")?;
        if found.last().is_none_or(|last| last.relationship.id != id) {
            found.extend(one(row, parts)?);
        }
        if let (Some(partner), Some(last)) = (partner_of(row)?, found.last_mut()) {
            last.partners.push(partner);
        }
    }
    Ok(found)
}

fn meetings(condition: &str) -> String {
    format!(
        "(select cast(count(*) as bigint) from meeting m where m.relationship_id = r.id and {condition})"
    )
}

/// Whoever has a seat has a part in its track; none would be a row that fell out of the database.
fn one(row: &Row, parts: &[Part]) -> Result<Option<Situation>> {
    let relationship = row::relationship(row)?;
    let Some(part) = parts.iter().find(|part| part.track == relationship.track) else {
        return Ok(None);
    };
    Ok(Some(Situation {
        design: Arc::clone(&part.design),
        programme: row.get("programme")?,
        zone: TimeZone::get(&row.get::<String>("home_zone")?).unwrap_or(TimeZone::UTC),
        role: row.get("role")?,
        reply: row.get("reply")?,
        has_left: instant(row, "left_at")?.is_some(),
        partners: Vec::new(),
        next_meeting: instant(row, "next_meeting")?,
        to_pick: row.get("to_pick")?,
        proposed: row.get("proposed")?,
        held: row.get("held")?,
        last_held: instant(row, "last_held")?,
        to_log: row.get("to_log")?,
        open_check_in: row.get::<i64>("open_check_ins")? > 0,
        agreement_version: row.get::<Option<i64>>("agreement_version")?.unwrap_or(0),
        consented_version: row.get::<Option<i64>>("consented_version")?.unwrap_or(0),
        relationship,
    }))
}

fn partner_of(row: &Row) -> Result<Option<Partner>> {
    let Some(name) = row.get::<Option<String>>("name")? else { return Ok(None) };
    let part = |column| row.get::<Option<String>>(column);
    let [job, department] = [part("job_title")?, part("department")?];
    let [site, company] = [part("site")?, part("company")?];
    Ok(Some(Partner {
        name,
        place: said::place_of([&job, &department, &site, &company]),
        zone: TimeZone::get(&row.get::<String>("time_zone")?).unwrap_or(TimeZone::UTC),
        role: row.get("partner_role")?,
        left: instant(row, "partner_left_at")?.is_some(),
        answered: row.get::<String>("partner_reply")? != "pending",
    }))
}

/// A part that a person has or had in a programme.
#[derive(Debug, Clone)]
pub struct Part {
    /// The programme.
    pub programme: String,
    /// Its name.
    pub name: String,
    /// The track.
    pub track: TrackId,
    /// The track's design, read once however many relationships hang on it.
    pub design: Arc<Design>,
    /// The role's name in the design.
    pub role: String,
    /// started, applied, approved, declined, withdrawn.
    pub state: String,
    /// How many relationships they hold in it.
    pub taken: i64,
    /// Whether the programme is closed.
    pub is_over: bool,
}

impl Part {
    /// Whether the person has it now.
    pub fn is_current(&self) -> bool {
        self.state != "withdrawn" && !self.is_over
    }
}

/// The parts that a person has or had, the newest programme first.
///
/// # Errors
/// When the database refuses it.
pub async fn parts(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Part>> {
    let sql = "select e.programme_id, g.name, g.state as programme_state, e.role, e.state, e.track_id, t.design, \
         (select cast(count(*) as bigint) from seat s where s.enrolment_id = e.id and s.left_at is null) as taken \
         from enrolment e join programme g on g.id = e.programme_id join track t on t.id = e.track_id \
         where e.organisation_id = $1 and e.person_id = $2 \
         order by g.created_at desc, e.id";
    let rows = tx.all(sql, params![organisation, person]).await?;
    rows.iter()
        .map(|row| {
            Ok(Part {
                programme: row.get("programme_id")?,
                name: row.get("name")?,
                track: row.get("track_id")?,
                design: Arc::new(row::design(row)?),
                role: row.get("role")?,
                state: row.get("state")?,
                taken: row.get("taken")?,
                is_over: row.get::<String>("programme_state")? == "closed",
            })
        })
        .collect()
}

/// Something that happened in a relationship.
#[derive(Debug, Clone)]
pub struct Happened {
    /// The fact's name.
    pub fact: String,
    /// When.
    pub at: Timestamp,
}

/// What happened in a relationship, from the beginning.
///
/// # Errors
/// When the database refuses it.
pub async fn happened(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
) -> Result<Vec<Happened>> {
    let sql = "select f.name, f.at from fact f where f.organisation_id = $1 \
         and f.subject_kind = 'relationship' and f.subject_id = $2 order by f.at, f.id";
    let rows = tx.all(sql, params![organisation, relationship]).await?;
    rows.iter()
        .map(|row| {
            let at = instant(row, "at")?.unwrap_or_default();
            Ok(Happened { fact: row.get("name")?, at })
        })
        .collect()
}
