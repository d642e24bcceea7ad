//! Pairs within one pool: matching of greatest weight in a general graph, with prices and odd sets.

mod check;
mod flower;
mod graph;
mod search;
mod solve;
mod start;
mod triad;

pub use solve::{
    OddSet, Pool, PoolAnswer, PoolObjective, PoolReason, PoolStage, solve, solve_watched,
};
pub use triad::Triad;
