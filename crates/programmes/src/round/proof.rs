//! A round's question and answer as the files that `cairn verify` reads, and the check itself: by a
//! crate that shares no code with the solver.

use std::{fmt::Write as _, fs, io, path::Path};

use matching::{Answer, Assignment, Objective, Pair, SCALE};
use serde::{Deserialize, Serialize};
use verifier::Verdict;

use super::certificate::{self, Names};

/// What the independent check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Checked {
    /// No other matching under these rules scores higher.
    Optimal,
    /// No two people would rather have each other.
    Stable,
    /// It keeps all rules, and no answer is better than a proved bound.
    Within,
    /// The coordinator moved people beyond what the rules allow.
    Overruled,
    /// It keeps all rules; how far from the best is not proved.
    Admissible,
    /// The proof does not hold: the place where it fails.
    Wrong(String),
    /// The coordinator put the pairs together: nothing was solved, so there is nothing to prove.
    ByHand,
    /// Not checked here: the question is too large for a page. `cairn verify` does it.
    TooLarge,
}

/// Pairs up to which a round is checked as it is solved.
const MOST_PAIRS: usize = 500_000;

/// A file of the question or the answer: name and content.
pub type File = (&'static str, String);

/// The question as files.
#[must_use]
pub fn question_files(names: &Names, question: &Assignment) -> Vec<File> {
    let side = |ids: &[String], seats: &[matching::Seats]| {
        let mut text = "id,most,least,organisation\n".to_owned();
        for (id, seat) in ids.iter().zip(seats) {
            let home = seat.organisation.and_then(|o| names.organisations.get(o as usize));
            let home = home.map_or("", String::as_str);
            put(&mut text, &[id, &seat.most.to_string(), &seat.least.to_string(), home]);
        }
        text
    };
    let mut quotas = "organisation,most_left,most_right,balance\n".to_owned();
    let some = |number: Option<u32>| number.map_or(String::new(), |n| n.to_string());
    for quota in &question.quotas {
        let home = names.organisations.get(quota.organisation as usize);
        let home = home.map_or("", String::as_str);
        let (left, right) = (some(quota.most_left), some(quota.most_right));
        put(&mut quotas, &[home, &left, &right, &some(quota.balance)]);
    }
    vec![
        ("problem.toml", "kind = \"assignment\"\n".to_owned()),
        ("left.csv", side(&names.left, &question.left)),
        ("right.csv", side(&names.right, &question.right)),
        ("scores.csv", pairs(names, &question.pairs)),
        ("fixed.csv", couples(names, &question.fixed)),
        ("forbidden.csv", couples(names, &question.forbidden)),
        ("quota.csv", quotas),
    ]
}

/// The answer as files. Totals stand in the summary exactly, as JSON numbers.
#[must_use]
pub fn answer_files(
    names: &Names,
    answer: &Answer,
    objective: Objective,
    certificate: &str,
) -> Vec<File> {
    let summary = format!(
        "{{\"status\": \"{}\", \"objective\": \"{}\", \"total\": {}, \"bound\": {}, \"matched\": {}}}\n",
        certificate::status_name(answer.status),
        certificate::objective_name(objective),
        decimal(answer.total),
        decimal(answer.bound),
        answer.pairs.len(),
    );
    vec![
        ("matching.csv", pairs(names, &answer.pairs)),
        ("certificate.json", certificate.to_owned()),
        ("summary.json", summary),
    ]
}

/// Lets the verifier read the files and judge.
#[must_use]
pub fn check(
    names: &Names,
    question: &Assignment,
    answer: &Answer,
    objective: Objective,
    certificate: &str,
) -> Checked {
    if question.pairs.len() > MOST_PAIRS {
        return Checked::TooLarge;
    }
    let answer = answer_files(names, answer, objective, certificate);
    verdict(&question_files(names, question), &answer)
}

/// What the verifier says about a question and an answer as files.
#[must_use]
pub fn verdict(question: &[File], answer: &[File]) -> Checked {
    match judged(question, answer) {
        Ok(Ok(Verdict::Optimal)) => Checked::Optimal,
        Ok(Ok(Verdict::Stable)) => Checked::Stable,
        Ok(Ok(Verdict::Within { .. })) => Checked::Within,
        Ok(Ok(Verdict::Admissible | Verdict::Impossible)) => Checked::Admissible,
        Ok(Err(wrong)) => Checked::Wrong(wrong.to_string()),
        Err(trouble) => Checked::Wrong(trouble.to_string()),
    }
}

fn judged(question: &[File], answer: &[File]) -> io::Result<Result<Verdict, verifier::Wrong>> {
    let folder = tempfile::tempdir()?;
    let (asked, out) = (folder.path().join("question"), folder.path().join("answer"));
    write(&asked, question)?;
    write(&out, answer)?;
    Ok(verifier::verify(&asked, &out))
}

fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    fs::create_dir(folder)?;
    files.iter().try_for_each(|(name, content)| fs::write(folder.join(name), content))
}

fn pairs(names: &Names, pairs: &[Pair]) -> String {
    let mut text = "left,right,score\n".to_owned();
    for pair in pairs {
        let (left, right) = (&names.left[pair.left as usize], &names.right[pair.right as usize]);
        put(&mut text, &[left, right, &decimal(pair.score.into())]);
    }
    text
}

fn couples(names: &Names, couples: &[(u32, u32)]) -> String {
    let mut text = "left,right\n".to_owned();
    for &(left, right) in couples {
        put(&mut text, &[&names.left[left as usize], &names.right[right as usize]]);
    }
    text
}

/// Ids are ours and hold no separator; organisations' names may.
pub(super) fn put(text: &mut String, cells: &[&str]) {
    let cell = |cell: &&str| match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => (*cell).to_owned(),
    };
    let line = cells.iter().map(cell).collect::<Vec<_>>().join(",");
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

/// Units as a decimal number, exactly.
#[must_use]
pub fn decimal(units: i128) -> String {
    let scale = i128::from(SCALE);
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.abs() / scale, units.abs() % scale);
    let rest = format!("{rest:06}");
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_written_exactly() {
        let shown = [0, 1, -1_500_000, 72_340_000, 3_000_000].map(decimal);
        assert_eq!(shown, ["0", "0.000001", "-1.5", "72.34", "3"]);
    }
}
