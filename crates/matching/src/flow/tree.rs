//! The spanning tree of the network simplex: parents, and all nodes threaded in depth-first order.

use super::cost::Cost;

pub(super) const NONE: u32 = u32::MAX;

pub(super) struct Tree<C> {
    pub parent: Vec<u32>,
    pub parent_arc: Vec<u32>,
    size: Vec<u32>,
    next: Vec<u32>,
    prev: Vec<u32>,
    last: Vec<u32>,
    pub potential: Vec<C>,
}

impl<C: Cost> Tree<C> {
    /// Every node but the last hangs from the last one by the arc that `arc_of` tells.
    pub(super) fn star(leaves: usize, arc_of: impl Fn(usize) -> u32, potential: Vec<C>) -> Self {
        let root = leaves as u32;
        let all = leaves + 1;
        Self {
            parent: (0..all).map(|v| if v == leaves { NONE } else { root }).collect(),
            parent_arc: (0..all).map(|v| if v == leaves { NONE } else { arc_of(v) }).collect(),
            size: (0..all).map(|v| if v == leaves { all as u32 } else { 1 }).collect(),
            next: (0..all).map(|v| if v == leaves { 0 } else { v as u32 + 1 }).collect(),
            prev: (0..all).map(|v| if v == 0 { root } else { v as u32 - 1 }).collect(),
            last: (0..all)
                .map(|v| if v == leaves { (all as u32).saturating_sub(2) } else { v as u32 })
                .map(|v| if leaves == 0 { 0 } else { v })
                .collect(),
            potential,
        }
    }

    /// The lowest node above both.
    pub(super) fn meeting(&self, mut p: u32, mut q: u32) -> u32 {
        while p != q {
            if self.size[p as usize] < self.size[q as usize] {
                p = self.parent[p as usize];
            } else if self.size[p as usize] > self.size[q as usize] {
                q = self.parent[q as usize];
            } else {
                p = self.parent[p as usize];
                q = self.parent[q as usize];
            }
        }
        p
    }

    /// Takes the subtree of `t` off its parent.
    pub(super) fn cut(&mut self, t: u32) {
        let mut above = self.parent[t as usize];
        let size = self.size[t as usize];
        let before = self.prev[t as usize];
        let last = self.last[t as usize];
        let after = self.next[last as usize];
        self.parent[t as usize] = NONE;
        self.parent_arc[t as usize] = NONE;
        self.link(before, after);
        self.link(last, t);
        while above != NONE {
            let a = above as usize;
            self.size[a] -= size;
            if self.last[a] == last {
                self.last[a] = before;
            }
            above = self.parent[a];
        }
    }

    /// Turns the cut-off subtree that holds `q` so that `q` is its root.
    pub(super) fn reroot(&mut self, q: u32) {
        let mut ancestors = vec![q];
        let mut v = q;
        while self.parent[v as usize] != NONE {
            v = self.parent[v as usize];
            ancestors.push(v);
        }
        for step in ancestors.windows(2).rev() {
            self.turn(step[1], step[0]);
        }
    }

    /// Makes the child `q` of the root `p` the root.
    fn turn(&mut self, p: u32, q: u32) {
        let (pi, qi) = (p as usize, q as usize);
        let (size_p, before_q, last_q) = (self.size[pi], self.prev[qi], self.last[qi]);
        let mut last_p = self.last[pi];
        let after_q = self.next[last_q as usize];
        self.parent[pi] = q;
        self.parent[qi] = NONE;
        self.parent_arc[pi] = self.parent_arc[qi];
        self.parent_arc[qi] = NONE;
        self.size[pi] = size_p - self.size[qi];
        self.size[qi] = size_p;
        self.link(before_q, after_q);
        self.link(last_q, q);
        if last_p == last_q {
            self.last[pi] = before_q;
            last_p = before_q;
        }
        self.link(last_q, p);
        self.link(last_p, q);
        self.last[qi] = last_p;
    }

    /// Hangs the tree rooted at `q` under `p` by `arc`.
    pub(super) fn hang(&mut self, arc: u32, p: u32, q: u32) {
        let last_p = self.last[p as usize];
        let after = self.next[last_p as usize];
        let size = self.size[q as usize];
        let last_q = self.last[q as usize];
        self.parent[q as usize] = p;
        self.parent_arc[q as usize] = arc;
        self.link(last_p, q);
        self.link(last_q, after);
        let mut above = p;
        while above != NONE {
            let a = above as usize;
            self.size[a] += size;
            if self.last[a] == last_p {
                self.last[a] = last_q;
            }
            above = self.parent[a];
        }
    }

    /// Adds `by` to the potentials of the whole subtree of `q`.
    pub(super) fn lift(&mut self, q: u32, by: C) {
        let last = self.last[q as usize];
        let mut v = q;
        loop {
            self.potential[v as usize] += by;
            if v == last {
                return;
            }
            v = self.next[v as usize];
        }
    }

    fn link(&mut self, a: u32, b: u32) {
        self.next[a as usize] = b;
        self.prev[b as usize] = a;
    }
}
