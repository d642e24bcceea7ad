//! The objectives as stages: each is a best total over the answers that the stages before leave.

use super::bounds::{Bounds, Prices};
use super::circulation::{Outcome, Solved, greatest};
use super::plain;
use crate::answer::{Stage, StageGoal};
use crate::watch::Watch;

/// Why there is no answer.
pub(super) enum Stop {
    Impossible,
    Cancelled,
}

type Staged = Result<(Vec<usize>, Vec<Stage>), Stop>;

/// The greatest sum of scores.
pub(super) fn total(bounds: &Bounds, watch: Watch) -> Staged {
    let (solved, stage) = decide(bounds, StageGoal::Total, 0, watch)?;
    Ok((solved.made, vec![stage]))
}

/// The most pairs, then the greatest sum.
pub(super) fn coverage(bounds: &Bounds, watch: Watch) -> Staged {
    let mut narrowed = bounds.clone();
    let (solved, first) = decide(bounds, StageGoal::Places, 0, watch)?;
    narrowed.narrow(&solved.prices, |score| of(StageGoal::Places, score));
    let (solved, second) = match at_once(bounds, &narrowed, &solved.prices, watch) {
        Some(done) => done?,
        None => decide(&narrowed, StageGoal::Total, 1, watch)?,
    };
    Ok((solved.made, vec![first, second]))
}

/// Both stages in one, where the quick way is open: each pair counts so much more than its score that
/// the most pairs are made. What the prices exceed that by are the prices of the second stage.
fn at_once(
    bounds: &Bounds,
    narrowed: &Bounds,
    places: &Prices,
    watch: Watch,
) -> Option<Result<(Solved, Stage), Stop>> {
    let reach = bounds.pairs.iter().map(|p| i128::from(p.score).abs()).max().unwrap_or(0);
    let seats = |spans: &[(i64, i64)]| spans.iter().map(|s| i128::from(s.1)).sum::<i128>();
    let bonus = 2 * reach * seats(&bounds.left).min(seats(&bounds.right)) + 1;
    let both = |score: i64| i128::from(score) + bonus;
    let mut solved = match plain::greatest(bounds, both, 1, watch)? {
        Outcome::Cancelled => return Some(Err(Stop::Cancelled)),
        Outcome::Impossible => return Some(Err(Stop::Impossible)),
        Outcome::Solved(solved) => solved,
    };
    let beyond = |prices: &mut [i128], places: &[i128]| {
        prices.iter_mut().zip(places).for_each(|(price, place)| *price -= bonus * place);
    };
    beyond(&mut solved.prices.left, &places.left);
    beyond(&mut solved.prices.right, &places.right);
    let stage = stage(narrowed, StageGoal::Total, &solved);
    Some(Ok((solved, stage)))
}

/// The most pairs, then the smallest score as large as possible, then the second smallest …
///
/// Among answers with as many pairs, that is: as few pairs as possible at the smallest score, then
/// at the second smallest score, and so on up.
pub(super) fn worst_off(bounds: &Bounds, watch: Watch) -> Staged {
    let mut bounds = bounds.clone();
    let (mut solved, first) = decide(&bounds, StageGoal::Places, 0, watch)?;
    bounds.narrow(&solved.prices, |score| of(StageGoal::Places, score));
    let mut stages = vec![first];
    let mut floor = i64::MIN;
    while let Some(level) = next_level(&bounds, &solved.made, floor) {
        drop_between(&mut bounds, floor, level);
        let goal = StageGoal::FewAtMost(level);
        let (better, stage) = decide(&bounds, goal, stages.len() as u32, watch)?;
        bounds.narrow(&better.prices, |score| of(goal, score));
        stages.push(stage);
        solved = better;
        floor = level;
    }
    Ok((solved.made, stages))
}

/// The smallest score above `floor` of a pair of the answer that is not decided yet.
fn next_level(bounds: &Bounds, made: &[usize], floor: i64) -> Option<i64> {
    let open = made.iter().filter(|&&p| bounds.may[p].0 != bounds.may[p].1);
    open.map(|&p| bounds.pairs[p].score).filter(|&s| s > floor).min()
}

/// The answer at hand shows that no pair between the two levels is needed, so none may come back.
fn drop_between(bounds: &mut Bounds, floor: i64, level: i64) {
    for (pair, may) in bounds.pairs.iter().zip(&mut bounds.may) {
        if may.0 == 0 && pair.score > floor && pair.score < level {
            *may = (0, 0);
        }
    }
}

/// What a pair counts in a stage.
fn of(goal: StageGoal, score: i64) -> i128 {
    match goal {
        StageGoal::Places => 1,
        StageGoal::Total => i128::from(score),
        StageGoal::FewAtMost(level) => -i128::from(score <= level),
    }
}

fn decide(bounds: &Bounds, goal: StageGoal, n: u32, watch: Watch) -> Result<(Solved, Stage), Stop> {
    let quick = plain::greatest(bounds, |score| of(goal, score), n, watch);
    let outcome = quick.unwrap_or_else(|| greatest(bounds, |score| of(goal, score), n, watch));
    match outcome {
        Outcome::Cancelled => Err(Stop::Cancelled),
        Outcome::Impossible => Err(Stop::Impossible),
        Outcome::Solved(solved) => {
            let stage = stage(bounds, goal, &solved);
            Ok((solved, stage))
        }
    }
}

fn stage(bounds: &Bounds, goal: StageGoal, solved: &Solved) -> Stage {
    let worth = |score| of(goal, score);
    Stage {
        goal,
        left: solved.prices.left.clone(),
        right: solved.prices.right.clone(),
        organisations: solved.prices.organisations.clone(),
        total: solved.made.iter().map(|&p| worth(bounds.pairs[p].score)).sum(),
        bound: bounds.proved(&solved.prices, worth),
    }
}
