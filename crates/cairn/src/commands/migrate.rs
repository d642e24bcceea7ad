//! `cairn migrate`: brings the database up to this program.

use std::process::ExitCode;

use anyhow::Context as _;
use db::Db;

use crate::settings::Settings;

/// Runs what is pending.
///
/// # Errors
/// When the database cannot be opened or a step is refused.
pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let db = Db::open(settings.database()).await.context("the database cannot be opened")?;
    let done = db::migrate(&db).await?;
    match done.len() {
        0 => println!("Nothing to do: the database is up to date."),
        _ => println!("Done: {}.", done.join(", ")),
    }
    Ok(ExitCode::SUCCESS)
}
