//! Shortest augmenting paths: whoever has a price and a free seat gets a partner, or a price of nought.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lists::{Lists, Score};
use crate::watch::Watch;

/// Prices of both sides and a matching that fits them: a pair that is not made is worth at most
/// both prices, a pair that is made at least both.
pub(super) struct State {
    pub prices: [Vec<i64>; 2],
    matched: Vec<bool>,
    /// By side and person: the partners and the edges.
    with: [Vec<Vec<(u32, u32)>>; 2],
}

impl State {
    pub(super) fn new<S: Score>(lists: &Lists<S>, prices: [Vec<i64>; 2]) -> Self {
        let none = |side: usize| vec![Vec::new(); lists.seats[side].len()];
        Self { prices, matched: vec![false; lists.edges()], with: [none(0), none(1)] }
    }

    pub(super) fn pair<S: Score>(&mut self, lists: &Lists<S>, bidder: u32, edge: u32) {
        let holder = lists.partner(edge);
        self.matched[edge as usize] = true;
        self.with[0][bidder as usize].push((holder, edge));
        self.with[1][holder as usize].push((bidder, edge));
    }

    fn part<S: Score>(&mut self, lists: &Lists<S>, bidder: u32, edge: u32) {
        self.matched[edge as usize] = false;
        let holder = lists.partner(edge);
        self.with[0][bidder as usize].retain(|w| w.1 != edge);
        self.with[1][holder as usize].retain(|w| w.1 != edge);
    }

    /// Positions of the pairs in the task, in order.
    pub(super) fn made<S: Score>(&self, lists: &Lists<S>) -> Vec<usize> {
        let made = self.matched.iter().zip(&lists.origin).filter(|(m, _)| **m);
        let mut made: Vec<usize> = made.map(|(_, &n)| n as usize).collect();
        made.sort_unstable();
        made
    }

    fn is_full<S: Score>(&self, lists: &Lists<S>, side: usize, who: usize) -> bool {
        self.with[side][who].len() as i64 >= lists.seats[side][who]
    }

    fn lacks<S: Score>(&self, lists: &Lists<S>, side: usize, who: usize) -> bool {
        self.prices[side][who] > 0 && !self.is_full(lists, side, who)
    }
}

/// Searches from everybody who lacks a partner at a price, on both sides.
pub(super) fn complete<S: Score>(
    lists: &Lists<S>,
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
    fn new<S: Score>(lists: &Lists<S>) -> Self {
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

    fn run<S: Score>(&mut self, lists: &Lists<S>, state: &mut State, side: usize, root: u32) {
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
            for n in 0..state.with[far][who as usize].len() {
                let (near, edge) = state.with[far][who as usize][n];
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
    fn look<S: Score>(
        &mut self,
        lists: &Lists<S>,
        state: &State,
        (side, who): (usize, u32),
        limit: &mut i64,
        end: &mut End,
    ) {
        let far = 1 - side;
        let base = self.way[side][who as usize].distance + state.prices[side][who as usize];
        let (list, ordered) = lists.list(side, who as usize);
        for (n, edge) in list.iter().enumerate() {
            let without = base - edge.score.get();
            if without >= *limit {
                if n < ordered {
                    // The rest of the list is worth less.
                    break;
                }
                continue;
            }
            let other = edge.other;
            let at = without + state.prices[far][other as usize];
            if at >= *limit {
                continue;
            }
            let known = &self.way[far][other as usize];
            if known.seen == self.stamp && known.distance <= at {
                continue;
            }
            let number = lists.number(side, who as usize, n);
            if state.matched[number as usize] {
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

    fn exchange<S: Score>(
        &self,
        lists: &Lists<S>,
        state: &mut State,
        side: usize,
        root: u32,
        end: End,
    ) {
        let far = 1 - side;
        let bidder = |near: u32, other: u32| if side == 0 { near } else { other };
        let mut near = match end {
            End::Near(near) => near,
            End::Far(who) => {
                let way = self.way[far][who as usize];
                state.pair(lists, bidder(way.from, who), way.edge);
                way.from
            }
        };
        while near != root {
            let back = self.way[side][near as usize];
            state.part(lists, bidder(near, back.from), back.edge);
            let way = self.way[far][back.from as usize];
            state.pair(lists, bidder(way.from, back.from), way.edge);
            near = way.from;
        }
    }
}
