//! The figures, for machines and for the person at the terminal.

use std::io;

use serde_json::{Value, json};
use words::{Arg, say};

use super::{Args, finished::Finished, stop};
use crate::commands::solve::{certificate, number, outcome::peak_memory, reasons::Told};

/// How many notes about the file are shown on the terminal.
const NOTES: usize = 10;

/// summary.json. Times and memory are the only values that differ from run to run.
pub fn json(finished: &Finished, reasons: &[Told]) -> Value {
    let answer = &finished.round.answer;
    let possible = reasons.is_empty();
    let units = |units: i128| possible.then(|| number::json(units));
    let (people, matched) = (finished.input.people.len(), finished.round.matched().len());
    let seconds = &finished.seconds;
    json!({
        "kind": "assignment",
        "design": finished.design.title,
        "status": certificate::status(answer.status),
        "objective": finished.goal.name(),
        "people": people,
        "givers": finished.asked.left.len(),
        "receivers": finished.asked.right.len(),
        "relationships": finished.round.proposals.len(),
        "matched": matched,
        "unmatched": people - matched,
        "total": units(answer.total),
        "bound": units(answer.bound),
        "gap": possible.then(|| gap(answer.total, answer.bound)),
        "worst": answer.worst().map(|worst| number::json(worst.into())),
        "rules_not_applied": not_applied(finished),
        "seconds": { "read": seconds.read, "solve": seconds.solve, "explain": seconds.explain },
        "peak_memory_bytes": peak_memory(),
        "engine": env!("CARGO_PKG_VERSION"),
        "seed": finished.seed,
        "input_digest": finished.input.digest,
        "reasons": reasons.iter().map(|reason| &reason.json).collect::<Vec<_>>(),
    })
}

/// How far the bound lies above the total, in per cent of the bound.
pub fn gap(total: i128, bound: i128) -> f64 {
    if total == bound {
        return 0.0;
    }
    let (total, bound) = (total as f64, bound as f64);
    100.0 * (bound - total) / bound.abs().max(1.0)
}

fn not_applied(finished: &Finished) -> Vec<String> {
    let unusable = finished.asked.unusable.iter();
    unusable.map(|(condition, _)| programmes::round::told::column_name(&condition.tie)).collect()
}

/// A few friendly lines, and the notes about the file on the error stream.
pub fn print(finished: &Finished, args: &Args) {
    let language = finished.language;
    let line =
        |key: &str, values: &[(&str, Arg<'_>)]| put(io::stdout(), &say(language, key, values));
    for note in finished.input.notes().iter().take(NOTES) {
        let note = stop::told(note, language);
        put(io::stderr(), &say(language, "match-note", &[("note", Arg::from(note))]));
    }
    let more = finished.input.file.notes.count().saturating_sub(NOTES);
    if more > 0 {
        put(io::stderr(), &say(language, "sheet-more", &[("count", Arg::from(more))]));
    }
    let named = finished.named();
    for reason in finished.reasons_told(&named) {
        put(io::stderr(), &reason.sentence);
    }
    let out = ("out", Arg::from(args.out.display().to_string()));
    if !finished.round.impossible().is_empty() {
        return line("match-done-impossible", &[out]);
    }
    let (people, matched) = (finished.input.people.len(), finished.round.matched().len());
    line(
        "match-done-pairs",
        &[
            ("pairs", Arg::from(finished.round.proposals.len())),
            ("people", Arg::from(people)),
            ("alone", Arg::from(people - matched)),
        ],
    );
    line(proof_key(finished), &[("gap", Arg::from(percent(finished)))]);
    if !finished.asked.unusable.is_empty() {
        line("match-done-not-applied", &[("count", Arg::from(finished.asked.unusable.len()))]);
    }
    line("match-done-out", &[out]);
}

/// A line for whoever still listens: `cairn match … | head -1` closes the pipe and loses nothing,
/// for the files are written.
pub fn put(mut to: impl io::Write, line: &str) {
    let _ = writeln!(to, "{line}");
}

/// What is proved, by key.
pub fn proof_key(finished: &Finished) -> &'static str {
    use matching::Status;
    match finished.round.answer.status {
        Status::Optimal => "match-proof-optimal",
        Status::Stable => "match-proof-stable",
        Status::Feasible | Status::Impossible | Status::Cancelled => "match-proof-feasible",
    }
}

/// The gap with two decimals.
pub fn percent(finished: &Finished) -> String {
    format!("{:.2}", gap(finished.round.answer.total, finished.round.answer.bound))
}
