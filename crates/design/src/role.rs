//! Who takes part: the roles of a relationship, and who may hold them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// The name by which a design and the code know a role, `mentor` or `peer`.
pub type RoleName = String;

/// One part in a relationship.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Role {
    /// The name that the rest of the design uses; lower case, without spaces.
    pub name: RoleName,
    /// What people see.
    pub label: Label,
    /// Whether its holder gives, receives or does both.
    pub stance: Stance,
    /// How many hold this role in one relationship.
    pub seats: Span,
    /// In how many relationships one person may hold it at a time.
    pub load: Load,
    /// What its holder does, in one or two sentences for those who are invited.
    pub task: String,
    /// Conditions on the person who takes the role; all must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Rule>,
    /// Whether one of several holders leads and calls the meetings.
    #[serde(default, skip_serializing_if = "Lead::is_shared")]
    pub lead: Lead,
}

/// Whether holders of a role share it evenly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lead {
    /// All holders have the same part.
    #[default]
    Shared,
    /// One holder leads; the others divide the rest of the work.
    One,
    /// The lead passes on from meeting to meeting.
    Rotates,
}

impl Lead {
    fn is_shared(&self) -> bool {
        *self == Lead::Shared
    }
}

/// A role's name as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Label {
    /// For one person, "mentor".
    pub one: String,
    /// For several, "mentors".
    pub many: String,
}

/// What a role's holder does with knowledge and experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Shares it: a mentor, a buddy, an expert, and the junior of a reverse pair.
    Gives,
    /// Asks for it: a mentee, a new starter.
    Receives,
    /// Does both, as peers do.
    Both,
}

/// Relationships that one person may hold in a role at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Load {
    /// The fewest that anybody may be asked to hold.
    #[serde(default)]
    pub least: u16,
    /// What the registration form suggests.
    pub usual: u16,
    /// The most that anybody may offer.
    pub most: u16,
}

/// A condition on one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Rule {
    /// At least so many months in the organisation.
    Tenure {
        /// The fewest months.
        months: u16,
    },
    /// The level on the organisation's ladder lies inside.
    Level {
        /// The lowest level that counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<i16>,
        /// The highest level that counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<i16>,
    },
    /// Named by somebody who may nominate.
    Nominated,
    /// A screening is valid on the day of every contact.
    Screened,
    /// A guardian has agreed.
    GuardianConsent,
    /// Is of age.
    Adult,
    /// Opted in to the segment that this programme serves.
    InSegment,
    /// A member in good standing.
    Member,
    /// Finished the learning module, and the certificate has not run out.
    Trained {
        /// The module's key.
        module: String,
    },
    /// Finished a course of the organisation.
    CompletedCourse,
    /// Started no longer ago than this.
    HiredWithin {
        /// The most days since the start.
        days: u16,
    },
    /// Finished the tasks set before an application.
    Prerequisites,
    /// Gives support to somebody else, in this or another programme.
    Mentors,
    /// Receives support from somebody else, in this or another programme.
    IsMentored,
    /// Reports to the partner in the line.
    LeadsTheOther,
    /// Gave one of these answers to a question of the form.
    Answered {
        /// The question's key.
        question: String,
        /// The answers that count.
        any: Vec<String>,
    },
}
