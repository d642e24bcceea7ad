//! `cairn user add` and `cairn user list`.

use people::directory::{
    Details, PersonAdded,
    store::{self, Search},
};
use web::App;

use super::{address, home, tell};
use crate::refused::Refused;

/// Whom to add.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Their name
    #[arg(long)]
    name: String,
    /// Their mail address
    #[arg(long)]
    email: String,
    /// Where they work in the organisation
    #[arg(long)]
    department: Option<String>,
    /// What they do
    #[arg(long)]
    job_title: Option<String>,
}

/// Adds somebody. No mail is sent.
pub async fn add(app: &App, args: &Args) -> anyhow::Result<()> {
    let (home, email) = (home(app).await?, address(&args.email)?);
    let details = Details {
        name: args.name.trim().to_owned(),
        email: Some(email.clone()),
        language: home.language.tag().to_owned(),
        time_zone: home.zone.iana_name().unwrap_or("UTC").to_owned(),
        department: args.department.clone(),
        job_title: args.job_title.clone(),
        ..Details::default()
    };
    let mut tx = app.db.write().await?;
    let added = store::add(&mut tx, &app.seam, &home.id, &[details]).await;
    let ids = match added {
        Err(error) if error.is_duplicate() => {
            return Err(Refused::new("user-there").with("email", email).into());
        }
        added => added?,
    };
    for person in ids {
        let fact = PersonAdded { person };
        jobs::record(&mut tx, &app.seam, home.id.as_str(), None, &fact).await?;
    }
    tx.commit().await?;
    tell("user-added", &[("name", args.name.trim()), ("email", &email)]);
    Ok(())
}

/// Lists everybody, by name, with tabs between.
pub async fn list(app: &App) -> anyhow::Result<()> {
    let home = home(app).await?;
    let mut tx = app.db.read().await?;
    let mut search = Search::default();
    loop {
        let found = store::search(&mut tx, &home.id, &search).await?;
        for line in &found.lines {
            let email = line.email.as_deref().unwrap_or("-");
            let part = match (line.administers, line.coordinates) {
                (true, _) => "administrator",
                (false, 0) => "-",
                (false, _) => "coordinator",
            };
            println!("{}\t{email}\t{part}\t{}", line.name, line.id);
        }
        search.after = found.lines.last().map(|line| line.id.clone());
        if !found.has_next || search.after.is_none() {
            return Ok(());
        }
    }
}
