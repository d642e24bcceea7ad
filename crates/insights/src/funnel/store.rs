//! What the funnel reads, over all areas.

use std::collections::BTreeMap;

use db::{Result, Tx, params};
use people::{OrganisationId, ProgrammeId};

use super::Path;

/// A programme's name, and how far each person came who was invited or came by themselves. A
/// person is known by id, or by address while they are only invited.
pub(super) async fn paths(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Path>> {
    let mut paths: BTreeMap<String, Path> = BTreeMap::new();
    invited(tx, organisation, programme, &mut paths).await?;
    enrolled(tx, organisation, programme, &mut paths).await?;
    seated(tx, organisation, programme, &mut paths).await?;
    checked_in(tx, organisation, programme, &mut paths).await?;
    Ok(paths.into_values().collect())
}

type Paths = BTreeMap<String, Path>;

async fn invited(
    tx: &mut Tx,
    o: &OrganisationId,
    p: &ProgrammeId,
    paths: &mut Paths,
) -> Result<()> {
    let rows = tx
        .all(
            "select coalesce(i.person_id, known.id, i.email) as who from invitation i \
             left join person known on known.organisation_id = i.organisation_id and known.email = i.email \
             where i.organisation_id = $1 and i.programme_id = $2",
            params![o, p],
        )
        .await?;
    for row in &rows {
        paths.entry(row.get("who")?).or_default();
    }
    Ok(())
}

async fn enrolled(
    tx: &mut Tx,
    o: &OrganisationId,
    p: &ProgrammeId,
    paths: &mut Paths,
) -> Result<()> {
    let rows = tx
        .all(
            "select person_id, applied_at, state from enrolment where organisation_id = $1 and programme_id = $2",
            params![o, p],
        )
        .await?;
    for row in &rows {
        let path = paths.entry(row.get("person_id")?).or_default();
        let state: String = row.get("state")?;
        path.applied |= row.get::<Option<i64>>("applied_at")?.is_some() || state == "approved";
        path.approved |= state == "approved";
    }
    Ok(())
}

async fn seated(tx: &mut Tx, o: &OrganisationId, p: &ProgrammeId, paths: &mut Paths) -> Result<()> {
    let rows = tx
        .all(
            "select s.person_id, r.active_since, \
             cast(max(case when m.held_at is null then 0 else 1 end) as bigint) as met \
             from seat s join relationship r on r.id = s.relationship_id \
             left join meeting m on m.relationship_id = r.id and m.state = 'held' \
             where r.organisation_id = $1 and r.programme_id = $2 and coalesce(r.closure, '') <> 'undone' \
             group by s.person_id, r.id, r.active_since",
            params![o, p],
        )
        .await?;
    for row in &rows {
        let path = paths.entry(row.get("person_id")?).or_default();
        let began = row.get::<Option<i64>>("active_since")?.is_some();
        // Who was matched had been accepted then, whatever became of the enrolment since.
        (path.applied, path.approved, path.matched) = (true, true, true);
        path.began |= began;
        path.met |= began && row.get::<i64>("met")? == 1;
    }
    Ok(())
}

async fn checked_in(
    tx: &mut Tx,
    o: &OrganisationId,
    p: &ProgrammeId,
    paths: &mut Paths,
) -> Result<()> {
    let rows = tx
        .all(
            "select c.person_id, c.going from check_in c join relationship r on r.id = c.relationship_id \
             where c.organisation_id = $1 and r.programme_id = $2 and c.answered_at is not null \
             order by c.answered_at",
            params![o, p],
        )
        .await?;
    for row in &rows {
        let path = paths.entry(row.get("person_id")?).or_default();
        path.well = row.get::<Option<i64>>("going")?.is_some_and(|going| going >= 4);
    }
    Ok(())
}

/// The programme's name, and how many check-ins were asked and answered.
pub(super) async fn about(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Option<(String, u32, u32)>> {
    let row = tx
        .find(
            "select p.name, cast(count(c.id) as bigint) as asked, \
             cast(count(c.answered_at) as bigint) as answered from programme p \
             left join relationship r on r.programme_id = p.id \
             left join check_in c on c.relationship_id = r.id \
             where p.organisation_id = $1 and p.id = $2 group by p.id, p.name",
            params![organisation, programme],
        )
        .await?;
    row.map(|row| Ok((row.get("name")?, row.get("asked")?, row.get("answered")?))).transpose()
}
