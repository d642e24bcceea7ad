//! One search: a person without a partner, whose price is not nought yet, gets a partner or a price
//! of nought.
//!
//! An alternating tree grows from the person while prices fall at even distance and rise at odd
//! distance. Time is how far they have moved. Whatever becomes possible at some time waits in
//! one queue; entries are checked again when their time has come.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flower::{Meadow, NONE};
use super::graph::Graph;
use crate::flow::Cost;

/// Where a person or a flower stands in the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Outside,
    Even,
    Odd,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    /// An edge from an even person becomes tight.
    Edge(u32, u32),
    /// An odd flower's price is used up.
    Wilt(u32),
    /// An even person's price is nought.
    Nought(u32),
}

/// The state of the whole: matching, prices, and the tree of the search at hand.
pub(super) struct Pool<'a, C> {
    graph: &'a Graph<C>,
    pub meadow: Meadow,
    /// Price by person, true at the time `since` and moving on by the place of the person.
    price: Vec<C>,
    since: Vec<C>,
    place: Vec<Place>,
    /// Price by flower; only outermost flowers move.
    value: Vec<C>,
    value_since: Vec<C>,
    value_place: Vec<Place>,
    /// By odd top: the edge by which the tree reached it, from the even side.
    reached: Vec<(u32, u32)>,
    now: C,
    /// The search ends at this time at the latest.
    limit: Option<C>,
    queue: BinaryHeap<Reverse<(C, Event)>>,
    touched: Vec<u32>,
    touched_flowers: Vec<u32>,
    leaves: Vec<u32>,
    mark: Vec<u32>,
    round: u32,
}

impl<'a, C: Cost> Pool<'a, C> {
    /// Prices must cover every edge; nobody is matched yet.
    pub(super) fn new(graph: &'a Graph<C>, price: Vec<C>) -> Self {
        let n = graph.people();
        Self {
            graph,
            meadow: Meadow::new(n),
            price,
            since: vec![C::ZERO; n],
            place: vec![Place::Outside; n],
            value: Vec::new(),
            value_since: Vec::new(),
            value_place: Vec::new(),
            reached: vec![(NONE, NONE); n],
            now: C::ZERO,
            limit: None,
            queue: BinaryHeap::new(),
            touched: Vec::new(),
            touched_flowers: Vec::new(),
            leaves: Vec::new(),
            mark: vec![0; n],
            round: 0,
        }
    }

    pub(super) fn price(&self, v: u32) -> C {
        self.price[v as usize]
    }

    /// The price of a flower between searches.
    pub(super) fn value(&self, b: u32) -> C {
        self.value[b as usize - self.meadow.people]
    }

    /// Matches two people whose edge is tight.
    pub(super) fn pair(&mut self, v: u32, w: u32) {
        self.meadow.mate[v as usize] = w;
        self.meadow.mate[w as usize] = v;
    }

    pub(super) fn is_open(&self, v: u32) -> bool {
        self.meadow.mate[v as usize] == NONE && self.price[v as usize] > C::ZERO
    }

    pub(super) fn search(&mut self, root: u32) {
        self.now = C::ZERO;
        self.limit = None;
        let top = self.meadow.top[root as usize];
        self.make_even(top);
        while let Some(Reverse((time, event))) = self.queue.pop() {
            self.now = time;
            let done = match event {
                Event::Nought(v) => self.nought(v),
                Event::Wilt(b) => {
                    self.wilt(b);
                    false
                }
                Event::Edge(v, w) => self.edge(v, w),
            };
            if done {
                break;
            }
        }
        self.settle();
    }

    fn price_now(&self, v: u32) -> C {
        let (v, moved) = (v as usize, self.now - self.since[v as usize]);
        match self.place[v] {
            Place::Outside => self.price[v],
            Place::Even => self.price[v] - moved,
            Place::Odd => self.price[v] + moved,
        }
    }

    fn value_now(&self, b: u32) -> C {
        let n = b as usize - self.meadow.people;
        let moved = self.now - self.value_since[n];
        match self.value_place[n] {
            Place::Outside => self.value[n],
            Place::Even => self.value[n] + moved + moved,
            Place::Odd => self.value[n] - moved - moved,
        }
    }

    fn slack(&self, v: u32, w: u32, worth: C) -> C {
        self.price_now(v) + self.price_now(w) - worth
    }

    fn put(&mut self, top: u32, place: Place) {
        let mut leaves = std::mem::take(&mut self.leaves);
        self.meadow.leaves(top, &mut leaves);
        for &v in &leaves {
            self.price[v as usize] = self.price_now(v);
            self.since[v as usize] = self.now;
            self.place[v as usize] = place;
            self.touched.push(v);
        }
        self.leaves = leaves;
        if self.meadow.is_flower(top) {
            self.put_value(top, place);
        }
    }

    fn put_value(&mut self, b: u32, place: Place) {
        let n = b as usize - self.meadow.people;
        self.value[n] = self.value_now(b);
        self.value_since[n] = self.now;
        self.value_place[n] = place;
        self.touched_flowers.push(b);
    }

    /// The search never needs what comes later than its end.
    fn expect(&mut self, time: C, event: Event) {
        if self.limit.is_none_or(|limit| time <= limit) {
            self.queue.push(Reverse((time, event)));
        }
    }

    fn ends_by(&mut self, time: C) {
        self.limit = Some(self.limit.map_or(time, |limit| limit.min(time)));
    }

    fn make_even(&mut self, top: u32) {
        self.put(top, Place::Even);
        let leaves = std::mem::take(&mut self.leaves);
        for &v in &leaves {
            self.look_around(v);
        }
        self.leaves = leaves;
    }

    /// Queues what an even person can bring about.
    fn look_around(&mut self, v: u32) {
        let price = self.price_now(v);
        self.ends_by(self.now + price);
        self.expect(self.now + price, Event::Nought(v));
        let top = self.meadow.top[v as usize];
        for at in self.graph.around(v) {
            let (w, worth) = self.graph.end(at);
            let other = self.meadow.top[w as usize];
            let place = self.place[w as usize];
            if other == top || place == Place::Odd {
                continue;
            }
            let slack = self.slack(v, w, worth);
            let wait = if place == Place::Even { slack.half() } else { slack };
            let time = self.now + wait;
            if place == Place::Outside && self.meadow.mate[self.meadow.base(other) as usize] == NONE
            {
                self.ends_by(time);
            }
            self.expect(time, Event::Edge(v, w));
        }
    }

    fn make_odd(&mut self, top: u32, edge: (u32, u32)) {
        self.put(top, Place::Odd);
        self.reached[top as usize] = edge;
        if self.meadow.is_flower(top) {
            let time = self.now + self.value_now(top).half();
            self.expect(time, Event::Wilt(top));
        }
    }

    fn nought(&mut self, v: u32) -> bool {
        let stays = self.place[v as usize] == Place::Even && self.price_now(v) == C::ZERO;
        if stays {
            self.alternate(v, NONE);
        }
        stays
    }

    fn edge(&mut self, v: u32, w: u32) -> bool {
        let (a, b) = (self.meadow.top[v as usize], self.meadow.top[w as usize]);
        if a == b || self.place[v as usize] != Place::Even {
            return false;
        }
        match self.place[w as usize] {
            Place::Odd => false,
            Place::Even => {
                // Stale when the two became even one after the other: a truer entry waits.
                if self.is_tight(v, w) {
                    self.join(v, w);
                }
                false
            }
            Place::Outside => {
                if !self.is_tight(v, w) {
                    return false;
                }
                let base = self.meadow.base(b);
                let mate = self.meadow.mate[base as usize];
                if mate == NONE {
                    self.meadow.turn(b, w);
                    self.alternate(v, w);
                    self.meadow.mate[w as usize] = v;
                    return true;
                }
                self.make_odd(b, (v, w));
                self.make_even(self.meadow.top[mate as usize]);
                false
            }
        }
    }

    fn is_tight(&self, v: u32, w: u32) -> bool {
        let sum = self.price_now(v) + self.price_now(w);
        let same = |&at: &usize| {
            let (end, worth) = self.graph.end(at);
            end == w && worth == sum
        };
        self.graph.around(v).any(|at| same(&at))
    }

    /// Exchanges matched and unmatched edges from an even person to the root; the person is matched
    /// with `partner` then, or with nobody.
    fn alternate(&mut self, v: u32, partner: u32) {
        let (mut v, mut partner) = (v, partner);
        loop {
            let even = self.meadow.top[v as usize];
            let onward = self.meadow.mate[self.meadow.base(even) as usize];
            self.meadow.turn(even, v);
            self.meadow.mate[v as usize] = partner;
            if onward == NONE {
                return;
            }
            let odd = self.meadow.top[onward as usize];
            let (a, b) = self.reached[odd as usize];
            self.meadow.turn(odd, b);
            self.meadow.mate[b as usize] = a;
            (v, partner) = (a, b);
        }
    }

    /// The steps from an even top towards the root: each the top and the edge to the next one.
    fn upward(&self, top: u32) -> Option<[(u32, (u32, u32)); 2]> {
        let base = self.meadow.base(top);
        let mate = self.meadow.mate[base as usize];
        if mate == NONE {
            return None;
        }
        let odd = self.meadow.top[mate as usize];
        let (a, b) = self.reached[odd as usize];
        Some([(top, (base, mate)), (odd, (b, a))])
    }

    /// Two even tops meet: the cycle through their lowest common one becomes a flower.
    fn join(&mut self, v: u32, w: u32) {
        let ends = [self.meadow.top[v as usize], self.meadow.top[w as usize]];
        let common = self.common(ends);
        let way = |mut top: u32| {
            let mut steps = Vec::new();
            while top != common {
                let Some(two) = self.upward(top) else { break };
                steps.extend(two);
                top = self.meadow.top[two[1].1.1 as usize];
            }
            steps
        };
        let (down, up) = (way(ends[0]), way(ends[1]));
        let mut children = vec![common];
        let mut edges = Vec::new();
        for &(child, (from, to)) in down.iter().rev() {
            children.push(child);
            edges.push((to, from));
        }
        edges.push((v, w));
        for &(child, edge) in &up {
            children.push(child);
            edges.push(edge);
        }
        self.plant(children, edges);
    }

    fn common(&mut self, [a, b]: [u32; 2]) -> u32 {
        self.round += 1;
        let mut ways = [Some(a), Some(b)];
        while ways.iter().any(Option::is_some) {
            for way in &mut ways {
                let Some(top) = *way else { continue };
                if self.mark.len() <= top as usize {
                    self.mark.resize(top as usize + 1, 0);
                }
                if self.mark[top as usize] == self.round {
                    return top;
                }
                self.mark[top as usize] = self.round;
                *way = self.upward(top).map(|two| self.meadow.top[two[1].1.1 as usize]);
            }
        }
        a
    }

    fn plant(&mut self, children: Vec<u32>, edges: Vec<(u32, u32)>) {
        let mut news = Vec::new();
        for &child in &children {
            if self.meadow.is_flower(child) {
                self.put_value(child, Place::Outside);
            }
            let mut leaves = std::mem::take(&mut self.leaves);
            self.meadow.leaves(child, &mut leaves);
            news.extend(leaves.iter().filter(|&&v| self.place[v as usize] == Place::Odd));
            self.leaves = leaves;
        }
        let b = self.meadow.plant(children, edges);
        let n = b as usize - self.meadow.people;
        if n == self.value.len() {
            self.value.push(C::ZERO);
            self.value_since.push(C::ZERO);
            self.value_place.push(Place::Outside);
            self.reached.push((NONE, NONE));
        }
        self.value[n] = C::ZERO;
        self.value_since[n] = self.now;
        self.value_place[n] = Place::Even;
        self.touched_flowers.push(b);
        for &v in &news {
            self.price[v as usize] = self.price_now(v);
            self.since[v as usize] = self.now;
            self.place[v as usize] = Place::Even;
        }
        for v in news {
            self.look_around(v);
        }
    }

    /// An odd flower whose price is used up: the way through it stays in the tree, the rest leaves.
    fn wilt(&mut self, b: u32) {
        let n = b as usize - self.meadow.people;
        let is_top = self.meadow.flowers[n].children.first().is_some_and(|&c| {
            self.meadow.around[c as usize] == b && self.meadow.around[b as usize] == NONE
        });
        if !is_top || self.value_place[n] != Place::Odd || self.value_now(b) > C::ZERO {
            return;
        }
        let (from, into) = self.reached[b as usize];
        let entry = self.meadow.child_with(b, into);
        self.put(b, Place::Outside);
        let flower = self.meadow.unpack(b);
        let size = flower.children.len();
        let start = flower.children.iter().position(|&c| c == entry).unwrap_or(0);
        let forward = start % 2 == 1;
        let mut stays = vec![false; size];
        let (mut at, mut edge) = (start, (from, into));
        loop {
            let child = flower.children[at % size];
            stays[at % size] = true;
            self.make_odd(child, edge);
            if at == 0 || at == size {
                break;
            }
            let (near, far) = if forward { (at + 1, at + 2) } else { (at - 1, at - 2) };
            stays[near] = true;
            edge = if forward {
                flower.edges[near]
            } else {
                let (x, w) = flower.edges[far];
                (w, x)
            };
            self.make_even(flower.children[near]);
            at = far;
        }
        let gone = (0..size).filter(|&i| !stays[i]).map(|i| flower.children[i]);
        gone.for_each(|child| self.look_back(child));
    }

    /// What left the tree may come in again by its edges to even people.
    fn look_back(&mut self, child: u32) {
        let mut leaves = Vec::new();
        self.meadow.leaves(child, &mut leaves);
        for v in leaves {
            for at in self.graph.around(v) {
                let (w, worth) = self.graph.end(at);
                if self.place[w as usize] == Place::Even {
                    let time = self.now + self.slack(v, w, worth);
                    self.expect(time, Event::Edge(w, v));
                }
            }
        }
    }

    /// Writes the prices of the time reached down and clears the tree.
    fn settle(&mut self) {
        for v in std::mem::take(&mut self.touched) {
            self.price[v as usize] = self.price_now(v);
            self.since[v as usize] = C::ZERO;
            self.place[v as usize] = Place::Outside;
        }
        for b in std::mem::take(&mut self.touched_flowers) {
            let n = b as usize - self.meadow.people;
            self.value[n] = self.value_now(b);
            self.value_since[n] = C::ZERO;
            self.value_place[n] = Place::Outside;
        }
        self.queue.clear();
    }
}
