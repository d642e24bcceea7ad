//! The auction: who has no seat bids for the best one, up to where the second best is as good.

use super::lists::Lists;
use super::paths::State;
use crate::watch::Watch;

const NONE: u32 = u32::MAX;

/// Nobody is matched; bidders may pay all that their best partner is worth.
pub(super) fn none(lists: &Lists) -> State {
    let best = (0..lists.seats[0].len())
        .map(|a| lists.of_bidder(a).next().map_or(0, |e| lists.score[e].max(0)))
        .collect();
    State::new(lists, [best, vec![0; lists.seats[1].len()]])
}

/// Exact prices and a matching that fits them, nearly complete.
pub(super) fn run(lists: &Lists, hint: Option<Vec<i64>>, watch: Watch) -> Option<State> {
    let most = lists.score.iter().copied().max().unwrap_or(0);
    let warm = hint.is_some();
    let mut reserve = hint.unwrap_or_else(|| vec![0; lists.seats[1].len()]);
    let mut hall = Hall::new(lists);
    let mut step = most / 8;
    while !warm && step > FINEST {
        hall.open(&reserve);
        hall.bid(step, usize::MAX);
        if !watch.see(0, 0, None) {
            return None;
        }
        for (reserve, price) in reserve.iter_mut().zip(&hall.price) {
            // Increments have carried prices a little too far.
            *reserve = (price - step).max(0);
        }
        step /= SHRINK;
    }
    hall.open(&reserve);
    hall.bid(0, 4 * lists.seats[0].len() + 1000);
    Some(hall.close())
}

const SHRINK: i64 = 5;
const FINEST: i64 = 0;

/// Seats, their bids and prices.
struct Hall<'a> {
    lists: &'a Lists,
    price: Vec<i64>,
    /// By seat holder: where their seats begin.
    first: Vec<usize>,
    taken: Vec<u32>,
    /// By seat: the bid and the edge.
    bids: Vec<(i64, u32)>,
    waiting: Vec<u32>,
    refused: Vec<u32>,
}

impl<'a> Hall<'a> {
    fn new(lists: &'a Lists) -> Self {
        let mut first = vec![0];
        for (b, &seats) in lists.seats[1].iter().enumerate() {
            let room = (seats as usize).min(lists.degree(1, b));
            first.push(first[b] + room);
        }
        let all = first.last().copied().unwrap_or(0);
        Self {
            lists,
            price: Vec::new(),
            taken: vec![0; lists.seats[1].len()],
            bids: vec![(0, NONE); all],
            first,
            waiting: Vec::new(),
            refused: Vec::new(),
        }
    }

    fn open(&mut self, reserve: &[i64]) {
        self.price = reserve.to_vec();
        self.taken.fill(0);
        self.refused.clear();
        self.waiting = (0..self.lists.seats[0].len() as u32).rev().collect();
    }

    /// Bidding goes on until everybody has a seat or wants none, or after `most` bids.
    fn bid(&mut self, step: i64, most: usize) {
        let mut bids = 0;
        while let Some(who) = self.waiting.pop() {
            bids += 1;
            if bids > most {
                return;
            }
            // The best and the second best seat; staying out is worth nought.
            let (mut best, mut second, mut choice) = (0, 0, usize::MAX);
            for edge in self.lists.of_bidder(who as usize) {
                let score = self.lists.score[edge];
                if score <= second {
                    break;
                }
                let value = score - self.price[self.lists.partner[edge] as usize];
                if value > best {
                    second = best;
                    best = value;
                    choice = edge;
                } else if value > second {
                    second = value;
                }
            }
            if choice != usize::MAX {
                self.place(choice, best - second + step);
            }
        }
    }

    fn place(&mut self, edge: usize, raise: i64) {
        let b = self.lists.partner[edge] as usize;
        let (first, room) = (self.first[b], self.first[b + 1] - self.first[b]);
        let bid = (self.price[b] + raise, edge as u32);
        let taken = self.taken[b] as usize;
        let lowest = |bids: &[(i64, u32)]| (0..bids.len()).min_by_key(|&s| bids[s].0).unwrap_or(0);
        if taken < room {
            self.bids[first + taken] = bid;
            self.taken[b] += 1;
            if taken + 1 == room && room as i64 == self.lists.seats[1][b] {
                let bids = &self.bids[first..first + room];
                self.price[b] = bids[lowest(bids)].0.max(self.price[b]);
            }
            return;
        }
        let bids = &mut self.bids[first..first + room];
        let out = lowest(bids);
        if bid.0 <= bids[out].0 {
            self.refused.push(self.lists.bidder[edge]);
            return;
        }
        let gone = std::mem::replace(&mut bids[out], bid);
        self.price[b] = bids[lowest(bids)].0;
        self.waiting.push(self.lists.bidder[gone.1 as usize]);
    }

    /// The state for exact completion: prices of bidders follow from those of seats.
    fn close(self) -> State {
        let worth = |a: usize| {
            let values = self.lists.of_bidder(a);
            let value = |e: usize| self.lists.score[e] - self.price[self.lists.partner[e] as usize];
            values.map(value).max().unwrap_or(0).max(0)
        };
        let mine = (0..self.lists.seats[0].len()).map(worth).collect();
        let mut state = State::new(self.lists, [mine, self.price]);
        for b in 0..self.taken.len() {
            for seat in self.first[b]..self.first[b] + self.taken[b] as usize {
                state.pair(self.lists, self.bids[seat].1 as usize);
            }
        }
        state
    }
}
