//! What happened to goals. Facts say nothing of what a goal is about; those of private ones are
//! not recorded at all.

use serde::{Deserialize, Serialize};

use super::model::Goal;
use crate::together::Together;

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name {
                /// The goal.
                pub goal: String,
                /// The relationship it belongs to.
                pub relationship: String,
                /// The programme.
                pub programme: String,
            }
            impl $name {
                pub(super) fn of(goal: &Goal, together: &Together) -> Self {
                    Self {
                        goal: goal.id.as_str().to_owned(),
                        relationship: goal.relationship.as_str().to_owned(),
                        programme: together.relationship.programme.as_str().to_owned(),
                    }
                }
            }
            impl jobs::Fact for $name {
                const NAME: &'static str = $text;
                fn subject(&self) -> (&'static str, &str) {
                    ("relationship", &self.relationship)
                }
                fn programme(&self) -> Option<&str> {
                    Some(&self.programme)
                }
            }
        )+
        /// The names of all facts about goals.
        pub const FACTS: &[&str] = &[$($text),+];
    };
}

facts! {
    /// A goal that the partners share was written down.
    GoalSet = "goal_set";
    /// It was reached.
    GoalReached = "goal_reached";
    /// It was not quite reached yet.
    GoalReopened = "goal_reopened";
}
