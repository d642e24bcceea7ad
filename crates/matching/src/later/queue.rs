//! A standing network: people come one by one and are served at once.

use crate::assignment::solve;
use crate::question::{Assignment, Objective, Pair, Seats};

/// Seats that are given out one by one. The fuller somebody is, the less a pair with them counts, so
/// that demand spreads and good seats are left for those who need them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    seats: Vec<u32>,
    taken: Vec<u32>,
}

/// Thousandths of a score that count at each twentieth of load: `(1 − e^(x−1)) / (1 − e^−1)`, the
/// trade-off that is never below 63 % of hindsight when seats are many.
const COUNTS: [i128; 21] = [
    1000, 970, 939, 906, 871, 835, 796, 756, 714, 669, 622, 573, 522, 467, 410, 350, 287, 220, 151,
    77, 0,
];

impl Queue {
    /// Everybody's seats, all free.
    #[must_use]
    pub fn new(seats: Vec<u32>) -> Self {
        Self { taken: vec![0; seats.len()], seats }
    }

    /// Serves who comes: the choice among (who, score), or nobody when there is no seat of worth.
    pub fn arrive(&mut self, choices: &[(u32, i64)]) -> Option<u32> {
        let open =
            |who: u32| self.seats.get(who as usize).is_some_and(|&s| self.taken[who as usize] < s);
        let worth = |&&(who, score): &&(u32, i64)| {
            (i128::from(score) * self.counts(who as usize), std::cmp::Reverse(who))
        };
        let fits = choices.iter().filter(|&&(who, score)| score >= 0 && open(who));
        let chosen = fits.max_by_key(worth)?.0;
        self.taken[chosen as usize] += 1;
        Some(chosen)
    }

    /// Gives a seat back.
    pub fn leave(&mut self, who: u32) {
        if let Some(taken) = self.taken.get_mut(who as usize) {
            *taken = taken.saturating_sub(1);
        }
    }

    /// How many seats each has given.
    #[must_use]
    pub fn taken(&self) -> &[u32] {
        &self.taken
    }

    /// Millionths that count at this load, between the steps of the table in proportion.
    fn counts(&self, who: usize) -> i128 {
        let (taken, seats) = (i128::from(self.taken[who]), i128::from(self.seats[who].max(1)));
        let at = (taken * 20 / seats).min(19);
        let rest = taken * 20 - at * seats;
        let (from, to) = (COUNTS[at as usize], COUNTS[at as usize + 1]);
        // The last seat of few still counts a little, so that the best free one is chosen.
        (from * 1000 - (from - to) * 1000 * rest / seats).max(1)
    }
}

/// What serving at once cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regret {
    /// The total reached one by one.
    pub online: i128,
    /// The best total had everybody been known from the start.
    pub hindsight: i128,
    /// People served one by one.
    pub served: usize,
}

/// Plays all arrivals, each with their choices (who, score), and compares with hindsight.
#[must_use]
pub fn regret(seats: &[u32], arrivals: &[Vec<(u32, i64)>]) -> Regret {
    let mut queue = Queue::new(seats.to_vec());
    let mut online = 0;
    let mut served = 0;
    let mut pairs = Vec::new();
    for (right, choices) in arrivals.iter().enumerate() {
        let known = choices.iter().filter(|c| (c.0 as usize) < seats.len());
        pairs.extend(known.map(|&(left, score)| Pair { left, right: right as u32, score }));
        if let Some(chosen) = queue.arrive(choices) {
            let score = choices.iter().filter(|c| c.0 == chosen).map(|c| c.1).max();
            online += i128::from(score.unwrap_or(0));
            served += 1;
        }
    }
    let all = Assignment {
        left: seats.iter().map(|&s| Seats::up_to(s)).collect(),
        right: vec![Seats::up_to(1); arrivals.len()],
        pairs,
        ..Assignment::default()
    };
    Regret { online, hindsight: solve(&all, Objective::Total).total, served }
}
