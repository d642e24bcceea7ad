//! The pool as adjacency lists in one piece.

use crate::question::Pair;

/// Everybody's possible partners, with twice the worth of the pair, so that prices stay whole.
pub(super) struct Graph<C> {
    begin: Vec<usize>,
    ends: Vec<(u32, C)>,
}

impl<C: Copy> Graph<C> {
    /// Pairs name both people by index; `worth` is what one counts.
    pub(super) fn new(people: usize, pairs: &[Pair], worth: impl Fn(&Pair) -> C) -> Self {
        let mut begin = vec![0usize; people + 1];
        for p in pairs {
            begin[p.left as usize + 1] += 1;
            begin[p.right as usize + 1] += 1;
        }
        for v in 0..people {
            begin[v + 1] += begin[v];
        }
        let mut at = begin.clone();
        let mut ends = match pairs.first() {
            Some(first) => vec![(0, worth(first)); 2 * pairs.len()],
            None => Vec::new(),
        };
        for p in pairs {
            for (from, to) in [(p.left, p.right), (p.right, p.left)] {
                ends[at[from as usize]] = (to, worth(p));
                at[from as usize] += 1;
            }
        }
        Self { begin, ends }
    }

    pub(super) fn people(&self) -> usize {
        self.begin.len() - 1
    }

    pub(super) fn around(&self, v: u32) -> std::ops::Range<usize> {
        self.begin[v as usize]..self.begin[v as usize + 1]
    }

    pub(super) fn end(&self, at: usize) -> (u32, C) {
        self.ends[at]
    }
}
