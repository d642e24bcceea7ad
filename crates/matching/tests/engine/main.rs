//! Promises of the engine, held on many small cases and on the edges of its types.

mod assignment;
mod booking;
mod crowd;
mod explain;
mod groups;
mod hard;
mod later;
mod pool;
mod ranked;
mod rounds;
mod small;
