//! Where a programme stands: its boundary, its channel, its host and its people.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The boundary: whom relationships may join.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Reach {
    /// People of one organisation.
    Inside,
    /// People who opted in to one segment, such as an employee resource group.
    Segment {
        /// The segment's name, as only its members see it.
        name: String,
        /// Whether neither rosters, exports nor mail subjects may tell who belongs to it.
        discreet: bool,
    },
    /// People of several organisations.
    Across {
        /// The most people that one organisation sends on each side; none for no limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quota: Option<u16>,
        /// Whether each organisation gives as many places as it takes, give or take this many.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        balance_within: Option<u16>,
        /// Whether each organisation has a lead who sees only its own people.
        own_leads: bool,
    },
    /// Members of an association, alumni, or another open body.
    Membership {
        /// Whether the programme has a public page.
        public_page: bool,
        /// After how many weeks without a sign of life a profile is no longer shown.
        stale_after_weeks: u16,
        /// The most open requests that one giver has before others are suggested instead.
        popular_after: u16,
    },
    /// Anyone who registers.
    Anyone {
        /// After how many weeks without a sign of life a profile is no longer shown.
        stale_after_weeks: u16,
        /// The most open requests that one giver has before others are suggested instead.
        popular_after: u16,
    },
}

/// The channel: how members meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Channel {
    /// In person, virtual, or both.
    pub form: Form,
    /// Whether an invitation carries a link to a video room.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub links: bool,
    /// Whether agendas come as packs to print.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub print_packs: bool,
    /// A sentence for participants on how to meet well in this form.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub advice: String,
}

/// The forms of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// In one room.
    InPerson,
    /// By video or telephone.
    Virtual,
    /// Either, as the members choose.
    Hybrid,
}

/// Embedding: whether the programme stands alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Embedding {
    /// A programme of its own, with its own dates and events.
    Separate,
    /// Part of another scheme, whose dates drive ours.
    Host {
        /// The scheme, "graduate rotation".
        scheme: String,
        /// The keys of the host's milestones that due dates refer to, in order.
        milestones: Vec<Milestone>,
        /// What happens to a relationship when a person rotates.
        on_rotation: OnRotation,
    },
}

/// A milestone of a host scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Milestone {
    /// The key that due dates refer to.
    pub key: String,
    /// What people call it.
    pub title: String,
}

/// What a rotation does to a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OnRotation {
    /// It goes on.
    Keep,
    /// The members are asked whether to go on or to be matched anew.
    Ask,
    /// It closes, and the person is matched anew.
    Change,
}

/// For whom, and what for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Population {
    /// What kind of purpose the programme has.
    pub kind: Kind,
    /// For whom it is, in one sentence.
    pub audience: String,
    /// Whether people under age take part.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub minors: bool,
}

/// The kinds of purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Finding and taking the next step at work.
    Career,
    /// Preparing people for more responsibility.
    Leadership,
    /// Arriving in a new place.
    Onboarding,
    /// Passing on what few people know.
    Topic,
    /// Being seen and heard, whoever one is.
    Inclusion,
    /// Learning at school or university.
    Students,
    /// Using what a training taught.
    TrainingFollowUp,
    /// Thinking about one's own practice.
    Reflection,
    /// Growing along a list of competencies.
    Competencies,
    /// Meeting people.
    Networking,
    /// Finishing a piece of work together.
    Project,
    /// Supporting those who support others.
    MentorDevelopment,
}
