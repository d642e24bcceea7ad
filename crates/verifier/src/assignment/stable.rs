//! Stability: no pair that was passed over would suit both better than what they have.

use super::matching::Matching;
use super::question::Question;
use crate::{Verdict, Wrong};

pub(super) fn verify(question: &Question, matching: &Matching) -> Result<Verdict, Wrong> {
    let mut least =
        (vec![i128::MAX; question.left.people.len()], vec![i128::MAX; question.right.people.len()]);
    for c in matching.made.iter().filter(|c| !question.fixed.contains(c)) {
        least.0[c.0] = least.0[c.0].min(question.scores[c]);
        least.1[c.1] = least.1[c.1].min(question.scores[c]);
    }
    for (couple, &score) in &question.scores {
        let (l, r) = *couple;
        let passed = score >= 0 && !matching.made.contains(couple);
        if !passed || question.forbidden.contains(couple) {
            continue;
        }
        let left = matching.left[l] < question.left.people[l].most || score > least.0[l];
        let right = matching.right[r] < question.right.people[r].most || score > least.1[r];
        let full = |person| question.quota(person).is_some();
        let quota = full(&question.left.people[l]) || full(&question.right.people[r]);
        if left && right && !quota {
            let what = format!("{} would rather have each other", question.named(*couple));
            return Err(Wrong::at("matching.csv", &what));
        }
    }
    Ok(Verdict::Stable)
}
