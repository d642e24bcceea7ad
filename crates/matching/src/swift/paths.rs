//! Shortest augmenting paths: whoever has a price and a free seat gets a partner, or a price of nought.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lists::Lists;
use crate::watch::Watch;

/// Prices of both sides and a matching that fits them: a pair that is not made is worth at most
/// both prices, a pair that is made at least both.
pub(super) struct State {
    pub prices: [Vec<i64>; 2],
    matched: Vec<bool>,
    /// By side and person: the edges that are matched.
    with: [Vec<Vec<u32>>; 2],
}

impl State {
    pub(super) fn new(lists: &Lists, prices: [Vec<i64>; 2]) -> Self {
        let none = |side: usize| vec![Vec::new(); lists.seats[side].len()];
        Self { prices, matched: vec![false; lists.score.len()], with: [none(0), none(1)] }
    }

    pub(super) fn pair(&mut self, lists: &Lists, edge: usize) {
        self.matched[edge] = true;
        self.with[0][lists.bidder[edge] as usize].push(edge as u32);
        self.with[1][lists.partner[edge] as usize].push(edge as u32);
    }

    fn part(&mut self, lists: &Lists, edge: usize) {
        self.matched[edge] = false;
        for (side, who) in [(0, lists.bidder[edge]), (1, lists.partner[edge])] {
            self.with[side][who as usize].retain(|&e| e as usize != edge);
        }
    }

    /// Positions of the pairs in the task, in order.
    pub(super) fn made(&self, lists: &Lists) -> Vec<usize> {
        let made = self.matched.iter().zip(&lists.origin).filter(|(m, _)| **m);
        let mut made: Vec<usize> = made.map(|(_, &n)| n as usize).collect();
        made.sort_unstable();
        made
    }

    fn is_full(&self, lists: &Lists, side: usize, who: usize) -> bool {
        self.with[side][who].len() as i64 >= lists.seats[side][who]
    }

    fn lacks(&self, lists: &Lists, side: usize, who: usize) -> bool {
        self.prices[side][who] > 0 && !self.is_full(lists, side, who)
    }
}

/// Searches from everybody who lacks a partner at a price, on both sides.
pub(super) fn complete(lists: &Lists, state: &mut State, stage: u32, watch: Watch) -> Option<()> {
    let mut search = Search::new(lists);
    for side in [0, 1] {
        let people = lists.seats[side].len();
        for who in 0..people {
            let mut seats = lists.seats[side][who];
            while seats > 0 && state.lacks(lists, side, who) {
                search.run(lists, state, side, who);
                seats -= 1;
                search.count += 1;
                if search.count % 64 == 0 && !watch.see(stage, who as u64, Some(people as u64)) {
                    return None;
                }
            }
        }
    }
    Some(())
}

const NONE: u32 = u32::MAX;

/// A tree of shortest ways: near = the side of the root, far = the other.
struct Search {
    /// By side and person: distance, and the edge by which it was reached.
    way: [Vec<(i64, u32)>; 2],
    seen: [Vec<u32>; 2],
    closed: [Vec<u32>; 2],
    stamp: u32,
    touched: Vec<(u8, u32)>,
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    count: u64,
}

/// Where a search may end: at a far person with a free seat, or a near one who stays out.
#[derive(Clone, Copy)]
enum End {
    Far(usize),
    Near(usize),
}

impl Search {
    fn new(lists: &Lists) -> Self {
        let sizes = [lists.seats[0].len(), lists.seats[1].len()];
        Self {
            way: sizes.map(|n| vec![(0, NONE); n]),
            seen: sizes.map(|n| vec![0; n]),
            closed: sizes.map(|n| vec![0; n]),
            stamp: 0,
            touched: Vec::new(),
            queue: BinaryHeap::new(),
            count: 0,
        }
    }

    fn run(&mut self, lists: &Lists, state: &mut State, side: usize, root: usize) {
        let far = 1 - side;
        self.stamp += 1;
        self.touched.clear();
        self.queue.clear();
        let mut limit = state.prices[side][root];
        let mut end = End::Near(root);
        self.reach(side, root, 0, NONE);
        self.look(lists, state, (side, root), &mut limit, &mut end);
        while let Some(Reverse((distance, who))) = self.queue.pop() {
            let who = who as usize;
            if distance >= limit {
                break;
            }
            if self.closed[far][who] == self.stamp {
                continue;
            }
            self.closed[far][who] = self.stamp;
            for n in 0..state.with[far][who].len() {
                let edge = state.with[far][who][n] as usize;
                let near = lists.other(far, edge);
                let beyond = lists.score[edge] - state.prices[side][near] - state.prices[far][who];
                let at = distance + beyond;
                if at >= limit || !self.reach(side, near, at, edge as u32) {
                    continue;
                }
                if at + state.prices[side][near] < limit {
                    limit = at + state.prices[side][near];
                    end = End::Near(near);
                }
                self.look(lists, state, (side, near), &mut limit, &mut end);
            }
        }
        self.reprice(state, side, limit);
        self.exchange(lists, state, side, root, end);
    }

    /// Notes a shorter way; whether it is one.
    fn reach(&mut self, side: usize, who: usize, distance: i64, edge: u32) -> bool {
        let fresh = self.seen[side][who] != self.stamp;
        if !fresh && self.way[side][who].0 <= distance {
            return false;
        }
        if fresh {
            self.seen[side][who] = self.stamp;
            self.touched.push((side as u8, who as u32));
        }
        self.way[side][who] = (distance, edge);
        true
    }

    /// Looks from a near person at all far ones.
    fn look(
        &mut self,
        lists: &Lists,
        state: &State,
        (side, who): (usize, usize),
        limit: &mut i64,
        end: &mut End,
    ) {
        let far = 1 - side;
        let distance = self.way[side][who].0;
        let mine = state.prices[side][who];
        for n in 0..lists.degree(side, who) {
            let edge = lists.edge(side, who, n);
            let score = lists.score[edge];
            if side == 0 && distance + mine - score >= *limit {
                // The rest of the list is worth less.
                break;
            }
            let other = lists.other(side, edge);
            let at = distance + mine + state.prices[far][other] - score;
            if at >= *limit || state.matched[edge] || !self.reach(far, other, at, edge as u32) {
                continue;
            }
            if state.is_full(lists, far, other) {
                self.queue.push(Reverse((at, other as u32)));
            } else {
                *limit = at;
                *end = End::Far(other);
            }
        }
    }

    fn reprice(&self, state: &mut State, side: usize, limit: i64) {
        for &(at, who) in &self.touched {
            let (at, who) = (at as usize, who as usize);
            let rest = limit - self.way[at][who].0;
            if rest > 0 {
                state.prices[at][who] += if at == side { -rest } else { rest };
            }
        }
    }

    fn exchange(&self, lists: &Lists, state: &mut State, side: usize, root: usize, end: End) {
        let far = 1 - side;
        let mut near = match end {
            End::Near(near) => near,
            End::Far(who) => {
                let edge = self.way[far][who].1 as usize;
                state.pair(lists, edge);
                lists.other(far, edge)
            }
        };
        while near != root {
            let back = self.way[side][near].1 as usize;
            state.part(lists, back);
            let who = lists.other(side, back);
            let edge = self.way[far][who].1 as usize;
            state.pair(lists, edge);
            near = lists.other(far, edge);
        }
    }
}
