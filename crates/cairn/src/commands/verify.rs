//! `cairn verify DIR OUT`: an answer checked by code that knows nothing of the solver.

use std::path::PathBuf;
use std::process::ExitCode;

/// The arguments of `cairn verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Directory with problem.toml and its tables
    pub dir: PathBuf,
    /// Directory with the answer and its certificate
    pub out: PathBuf,
}

/// Prints one line; the exit status is 0 when everything holds and 1 when anything does not.
///
/// # Errors
/// Never; the signature is that of all commands.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match verifier::verify(&args.dir, &args.out) {
        Ok(verdict) => {
            println!("{verdict}");
            Ok(ExitCode::SUCCESS)
        }
        Err(wrong) => {
            println!("{wrong}");
            Ok(ExitCode::FAILURE)
        }
    }
}
