//! An independent checker of matching certificates. Shares no code with the solver.
//!
//! It reads the question and the answer from their files, checks that the answer keeps every
//! rule of the question, recomputes its worth, and then recomputes the bound from the prices of the
//! certificate. Whoever trusts these few pages need not trust the solver.

mod assignment;
mod booking;
mod certificate;
mod groups;
mod number;
mod people;
mod pool;
mod ranked;
mod rounds;
mod table;
mod verdict;

use std::path::Path;

pub use verdict::{Verdict, Wrong};

use certificate::Certificate;

#[derive(serde::Deserialize)]
struct Problem {
    kind: String,
    #[serde(default)]
    triad: bool,
    rounds: Option<u32>,
}

/// Checks the answer in `out` to the question in `dir`.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn verify(dir: &Path, out: &Path) -> Result<Verdict, Wrong> {
    let text = table::text(&dir.join("problem.toml"))?;
    let problem: Problem =
        toml::from_str(&text).map_err(|e| Wrong::at("problem.toml", e.message()))?;
    let certificate = Certificate::read(out)?;
    if certificate.kind != problem.kind {
        return Err(Wrong::at("certificate.json: kind", "is for another kind of question"));
    }
    let verdict = match problem.kind.as_str() {
        "assignment" => assignment::verify(dir, out, &certificate),
        "pool" => pool::verify(dir, out, &certificate, problem.triad),
        "groups" => groups::verify(dir, out, &certificate, &text),
        "stable" => ranked::verify(dir, out, &certificate),
        "booking" => booking::verify(dir, out, &certificate),
        "rounds" => rounds::verify(dir, out, &certificate, problem.rounds.unwrap_or(0)),
        other => Err(Wrong::at("problem.toml: kind", &format!("“{other}” is not known"))),
    }?;
    certificate.agrees_with_summary(out)?;
    Ok(verdict)
}
