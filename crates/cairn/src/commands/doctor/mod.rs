//! `cairn doctor`: what is wrong with an installation, and how to mend it.

mod address;
mod finding;
mod machine;
mod post;
mod store;
mod work;

use std::process::ExitCode;

use db::Db;
use jiff::SignedDuration;
use jobs::Seam;
use words::{Language, say, say_plain};

use crate::settings::Settings;
use finding::{Finding, Level};

/// The arguments of `cairn doctor`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
    /// Give failed jobs and given-up mail of the last week another series of attempts, then look
    #[arg(long)]
    try_again: bool,
}

/// Looks at everything. Exit 0 when nothing is wrong, 1 when something is.
///
/// # Errors
/// When the findings cannot be written.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let seam = Seam::real();
    let mut findings = address::look(settings).await;
    findings.extend(post::look(settings).await);
    findings.extend(machine::look(settings, &seam));
    match Db::open_existing(settings.database()).await {
        Err(error) => findings.push(Finding::wrong("doctor-database-closed").with("error", error)),
        Ok(db) => {
            if args.try_again {
                try_again(&db, &seam).await?;
            }
            findings.extend(look_inside(&db, &seam).await);
            db.close().await;
        }
    }
    tell(&findings, args.json)?;
    let wrong = findings.iter().any(|finding| finding.level == Level::Wrong);
    Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

async fn look_inside(db: &Db, seam: &Seam) -> Vec<Finding> {
    let mut findings = Vec::new();
    for look in [store::look(db, seam).await, work::look(db, seam).await] {
        match look {
            Ok(found) => findings.extend(found),
            Err(error) => {
                findings.push(Finding::wrong("doctor-database-refuses").with("error", error));
            }
        }
    }
    findings
}

async fn try_again(db: &Db, seam: &Seam) -> anyhow::Result<()> {
    let mut tx = db.write().await?;
    let jobs = jobs::try_failed_again(&mut tx, seam.now()).await?;
    let since = seam.now() - SignedDuration::from_hours(24 * 7);
    let mails = mail::try_again(&mut tx, seam, since).await?;
    tx.commit().await?;
    let said = [("jobs", jobs.to_string().into()), ("mails", mails.to_string().into())];
    eprintln!("{}", say(Language::English, "doctor-tried-again", &said));
    Ok(())
}

fn tell(findings: &[Finding], json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string_pretty(findings)?);
        return Ok(());
    }
    for finding in findings {
        println!("{} {}", finding.level.mark(), finding.text);
    }
    let wrong = findings.iter().filter(|finding| finding.level == Level::Wrong).count();
    let end = match wrong {
        0 => say_plain(Language::English, "doctor-well"),
        _ => say(Language::English, "doctor-ill", &[("count", wrong.to_string().into())]),
    };
    println!("\n{end}");
    Ok(())
}
