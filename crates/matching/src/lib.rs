//! The matching engine: a question about numbered people in; answer, reasons and certificate out.
//!
//! It knows no names, dates or organisations, does no I/O, owns no clock and no chance, and counts
//! in integers only, so that the same question has the same answer everywhere. Scores are in
//! millionths ([`SCALE`]).

pub mod answer;
pub mod assignment;
pub mod booking;
pub mod crowd;
pub mod explain;
mod flow;
pub mod groups;
pub mod later;
pub mod pool;
pub mod question;
pub mod ranked;
pub mod rounds;
pub mod supervision;
mod swift;
pub mod watch;

pub use answer::{Answer, Certificate, OrganisationPrice, Reason, Side, Stage, StageGoal, Status};
pub use assignment::{solve, solve_again, solve_watched};
pub use question::{Assignment, Objective, Pair, Quota, Seats};
pub use watch::{Progress, Watch};

/// Units in one point: scores are integers in millionths.
pub const SCALE: i64 = 1_000_000;

/// The greatest absolute score a pair may have, in units (10⁹ points).
pub const LIMIT: i64 = 1_000_000_000 * SCALE;
