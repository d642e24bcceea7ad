//! Shortest augmenting paths: whoever has a price and a free seat gets a partner, or a price of nought.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lists::{Entry, Lists};
use super::partners::Partners;
use crate::watch::Watch;

/// Prices of both sides and a matching that fits them: a pair that is not made is worth at most
/// both prices, a pair that is made at least both.
pub(super) struct State {
    pub prices: [Vec<i64>; 2],
    with: [Partners; 2],
}

impl State {
    pub(super) fn new<E: Entry>(lists: &Lists<E>, prices: [Vec<i64>; 2]) -> Self {
        Self { prices, with: [Partners::none(&lists.places[0]), Partners::none(&lists.places[1])] }
    }

    pub(super) fn pair<E: Entry>(&mut self, lists: &Lists<E>, bidder: u32, edge: u32) {
        let holder = lists.partner(edge);
        self.with[0].add(lists.places[0][bidder as usize], bidder, (holder, edge));
        self.with[1].add(lists.places[1][holder as usize], holder, (bidder, edge));
    }

    /// Makes the pair if both have a seat and it is worth both prices.
    pub(super) fn pair_if_fit<E: Entry>(&mut self, lists: &Lists<E>, bidder: u32, edge: u32) {
        let holder = lists.partner(edge) as usize;
        let prices = self.prices[0][bidder as usize] + self.prices[1][holder];
        let full = self.is_full(lists, 0, bidder as usize) || self.is_full(lists, 1, holder);
        if !full && lists.score(edge) >= prices {
            self.pair(lists, bidder, edge);
        }
    }

    /// How many people have a price and a free seat.
    pub(super) fn open<E: Entry>(&self, lists: &Lists<E>) -> usize {
        let open = |side: usize| {
            (0..lists.seats[side].len()).filter(move |&who| self.lacks(lists, side, who)).count()
        };
        open(0) + open(1)
    }

    fn part<E: Entry>(&mut self, lists: &Lists<E>, bidder: u32, edge: u32) {
        let holder = lists.partner(edge);
        self.with[0].remove(lists.places[0][bidder as usize], bidder, edge);
        self.with[1].remove(lists.places[1][holder as usize], holder, edge);
    }

    fn of<E: Entry>(&self, lists: &Lists<E>, side: usize, who: u32) -> &[(u32, u32)] {
        self.with[side].of(lists.places[side][who as usize], who)
    }

    /// The pairs made: bidder, holder and edge, in the order of the bidders.
    pub(super) fn made<E: Entry>(&self, lists: &Lists<E>) -> Vec<(u32, u32, u32)> {
        let all = 0..lists.seats[0].len() as u32;
        let of = |who: u32| self.of(lists, 0, who).iter().map(move |&(b, edge)| (who, b, edge));
        all.flat_map(of).collect()
    }

    fn is_full<E: Entry>(&self, lists: &Lists<E>, side: usize, who: usize) -> bool {
        i64::from(self.with[side].count(who)) >= lists.seats[side][who]
    }

    fn lacks<E: Entry>(&self, lists: &Lists<E>, side: usize, who: usize) -> bool {
        self.prices[side][who] > 0 && !self.is_full(lists, side, who)
    }
}

/// Searches from everybody who lacks a partner at a price, on both sides.
pub(super) fn complete<E: Entry>(
    lists: &Lists<E>,
    state: &mut State,
    stage: u32,
    watch: Watch,
) -> Option<()> {
    let mut search = Search::new(lists);
    for side in [0, 1] {
        let people = lists.seats[side].len();
        for who in 0..people {
            let mut seats = lists.seats[side][who];
            while seats > 0 && state.lacks(lists, side, who) {
                search.run(lists, state, side, who as u32);
                seats -= 1;
                search.count += 1;
                if search.count.is_multiple_of(64)
                    && !watch.see(stage, who as u64, Some(people as u64))
                {
                    return None;
                }
            }
        }
    }
    Some(())
}

const NONE: u32 = u32::MAX;

/// How a person was reached: from whom, by which edge, at what distance.
#[derive(Clone, Copy)]
struct Way {
    distance: i64,
    from: u32,
    edge: u32,
    seen: u32,
}

/// A tree of shortest ways: near = the side of the root, far = the other.
struct Search {
    way: [Vec<Way>; 2],
    closed: Vec<u32>,
    stamp: u32,
    touched: Vec<(u8, u32)>,
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    count: u64,
}

/// Where a search may end: at a far person with a free seat, or a near one who stays out.
#[derive(Clone, Copy)]
enum End {
    Far(u32),
    Near(u32),
}

impl Search {
    fn new<E: Entry>(lists: &Lists<E>) -> Self {
        let sizes = [lists.seats[0].len(), lists.seats[1].len()];
        let nowhere = Way { distance: 0, from: NONE, edge: NONE, seen: 0 };
        Self {
            way: sizes.map(|n| vec![nowhere; n]),
            closed: vec![0; sizes[0].max(sizes[1])],
            stamp: 0,
            touched: Vec::new(),
            queue: BinaryHeap::new(),
            count: 0,
        }
    }

    fn run<E: Entry>(&mut self, lists: &Lists<E>, state: &mut State, side: usize, root: u32) {
        let far = 1 - side;
        self.stamp += 1;
        self.touched.clear();
        self.queue.clear();
        let mut limit = state.prices[side][root as usize];
        let mut end = End::Near(root);
        self.reach(side, root, 0, (NONE, NONE));
        self.look(lists, state, (side, root), &mut limit, &mut end);
        while let Some(Reverse((distance, who))) = self.queue.pop() {
            if distance >= limit {
                break;
            }
            if self.closed[who as usize] == self.stamp {
                continue;
            }
            self.closed[who as usize] = self.stamp;
            for &(near, edge) in state.of(lists, far, who) {
                let price = state.prices[side][near as usize];
                let beyond = lists.score(edge) - price - state.prices[far][who as usize];
                let at = distance + beyond;
                if at >= limit || !self.reach(side, near, at, (who, edge)) {
                    continue;
                }
                if at + price < limit {
                    limit = at + price;
                    end = End::Near(near);
                }
                self.look(lists, state, (side, near), &mut limit, &mut end);
            }
        }
        self.reprice(state, side, limit);
        self.exchange(lists, state, side, root, end);
    }

    /// Notes a shorter way; whether it is one.
    #[inline]
    fn reach(&mut self, side: usize, who: u32, distance: i64, (from, edge): (u32, u32)) -> bool {
        let way = &mut self.way[side][who as usize];
        let fresh = way.seen != self.stamp;
        if !fresh && way.distance <= distance {
            return false;
        }
        *way = Way { distance, from, edge, seen: self.stamp };
        if fresh {
            self.touched.push((side as u8, who));
        }
        true
    }

    /// Looks from a near person at all far ones.
    fn look<E: Entry>(
        &mut self,
        lists: &Lists<E>,
        state: &State,
        (side, who): (usize, u32),
        limit: &mut i64,
        end: &mut End,
    ) {
        let far = 1 - side;
        let base = self.way[side][who as usize].distance + state.prices[side][who as usize];
        let (list, ordered) = lists.list(side, who as usize);
        let matched = state.of(lists, side, who);
        for (n, edge) in list.iter().enumerate() {
            let without = base - edge.score();
            if without >= *limit {
                if n < ordered {
                    // The rest of the list is worth less.
                    break;
                }
                continue;
            }
            let other = edge.other();
            let at = without + state.prices[far][other as usize];
            if at >= *limit {
                continue;
            }
            let known = &self.way[far][other as usize];
            if known.seen == self.stamp && known.distance <= at {
                continue;
            }
            let number = lists.number(side, who as usize, n);
            if matched.iter().any(|m| m.1 == number) {
                continue;
            }
            self.reach(far, other, at, (who, number));
            if state.is_full(lists, far, other as usize) {
                self.queue.push(Reverse((at, other)));
            } else {
                *limit = at;
                *end = End::Far(other);
            }
        }
    }

    fn reprice(&self, state: &mut State, side: usize, limit: i64) {
        for &(at, who) in &self.touched {
            let (at, who) = (at as usize, who as usize);
            let rest = limit - self.way[at][who].distance;
            if rest > 0 {
                state.prices[at][who] += if at == side { -rest } else { rest };
            }
        }
    }

    fn exchange<E: Entry>(
        &self,
        lists: &Lists<E>,
        state: &mut State,
        side: usize,
        root: u32,
        end: End,
    ) {
        let far = 1 - side;
        let bidder = |near: u32, other: u32| if side == 0 { near } else { other };
        let (mut near, mut next) = match end {
            End::Near(near) => (near, None),
            End::Far(who) => (self.way[far][who as usize].from, Some(who)),
        };
        loop {
            // A seat is left before the next one is taken.
            let back = (near != root).then(|| self.way[side][near as usize]);
            if let Some(back) = back {
                state.part(lists, bidder(near, back.from), back.edge);
            }
            if let Some(who) = next {
                state.pair(lists, bidder(near, who), self.way[far][who as usize].edge);
            }
            let Some(back) = back else { return };
            next = Some(back.from);
            near = self.way[far][back.from as usize].from;
        }
    }
}
