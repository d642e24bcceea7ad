//! After the round: late joiners and leavers, a queue that never closes, and rehearsals before it opens.

mod chance;
mod keep;
mod queue;
mod rehearsal;

pub use keep::{Kept, keep_running};
pub use queue::{Queue, Regret, regret};
pub use rehearsal::{Rehearsal, Sensitivity, Spread, rehearse};
