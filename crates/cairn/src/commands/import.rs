//! `cairn import`: people from a spreadsheet, by the same code as the pages.

use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Context as _;
use people::organisation::Organisation;
use programmes::{
    programme::{self, Programme},
    recruiting::import::console::{self, Order, Outcome, Row},
};
use web::App;
use words::{Arg, Language, say};

use super::organisation::{home, programme, said};
use crate::{refused::Refused, serve, settings::Settings};

/// The input has errors and nothing was written.
const FAULTY: u8 = 3;
const LANGUAGE: Language = Language::English;

/// What to import, and how.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The people, as CSV or XLSX; columns are known by their headings
    file: PathBuf,
    /// Into this programme: its id, or its name
    #[arg(long, value_name = "ID|NAME")]
    programme: Option<String>,
    /// Into this track of the programme; without it the first
    #[arg(long, requires = "programme")]
    track: Option<String>,
    /// The role of whoever has none in their row, as the design names it
    #[arg(long, requires = "programme")]
    role: Option<String>,
    /// They wait for the coordinator's decision, instead of being let in
    #[arg(long, requires = "programme")]
    as_applicants: bool,
    /// What a column means that its heading does not say: `Team=department`, `Shoe size=answer`,
    /// `Remarks=skip`; may be repeated
    #[arg(long, value_name = "HEADING=MEANING", value_parser = meaning)]
    column: Vec<(String, String)>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
}

fn meaning(text: &str) -> Result<(String, String), String> {
    let (heading, meaning) = text.rsplit_once('=').ok_or("write HEADING=MEANING")?;
    Ok((heading.to_owned(), meaning.trim().to_owned()))
}

/// Imports all of the file or nothing. The exit status tells: 0 done, 2 usage, 3 the file has
/// errors and nothing was imported.
///
/// # Errors
/// When the file cannot be opened, the programme is not there, or the database refuses.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let bytes = std::fs::read(&args.file)
        .with_context(|| format!("the file {} cannot be read", args.file.display()))?;
    let app = serve::open(settings, false, String::new()).await?;
    let home = home(&app).await?;
    let order = order(&app, &home, args).await?;
    let outcome = console::import(&app, &order, bytes).await.map_err(|problem| said(&problem))?;
    app.db.close().await;
    tell(&outcome, args.dry_run)
}

async fn order(app: &App, home: &Organisation, args: &Args) -> anyhow::Result<Order> {
    let programme = match &args.programme {
        Some(named) => Some(programme(app, home, named).await?),
        None => None,
    };
    let (track, role) = match &programme {
        Some(programme) => place(app, home, programme, args).await?,
        None => Default::default(),
    };
    let file_name = args.file.file_name().unwrap_or_default().to_string_lossy();
    Ok(Order {
        organisation: home.id.clone(),
        programme: programme.map(|programme| programme.id),
        track,
        role,
        applicants: args.as_applicants,
        columns: args.column.clone(),
        file_name: file_name.chars().filter(|c| !c.is_control()).take(120).collect(),
        dry_run: args.dry_run,
        language: LANGUAGE,
    })
}

/// The track and the role that were named: both must be there.
async fn place(
    app: &App,
    home: &Organisation,
    programme: &Programme,
    args: &Args,
) -> anyhow::Result<(String, String)> {
    let tracks =
        programme::store::tracks(&mut app.db.read().await?, &home.id, &programme.id).await?;
    let named = |text: &str| tracks.iter().find(|t| t.id.as_str() == text || t.name == text);
    let track = match &args.track {
        Some(text) => named(text),
        None => tracks.first(),
    };
    let known: Vec<&str> = tracks.iter().map(|track| track.id.as_str()).collect();
    let track =
        track.ok_or_else(|| Refused::new("command-no-track").with("known", known.join(", ")))?;
    let role = args.role.clone().unwrap_or_default();
    if !role.is_empty() && track.design.role(&role).is_none() {
        let known: Vec<&str> = track.design.roles.iter().map(|role| role.name.as_str()).collect();
        return Err(Refused::new("import-role-not-here").with("known", known.join(", ")).into());
    }
    Ok((track.id.to_string(), role))
}

fn tell(outcome: &Outcome, dry_run: bool) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let mut wrong = io::stderr().lock();
    for note in &outcome.notes {
        writeln!(wrong, "{note}")?;
    }
    if !outcome.wrong.is_empty() {
        for line in &outcome.wrong {
            writeln!(wrong, "{line}")?;
        }
        if outcome.more_wrong > 0 {
            writeln!(
                wrong,
                "{}",
                say(LANGUAGE, "sheet-more", &[("count", outcome.more_wrong.into())])
            )?;
        }
        writeln!(wrong, "{}", words::say_plain(LANGUAGE, "import-console-nothing"))?;
        return Ok(ExitCode::from(FAULTY));
    }
    for row in outcome.rows.iter().filter(|_| dry_run) {
        writeln!(out, "{}", told(row))?;
    }
    let new = outcome.rows.iter().filter(|row| row.is_new).count();
    let counts: [(&str, Arg<'_>); 4] = [
        ("new", new.into()),
        ("changed", (outcome.rows.len() - new).into()),
        ("unchanged", outcome.unchanged.into()),
        ("enrolled", outcome.enrolled.into()),
    ];
    let key = if dry_run { "import-console-would" } else { "import-console-done" };
    writeln!(out, "{}", say(LANGUAGE, key, &counts))?;
    Ok(ExitCode::SUCCESS)
}

/// One person as a line: new or changed, who, and what changes.
fn told(row: &Row) -> String {
    let what = if row.is_new { "import-is-new" } else { "import-is-changed" };
    let field = |field: &&str| words::say_plain(LANGUAGE, &format!("import-detail-{field}"));
    let fields: Vec<String> = row.fields.iter().map(field).collect();
    let what = words::say_plain(LANGUAGE, what);
    format!("{what}\t{}\t{}\t{}", row.name, row.email, fields.join(", ")).trim_end().to_owned()
}
