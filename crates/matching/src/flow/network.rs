//! A network with bounds on its arcs, and a flow through it.

/// One arc: at least `low`, at most `high` units, each for `cost`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub from: u32,
    pub to: u32,
    pub low: i64,
    pub high: i64,
    pub cost: i128,
}

/// Nodes and arcs. What flows into a node flows out of it: there are no sources.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    pub nodes: usize,
    pub arcs: Vec<Arc>,
}

impl Network {
    pub(crate) fn node(&mut self) -> u32 {
        self.nodes += 1;
        (self.nodes - 1) as u32
    }

    pub(crate) fn arc(&mut self, from: u32, to: u32, (low, high): (i64, i64), cost: i128) -> usize {
        self.arcs.push(Arc { from, to, low, high, cost });
        self.arcs.len() - 1
    }
}

/// A cheapest flow with its proof: at potentials `p`, an arc whose `cost − p(from) + p(to)` is
/// positive carries its least, and one where it is negative its most.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    pub units: Vec<i64>,
    pub potentials: Vec<i128>,
    /// Whether all bounds are kept.
    pub possible: bool,
}
