//! The one binary.

use std::process::ExitCode;

use clap::Parser as _;

mod commands;

#[derive(clap::Parser)]
#[command(name = "cairn", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// List, show and check designs of programmes
    Design(commands::design::Args),
    /// Answer one question of the matching engine from files
    Solve(commands::solve::Args),
    /// Check an answer and its certificate, without the solver's code
    Verify(commands::verify::Args),
}

fn main() -> anyhow::Result<ExitCode> {
    match Cli::parse().command {
        Command::Design(args) => commands::design::run(&args),
        Command::Solve(args) => commands::solve::run(&args),
        Command::Verify(args) => commands::verify::run(&args),
    }
}
