//! `cairn export`: what an organisation may take along, as a zip of spreadsheets and JSON.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use insights::export::{self, Export};
use people::directory::PeopleExported;
use words::{Language, say};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::organisation::{home, programme};
use crate::{refused::Refused, serve, settings::Settings};

/// What to export, and where to.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The zip file to write; it must not be there yet
    file: PathBuf,
    /// Only this programme and those who had a part in it: its id, or its name
    #[arg(long, value_name = "ID|NAME")]
    programme: Option<String>,
}

/// Writes the file. That it was written is recorded, like an export on the pages.
///
/// # Errors
/// When the programme is not there, or the database or the file refuse.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let app = serve::open(settings, false, String::new()).await?;
    let home = home(&app).await?;
    let programme = match &args.programme {
        Some(named) => Some(programme(&app, &home, named).await?.id),
        None => None,
    };
    let mut tx = app.db.write().await?;
    let export = export::gather(&mut tx, &home.id, programme.as_ref()).await?;
    let fact = PeopleExported { organisation: home.id.clone(), people: export.people() };
    jobs::record(&mut tx, &app.seam, home.id.as_str(), None, &fact).await?;
    tx.commit().await?;
    app.db.close().await;
    write(&args.file, &export)?;
    let said = [
        ("file", args.file.display().to_string().into()),
        ("people", export.people().into()),
        ("tables", export.tables.len().into()),
    ];
    println!("{}", say(Language::English, "export-done", &said));
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, export: &Export) -> anyhow::Result<()> {
    let cannot = || format!("the file {} cannot be written", path.display());
    let file = create(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Refused::new("export-exists").with("file", path.display()).into()
        }
        _ => anyhow::Error::new(error).context(cannot()),
    })?;
    fill(&file, export).and_then(|()| Ok(file.sync_all()?)).with_context(cannot)
}

fn fill(file: &File, export: &Export) -> anyhow::Result<()> {
    let mut zip = ZipWriter::new(file);
    let mut put = |name: &str, text: &str| -> anyhow::Result<()> {
        zip.start_file(name, SimpleFileOptions::default())?;
        Ok(zip.write_all(text.as_bytes())?)
    };
    for table in &export.tables {
        put(&format!("{}.csv", table.name), &sheets::write::csv(table.lines()))?;
    }
    for track in &export.tracks {
        put(&format!("designs/{}.toml", track.id), &track.design.to_toml())?;
    }
    put("export.json", &serde_json::to_string_pretty(&export.json())?)?;
    zip.finish()?;
    Ok(())
}

/// A new file that only its owner may read: it names people.
fn create(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}
