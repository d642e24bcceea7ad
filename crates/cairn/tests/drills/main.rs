//! Drills: what Cairn promises when things go wrong, tried on the real program.
//!
//! Each has a bite: a variant that breaks the promise, which the same check must catch. They are
//! short by default; the figures that Cairn is held to are reached with `CAIRN_DRILL_KILLS=100`,
//! `CAIRN_DRILL_WRITES=10000` and `CAIRN_DRILL_RACES=1000`.

mod console;
mod crash;
mod disk;
mod early;
mod every_verb;
mod http;
mod ledger;
mod post;
mod scene;
mod seat;
mod server;
mod stop;
mod takeaway;
mod verbs;

/// How often, unless the environment says otherwise.
fn times(variable: &str, usually: usize) -> usize {
    #[expect(
        clippy::disallowed_methods,
        reason = "the length of a drill is told by the environment"
    )]
    let told = std::env::var(variable).ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(usually)
}
