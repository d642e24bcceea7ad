//! `cairn user link`, `password`, `appoint`, `end-sessions`.

use std::io::BufRead as _;

use anyhow::Context as _;
use people::{
    identity::{PasswordChanged, check_password, end_all, hash_password, make_link, set_password},
    permission::{self, Part},
};
use web::App;

use super::{somebody, tell};
use crate::{commands::organisation, refused::Refused};

/// Whom it is about.
#[derive(Debug, clap::Args)]
pub struct Who {
    /// Their mail address
    email: String,
}

/// Whom to appoint, and to what.
#[derive(Debug, clap::Args)]
pub struct Appointment {
    #[command(flatten)]
    who: Who,
    /// Make them coordinator of this programme, by its name or id, instead of administrator
    #[arg(long, value_name = "PROGRAMME")]
    coordinator_of: Option<String>,
}

/// Prints a link that signs in once.
pub async fn link(app: &App, who: &Who) -> anyhow::Result<()> {
    let (_, person) = somebody(app, &who.email).await?;
    let mut tx = app.db.write().await?;
    let secret = make_link(&mut tx, app, &person, "/").await?;
    tx.commit().await?;
    println!("{}", app.settings.link(&format!("/sign-in/link/{secret}")));
    Ok(())
}

/// Sets a password. It comes by the standard input, so that it stands in no list of processes.
pub async fn password(app: &App, who: &Who) -> anyhow::Result<()> {
    let (home, person) = somebody(app, &who.email).await?;
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password).context("the password cannot be read")?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    check_password(&password).map_err(Refused::new)?;
    let hash = hash_password(&app.seam, password).await;
    let hash = hash.map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
    let mut tx = app.db.write().await?;
    set_password(&mut tx, &app.seam, &person.id, &hash).await?;
    end_all(&mut tx, app, &person.id).await?;
    let fact = PasswordChanged { person: person.id.clone() };
    jobs::record(&mut tx, &app.seam, home.id.as_str(), None, &fact).await?;
    tx.commit().await?;
    tell("user-password-set", &[("name", &person.name)]);
    Ok(())
}

/// Appoints.
pub async fn appoint(app: &App, args: &Appointment) -> anyhow::Result<()> {
    let (home, person) = somebody(app, &args.who.email).await?;
    let programme = match &args.coordinator_of {
        Some(named) => Some(organisation::programme(app, &home, named).await?),
        None => None,
    };
    let part = if programme.is_some() { Part::Coordinator } else { Part::Administrator };
    let id = programme.as_ref().map(|programme| &programme.id);
    let mut tx = app.db.write().await?;
    permission::appoint(&mut tx, &app.seam, &home.id, &person.id, part, id, None).await?;
    tx.commit().await?;
    match programme {
        Some(it) => {
            tell("user-coordinates", &[("name", &person.name), ("programme", &it.name)]);
        }
        None => tell("user-appointed", &[("name", &person.name)]),
    }
    Ok(())
}

/// Ends all sessions of somebody: at once, on every node.
pub async fn end_sessions(app: &App, who: &Who) -> anyhow::Result<()> {
    let (_, person) = somebody(app, &who.email).await?;
    let mut tx = app.db.write().await?;
    end_all(&mut tx, app, &person.id).await?;
    tx.commit().await?;
    tell("user-sessions-ended", &[("name", &person.name)]);
    Ok(())
}
