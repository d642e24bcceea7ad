//! Booking: pairs and the slots in which they meet, so that nobody is in two places at once.

mod network;
mod search;

use std::collections::BTreeSet;

use crate::answer::Status;
use crate::question::Pair;
use crate::watch::Watch;

/// Who can meet whom, when, and how often. A pair meets at most once.
#[derive(Clone, Debug, Default)]
pub struct Booking {
    /// By person on the left: the most meetings.
    pub left: Vec<u32>,
    /// By person on the right: the most meetings.
    pub right: Vec<u32>,
    /// By person on the left: the numbers of the slots that suit them.
    pub left_slots: Vec<Vec<u32>>,
    /// By person on the right: the numbers of the slots that suit them.
    pub right_slots: Vec<Vec<u32>>,
    /// The possible pairs.
    pub pairs: Vec<Pair>,
}

/// What the best answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingObjective {
    /// The greatest sum of scores.
    Total,
    /// The most meetings, then the greatest sum.
    Coverage,
}

/// A meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meeting {
    /// Who meets whom.
    pub pair: Pair,
    /// When.
    pub slot: u32,
}

/// Prices that prove the bound: of a person's meetings, and of a person in a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookingStage {
    /// By person on the left.
    pub left: Vec<i128>,
    /// By person on the right.
    pub right: Vec<i128>,
    /// (person, slot, price) on the left.
    pub left_slots: Vec<(u32, u32, i128)>,
    /// (person, slot, price) on the right.
    pub right_slots: Vec<(u32, u32, i128)>,
    /// What each meeting counts beyond its score, in units.
    pub bonus: i128,
}

/// The answer to a booking question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingAnswer {
    /// The meetings, in order.
    pub meetings: Vec<Meeting>,
    /// What is known about the quality.
    pub status: Status,
    /// Sum of the scores.
    pub total: i128,
    /// No answer is above this; for coverage, each meeting fewer or more counts `stage.bonus`.
    pub bound: i128,
    /// The proof.
    pub stage: BookingStage,
}

/// The best meetings, with their proof.
#[must_use]
pub fn solve(booking: &Booking, objective: BookingObjective) -> BookingAnswer {
    solve_watched(booking, objective, Watch::nobody())
}

/// Like [`solve`]; the watcher may stop the work.
#[must_use]
pub fn solve_watched(
    booking: &Booking,
    objective: BookingObjective,
    watch: Watch,
) -> BookingAnswer {
    let pairs = possible(booking);
    let reach = pairs.iter().map(|p| i128::from(p.score).abs()).max().unwrap_or(0);
    let bonus = match objective {
        BookingObjective::Total => 0,
        BookingObjective::Coverage => 2 * reach * meetings(booking) + 1,
    };
    search::best(booking, &pairs, bonus, watch)
}

/// The most meetings that seats alone allow.
fn meetings(booking: &Booking) -> i128 {
    let sum = |seats: &[u32]| seats.iter().map(|&s| i128::from(s)).sum::<i128>();
    sum(&booking.left).min(sum(&booking.right)).max(1)
}

fn possible(booking: &Booking) -> Vec<Pair> {
    let known = |p: &&Pair| {
        (p.left as usize) < booking.left.len() && (p.right as usize) < booking.right.len()
    };
    let mut pairs: Vec<Pair> = booking.pairs.iter().filter(known).copied().collect();
    pairs.sort_unstable_by_key(|p| (p.left, p.right, -p.score));
    pairs.dedup_by_key(|p| (p.left, p.right));
    pairs
}

/// The slots that suit both, in rising order.
fn common(booking: &Booking, pair: &Pair) -> Vec<u32> {
    let of = |all: &[Vec<u32>], i: u32| -> BTreeSet<u32> {
        all.get(i as usize).into_iter().flatten().copied().collect()
    };
    let (left, right) = (of(&booking.left_slots, pair.left), of(&booking.right_slots, pair.right));
    left.intersection(&right).copied().collect()
}
