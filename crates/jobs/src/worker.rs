//! Doing what is queued, once.

use std::{collections::BTreeMap, pin::Pin, sync::Arc};

use db::{Db, Result, Tx, params};
use serde_json::Value;

use crate::Seam;

/// Why a job was not done.
#[derive(Debug)]
pub enum Trouble {
    /// It may work later.
    Retry(String),
    /// It never will: somebody has to look.
    GiveUp(String),
}

impl From<db::Error> for Trouble {
    fn from(error: db::Error) -> Self {
        Self::Retry(error.to_string())
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self::GiveUp(error.to_string())
    }
}

/// Does one kind of job inside the transaction that also marks it done. `C` is what the roof
/// hands to all handlers.
pub type Handler<C> = Box<
    dyn for<'a> Fn(
            &'a C,
            &'a mut Tx,
            &'a Value,
        ) -> Pin<Box<dyn Future<Output = Result<(), Trouble>> + Send + 'a>>
        + Send
        + Sync,
>;

/// Runs due jobs. Any number of workers may share a queue.
pub struct Worker<C> {
    db: Db,
    seam: Seam,
    context: Arc<C>,
    handlers: BTreeMap<&'static str, Handler<C>>,
}

impl<C> std::fmt::Debug for Worker<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").field("kinds", &self.handlers.keys()).finish_non_exhaustive()
    }
}

const LEASE_MS: i64 = 120_000;
const MOST_ATTEMPTS: i64 = 12;

struct Claimed {
    id: String,
    kind: String,
    data: Value,
    attempts: i64,
    leased_until: i64,
}

impl<C: Send + Sync> Worker<C> {
    /// A worker with its table of handlers.
    #[must_use]
    pub fn new(
        db: Db,
        seam: Seam,
        context: Arc<C>,
        handlers: BTreeMap<&'static str, Handler<C>>,
    ) -> Self {
        Self { db, seam, context, handlers }
    }

    /// Runs jobs until none is due, and tells how many it ran.
    ///
    /// # Errors
    /// When the queue itself cannot be read or written.
    pub async fn run_due(&self) -> Result<usize> {
        let mut count = 0;
        while let Some(job) = self.claim().await? {
            self.run(job).await?;
            count += 1;
        }
        Ok(count)
    }

    async fn claim(&self) -> Result<Option<Claimed>> {
        let now = self.seam.now_ms();
        let mut tx = self.db.read().await?;
        let due = "select id from job where done_at is null and failed_at is null \
                   and run_at <= $1 and (leased_until is null or leased_until < $1) \
                   order by run_at, id limit 1";
        // Looking is free; only a due job takes the one writer of SQLite.
        if tx.find(due, params![now]).await?.is_none() {
            return Ok(None);
        }
        drop(tx);
        let mut tx = self.db.write().await?;
        let due = format!("{due}{}", tx.dialect().claim());
        let Some(row) = tx.find(&due, params![now]).await? else { return Ok(None) };
        let id: String = row.get("id")?;
        let leased_until = now + LEASE_MS;
        let row = tx
            .one(
                "update job set leased_until = $2, attempts = attempts + 1 where id = $1 \
                 returning id, kind, data, attempts",
                params![&id, leased_until],
            )
            .await?;
        let data: String = row.get("data")?;
        let claimed = Claimed {
            id,
            kind: row.get("kind")?,
            data: serde_json::from_str(&data).unwrap_or(Value::Null),
            attempts: row.get("attempts")?,
            leased_until,
        };
        tx.commit().await?;
        Ok(Some(claimed))
    }

    async fn run(&self, job: Claimed) -> Result<()> {
        let Some(handler) = self.handlers.get(job.kind.as_str()) else {
            return self.failed(&job, "no handler knows this kind", true).await;
        };
        let mut tx = self.db.write().await?;
        match handler(&self.context, &mut tx, &job.data).await {
            Ok(()) => {
                let mine = tx
                    .run(
                        "update job set done_at = $3, leased_until = null \
                         where id = $1 and leased_until = $2 and done_at is null",
                        params![&job.id, job.leased_until, self.seam.now_ms()],
                    )
                    .await?;
                // Another worker took it over after the lease: its effect counts, ours is undone.
                if mine == 1 { tx.commit().await } else { Ok(()) }
            }
            Err(trouble) => {
                drop(tx);
                let (why, for_good) = match trouble {
                    Trouble::Retry(why) => (why, job.attempts >= MOST_ATTEMPTS),
                    Trouble::GiveUp(why) => (why, true),
                };
                self.failed(&job, &why, for_good).await
            }
        }
    }

    async fn failed(&self, job: &Claimed, why: &str, for_good: bool) -> Result<()> {
        tracing::warn!(job = %job.id, kind = %job.kind, why, for_good, "a job failed");
        let now = self.seam.now_ms();
        let wait_ms = 5_000_i64 << job.attempts.clamp(0, 12);
        let mut tx = self.db.write().await?;
        tx.run(
            "update job set leased_until = null, last_error = $2, run_at = $3, failed_at = $4 where id = $1",
            params![&job.id, why, now + wait_ms, for_good.then_some(now)],
        )
        .await?;
        tx.commit().await
    }
}
