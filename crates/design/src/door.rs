//! Recruitment: the doors through which people come in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::RoleName;

/// One way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Door {
    /// What kind of door it is.
    pub way: Way,
    /// The roles that it leads to; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
}

/// The kinds of doors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Way {
    /// Whoever finds the page and fits may enrol.
    Open,
    /// People apply, and somebody approves.
    Application {
        /// Who approves.
        approval: Approval,
    },
    /// The coordinator invites by mail, link or code.
    Invitation,
    /// Somebody else puts a name forward.
    Nomination {
        /// Who may put forward.
        by: Vec<Nominator>,
    },
    /// The coordinator brings a list.
    Roster,
    /// Something that happens in the organisation opens the door by itself.
    Trigger {
        /// What happens.
        on: Occasion,
        /// Days from what happens to the invitation; negative for before.
        days: i16,
    },
}

/// Who says yes to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Approval {
    /// The programme's coordinator.
    Coordinator,
    /// The lead of the person's own organisation or segment.
    Lead,
    /// The line manager, then the coordinator.
    ManagerThenCoordinator,
}

/// Who may put a name forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nominator {
    /// The line manager.
    Manager,
    /// The board or its talent committee.
    Board,
    /// The programme's coordinator.
    Coordinator,
    /// A colleague.
    Colleague,
    /// A teacher or tutor.
    Teacher,
}

/// What opens a door by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// A person's first day.
    Hired,
    /// A course was completed.
    CourseCompleted,
    /// A milestone of the host scheme.
    HostMilestone,
    /// Somebody became a mentor.
    BecameMentor,
}
