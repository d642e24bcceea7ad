//! Every query about plans of speed rounds and about who would like to go on with whom.

use std::collections::BTreeSet;

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};

use super::{PlanId, model::Plan};
use crate::TrackId;

/// A plan with what stands around it.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Which.
    pub id: PlanId,
    /// Its track.
    pub track: TrackId,
    /// The plan.
    pub plan: Plan,
    /// How often it was changed.
    pub version: i64,
    /// When everybody was sent their list.
    pub told_at: Option<Timestamp>,
    /// When all rounds were over.
    pub ended_at: Option<Timestamp>,
}

/// The newest plan of a programme.
///
/// # Errors
/// When the database refuses it.
pub async fn newest(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Option<Stored>> {
    let sql = "select id, track_id, plan, version, told_at, ended_at from table_plan \
         where organisation_id = $1 and programme_id = $2 order by created_at desc, id desc limit 1";
    tx.find(sql, params![organisation, programme]).await?.as_ref().map(read).transpose()
}

/// Writes a new plan.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    new: &Stored,
    by: &PersonId,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "insert into table_plan (id, organisation_id, programme_id, track_id, plan, version, created_by, \
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &new.id,
            organisation,
            programme,
            &new.track,
            text_of(&new.plan),
            new.version,
            by,
            now.as_millisecond()
        ],
    )
    .await
    .map(drop)
}

/// Keeps a changed plan, unless somebody else was faster. Tells whether it was kept.
///
/// # Errors
/// When the database refuses it.
pub async fn keep(
    tx: &mut Tx,
    organisation: &OrganisationId,
    was: &Stored,
    plan: &Plan,
    now: Timestamp,
) -> Result<bool> {
    let ended = plan.sitting.is_over().then(|| now.as_millisecond());
    let kept = tx
        .run(
            "update table_plan set plan = $3, version = version + 1, ended_at = $5 \
             where organisation_id = $1 and id = $2 and version = $4",
            params![organisation, &was.id, text_of(plan), was.version, ended],
        )
        .await?;
    Ok(kept == 1)
}

/// Notes that everybody was sent their list.
///
/// # Errors
/// When the database refuses it.
pub async fn note_told(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &PlanId,
    now: Timestamp,
) -> Result<()> {
    let sql = "update table_plan set told_at = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, now.as_millisecond()]).await.map(drop)
}

/// Throws a plan away that nobody has been told of.
///
/// # Errors
/// When the database refuses it.
pub async fn discard(tx: &mut Tx, organisation: &OrganisationId, id: &PlanId) -> Result<bool> {
    let sql = "delete from table_plan where organisation_id = $1 and id = $2 and told_at is null \
         and ended_at is null";
    Ok(tx.run(sql, params![organisation, id]).await? == 1)
}

/// Who sat with whom at events of a track that are over, the one who gives first.
///
/// # Errors
/// When the database refuses it.
pub async fn met_at_earlier_events(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<BTreeSet<(String, String)>> {
    let sql = "select id, track_id, plan, version, told_at, ended_at from table_plan \
         where organisation_id = $1 and track_id = $2 and ended_at is not null";
    let mut met = BTreeSet::new();
    for row in &tx.all(sql, params![organisation, track]).await? {
        let sitting = read(row)?.plan.sitting;
        for (giver, receiver) in sitting.rounds.iter().flatten() {
            let of = |all: &[super::model::Guest], at: u32| {
                all.get(at as usize).map(|guest| guest.person.clone())
            };
            met.extend(of(&sitting.givers, *giver).zip(of(&sitting.receivers, *receiver)));
        }
    }
    Ok(met)
}

/// With whom somebody would like to go on.
///
/// # Errors
/// When the database refuses it.
pub async fn wishes(
    tx: &mut Tx,
    organisation: &OrganisationId,
    plan: &PlanId,
    person: &PersonId,
) -> Result<BTreeSet<String>> {
    let sql = "select wished_id from meet_again \
         where organisation_id = $1 and plan_id = $2 and person_id = $3";
    let rows = tx.all(sql, params![organisation, plan, person]).await?;
    rows.iter().map(|row| row.get("wished_id")).collect()
}

/// Writes a wish. Wishing again changes nothing.
///
/// # Errors
/// When the database refuses it.
pub async fn wish(
    tx: &mut Tx,
    organisation: &OrganisationId,
    plan: &PlanId,
    person: &PersonId,
    wished: &str,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "insert into meet_again (plan_id, organisation_id, person_id, wished_id, wished_at) \
         values ($1, $2, $3, $4, $5) on conflict (plan_id, person_id, wished_id) do nothing",
        params![plan, organisation, person, wished, now.as_millisecond()],
    )
    .await
    .map(drop)
}

/// Takes a wish back.
///
/// # Errors
/// When the database refuses it.
pub async fn unwish(
    tx: &mut Tx,
    organisation: &OrganisationId,
    plan: &PlanId,
    person: &PersonId,
    wished: &str,
) -> Result<()> {
    let sql = "delete from meet_again where organisation_id = $1 and plan_id = $2 \
         and person_id = $3 and wished_id = $4";
    tx.run(sql, params![organisation, plan, person, wished]).await.map(drop)
}

/// Whether two people are together in a track, or have been asked whether they want to be.
///
/// # Errors
/// When the database refuses it.
pub async fn are_together(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    one: &str,
    other: &str,
) -> Result<bool> {
    let sql = "select r.id from relationship r join seat a on a.relationship_id = r.id and a.person_id = $3 \
         join seat b on b.relationship_id = r.id and b.person_id = $4 \
         where r.organisation_id = $1 and r.track_id = $2 limit 1";
    Ok(tx.find(sql, params![organisation, track, one, other]).await?.is_some())
}

fn read(row: &Row) -> Result<Stored> {
    let text: String = row.get("plan")?;
    let wrong = |e: serde_json::Error| db::Error::Column {
        column: "plan".to_owned(),
        reason: e.to_string(),
    };
    let moment = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    Ok(Stored {
        id: row.get("id")?,
        track: row.get("track_id")?,
        plan: serde_json::from_str(&text).map_err(wrong)?,
        version: row.get("version")?,
        told_at: row.get::<Option<i64>>("told_at")?.map(moment),
        ended_at: row.get::<Option<i64>>("ended_at")?.map(moment),
    })
}

fn text_of(plan: &Plan) -> String {
    // Plain values and lists: there is nothing in it that JSON cannot hold.
    serde_json::to_string(plan).unwrap_or_default()
}
