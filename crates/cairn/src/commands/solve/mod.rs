//! `cairn solve DIR --out OUT`: one engine question from files, answered into files.

mod answer;
pub(super) mod assignment;
mod booking;
pub(super) mod certificate;
mod fault;
mod groups;
pub(super) mod ids;
pub(super) mod number;
pub(super) mod outcome;
mod pairs;
mod pool;
mod problem;
pub(super) mod reasons;
mod rounds;
mod stable;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use words::{Arg, Language, say};

use fault::Faults;
use outcome::Outcome;
use problem::{Kind, Problem};

/// The arguments of `cairn solve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Directory with problem.toml and its tables
    pub dir: PathBuf,
    /// New or empty directory for the answer
    #[arg(long)]
    pub out: PathBuf,
    /// What the best answer is
    #[arg(long, value_enum, default_value_t = Goal::Total)]
    pub objective: Goal,
    /// How many threads may work; the answer is the same for any number
    #[arg(long, default_value_t = 1)]
    pub threads: usize,
    /// Where the search for groups begins; the same seed gives the same answer
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
}

/// The objectives by their names in files and on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Goal {
    /// The greatest sum of scores
    Total,
    /// The most places filled, then the greatest sum
    Coverage,
    /// The most places filled, then the smallest score as large as possible, and so on up
    WorstOff,
    /// No two people would rather have each other
    Stable,
}

impl Goal {
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Coverage => "coverage",
            Self::WorstOff => "worst-off",
            Self::Stable => "stable",
        }
    }
}

const USAGE: u8 = 2;
const FAULTY: u8 = 3;
const IMPOSSIBLE: u8 = 4;

/// Reads, solves and writes. The exit status tells: 0 written, 2 usage, 3 the input has errors,
/// 4 there is no admissible answer.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(key) = unusable(args) {
        complain(key, &args.out);
        return Ok(ExitCode::from(USAGE));
    }
    let begun = Instant::now();
    let outcome = match solve(args) {
        Ok(outcome) => outcome,
        Err(faults) => {
            faults.print();
            return Ok(ExitCode::from(FAULTY));
        }
    };
    outcome.write(args, begun).with_context(|| args.out.display().to_string())?;
    for reason in &outcome.reasons {
        say_error(&reason.sentence);
    }
    Ok(ExitCode::from(if outcome.status == "impossible" { IMPOSSIBLE } else { 0 }))
}

fn solve(args: &Args) -> Result<Outcome, Faults> {
    let problem = Problem::read(&args.dir)?;
    match problem.kind {
        Kind::Assignment => assignment::solve(&args.dir, args),
        Kind::Pool => pool::solve(&args.dir, &problem, args),
        Kind::Booking => booking::solve(&args.dir, args),
        Kind::Rounds => rounds::solve(&args.dir, &problem, args),
        Kind::Stable => stable::solve(&args.dir, args),
        Kind::Groups => groups::solve(&args.dir, &problem, args),
    }
}

/// The key of what is wrong with the directories, if anything is.
fn unusable(args: &Args) -> Option<&'static str> {
    if !args.dir.is_dir() {
        return Some("solve-no-such-directory");
    }
    match std::fs::read_dir(&args.out) {
        Ok(mut entries) => entries.next().is_some().then_some("solve-out-not-empty"),
        Err(_) => args.out.exists().then_some("solve-out-not-a-directory"),
    }
}

fn complain(key: &str, path: &Path) {
    let path = path.display().to_string();
    say_error(&say(Language::English, key, &[("path", Arg::from(&path))]));
}

fn say_error(sentence: &str) {
    eprintln!("{sentence}");
}
