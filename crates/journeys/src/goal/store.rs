//! Every query about goals and their steps.

use db::{Result, Row, Tx, params};
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::{
    GoalId, StepId,
    model::{Audience, Goal, Step},
};

const COLUMNS: &str = "g.id, g.organisation_id, g.relationship_id, g.title, g.why, g.due_on, \
    g.audience, g.created_by, g.reached_at, g.deleted_at, \
    s.id as step_id, s.position, s.words as step_words, s.due_on as step_due_on, s.done_at";

/// The goals of a relationship that a person may see: open ones first, the most urgent first.
///
/// # Errors
/// When the database refuses it.
pub async fn visible(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
    person: &PersonId,
) -> Result<Vec<Goal>> {
    let sql = format!(
        "select {COLUMNS} from goal g left join goal_step s on s.goal_id = g.id \
         where g.organisation_id = $1 and g.relationship_id = $2 and g.deleted_at is null \
         and (g.audience <> 'only_me' or g.created_by = $3) \
         order by case when g.reached_at is null then 0 else 1 end, \
         case when g.due_on is null then 1 else 0 end, g.due_on, g.created_at, g.id, s.position, s.id"
    );
    gather(&tx.all(&sql, params![organisation, relationship, person]).await?)
}

/// A goal, also one that was taken away.
///
/// # Errors
/// When the database refuses it.
pub async fn find(tx: &mut Tx, organisation: &OrganisationId, id: &GoalId) -> Result<Option<Goal>> {
    let sql = format!(
        "select {COLUMNS} from goal g left join goal_step s on s.goal_id = g.id \
         where g.organisation_id = $1 and g.id = $2 order by s.position, s.id"
    );
    Ok(gather(&tx.all(&sql, params![organisation, id]).await?)?.pop())
}

/// Holds a goal for a change: others wait until this transaction has ended.
///
/// # Errors
/// When the database refuses it.
pub async fn hold(tx: &mut Tx, organisation: &OrganisationId, id: &GoalId) -> Result<Option<Goal>> {
    let sql = format!(
        "select g.id from goal g where g.organisation_id = $1 and g.id = $2{}",
        tx.dialect().lock()
    );
    if tx.find(&sql, params![organisation, id]).await?.is_none() {
        return Ok(None);
    }
    find(tx, organisation, id).await
}

/// Writes a new goal with its steps.
///
/// # Errors
/// When the database refuses it.
pub async fn insert(tx: &mut Tx, new: &Goal, now: Timestamp) -> Result<()> {
    tx.run(
        "insert into goal (id, organisation_id, relationship_id, title, why, due_on, audience, \
         created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            &new.id,
            &new.organisation,
            &new.relationship,
            &new.title,
            &new.why,
            new.due_on.map(|day| day.to_string()),
            new.audience.word(),
            &new.created_by,
            now.as_millisecond()
        ],
    )
    .await?;
    for step in &new.steps {
        insert_step(tx, &new.id, step).await?;
    }
    Ok(())
}

/// Writes what changed about a goal itself.
///
/// # Errors
/// When the database refuses it.
pub async fn save(tx: &mut Tx, is: &Goal) -> Result<()> {
    tx.run(
        "update goal set title = $3, why = $4, due_on = $5, audience = $6, reached_at = $7, \
         deleted_at = $8 where organisation_id = $1 and id = $2",
        params![
            &is.organisation,
            &is.id,
            &is.title,
            &is.why,
            is.due_on.map(|day| day.to_string()),
            is.audience.word(),
            is.reached_at.map(Timestamp::as_millisecond),
            is.deleted_at.map(Timestamp::as_millisecond)
        ],
    )
    .await
    .map(drop)
}

/// Adds a step.
///
/// # Errors
/// When the database refuses it.
pub async fn insert_step(tx: &mut Tx, goal: &GoalId, step: &Step) -> Result<()> {
    tx.run(
        "insert into goal_step (id, goal_id, position, words, due_on) values ($1, $2, $3, $4, $5)",
        params![&step.id, goal, step.position, &step.words, step.due_on.map(|day| day.to_string())],
    )
    .await
    .map(drop)
}

/// Ticks a step, or unticks it.
///
/// # Errors
/// When the database refuses it.
pub async fn tick(tx: &mut Tx, goal: &GoalId, step: &StepId, at: Option<Timestamp>) -> Result<()> {
    let sql = "update goal_step set done_at = $3 where goal_id = $1 and id = $2";
    tx.run(sql, params![goal, step, at.map(Timestamp::as_millisecond)]).await.map(drop)
}

/// Puts a step at a place.
///
/// # Errors
/// When the database refuses it.
pub async fn place(tx: &mut Tx, goal: &GoalId, step: &StepId, position: i64) -> Result<()> {
    let sql = "update goal_step set position = $3 where goal_id = $1 and id = $2";
    tx.run(sql, params![goal, step, position]).await.map(drop)
}

/// Removes a step.
///
/// # Errors
/// When the database refuses it.
pub async fn remove_step(tx: &mut Tx, goal: &GoalId, step: &StepId) -> Result<()> {
    tx.run("delete from goal_step where goal_id = $1 and id = $2", params![goal, step])
        .await
        .map(drop)
}

fn gather(rows: &[Row]) -> Result<Vec<Goal>> {
    let mut goals: Vec<Goal> = Vec::new();
    for row in rows {
        let id: GoalId = row.get("id")?;
        if goals.last().is_none_or(|last| last.id != id) {
            goals.push(read(row)?);
        }
        if let (Some(step), Some(goal)) = (read_step(row)?, goals.last_mut()) {
            goal.steps.push(step);
        }
    }
    Ok(goals)
}

fn read(row: &Row) -> Result<Goal> {
    Ok(Goal {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        relationship: row.get("relationship_id")?,
        title: row.get("title")?,
        why: row.get("why")?,
        due_on: day(row.get("due_on")?),
        audience: Audience::of_word(&row.get::<String>("audience")?),
        created_by: row.get("created_by")?,
        reached_at: moment(row.get("reached_at")?),
        deleted_at: moment(row.get("deleted_at")?),
        steps: Vec::new(),
    })
}

fn read_step(row: &Row) -> Result<Option<Step>> {
    let Some(id) = row.get::<Option<StepId>>("step_id")? else { return Ok(None) };
    Ok(Some(Step {
        id,
        position: row.get("position")?,
        words: row.get("step_words")?,
        due_on: day(row.get("step_due_on")?),
        done_at: moment(row.get("done_at")?),
    }))
}

fn day(text: Option<String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

fn moment(ms: Option<i64>) -> Option<Timestamp> {
    ms.and_then(|ms| Timestamp::from_millisecond(ms).ok())
}
