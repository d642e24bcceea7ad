//! The auction: who has no seat bids for the best one, up to where the second best is as good.

use super::lists::{Entry, Lists};
use super::paths::State;
use crate::watch::Watch;

/// Nobody is matched; bidders may pay all that their best partner is worth.
pub(super) fn none<E: Entry>(lists: &Lists<E>) -> State {
    let best = (0..lists.seats[0].len())
        .map(|a| lists.list(0, a).0.first().map_or(0, |e| e.score()))
        .collect();
    State::new(lists, [best, vec![0; lists.seats[1].len()]])
}

/// The pairs of an earlier answer that fit these prices of the holders; bidders' prices follow.
pub(super) fn kept<E: Entry>(
    lists: &Lists<E>,
    prices: Vec<i64>,
    made: impl Iterator<Item = (u32, u32)>,
) -> State {
    let mut hall = Hall::new(lists);
    hall.price = prices;
    let mut state = hall.close();
    for (bidder, holder) in made {
        let whole = lists.of_bidder(bidder as usize);
        let (list, _) = lists.list(0, bidder as usize);
        if let Some(at) = list.iter().position(|e| e.other() == holder) {
            state.pair_if_fit(lists, bidder, (whole.start + at) as u32);
        }
    }
    state
}

/// Exact prices and a matching that fits them, nearly complete. A warm start needs no increments.
pub(super) fn run<E: Entry>(
    lists: &Lists<E>,
    warm: Option<Vec<i64>>,
    watch: Watch,
) -> Option<State> {
    let heads = (0..lists.seats[0].len()).filter_map(|a| lists.list(0, a).0.first());
    let most = heads.map(|e| e.score()).max().unwrap_or(0);
    let mut step = if warm.is_some() { 0 } else { most / 8 };
    let mut reserve = warm.unwrap_or_else(|| vec![0; lists.seats[1].len()]);
    let mut hall = Hall::new(lists);
    while step > 0 {
        hall.open(&reserve);
        hall.bid(step, usize::MAX);
        if !watch.see(0, 0, None) {
            return None;
        }
        for (reserve, price) in reserve.iter_mut().zip(&hall.price) {
            // Increments have carried prices a little too far.
            *reserve = (price - BACK * step).max(0);
        }
        step /= SHRINK;
    }
    hall.open(&reserve);
    hall.exchanges = EXCHANGES * lists.seats[0].len();
    hall.bid(0, EXCHANGES * lists.seats[0].len() + 4 * lists.seats[0].len() + 1000);
    Some(hall.close())
}

const SHRINK: i64 = 7;

/// Increments that a price goes back between rounds: seats left empty at a price cost a search each.
const BACK: i64 = 2;

/// Exchanges of equal bids for each bidder, in the last round.
const EXCHANGES: usize = 4;

/// Seats, their bids and prices.
struct Hall<'a, E> {
    lists: &'a Lists<E>,
    price: Vec<i64>,
    taken: Vec<u32>,
    /// By seat: the bid, the bidder and the edge.
    bids: Vec<(i64, u32, u32)>,
    waiting: Vec<u32>,
    /// How many exchanges of equal bids are left.
    exchanges: usize,
}

impl<'a, E: Entry> Hall<'a, E> {
    fn new(lists: &'a Lists<E>) -> Self {
        let all = lists.places[1].last().copied().unwrap_or(0);
        Self {
            lists,
            price: Vec::new(),
            taken: vec![0; lists.seats[1].len()],
            bids: vec![(0, 0, 0); all],
            waiting: Vec::new(),
            exchanges: 0,
        }
    }

    fn room(&self, holder: usize) -> usize {
        self.lists.places[1][holder + 1] - self.lists.places[1][holder]
    }

    fn open(&mut self, reserve: &[i64]) {
        self.price = reserve.to_vec();
        self.taken.fill(0);
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
            let (best, second, choice) = self.best_two(who as usize, bids);
            if choice != usize::MAX {
                self.place(who, choice, best - second + step);
            }
        }
    }

    /// The best and the second best seat; staying out is worth nought. Among equally good seats a
    /// free one is chosen, or else any of them by turns.
    #[inline]
    fn best_two(&self, who: usize, turn: usize) -> (i64, i64, usize) {
        let (mut best, mut second, mut choice) = (0, 0, usize::MAX);
        let (list, ordered) = self.lists.list(0, who);
        for (n, edge) in list.iter().enumerate() {
            let score = edge.score();
            if score <= second {
                if n < ordered && score < second.max(1) {
                    return (best, second, choice);
                }
                continue;
            }
            let other = edge.other();
            let value = score - self.price[other as usize];
            if value > best {
                second = best;
                best = value;
                choice = n;
            } else if value > second {
                second = value;
                if value == best && self.is_better(list, choice, other, turn) {
                    choice = n;
                }
            } else if value == second
                && value == best
                && choice != usize::MAX
                && self.is_better(list, choice, other, turn)
            {
                choice = n;
            }
        }
        (best, second, choice)
    }

    /// Whether a seat is to be preferred to one that is as good.
    fn is_better(&self, list: &[E], choice: usize, other: u32, turn: usize) -> bool {
        let free = |holder: u32| {
            let b = holder as usize;
            (self.taken[b] as usize) < self.room(b)
        };
        !free(list[choice].other()) && (free(other) || (turn ^ other as usize).is_multiple_of(3))
    }

    fn place(&mut self, who: u32, choice: usize, raise: i64) {
        let edge = self.lists.number(0, who as usize, choice);
        let b = self.lists.partner(edge) as usize;
        let (first, room) = (self.lists.places[1][b], self.room(b));
        let bid = (self.price[b] + raise, who, edge);
        let taken = self.taken[b] as usize;
        let lowest =
            |bids: &[(i64, u32, u32)]| (0..bids.len()).min_by_key(|&s| bids[s].0).unwrap_or(0);
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
        // Without an increment, equal bids exchange seats for a while: most find a free one so, and
        // a search sees to the rest.
        let equal = bid.0 == bids[out].0 && self.exchanges > 0;
        if equal {
            self.exchanges -= 1;
        }
        if bid.0 > bids[out].0 || equal {
            let gone = std::mem::replace(&mut bids[out], bid);
            self.price[b] = bids[lowest(bids)].0;
            self.waiting.push(gone.1);
        }
    }

    /// The state for exact completion: prices of bidders follow from those of seats.
    fn close(self) -> State {
        let worth = |a: usize| self.best_two(a, 0).0;
        let mine = (0..self.lists.seats[0].len()).map(worth).collect();
        let mut seats = Vec::new();
        for b in 0..self.taken.len() {
            let taken = self.lists.places[1][b]..self.lists.places[1][b] + self.taken[b] as usize;
            seats.extend(self.bids[taken].iter().map(|&(_, who, edge)| (who, edge)));
        }
        let mut state = State::new(self.lists, [mine, self.price]);
        for (who, edge) in seats {
            state.pair(self.lists, who, edge);
        }
        state
    }
}
