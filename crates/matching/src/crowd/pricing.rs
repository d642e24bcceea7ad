//! Looking over all pairs with the prices of an answer for those that could still improve it.

use super::candidates::Shortlist;
use super::rows::Rows;
use super::solve::CrowdQuestion;
use crate::answer::{Answer, OrganisationPrice, Stage, StageGoal};
use crate::question::{Pair, Seats};

/// The pairs that the prices do not rule out, the most promising `keep` of each person on the
/// left. None: the answer is the best over all pairs.
pub(super) fn improving(
    question: &CrowdQuestion,
    rows: &mut Rows,
    answer: &Answer,
    keep: usize,
) -> Vec<Pair> {
    let stages = &answer.certificate.stages;
    let charges: Vec<Charges> = stages.iter().map(|s| Charges::of(question, s)).collect();
    let mut settled = question.forbidden.clone();
    settled.extend(answer.pairs.iter().map(|p| (p.left, p.right)));
    settled.sort_unstable();
    let people: Vec<u32> = question.right.iter().map(|m| m.person).collect();
    let seated: Vec<bool> = question.right.iter().map(|m| m.seats.most > 0).collect();
    let mut found = Vec::new();
    for (l, a) in question.left.iter().enumerate().filter(|(_, m)| m.seats.most > 0) {
        let mut mine = Shortlist::default();
        // Nearly all pairs are ruled out by the first stage alone.
        let (goal, first) = match (stages.first(), charges.first()) {
            (Some(stage), Some(charge)) => (stage.goal, charge),
            _ => return found,
        };
        let own = first.left[l];
        for ((r, &score), &charge) in rows.of(a.person).iter().enumerate().zip(&first.right) {
            let worth = if goal == StageGoal::Places { 1 } else { score };
            if worth < own + charge || score < 0 || people[r] == a.person || !seated[r] {
                continue;
            }
            let Some(gain) = gain(stages, &charges, l, r, score) else { continue };
            // Made and forbidden pairs must not push out those that can still come in.
            if settled.binary_search(&(l as u32, r as u32)).is_err() {
                let pair = Pair { left: l as u32, right: r as u32, score };
                mine.offer_at(pair, gain, keep, |p| {
                    let gain = self::gain(stages, &charges, l, p.right as usize, p.score);
                    gain.unwrap_or(0)
                });
            }
        }
        found.append(&mut mine.pairs);
    }
    found
}

/// What the prices of a stage charge each person, quotas included.
struct Charges {
    left: Vec<i64>,
    right: Vec<i64>,
}

impl Charges {
    fn of(question: &CrowdQuestion, stage: &Stage) -> Self {
        let quota = |seats: &Seats, pick: fn(&OrganisationPrice) -> i128| {
            let number = seats.organisation;
            let priced = stage.organisations.iter().find(|o| Some(o.organisation) == number);
            priced.map_or(0, pick)
        };
        let left = question.left.iter().zip(&stage.left);
        let right = question.right.iter().zip(&stage.right);
        Self {
            left: left.map(|(m, p)| near(p + quota(&m.seats, |o| o.left + o.balance))).collect(),
            right: right.map(|(m, p)| near(p + quota(&m.seats, |o| o.right - o.balance))).collect(),
        }
    }
}

/// Prices within a range that sums of three never leave; beyond it they decide just the same.
fn near(price: i128) -> i64 {
    price.clamp(i128::from(i64::MIN / 4), i128::from(i64::MAX / 4)) as i64
}

/// By how much a pair beats the prices in the first stage that does not settle it.
fn gain(stages: &[Stage], charges: &[Charges], l: usize, r: usize, score: i64) -> Option<i64> {
    let mut floor = i64::MIN;
    for (stage, charge) in stages.iter().zip(charges) {
        let worth = match stage.goal {
            StageGoal::Places => 1,
            StageGoal::Total => score,
            StageGoal::FewAtMost(level) => {
                if score > floor && score < level {
                    return None;
                }
                floor = level;
                -i64::from(score <= level)
            }
        };
        let slack = worth - charge.left[l] - charge.right[r];
        if slack != 0 {
            return (slack > 0).then_some(slack);
        }
    }
    None
}
