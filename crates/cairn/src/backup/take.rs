//! Taking a backup while others write.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use db::{Db, Tx, copy};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Manifest,
    manifest::{self, Entry, FORMAT, VERSION},
    seal,
};
use crate::refused::Refused;

/// Writes a backup of one moment to a new file. Until it is complete it stands beside, under a
/// name of its own, so that a file of this name is always a whole backup.
///
/// # Errors
/// When the file is there already or cannot be written, or the database refuses.
pub async fn take(db: &Db, to: &Path, now: Timestamp) -> anyhow::Result<Manifest> {
    if to.exists() {
        return Err(Refused::new("backup-exists").with("file", to.display()).into());
    }
    if copy::steps_done(&mut db.read().await?).await?.is_empty() {
        return Err(Refused::new("backup-nothing").into());
    }
    let beside = beside(to);
    let taken = write(db, &beside, now).await;
    match taken {
        Ok(manifest) => {
            std::fs::rename(&beside, to)
                .with_context(|| format!("{} cannot be written", to.display()))?;
            sync_folder(to);
            Ok(manifest)
        }
        Err(error) => {
            // What could be written of it is of no use to anybody.
            let _ = std::fs::remove_file(&beside);
            Err(error)
        }
    }
}

async fn write(db: &Db, to: &Path, now: Timestamp) -> anyhow::Result<Manifest> {
    // Everybody's data stands in it: nobody else on the machine may read it.
    let file =
        OpenOptions::new().read(true).write(true).create(true).truncate(true).mode(0o600).open(to);
    let file = file.with_context(|| format!("{} cannot be written", to.display()))?;
    let mut archive = ZipWriter::new(BufWriter::new(file));
    let mut tx = db.snapshot().await?;
    let mut entries = Vec::new();
    for table in copy::tables(&mut tx).await? {
        entries.push(one(&mut archive, &mut tx, &table).await?);
    }
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        cairn: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_string(),
        steps: copy::steps_done(&mut tx).await?,
        tables: entries,
    };
    drop(tx);
    archive.start_file(manifest::NAME, options())?;
    serde_json::to_writer_pretty(&mut archive, &manifest)?;
    archive.set_comment(seal::BLANK)?;
    let mut file = archive.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    seal::seal(&mut file)?;
    file.sync_all()?;
    Ok(manifest)
}

async fn one(
    archive: &mut ZipWriter<BufWriter<File>>,
    tx: &mut Tx,
    table: &copy::Table,
) -> anyhow::Result<Entry> {
    let mut entry = Entry { table: table.name.clone(), rows: 0, sha256: String::new() };
    archive.start_file(entry.file(), options())?;
    let mut digest = Sha256::new();
    table
        .lines(tx, |line| {
            entry.rows += 1;
            for part in [line.as_bytes(), b"\n"] {
                digest.update(part);
                archive.write_all(part)?;
            }
            Ok(())
        })
        .await?;
    entry.sha256 = seal::hex(&digest.finalize());
    Ok(entry)
}

fn options() -> SimpleFileOptions {
    // Tables of large organisations exceed 4 GiB before they are compressed.
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true)
}

fn beside(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    to.with_file_name(name)
}

/// The new name must outlive a power cut as the bytes do. Where folders cannot be synced it is
/// the file system's to care.
fn sync_folder(file: &Path) {
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
