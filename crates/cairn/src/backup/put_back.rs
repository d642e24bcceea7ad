//! Putting a backup into an empty database: all of it, or nothing.

use anyhow::Context as _;
use db::{Db, Tx, copy};
use sha2::{Digest as _, Sha256};

use super::{Manifest, Sealed, manifest::Entry, seal};
use crate::refused::Refused;

/// Brings a new database to the backup's steps, loads every row in one transaction, reads all of it
/// back and compares, commits, and runs the steps that came after the backup.
///
/// # Errors
/// When the database is not empty or is ahead of the backup, the backup is of a newer program, or
/// the database refuses a row: then nothing of the backup is there.
pub async fn put_back(db: &Db, sealed: &mut Sealed) -> anyhow::Result<()> {
    let manifest = sealed.manifest.clone();
    check_steps(db, &manifest).await?;
    db::migrate_only(db, &manifest.steps).await?;
    let mut tx = db.write().await?;
    if copy::steps_done(&mut tx).await? != manifest.steps {
        return Err(Refused::new("restore-ahead").into());
    }
    let tables = copy::tables(&mut tx).await?;
    check_empty(&mut tx, &tables).await?;
    check_same(&tables, &manifest)?;
    copy::defer_references(&mut tx).await?;
    for (table, entry) in tables.iter().zip(&manifest.tables) {
        load(&mut tx, table, sealed, entry).await?;
    }
    copy::check_references(&mut tx)
        .await
        .context("rows of the backup name others that are not in it")?;
    for (table, entry) in tables.iter().zip(&manifest.tables) {
        if digest(&mut tx, table).await? != entry.sha256 {
            return Err(Refused::new("restore-differs").with("table", &table.name).into());
        }
    }
    tx.commit().await?;
    db::migrate(db).await?;
    Ok(())
}

async fn check_steps(db: &Db, manifest: &Manifest) -> anyhow::Result<()> {
    let known = db::steps(db.dialect());
    let unknown = manifest.steps.iter().find(|name| known.iter().all(|step| step.name != **name));
    match unknown {
        Some(step) => Err(Refused::new("restore-newer").with("step", step).into()),
        None => Ok(()),
    }
}

async fn check_empty(tx: &mut Tx, tables: &[copy::Table]) -> anyhow::Result<()> {
    for table in tables {
        let rows = table.count(tx).await?;
        if rows > 0 {
            return Err(Refused::new("restore-not-empty")
                .with("table", &table.name)
                .with("rows", rows)
                .into());
        }
    }
    Ok(())
}

fn check_same(tables: &[copy::Table], manifest: &Manifest) -> anyhow::Result<()> {
    let here = tables.iter().map(|table| &table.name);
    if here.ne(manifest.tables.iter().map(|entry| &entry.table)) {
        return Err(Refused::new("restore-other-tables").into());
    }
    Ok(())
}

async fn load(
    tx: &mut Tx,
    table: &copy::Table,
    sealed: &mut Sealed,
    entry: &Entry,
) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    for line in sealed.lines(entry)? {
        rows.push(table.read(&line?)?);
        if rows.len() == table.most_at_once() {
            table.insert(tx, &rows).await?;
            rows.clear();
        }
    }
    table.insert(tx, &rows).await?;
    Ok(())
}

/// The digest of a table as a backup would hold it.
async fn digest(tx: &mut Tx, table: &copy::Table) -> anyhow::Result<String> {
    let mut digest = Sha256::new();
    table
        .lines(tx, |line| {
            digest.update(line);
            digest.update(b"\n");
            Ok(())
        })
        .await?;
    Ok(seal::hex(&digest.finalize()))
}
