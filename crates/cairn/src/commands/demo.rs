//! `cairn demo`: the product with a living example, in a database of its own.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use people::person;

use crate::{demo, serve, settings::Settings};

/// Where the demo lives.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A folder to keep the demo in; without it the demo is new at every start
    #[arg(long)]
    keep: Option<PathBuf>,
}

/// Fills a fresh database (unless kept), prints the way in, and serves.
///
/// # Errors
/// When the folder, the database or the address are not right.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let (folder, fleeting) = match &args.keep {
        Some(folder) => (folder.clone(), false),
        None => (std::env::temp_dir().join(format!("cairn-demo-{}", std::process::id())), true),
    };
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let mut settings = settings.clone();
    if settings.database.is_none() {
        settings.database = Some(format!("sqlite:{}", folder.join("demo.db").display()));
    }
    let app = serve::open(&settings, true, String::new()).await?;
    let founded = people::organisation::store::only(&mut app.db.read().await?).await?;
    if founded.is_none() {
        demo::populate(&app).await?;
    }
    let told = tell(&app).await;
    let served = match told {
        Ok(()) => serve::serve(app, None, &settings).await,
        Err(error) => Err(error),
    };
    if fleeting {
        // What is left in the temporary folder is the system's to clear.
        let _ = std::fs::remove_dir_all(&folder);
    }
    served.map(|()| ExitCode::SUCCESS)
}

async fn tell(app: &web::App) -> anyhow::Result<()> {
    let mut tx = app.db.read().await?;
    let organisation = people::organisation::store::only(&mut tx)
        .await?
        .context("the demo's organisation is missing: remove its folder and start again")?;
    println!("\nCairn's demo is ready: {}\n\nSign in with one click as", app.settings.link("/"));
    for (email, key) in demo::PARTS {
        if let Some(person) = person::by_email(&mut tx, &organisation.id, email).await? {
            let part = words::say_plain(words::Language::English, key);
            let link = app.settings.link(&format!("/dev/sign-in/{}", person.id));
            println!("  {part:<20} {:<16} {link}", person.name);
        }
    }
    println!("\nOutgoing mail is read at {}\n", app.settings.link("/dev/outbox"));
    Ok(())
}
