//! The best total where only the most of each person binds and the pairs come in order: nothing is
//! copied but the scores.

use super::finish;
use crate::answer::{Answer, Certificate, Stage, StageGoal, Status};
use crate::question::{Assignment, Pair, Seats};
use crate::swift::{Done, Hint, Task, best};
use crate::watch::Watch;

/// The answer, if the question is of that form; cancelled when the watcher stopped it.
pub(super) fn answer(
    question: &Assignment,
    earlier: Option<&Answer>,
    watch: Watch,
) -> Option<Answer> {
    let bound = question.fixed.len() + question.forbidden.len() + question.quotas.len();
    let owed = question.left.iter().chain(&question.right).any(|s| s.least > 0);
    if bound > 0 || owed || !stand_once(question) {
        return None;
    }
    let most = |seats: &[Seats]| seats.iter().map(|s| i64::from(s.most)).collect::<Vec<_>>();
    let (left, right) = (most(&question.left), most(&question.right));
    let pairs = &question.pairs;
    let worth = |n: usize| pairs[n].score;
    let hint = earlier.and_then(|answer| {
        let stage = answer.certificate.last()?;
        let prices = [known(&stage.left, left.len())?, known(&stage.right, right.len())?];
        let lasting = answer
            .pairs
            .iter()
            .all(|p| (p.left as usize) < left.len() && (p.right as usize) < right.len());
        lasting.then_some(Hint { prices, made: &answer.pairs })
    });
    let task = Task { left: &left, right: &right, pairs, worth, hint };
    let Some(mut done) = best(&task, 0, watch) else {
        return Some(super::nothing(question, Status::Cancelled, Vec::new()));
    };
    price_the_seatless(question, &mut done);
    add_worthless(question, &mut done.made);
    let wide = |prices: Vec<i64>| prices.into_iter().map(i128::from).collect();
    let stage = Stage {
        goal: StageGoal::Total,
        left: wide(done.left),
        right: wide(done.right),
        organisations: Vec::new(),
        total: super::sum(&done.made),
        bound: done.bound,
    };
    let certificate = Certificate { stages: vec![stage] };
    Some(finish(question, done.made, Status::Optimal, done.bound, certificate))
}

/// Earlier prices, nought for who is new.
fn known(prices: &[i128], people: usize) -> Option<Vec<i64>> {
    let known = prices.iter().map(|&p| i64::try_from(p).ok()).chain(std::iter::repeat(Some(0)));
    known.take(people).collect()
}

/// Whether the pairs stand together by one of the sides, each of them once.
fn stand_once(question: &Assignment) -> bool {
    let pairs = &question.pairs;
    if pairs.is_sorted_by_key(|p| p.left) {
        none_twice(pairs, question.right.len(), |p| (p.left, p.right))
    } else {
        let by_right = |p: &Pair| (p.right, p.left);
        pairs.is_sorted_by_key(|p| p.right) && none_twice(pairs, question.left.len(), by_right)
    }
}

/// Whether nobody stands twice with the same other one, who all stand together.
fn none_twice(pairs: &[Pair], others: usize, of: impl Fn(&Pair) -> (u32, u32)) -> bool {
    let mut seen = vec![u32::MAX; others];
    pairs.iter().all(|p| {
        let (who, other) = of(p);
        std::mem::replace(&mut seen[other as usize], who) != who
    })
}

/// Whoever has no seat is priced so that nobody waits for them.
fn price_the_seatless(question: &Assignment, done: &mut Done) {
    let none = |seats: &[Seats]| seats.iter().any(|s| s.most == 0);
    if !none(&question.left) && !none(&question.right) {
        return;
    }
    for p in &question.pairs {
        let (l, r) = (p.left as usize, p.right as usize);
        if question.left[l].most == 0 {
            done.left[l] = done.left[l].max(p.score - done.right[r]);
        } else if question.right[r].most == 0 {
            done.right[r] = done.right[r].max(p.score - done.left[l]);
        }
    }
}

/// Pairs that count nothing are still made where both have a seat left, by left and right.
fn add_worthless(question: &Assignment, made: &mut Vec<Pair>) {
    let free = |seats: &[Seats]| seats.iter().map(|s| s.most).collect::<Vec<_>>();
    let (mut left, mut right) = (free(&question.left), free(&question.right));
    for p in made.iter() {
        left[p.left as usize] -= 1;
        right[p.right as usize] -= 1;
    }
    if left.iter().all(|&s| s == 0) || right.iter().all(|&s| s == 0) {
        return;
    }
    let open = |p: &&Pair| p.score == 0 && left[p.left as usize] > 0 && right[p.right as usize] > 0;
    let mut worthless: Vec<Pair> = question.pairs.iter().filter(open).copied().collect();
    worthless.sort_unstable();
    for p in worthless {
        let (l, r) = (p.left as usize, p.right as usize);
        if left[l] > 0 && right[r] > 0 {
            left[l] -= 1;
            right[r] -= 1;
            made.push(p);
        }
    }
}
