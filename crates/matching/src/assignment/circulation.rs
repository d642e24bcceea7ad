//! The bounds as a circulation: hub → (organisation →) left → right (→ organisation) → hub.

use super::bounds::{Bounds, Prices};
use crate::answer::OrganisationPrice;
use crate::flow::{Network, cheapest};
use crate::watch::Watch;

/// The pairs of an answer of the greatest worth, and prices that prove it.
pub(super) struct Solved {
    pub made: Vec<usize>,
    pub prices: Prices,
}

pub(super) enum Outcome {
    Solved(Solved),
    Impossible,
    Cancelled,
}

struct Places {
    hub: u32,
    left: u32,
    right: u32,
    /// By organisation: the hub of it, its left gate, its right gate.
    organisations: Vec<(u32, u32, u32)>,
}

/// Maximises the sum of `worth` over the pairs within the bounds.
pub(super) fn greatest(
    bounds: &Bounds,
    worth: impl Fn(i64) -> i128,
    stage: u32,
    watch: Watch,
) -> Outcome {
    let (network, places) = network(bounds, worth);
    let Some(flow) = cheapest(&network, places.hub, stage, watch) else {
        return Outcome::Cancelled;
    };
    if !flow.possible {
        return Outcome::Impossible;
    }
    let made = (0..bounds.pairs.len()).filter(|&p| flow.units[p] == 1).collect();
    let prices = prices(bounds, &places, &flow.potentials);
    Outcome::Solved(Solved { made, prices })
}

fn network(bounds: &Bounds, worth: impl Fn(i64) -> i128) -> (Network, Places) {
    let mut net = Network::default();
    let hub = net.node();
    let left = net.nodes as u32;
    let right = left + bounds.left.len() as u32;
    net.nodes += bounds.left.len() + bounds.right.len();
    let organisations: Vec<_> =
        bounds.organisations.iter().map(|_| (net.node(), net.node(), net.node())).collect();
    for (p, &may) in bounds.pairs.iter().zip(&bounds.may) {
        net.arc(left + p.left, right + p.right, (may.0.into(), may.1.into()), -worth(p.score));
    }
    for (o, &(home, gate_left, gate_right)) in bounds.organisations.iter().zip(&organisations) {
        net.arc(home, gate_left, o.left, 0);
        net.arc(gate_right, home, o.right, 0);
        // Left minus right enters the organisation's hub from the common one, or leaves it.
        let (low, high) = o.balance;
        net.arc(hub, home, (low.max(0), high.max(0)), 0);
        net.arc(home, hub, ((-high).max(0), (-low).max(0)), 0);
    }
    for (i, &span) in bounds.left.iter().enumerate() {
        let gate = bounds.left_home[i].map_or(hub, |o| organisations[o as usize].1);
        net.arc(gate, left + i as u32, span, 0);
    }
    for (i, &span) in bounds.right.iter().enumerate() {
        let gate = bounds.right_home[i].map_or(hub, |o| organisations[o as usize].2);
        net.arc(right + i as u32, gate, span, 0);
    }
    (net, Places { hub, left, right, organisations })
}

fn prices(bounds: &Bounds, places: &Places, potential: &[i128]) -> Prices {
    let at = |node: u32| potential[node as usize];
    let organisations: Vec<OrganisationPrice> = bounds
        .organisations
        .iter()
        .zip(&places.organisations)
        .map(|(o, &(home, gate_left, gate_right))| OrganisationPrice {
            organisation: o.number,
            left: at(home) - at(gate_left),
            right: at(gate_right) - at(home),
            balance: -at(home),
        })
        .collect();
    let gate = |o: Option<u32>, pick: fn(&(u32, u32, u32)) -> u32| {
        o.map_or(0, |o| at(pick(&places.organisations[o as usize])))
    };
    let left = (0..bounds.left.len())
        .map(|i| gate(bounds.left_home[i], |o| o.1) - at(places.left + i as u32));
    let right = (0..bounds.right.len())
        .map(|i| at(places.right + i as u32) - gate(bounds.right_home[i], |o| o.2));
    Prices { left: left.collect(), right: right.collect(), organisations }
}
