//! `cairn user`: people and their access, from the console. What a page also offers is the same verb.

mod access;
mod found;
mod record;

use std::process::ExitCode;

use people::{
    organisation::Organisation,
    person::{self, Person},
};
use web::App;
use words::{Language, say};

use super::organisation::home;
use crate::{refused::Refused, serve, settings::Settings};

/// The arguments of `cairn user`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Found the organisation and its administrator, instead of the first run's page
    Found(found::Args),
    /// Add a person
    Add(record::Args),
    /// List people: name, address, and what they run
    List,
    /// Print a one-time link that signs a person in (good for half an hour)
    Link(access::Who),
    /// Set a person's password from one line of the standard input, and end their sessions
    Password(access::Who),
    /// Make a person an administrator, or the coordinator of a programme
    Appoint(access::Appointment),
    /// End all sessions of a person
    EndSessions(access::Who),
}

/// Does what was asked for.
///
/// # Errors
/// When there is nobody of the address, the organisation is not founded, or the database refuses.
pub async fn run(settings: &Settings, args: &Args) -> anyhow::Result<ExitCode> {
    let app = serve::open(settings, false, String::new()).await?;
    match &args.act {
        Act::Found(args) => found::run(&app, args).await?,
        Act::Add(args) => record::add(&app, args).await?,
        Act::List => record::list(&app).await?,
        Act::Link(who) => access::link(&app, who).await?,
        Act::Password(who) => access::password(&app, who).await?,
        Act::Appoint(args) => access::appoint(&app, args).await?,
        Act::EndSessions(who) => access::end_sessions(&app, who).await?,
    }
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Somebody by their address.
async fn somebody(app: &App, address: &str) -> anyhow::Result<(Organisation, Person)> {
    let home = home(app).await?;
    let nobody = || Refused::new("user-nobody").with("email", address);
    let email = person::parse_email(address).ok_or_else(nobody)?;
    let found = person::by_email(&mut app.db.read().await?, &home.id, &email).await?;
    Ok((home, found.ok_or_else(nobody)?))
}

/// An address from the command line in the form that is kept.
fn address(text: &str) -> Result<String, Refused> {
    person::parse_email(text).ok_or_else(|| Refused::new("user-no-address").with("email", text))
}

fn tell(key: &str, args: &[(&str, &str)]) {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
    println!("{}", say(Language::English, key, &args));
}
