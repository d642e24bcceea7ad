//! Care: what keeps people safe, and what stays unseen. And support for those who give it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Audience, RoleName, Span};

const fn partners() -> Audience {
    Audience::Partners
}

fn is_partners(audience: &Audience) -> bool {
    *audience == Audience::Partners
}

/// The protections of a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Care {
    /// Who may read what members write to each other.
    pub conversations: Conversations,
    /// Who sees a new note unless its writer chooses otherwise.
    #[serde(default = "partners", skip_serializing_if = "is_partners")]
    pub notes: Audience,
    /// A figure about fewer people than this is not shown.
    pub smallest_cell: u16,
    /// From whom the list of participants is hidden.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_from: Vec<Onlooker>,
    /// The roles whose exit, and its reason, the partner does not learn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quiet_exit: Vec<RoleName>,
    /// The roles that may not browse the profiles of the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_not_browse: Vec<RoleName>,
    /// The screening that a role needs before any contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<Screening>,
    /// Whether a guardian's consent comes before any contact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guardian_consent: bool,
    /// Whether nothing written here reaches an appraisal, in either direction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart_from_appraisal: bool,
    /// What reports may say about the content of meetings.
    #[serde(default)]
    pub content_reports: ContentReports,
    /// Whether case notes are refused when they name a mentee.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nameless_notes: bool,
    /// To whom a concern goes when nobody has answered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Escalation>,
}

impl Care {
    /// Whether somebody reads along in what members write to each other.
    pub fn is_supervised(&self) -> bool {
        self.conversations == Conversations::Supervised
    }
}

/// Who may read what members write to each other, fixed when a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Conversations {
    /// Only the members.
    Private,
    /// Two named people with a reason, for a limited time; logged, and the members are told.
    BreakGlass,
    /// A supervisor reads along, and every compose box says so.
    Supervised,
}

/// People from whom a list of participants may be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Onlooker {
    /// The other participants, except one's own partners.
    Participants,
    /// Line managers.
    LineManagers,
    /// Colleagues who take no part.
    Colleagues,
    /// Other organisations in the same programme.
    OtherOrganisations,
}

impl Onlooker {
    /// The key in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Onlooker::Participants => "onlooker-participants",
            Onlooker::LineManagers => "onlooker-line-managers",
            Onlooker::Colleagues => "onlooker-colleagues",
            Onlooker::OtherOrganisations => "onlooker-other-organisations",
        }
    }
}

/// A check of a person, valid for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Screening {
    /// Who is checked.
    pub roles: Vec<RoleName>,
    /// For how many months a check is valid.
    pub valid_months: u16,
    /// How many days before its end the person and the coordinator are reminded.
    pub remind_days: u16,
}

/// How much reports may say about content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContentReports {
    /// Topics and goals are counted, never quoted.
    #[default]
    Counts,
    /// Nothing of the content; attendance and usefulness only.
    Nothing,
}

/// The path of a concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Escalation {
    /// After how many hours without an answer it goes to the next person.
    pub after_hours: u16,
}

/// Support for those who give support.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Support {
    /// None beside the coordinator.
    None,
    /// Those who give meet among themselves.
    PeerCircle {
        /// How many weeks from one meeting to the next.
        every_weeks: u16,
    },
    /// Each has a mentor of mentors.
    MentorOfMentors {
        /// How many one mentor of mentors supports.
        size: Span,
        /// How many weeks from one meeting to the next.
        every_weeks: u16,
        /// Whether everybody must have one before the programme may publish.
        everyone: bool,
        /// Whether being mentor and mentee at once is shown or required.
        double_role: DoubleRole,
    },
}

/// What the programme does about people who both mentor and are mentored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DoubleRole {
    /// Nothing.
    Ignored,
    /// It is shown how many do.
    Shown,
    /// Each mentor is mentored too.
    Required,
}
