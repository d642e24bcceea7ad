//! Stable answers from two sides' rankings, through files.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use matching::ranked::{Rank, Ranked, solve as best};
use serde_json::Value;

use super::answer::csv;
use super::assignment::{count, who};
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::people;
use super::table::each;
use super::{Args, Goal, certificate};

pub fn solve(dir: &Path, args: &Args) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let (question, left, right) = read(dir)?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = best(&question);
    let solved = begun.elapsed().as_secs_f64();
    let rows = answer.pairs.iter().map(|p| {
        let (l, r) = (left.name(p.left).to_owned(), right.name(p.right).to_owned());
        // Without scores, a pair of mutual ranks counts one.
        [l, r, "1".to_owned(), p.by_left.to_string(), p.by_right.to_string()]
    });
    let table = csv(["left", "right", "score", "left_rank", "right_rank"], rows);
    let scale = i128::from(matching::SCALE);
    let (total, bound) = (answer.pairs.len() as i128 * scale, answer.most_pairs as i128 * scale);
    let _ = args.objective;
    let head = certificate::head("stable", Goal::Stable, "stable", total, bound);
    let lefts: BTreeSet<u32> = answer.pairs.iter().map(|p| p.left).collect();
    let rights: BTreeSet<u32> = answer.pairs.iter().map(|p| p.right).collect();
    Ok(Outcome {
        kind: "stable",
        status: "stable",
        people: left.len() + right.len(),
        matched: lefts.len() + rights.len(),
        total: Some(total),
        bound: Some(bound),
        worst: None,
        tables: vec![("matching.csv", table)],
        certificate: Value::Object(head),
        reasons: Vec::new(),
        read,
        solved,
        facts: vec![("pairs", answer.pairs.len().into()), ("objective", "stable".into())],
    })
}

fn read(dir: &Path) -> Result<(Ranked, Ids, Ids), Faults> {
    let mut faults = Faults::default();
    let mut side = |file: &str| {
        let mut seats = Vec::new();
        let ids = people(dir, file, &["id", "most"], &mut faults, |row, faults| {
            seats.push(count(row, 1, 1, faults));
        });
        (ids, seats)
    };
    let ((left, lefts), (right, rights)) = (side("left.csv"), side("right.csv"));
    let mut ranks = |file: &str, mine: &Ids, theirs: &Ids| {
        let mut all = Vec::new();
        each(dir, file, &["who", "whom", "rank"], 3, &mut faults, |row, faults| {
            let ends = who(row, 0, mine, faults).zip(who(row, 1, theirs, faults));
            match (ends, row.cell(2).parse::<u32>()) {
                (_, Err(_) | Ok(0)) => row.fault(faults, 2, "solve-fault-rank"),
                (Some((who, whom)), Ok(rank)) => all.push(Rank { who, whom, rank }),
                (None, _) => {}
            }
        });
        all
    };
    let left_ranks = ranks("left_ranks.csv", &left, &right);
    let right_ranks = ranks("right_ranks.csv", &right, &left);
    let question = Ranked { left: lefts, right: rights, left_ranks, right_ranks };
    faults.or((question, left, right))
}
