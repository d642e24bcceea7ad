//! `cairn backup`: everything in one file, while the product runs.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use db::Db;
use jobs::Seam;
use words::{Language, say};

use crate::{backup, settings::Settings};

/// The arguments of `cairn backup`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to write; it must not be there yet
    file: PathBuf,
}

/// Takes a backup.
///
/// # Errors
/// When the database or the file refuse.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let db =
        Db::open_existing(settings.database()).await.context("the database cannot be opened")?;
    let manifest = backup::take(&db, &args.file, Seam::real().now()).await?;
    db.close().await;
    let said = [
        ("file", args.file.display().to_string().into()),
        ("rows", manifest.rows().to_string().into()),
        ("tables", manifest.tables.len().to_string().into()),
    ];
    println!("{}", say(Language::English, "backup-done", &said));
    Ok(ExitCode::SUCCESS)
}
