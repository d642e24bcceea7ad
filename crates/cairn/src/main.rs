//! The one binary.

use std::process::ExitCode;

use clap::Parser as _;

mod backup;
mod commands;
mod demo;
mod dev;
mod health;
mod logs;
mod observe;
mod reactions;
mod refused;
mod routes;
mod schedule;
mod serve;
mod settings;

#[cfg(test)]
mod endings_tests;
#[cfg(test)]
mod permissions;

use settings::Settings;

#[derive(clap::Parser)]
#[command(name = "cairn", version, about = "Mentoring programmes of every kind")]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    #[command(flatten)]
    Online(Online),
    #[command(flatten)]
    Offline(Offline),
}

/// What works on the installation's database.
#[derive(clap::Subcommand)]
enum Online {
    /// Run the product
    Serve,
    /// Run the product with a living example in a database of its own
    Demo(commands::demo::Args),
    /// Bring the database up to this program
    Migrate,
    /// Add people and let them in
    User(commands::user::Args),
    /// Import people, and into a programme, from a spreadsheet: all of it or nothing
    Import(commands::import::Args),
    /// Write the organisation, or one programme of it, into a zip of spreadsheets and JSON
    Export(commands::export::Args),
    /// Say what is wrong with the installation, and how to mend it
    Doctor(commands::doctor::Args),
    /// Write everything into one file, while the product runs
    Backup(commands::backup::Args),
    /// Fill a new, empty database (of either kind) from a backup
    Restore(commands::restore::Args),
}

/// What works on files alone.
#[derive(clap::Subcommand)]
enum Offline {
    /// List, show and check designs of programmes
    Design(commands::design::Args),
    /// Match the people of a spreadsheet, offline
    Match(commands::match_::Args),
    /// Answer one question of the matching engine from files
    Solve(commands::solve::Args),
    /// Check an answer and its certificate, without the solver's code
    Verify(commands::verify::Args),
    /// List every route with what it needs
    Routes(commands::routes::Args),
}

fn main() -> ExitCode {
    run(Cli::parse()).unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let Cli { settings, command } = cli;
    match command {
        Command::Offline(command) => offline(&command),
        Command::Online(command) => {
            let settings = settings.resolve()?;
            logs::begin(settings.log_json);
            tokio::runtime::Runtime::new()?.block_on(online(&settings, command))
        }
    }
}

fn offline(command: &Offline) -> anyhow::Result<ExitCode> {
    match command {
        Offline::Design(args) => commands::design::run(args),
        Offline::Match(args) => commands::match_::run(args),
        Offline::Solve(args) => commands::solve::run(args),
        Offline::Verify(args) => commands::verify::run(args),
        Offline::Routes(args) => commands::routes::run(args),
    }
}

async fn online(settings: &Settings, command: Online) -> anyhow::Result<ExitCode> {
    match command {
        Online::Serve => commands::serve::run(settings).await,
        Online::Demo(args) => commands::demo::run(settings, &args).await,
        Online::Migrate => commands::migrate::run(settings).await,
        Online::User(args) => commands::user::run(settings, &args).await,
        Online::Import(args) => commands::import::run(settings, &args).await,
        Online::Export(args) => commands::export::run(settings, &args).await,
        Online::Doctor(args) => commands::doctor::run(settings, &args).await,
        Online::Backup(args) => commands::backup::run(settings, &args).await,
        Online::Restore(args) => commands::restore::run(settings, &args).await,
    }
}
