//! The queue's rows.

use db::{Result, Tx, params};
use jiff::Timestamp;
use serde_json::Value;

use crate::Seam;

/// The kind of job that runs the reactions to a fact.
pub const REACT: &str = "react";

/// A job to be done.
#[derive(Debug, Clone)]
pub struct NewJob<'a> {
    /// Which handler does it.
    pub kind: &'a str,
    /// What the handler needs to know: ids, never texts.
    pub data: Value,
    /// Not before this.
    pub run_at: Timestamp,
    /// A second job of the same key is not added while the first waits.
    pub unique_key: Option<String>,
}

/// Adds a job. It runs when the transaction is committed and its time has come. Gives false when
/// a job of the same key waits already.
///
/// # Errors
/// When the database refuses it.
pub async fn add(tx: &mut Tx, seam: &Seam, job: NewJob<'_>) -> Result<bool> {
    let added = tx
        .run(
            "insert into job (id, kind, data, unique_key, run_at, attempts) \
             values ($1, $2, $3, $4, $5, 0) on conflict do nothing",
            params![
                seam.id(),
                job.kind,
                job.data.to_string(),
                job.unique_key,
                job.run_at.as_millisecond()
            ],
        )
        .await?;
    Ok(added == 1)
}

/// Adds a recurring job's next turn unless one waits: called at the start for each of them.
///
/// # Errors
/// When the database refuses it.
pub async fn ensure(tx: &mut Tx, seam: &Seam, kind: &str, run_at: Timestamp) -> Result<bool> {
    let unique_key = Some(format!("every:{kind}"));
    add(tx, seam, NewJob { kind, data: Value::Null, run_at, unique_key }).await
}

/// Queues a recurring job's next turn from within its own: its key is still taken by the turn that
/// runs, and passes on.
///
/// # Errors
/// When the database refuses it.
pub async fn again(tx: &mut Tx, seam: &Seam, kind: &str, run_at: Timestamp) -> Result<()> {
    let key = format!("every:{kind}");
    tx.run(
        "update job set unique_key = null where unique_key = $1 and done_at is null",
        params![&key],
    )
    .await?;
    ensure(tx, seam, kind, run_at).await.map(drop)
}

/// Removes jobs that were done before a time.
///
/// # Errors
/// When the database refuses it.
pub async fn forget_done_before(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    tx.run("delete from job where done_at < $1", params![before.as_millisecond()]).await
}

/// Takes back a job that has not begun.
///
/// # Errors
/// When the database refuses it.
pub async fn cancel(tx: &mut Tx, unique_key: &str) -> Result<()> {
    tx.run(
        "delete from job where unique_key = $1 and done_at is null and failed_at is null",
        params![unique_key],
    )
    .await?;
    Ok(())
}

/// How the queue stands.
#[derive(Debug, Clone)]
pub struct Backlog {
    /// Jobs that could run now.
    pub due: i64,
    /// Since when the oldest of them could.
    pub oldest: Option<Timestamp>,
    /// Jobs that failed for good.
    pub failed: i64,
}

/// How the queue stands.
///
/// # Errors
/// When the database refuses it.
pub async fn backlog(tx: &mut Tx, now: Timestamp) -> Result<Backlog> {
    let row = tx
        .one(
            "select cast(count(*) as bigint) as due, min(run_at) as oldest, \
             (select cast(count(*) as bigint) from job where failed_at is not null) as failed \
             from job where done_at is null and failed_at is null and run_at <= $1",
            params![now.as_millisecond()],
        )
        .await?;
    let oldest: Option<i64> = row.get("oldest")?;
    Ok(Backlog {
        due: row.get("due")?,
        oldest: oldest.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
        failed: row.get("failed")?,
    })
}

/// Gives jobs that failed for good another series of attempts; not where a job of the same key
/// waits by now. Gives how many.
///
/// # Errors
/// When the database refuses it.
pub async fn try_failed_again(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.run(
        "update job set failed_at = null, attempts = 0, run_at = $1 where failed_at is not null \
         and (unique_key is null or not exists (select 1 from job w where w.unique_key = job.unique_key \
         and w.id <> job.id))",
        params![now.as_millisecond()],
    )
    .await
}
