//! Among answers that are equally good, the one that is nearest to another.
//!
//! A decision about one pair must not move people whom it does not concern. Many answers can be
//! equally good, and the engine gives any of them; so the question is asked once more with scores
//! so fine that a pair of the other answer breaks a tie and decides nothing else.

use matching::{Answer, Assignment, LIMIT, Objective, Pair, Status, solve};

/// Questions of more pairs than this are not asked a second time.
const MOST_PAIRS: usize = 500_000;

/// The answer of the same worth that shares the most pairs with `near` (sorted positions).
pub(super) fn nearest(
    question: &Assignment,
    objective: Objective,
    answer: Answer,
    near: &[(u32, u32)],
) -> Answer {
    let orderly = matches!(objective, Objective::Total | Objective::Coverage);
    if near.is_empty() || !orderly || answer.status != Status::Optimal {
        return answer;
    }
    if question.pairs.len() > MOST_PAIRS {
        return answer;
    }
    let Some(finer) = finer(question, near) else { return answer };
    let moved = solve(&finer, objective);
    let mut pairs = moved.pairs;
    for pair in &mut pairs {
        pair.score = pair.score.div_euclid(step(near));
    }
    let total: i128 = pairs.iter().map(|pair| i128::from(pair.score)).sum();
    let same_worth = moved.status == Status::Optimal
        && pairs.len() == answer.pairs.len()
        && total == answer.total;
    if !same_worth {
        return answer;
    }
    let (unmatched_left, unmatched_right) = (moved.unmatched_left, moved.unmatched_right);
    Answer { pairs, unmatched_left, unmatched_right, ..answer }
}

/// More than all ties together can add.
fn step(near: &[(u32, u32)]) -> i64 {
    i64::try_from(near.len()).unwrap_or(i64::MAX).saturating_add(1)
}

fn finer(question: &Assignment, near: &[(u32, u32)]) -> Option<Assignment> {
    let finer = |pair: &Pair| {
        let kept = near.binary_search(&(pair.left, pair.right)).is_ok();
        let score = pair.score.checked_mul(step(near))?.checked_add(i64::from(kept))?;
        (score.abs() <= LIMIT).then_some(Pair { score, ..*pair })
    };
    let pairs: Option<Vec<Pair>> = question.pairs.iter().map(finer).collect();
    Some(Assignment { pairs: pairs?, ..question.clone() })
}

#[cfg(test)]
mod tests {
    use matching::Seats;

    use super::*;

    fn square(score: impl Fn(u32, u32) -> i64) -> Assignment {
        let cells = (0..4).flat_map(|left| (0..4).map(move |right| (left, right)));
        Assignment {
            left: vec![Seats::up_to(1); 4],
            right: vec![Seats::up_to(1); 4],
            pairs: cells
                .map(|(left, right)| Pair { left, right, score: score(left, right) })
                .collect(),
            ..Assignment::default()
        }
    }

    fn couples(answer: &Answer) -> Vec<(u32, u32)> {
        answer.pairs.iter().map(|pair| (pair.left, pair.right)).collect()
    }

    #[test]
    fn where_all_answers_are_equal_the_other_one_is_kept() {
        let question = square(|_, _| 50_000_000);
        let near = [(0, 3), (1, 2), (2, 1), (3, 0)];
        let answer = solve(&question, Objective::Coverage);
        let (total, nearest) =
            (answer.total, nearest(&question, Objective::Coverage, answer, &near));
        assert_eq!(couples(&nearest), near);
        assert_eq!(nearest.total, total);
        assert!(nearest.pairs.iter().all(|pair| pair.score == 50_000_000));
    }

    #[test]
    fn a_better_answer_is_never_given_up_for_a_nearer_one() {
        let question = square(|left, right| if left == right { 2 } else { 1 });
        let near = [(0, 1), (1, 0), (2, 3), (3, 2)];
        let answer = solve(&question, Objective::Total);
        let best = couples(&answer);
        assert_eq!(couples(&nearest(&question, Objective::Total, answer, &near)), best);
    }
}
