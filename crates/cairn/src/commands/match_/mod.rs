//! `cairn match PEOPLE --out DIR`: the people of a spreadsheet matched by a design, offline.

mod finished;
mod folder;
mod input;
mod question;
mod report;
mod stop;
mod summary;
mod tables;
mod together;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use matching::{Status, crowd};
use programmes::round::{answer, ask};
use words::Language;

use super::solve::{Goal, certificate::objective};
use finished::{Finished, Seconds};
use stop::Stop;
use together::Together;

/// The arguments of `cairn match`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The people, as CSV or XLSX
    pub people: PathBuf,
    /// A preset's name or a design file; without it the first preset of the gallery
    #[arg(long, value_name = "PRESET|FILE.toml")]
    pub design: Option<String>,
    /// What the best answer is; without it what the design says
    #[arg(long, value_enum)]
    pub objective: Option<Goal>,
    /// Recorded with the answer; the same input and seed give the same answer
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// New or empty directory for the answer
    #[arg(long)]
    pub out: PathBuf,
    /// Language of reasons and report: en or da
    #[arg(long, default_value = "en", value_parser = language)]
    pub language: Language,
    /// The workbook's sheet; without it the first visible one
    #[arg(long)]
    pub sheet: Option<String>,
    /// Also write the engine's question into this new or empty directory, for `cairn solve` and
    /// `cairn verify`
    #[arg(long, value_name = "DIR")]
    pub question: Option<PathBuf>,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}

const IMPOSSIBLE: u8 = 4;

/// Reads, matches and writes. The exit status tells: 0 written, 2 usage, 3 the input has errors
/// and nothing is written, 4 there is no admissible answer and the reasons are written.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match matched(args) {
        Ok(Match::Together(together)) => {
            folder::write(&args.out, &together.files()?)
                .with_context(|| args.out.display().to_string())?;
            if let Some(dir) = &args.question {
                folder::write(dir, &together.question())
                    .with_context(|| dir.display().to_string())?;
            }
            Ok(ExitCode::from(if together.print(args) { 0 } else { IMPOSSIBLE }))
        }
        Ok(Match::Sides(finished)) => {
            folder::write(&args.out, &finished.files()?)
                .with_context(|| args.out.display().to_string())?;
            if let Some(dir) = &args.question {
                folder::write(dir, &question::files(&finished))
                    .with_context(|| dir.display().to_string())?;
            }
            summary::print(&finished, args);
            let possible = finished.round.impossible().is_empty();
            Ok(ExitCode::from(if possible { 0 } else { IMPOSSIBLE }))
        }
        Err(stop) => Ok(stop.tell()),
    }
}

/// What came out: givers with receivers, or people of one pool or in groups.
enum Match {
    Sides(Box<Finished>),
    Together(Box<Together>),
}

fn matched(args: &Args) -> Result<Match, Stop> {
    let begun = Instant::now();
    for dir in std::iter::once(&args.out).chain(&args.question) {
        folder::check(dir, args.language)?;
    }
    let design = input::design(args)?;
    let input = input::people(args, &design)?;
    let asked = ask::ask(&design, &input.people)
        .map_err(|refused| stop::refused(&refused, &design, &input, args.language))?;
    let read = begun.elapsed().as_secs_f64();

    if asked.shape != ask::Shape::Sides {
        return Ok(Match::Together(Box::new(Together::new(args, design, input, asked))));
    }
    let begun = Instant::now();
    let goal = args.objective.unwrap_or_else(|| goal_of(&design));
    let solved = crowd::solve(&asked.question(), objective(goal));
    let solve = begun.elapsed().as_secs_f64();

    let begun = Instant::now();
    let round = answer::explained(&asked, solved, objective(goal));
    let explain = begun.elapsed().as_secs_f64();
    debug_assert!(round.answer.status != Status::Cancelled);
    let seconds = Seconds { read, solve, explain };
    Ok(Match::Sides(Box::new(Finished {
        design,
        input,
        asked,
        round,
        goal,
        seconds,
        seed: args.seed,
        language: args.language,
    })))
}

fn goal_of(design: &design::Design) -> Goal {
    match design.matching.objective {
        design::Objective::Total => Goal::Total,
        design::Objective::Coverage => Goal::Coverage,
        design::Objective::WorstOff => Goal::WorstOff,
        design::Objective::Stable => Goal::Stable,
    }
}
