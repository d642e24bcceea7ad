//! Cheapest flows: the ground under every question that is a network.

mod cost;
mod network;
mod simplex;
mod tree;

pub(crate) use cost::Cost;
pub(crate) use network::Network;
pub(crate) use simplex::cheapest;
