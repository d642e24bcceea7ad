//! `cairn routes`: every route with what it needs.

use std::process::ExitCode;

use crate::routes;

/// How to print.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Prints the list.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let routes = routes::all();
    if args.json {
        println!("{}", serde_json::to_string_pretty(routes.list())?);
    } else {
        for route in routes.list() {
            println!("{:<6} {:<60} {}", route.method, route.path, route.needs);
        }
    }
    Ok(ExitCode::SUCCESS)
}
