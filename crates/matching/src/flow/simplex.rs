//! The network simplex: exact cheapest flow with potentials, for networks with bounds on any arc.
//!
//! Spanning trees stay strongly feasible (the last blocking arc of the cycle leaves), so that it
//! ends. Entering arcs are found block by block (Dantzig's rule within a block).

use super::cost::Cost;
use super::network::{Flow, Network};
use super::tree::{NONE, Tree};
use crate::watch::Watch;

/// A cheapest flow, or nothing when the watcher stopped it. The potential of `zero` is 0.
pub(crate) fn cheapest(network: &Network, zero: u32, stage: u32, watch: Watch) -> Option<Flow> {
    let dearest = network.arcs.iter().map(|a| a.cost.unsigned_abs()).max().unwrap_or(0) as i128;
    let reach = (dearest + 1).saturating_mul(network.nodes as i128 + 2);
    if reach < i128::from(i64::MAX / 8) {
        Simplex::<i64>::new(network, reach).run(network, zero, stage, watch)
    } else {
        Simplex::<i128>::new(network, reach).run(network, zero, stage, watch)
    }
}

struct Simplex<C> {
    from: Vec<u32>,
    to: Vec<u32>,
    cost: Vec<C>,
    room: Vec<i64>,
    units: Vec<i64>,
    tree: Tree<C>,
    real: usize,
    cursor: usize,
    path: Vec<(u32, u32)>,
}

impl<C: Cost> Simplex<C> {
    fn new(network: &Network, reach: i128) -> Self {
        let real = network.arcs.len();
        let n = network.nodes;
        let mut excess = vec![0i64; n];
        for a in &network.arcs {
            excess[a.from as usize] -= a.low;
            excess[a.to as usize] += a.low;
        }
        let mut from: Vec<u32> = network.arcs.iter().map(|a| a.from).collect();
        let mut to: Vec<u32> = network.arcs.iter().map(|a| a.to).collect();
        let mut cost: Vec<C> = network.arcs.iter().map(|a| C::of(a.cost)).collect();
        let mut room: Vec<i64> = network.arcs.iter().map(|a| a.high - a.low).collect();
        let mut units = vec![0i64; real];
        let mut potential = vec![C::ZERO; n + 1];
        for (v, &left) in excess.iter().enumerate() {
            let (a, b, lift) = if left >= 0 {
                (v as u32, n as u32, C::of(reach))
            } else {
                (n as u32, v as u32, C::of(-reach))
            };
            from.push(a);
            to.push(b);
            cost.push(C::of(reach));
            room.push(i64::MAX / 4);
            units.push(left.abs());
            potential[v] = lift;
        }
        let tree = Tree::star(n, |v| (real + v) as u32, potential);
        Self { from, to, cost, room, units, tree, real, cursor: 0, path: Vec::new() }
    }

    fn run(mut self, network: &Network, zero: u32, stage: u32, watch: Watch) -> Option<Flow> {
        let mut pivots = 0u64;
        while let Some(arc) = self.entering() {
            self.pivot(arc);
            pivots += 1;
            if pivots.is_multiple_of(1024) && !watch.see(stage, pivots, None) {
                return None;
            }
        }
        let possible = self.units[self.real..].iter().all(|&u| u == 0);
        let base = self.tree.potential.get(zero as usize).map_or(0, |p| p.wide());
        let potentials =
            self.tree.potential[..network.nodes].iter().map(|p| p.wide() - base).collect();
        let units = network.arcs.iter().zip(&self.units).map(|(a, u)| a.low + u).collect();
        Some(Flow { units, potentials, possible })
    }

    /// How much better the flow becomes by one unit on the arc, if it may change at all.
    #[inline]
    fn gain(&self, arc: usize) -> C {
        let (a, b) = (self.from[arc] as usize, self.to[arc] as usize);
        let reduced = self.cost[arc] - self.tree.potential[a] + self.tree.potential[b];
        if self.units[arc] == 0 {
            if self.room[arc] == 0 { C::ZERO } else { -reduced }
        } else if self.units[arc] == self.room[arc] {
            reduced
        } else {
            C::ZERO
        }
    }

    fn entering(&mut self) -> Option<usize> {
        let block = (self.real as f64).sqrt() as usize + 10;
        let mut best = (C::ZERO, usize::MAX);
        let mut in_block = 0;
        for _ in 0..self.real {
            let arc = self.cursor;
            self.cursor = if arc + 1 == self.real { 0 } else { arc + 1 };
            let gain = self.gain(arc);
            if gain > best.0 {
                best = (gain, arc);
            }
            in_block += 1;
            if in_block == block {
                if best.1 != usize::MAX {
                    return Some(best.1);
                }
                in_block = 0;
            }
        }
        (best.1 != usize::MAX).then_some(best.1)
    }

    /// Room along the arc when it is walked from `at`.
    fn residual(&self, arc: u32, at: u32) -> i64 {
        let arc = arc as usize;
        if self.from[arc] == at { self.room[arc] - self.units[arc] } else { self.units[arc] }
    }

    fn pivot(&mut self, arc: usize) {
        let (a, b) = (self.from[arc], self.to[arc]);
        let (p, q) = if self.units[arc] == 0 { (a, b) } else { (b, a) };
        let top = self.tree.meeting(p, q);
        self.walk(arc as u32, p, q, top);
        // The last blocking arc on the way round from the top leaves.
        let mut least = i64::MAX;
        let mut leaving = 0;
        for (step, &(e, at)) in self.path.iter().enumerate() {
            let room = self.residual(e, at);
            if room <= least {
                least = room;
                leaving = step;
            }
        }
        for &(e, at) in &self.path {
            let e = e as usize;
            self.units[e] += if self.from[e] == at { least } else { -least };
        }
        let out = self.path[leaving].0;
        if out as usize == arc {
            return;
        }
        let entering = self.path.iter().position(|&(e, _)| e as usize == arc).unwrap_or(0);
        self.exchange(arc, out, if leaving < entering { (q, p) } else { (p, q) });
    }

    /// Writes the cycle of the entering arc, from the top down to `p`, over to `q` and up again.
    fn walk(&mut self, arc: u32, p: u32, q: u32, top: u32) {
        self.path.clear();
        let mut v = p;
        while v != top {
            let above = self.tree.parent[v as usize];
            self.path.push((self.tree.parent_arc[v as usize], above));
            v = above;
        }
        self.path.reverse();
        self.path.push((arc, p));
        v = q;
        while v != top {
            self.path.push((self.tree.parent_arc[v as usize], v));
            v = self.tree.parent[v as usize];
        }
    }

    /// Replaces a tree arc by the entering one; `inside` is the end of it that was cut off.
    fn exchange(&mut self, arc: usize, out: u32, (outside, inside): (u32, u32)) {
        let (a, b) = (self.from[out as usize], self.to[out as usize]);
        let child = if self.tree.parent_arc[a as usize] == out { a } else { b };
        debug_assert_ne!(self.tree.parent[child as usize], NONE);
        self.tree.cut(child);
        self.tree.reroot(inside);
        self.tree.hang(arc as u32, outside, inside);
        let (o, i) = (self.tree.potential[outside as usize], self.tree.potential[inside as usize]);
        let by =
            if self.to[arc] == inside { o - self.cost[arc] - i } else { o + self.cost[arc] - i };
        self.tree.lift(inside, by);
    }
}
