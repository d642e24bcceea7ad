//! What a coordinator does next, from where the programme is. Pure.

use jiff::civil::Date;

use crate::programme::{Programme, State};

/// What is known of a programme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// Contradictions in its designs.
    pub flaws: usize,
    /// Begun, not sent.
    pub started: i64,
    /// Waiting for a decision.
    pub applied: i64,
    /// In.
    pub approved: i64,
    /// Relationships that are not closed.
    pub together: i64,
    /// Relationships that there ever were.
    pub ever: i64,
    /// Whether people ask each other, and no round brings them together.
    pub asks: bool,
}

/// The phases of a programme, in order.
pub(super) const PHASES: [&str; 5] = ["design", "sign-up", "match", "together", "closed"];

/// The place in [`PHASES`] where a programme is.
pub(super) fn phase(programme: &Programme, standing: &Standing) -> usize {
    match programme.state {
        State::Draft => 0,
        State::Open if standing.together == 0 => 1,
        State::Running if standing.ever == 0 => 2,
        State::Open | State::Running => 3,
        State::Closed => 4,
    }
}

/// The next step: the end of its sentences' keys, and where its button leads. `true` when the
/// button posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub name: &'static str,
    pub to: String,
    pub posts: bool,
}

/// The next step of a programme.
pub(super) fn step(programme: &Programme, design: &str, standing: &Standing, today: Date) -> Step {
    let home = format!("/programmes/{}", programme.id);
    let go = |name, path: &str| Step { name, to: format!("{home}{path}"), posts: false };
    match programme.state {
        State::Draft if standing.flaws > 0 => {
            Step { name: "mend", to: design.to_owned(), posts: false }
        }
        State::Draft => Step { name: "open", to: format!("{home}/open"), posts: true },
        State::Open | State::Running if standing.applied > 0 => go("decide", "/applications"),
        State::Open if standing.approved + standing.started == 0 => go("invite", "/invitations"),
        State::Open if programme.closes_on.is_some_and(|last| last < today) => {
            go("close-registration", "/close-registration")
        }
        State::Open | State::Running if standing.asks => go("queue", "/requests"),
        State::Open if standing.together > 0 => go("look", "/relationships"),
        State::Open if programme.closes_on.is_none() => go("match", "/rounds"),
        State::Open => go("invite-more", "/invitations"),
        State::Running if standing.ever == 0 => go("match", "/rounds"),
        State::Running if programme.ends_on.is_some_and(|last| last < today) => {
            go("close", "/close")
        }
        State::Running if standing.together == 0 => go("close", "/close"),
        State::Running => go("look", "/relationships"),
        State::Closed => Step { name: "again", to: "/programmes/new".to_owned(), posts: false },
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::*;

    fn programme(state: State) -> Programme {
        Programme {
            id: "p".to_owned().into(),
            organisation: "o".to_owned().into(),
            name: "Spring".to_owned(),
            state,
            opens_on: None,
            closes_on: Some(date(2026, 3, 31)),
            starts_on: None,
            ends_on: None,
            join_code: None,
            created_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
        }
    }

    #[track_caller]
    fn check(state: State, standing: Standing, name: &str, phase_then: &str) {
        let programme = programme(state);
        assert_eq!(step(&programme, "/design", &standing, date(2026, 3, 2)).name, name);
        assert_eq!(PHASES[phase(&programme, &standing)], phase_then);
    }

    #[test]
    fn each_stage_has_one_clear_next_step() {
        let none = Standing::default();
        check(State::Draft, Standing { flaws: 1, ..none }, "mend", "design");
        check(State::Draft, none, "open", "design");
        check(State::Open, none, "invite", "sign-up");
        check(State::Open, Standing { applied: 3, ..none }, "decide", "sign-up");
        check(State::Open, Standing { approved: 9, ..none }, "invite-more", "sign-up");
        check(State::Running, Standing { approved: 9, ..none }, "match", "match");
        let together = Standing { approved: 9, together: 4, ever: 4, ..none };
        check(State::Running, together, "look", "together");
        check(State::Running, Standing { together: 0, ..together }, "close", "together");
        check(State::Closed, none, "again", "closed");
    }

    #[test]
    fn where_people_ask_each_other_the_queue_is_looked_after_instead_of_a_round() {
        let standing = Standing { approved: 9, asks: true, ..Standing::default() };
        check(State::Open, standing, "queue", "sign-up");
        check(State::Running, Standing { together: 4, ever: 4, ..standing }, "queue", "together");
        check(State::Open, Standing { approved: 0, ..standing }, "invite", "sign-up");
    }

    #[test]
    fn a_last_day_that_has_passed_asks_for_the_close_of_registration() {
        let standing = Standing { approved: 9, ..Standing::default() };
        let step = step(&programme(State::Open), "", &standing, date(2026, 4, 1));
        assert_eq!(step.name, "close-registration");
    }
}
