//! Migrations: `migrations/0007_goal/up.sql` when one text serves both databases, `sqlite.sql` and
//! `postgres.sql` when not. Each step runs in its own transaction, once.

use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};

use crate::{Db, Dialect, Error, Result, Tx, params};

static MIGRATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../migrations");

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The folder's name, as `0007_goal`.
    pub name: String,
    sql: &'static str,
}

impl Step {
    fn digest(&self) -> String {
        hex::encode(Sha256::digest(self.sql))
    }
}

/// All steps for a database, in order.
#[must_use]
pub fn steps(dialect: Dialect) -> Vec<Step> {
    let own = match dialect {
        Dialect::Sqlite => "sqlite.sql",
        Dialect::Postgres => "postgres.sql",
    };
    let mut steps: Vec<Step> = MIGRATIONS
        .dirs()
        .filter_map(|folder| {
            let text = |name: &str| folder.get_file(folder.path().join(name))?.contents_utf8();
            let sql = text("up.sql").or_else(|| text(own))?;
            Some(Step { name: folder.path().display().to_string(), sql })
        })
        .collect();
    steps.sort_by(|a, b| a.name.cmp(&b.name));
    steps
}

/// The steps that have not run here yet.
///
/// # Errors
/// When the database cannot be read, a step was changed after it ran, or is from a newer program.
pub async fn pending(db: &Db) -> Result<Vec<Step>> {
    let mut tx = db.read().await?;
    let tables = tx.all(db.dialect().tables(), &[]).await?;
    for table in tables {
        if table.get::<String>("name")? == "schema_step" {
            return compare(&mut tx).await;
        }
    }
    Ok(steps(db.dialect()))
}

/// Runs all pending steps and gives their names.
///
/// # Errors
/// As [`pending`], and when a step is refused; the steps before it stay.
pub async fn run(db: &Db) -> Result<Vec<String>> {
    run_those(db, |_| true).await
}

/// Runs the pending steps among those named: how a database comes to the state of an older backup.
///
/// # Errors
/// As [`run`].
pub async fn run_only(db: &Db, names: &[String]) -> Result<Vec<String>> {
    run_those(db, |step| names.contains(&step.name)).await
}

async fn run_those(db: &Db, wanted: impl Fn(&Step) -> bool) -> Result<Vec<String>> {
    let mut tx = begin(db).await?;
    tx.script(
        "create table if not exists schema_step (\
         name text primary key not null, digest text not null)",
    )
    .await?;
    tx.commit().await?;
    let mut done = Vec::new();
    loop {
        let mut tx = begin(db).await?;
        let next = compare(&mut tx).await?.into_iter().find(&wanted);
        let Some(step) = next else { return Ok(done) };
        tx.script(step.sql).await?;
        tx.run(
            "insert into schema_step (name, digest) values ($1, $2)",
            params![&step.name, step.digest()],
        )
        .await?;
        tx.commit().await?;
        tracing::info!(step = %step.name, "migrated");
        done.push(step.name);
    }
}

async fn begin(db: &Db) -> Result<Tx> {
    let mut tx = db.write().await?;
    if let Some(lock) = db.dialect().migration_lock() {
        tx.script(lock).await?;
    }
    Ok(tx)
}

async fn compare(tx: &mut Tx) -> Result<Vec<Step>> {
    let mut steps = steps(tx.dialect());
    for row in tx.all("select name, digest from schema_step order by name", &[]).await? {
        let name: String = row.get("name")?;
        let Some(at) = steps.iter().position(|s| s.name == name) else {
            return Err(Error::FromTheFuture(name));
        };
        if steps.remove(at).digest() != row.get::<String>("digest")? {
            return Err(Error::ChangedStep(name));
        }
    }
    Ok(steps)
}
