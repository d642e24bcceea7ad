//! Every query of the export but those of single tracks. Dates and counts of relationships, no content.

use std::collections::BTreeSet;

use db::{Result, Tx, params};
use people::{OrganisationId, PersonId, ProgrammeId};

use super::table::{Kind, Kind::*, Table, table};

type Columns = &'static [(&'static str, Kind)];

/// `$1` is the organisation, `$2` a programme or nothing.
const TABLES: &[(&str, Columns, &str)] = &[
    (
        "programmes",
        &[
            ("programme", Text),
            ("name", Text),
            ("state", Text),
            ("opens_on", Text),
            ("closes_on", Text),
            ("starts_on", Text),
            ("ends_on", Text),
            ("created_at", At),
            ("closed_at", At),
        ],
        "select g.id as programme, g.name, g.state, g.opens_on, g.closes_on, g.starts_on, g.ends_on, \
         g.created_at, g.closed_at from programme g \
         where g.organisation_id = $1 and g.id = coalesce($2, g.id) order by g.created_at, g.id",
    ),
    (
        "tracks",
        &[("track", Text), ("programme", Text), ("name", Text), ("design_version", Whole)],
        "select t.id as track, t.programme_id as programme, t.name, t.design_version from track t \
         where t.organisation_id = $1 and t.programme_id = coalesce($2, t.programme_id) \
         order by t.created_at, t.id",
    ),
    (
        "enrolments",
        &[
            ("programme", Text),
            ("track", Text),
            ("person", Text),
            ("name", Text),
            ("role", Text),
            ("state", Text),
            ("door", Text),
            ("capacity", Whole),
            ("paused_until", Text),
            ("created_at", At),
            ("applied_at", At),
            ("decided_at", At),
            ("withdrawn_at", At),
        ],
        "select e.programme_id as programme, e.track_id as track, \
         coalesce(p.outside_key, p.email, p.id) as person, p.name, e.role, e.state, e.door, e.capacity, \
         e.paused_until, e.created_at, e.applied_at, e.decided_at, e.withdrawn_at \
         from enrolment e join person p on p.id = e.person_id \
         where e.organisation_id = $1 and e.programme_id = coalesce($2, e.programme_id) \
         order by e.programme_id, p.name, p.id, e.role",
    ),
    (
        "answers",
        &[
            ("programme", Text),
            ("track", Text),
            ("person", Text),
            ("role", Text),
            ("question", Text),
            ("audience", Text),
            ("answer", Text),
            ("answered_at", At),
        ],
        "select e.programme_id as programme, e.track_id as track, \
         coalesce(p.outside_key, p.email, p.id) as person, e.role, a.question, a.audience, \
         a.value as answer, a.answered_at \
         from answer a join enrolment e on e.id = a.enrolment_id join person p on p.id = e.person_id \
         where e.organisation_id = $1 and e.programme_id = coalesce($2, e.programme_id) \
         and a.audience in ('partners', 'coordinator') \
         order by e.programme_id, p.name, p.id, e.role, a.question",
    ),
    (
        "relationships",
        &[
            ("relationship", Text),
            ("programme", Text),
            ("track", Text),
            ("state", Text),
            ("score", Real),
            ("offered_at", At),
            ("active_since", At),
            ("ends_on", Text),
            ("paused_until", Text),
            ("closed_at", At),
            ("closure", Text),
            ("meetings_held", Whole),
            ("last_meeting", At),
        ],
        "select r.id as relationship, r.programme_id as programme, r.track_id as track, r.state, r.score, \
         r.offered_at, r.active_since, r.ends_on, r.paused_until, r.closed_at, r.closure, \
         (select cast(count(*) as bigint) from meeting m where m.relationship_id = r.id and m.state = 'held') \
         as meetings_held, \
         (select max(m.starts_at) from meeting m where m.relationship_id = r.id and m.state = 'held') \
         as last_meeting from relationship r \
         where r.organisation_id = $1 and r.programme_id = coalesce($2, r.programme_id) \
         order by r.created_at, r.id",
    ),
    (
        "seats",
        &[
            ("relationship", Text),
            ("person", Text),
            ("name", Text),
            ("role", Text),
            ("reply", Text),
            ("taken_at", At),
            ("left_at", At),
        ],
        "select s.relationship_id as relationship, coalesce(p.outside_key, p.email, p.id) as person, p.name, \
         s.role, s.reply, s.taken_at, s.left_at \
         from seat s join relationship r on r.id = s.relationship_id join person p on p.id = s.person_id \
         where r.organisation_id = $1 and r.programme_id = coalesce($2, r.programme_id) \
         order by r.created_at, r.id, s.taken_at, s.id",
    ),
];

/// All tables but those of people.
pub(super) async fn tables(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
) -> Result<Vec<Table>> {
    let mut tables = Vec::with_capacity(TABLES.len());
    for (name, columns, sql) in TABLES {
        let rows = tx.all(sql, params![organisation, programme]).await?;
        tables.push(table(name, columns, &rows)?);
    }
    Ok(tables)
}

/// The programmes that are taken along.
pub(super) async fn programmes(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
) -> Result<Vec<ProgrammeId>> {
    let sql = "select id from programme where organisation_id = $1 and id = coalesce($2, id) \
         order by created_at, id";
    let rows = tx.all(sql, params![organisation, programme]).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Those who had a part in a programme.
pub(super) async fn people_of(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<BTreeSet<PersonId>> {
    let sql =
        "select distinct person_id from enrolment where organisation_id = $1 and programme_id = $2";
    let rows = tx.all(sql, params![organisation, programme]).await?;
    rows.iter().map(|row| row.get("person_id")).collect()
}
