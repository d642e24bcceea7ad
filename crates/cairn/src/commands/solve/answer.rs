//! An assignment's answer as tables and certificate.

use matching::{Answer, Status};

use super::assignment::Named;
use super::outcome::Outcome;
use super::reasons::Names;
use super::{Goal, certificate, number};

/// Everything but the times.
pub fn of_assignment(named: &Named, answer: &Answer, goal: Goal) -> Outcome {
    let possible = answer.status != Status::Impossible;
    let names =
        Names { left: &named.left, right: &named.right, organisations: &named.organisations };
    let people = named.left.len() + named.right.len();
    let alone = |ids: usize, met: &mut dyn Iterator<Item = u32>| {
        let mut seen = vec![false; ids];
        met.for_each(|p| seen[p as usize] = true);
        seen.iter().filter(|s| **s).count()
    };
    let matched = alone(named.left.len(), &mut answer.pairs.iter().map(|p| p.left))
        + alone(named.right.len(), &mut answer.pairs.iter().map(|p| p.right));
    Outcome {
        kind: "assignment",
        status: certificate::status(answer.status),
        people,
        matched,
        total: possible.then_some(answer.total),
        bound: possible.then_some(answer.bound),
        worst: answer.worst(),
        tables: vec![("matching.csv", matching_csv(named, answer))],
        certificate: certificate::of_assignment(named, answer, goal),
        reasons: answer.impossible.iter().map(|r| names.tell(r)).collect(),
        read: 0.0,
        solved: 0.0,
        facts: vec![("pairs", answer.pairs.len().into())],
    }
}

fn matching_csv(named: &Named, answer: &Answer) -> Vec<u8> {
    let rows = answer.pairs.iter().map(|p| {
        let score = number::text(p.score.into());
        [named.left.name(p.left).to_owned(), named.right.name(p.right).to_owned(), score]
    });
    csv(["left", "right", "score"], rows)
}

/// Rows under a heading; writing into memory cannot fail.
pub fn csv<const N: usize>(
    heading: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut ok = writer.write_record(heading).is_ok();
    for row in rows {
        ok &= writer.write_record(row).is_ok();
    }
    debug_assert!(ok);
    writer.into_inner().unwrap_or_default()
}
