//! `cairn restore`: a backup into an empty database, of either kind.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use db::Db;
use words::{Language, say};

use crate::{
    backup::{self, Sealed},
    settings::Settings,
};

/// The arguments of `cairn restore`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The backup
    file: PathBuf,
    /// Check the file and stop, without touching a database
    #[arg(long)]
    check: bool,
}

/// Checks the whole file, then restores.
///
/// # Errors
/// When the file is damaged or the database is not empty or refuses.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let mut sealed = Sealed::open(&args.file)?;
    let manifest = &sealed.manifest;
    let said = [
        ("file", args.file.display().to_string().into()),
        ("rows", manifest.rows().to_string().into()),
        ("tables", manifest.tables.len().to_string().into()),
        ("made", manifest.made_at.clone().into()),
    ];
    if args.check {
        println!("{}", say(Language::English, "restore-checked", &said));
        return Ok(ExitCode::SUCCESS);
    }
    let db = Db::open(settings.database()).await.context("the database cannot be opened")?;
    backup::put_back(&db, &mut sealed).await?;
    db.close().await;
    println!("{}", say(Language::English, "restore-done", &said));
    Ok(ExitCode::SUCCESS)
}
