//! `cairn user found`: the first run without a browser.

use jiff::tz::TimeZone;
use people::{
    identity::make_link,
    organisation::{self, Founding},
    person,
};
use web::App;
use words::Language;

use super::{address, tell};
use crate::refused::Refused;

/// Who founds what.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The organisation's name
    #[arg(long)]
    organisation: String,
    /// The administrator's name
    #[arg(long)]
    name: String,
    /// The administrator's mail address
    #[arg(long)]
    email: String,
    /// The organisation's time zone, by its IANA name
    #[arg(long, default_value = "Europe/London")]
    time_zone: String,
    /// The organisation's language, as en
    #[arg(long, default_value = "en")]
    language: String,
}

/// Founds, and prints the way in.
pub async fn run(app: &App, args: &Args) -> anyhow::Result<()> {
    let email = address(&args.email)?;
    if TimeZone::get(&args.time_zone).is_err() {
        return Err(Refused::new("user-no-zone").with("zone", &args.time_zone).into());
    }
    let language = Language::of_tag(&args.language)
        .ok_or_else(|| Refused::new("user-no-language").with("language", &args.language))?;
    let mut tx = app.db.write().await?;
    if let Some(there) = organisation::store::only(&mut tx).await? {
        return Err(Refused::new("user-already-founded").with("organisation", there.name).into());
    }
    let founding = Founding {
        organisation: args.organisation.trim().to_owned(),
        language,
        time_zone: args.time_zone.clone(),
        name: args.name.trim().to_owned(),
        email,
    };
    let (home, id) = organisation::found(&mut tx, &app.seam, &founding).await?;
    let person = person::find(&mut tx, &home, &id).await?;
    let person = person.ok_or_else(|| Refused::new("user-nobody").with("email", &args.email))?;
    let secret = make_link(&mut tx, app, &person, "/").await?;
    tx.commit().await?;
    let link = app.settings.link(&format!("/sign-in/link/{secret}"));
    tell("user-founded", &[("organisation", &founding.organisation), ("link", &link)]);
    Ok(())
}
