//! Rounds in which everybody meets somebody new: speed rounds of two sides, coffee in one pool.

mod circle;
mod colour;
mod pool;
mod sides;

pub use pool::{PoolRounds, PoolRoundsAnswer, solve_pool};
pub use sides::{SideRounds, SideRoundsAnswer, solve_sides};
