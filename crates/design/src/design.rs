//! A design: what a programme is, as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Care, Channel, Door, Embedding, Form, Gallery, Journey, Length, Matching, Population, Reach,
    Rhythm, Role, RoleName, Stance, Support,
};

/// The version of the file format that this program writes.
pub const VERSION: u32 = 1;

/// What a programme is: one value per axis, and the words that go with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Design {
    /// The version of the file format, 1.
    pub version: u32,
    /// The programme's name until it gets one of its own.
    pub title: String,
    /// Why the programme exists, linked to what the organisation wants.
    pub purpose: String,
    /// How it presents itself in the gallery, where it is a preset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gallery: Option<Gallery>,
    /// What participants may expect.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// What is shown to everyone who is invited.
    pub framework: Framework,
    /// Roles and their sizes.
    pub roles: Vec<Role>,
    /// Time.
    pub rhythm: Rhythm,
    /// Recruitment.
    pub doors: Vec<Door>,
    /// Matching.
    pub matching: Matching,
    /// Boundary.
    pub reach: Reach,
    /// Channel.
    pub channel: Channel,
    /// Embedding.
    pub embedding: Embedding,
    /// Population and purpose.
    pub population: Population,
    /// Care.
    pub care: Care,
    /// Support layer.
    pub support: Support,
    /// The journey of a relationship.
    pub journey: Journey,
    /// The registration form.
    pub form: Form,
}

/// Something that participants may expect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Outcome {
    /// The line along which it is measured.
    pub line: Line,
    /// Who may expect it; empty means everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
    /// The outcome in one sentence.
    pub text: String,
}

/// The lines along which outcomes are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// Personal and professional development.
    Development,
    /// Networking.
    Networking,
    /// Job performance.
    Performance,
    /// Self-confidence.
    Confidence,
    /// What those who give gain.
    GiversGain,
}

/// The frame that is shown to everyone who is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Framework {
    /// What each part does.
    pub roles: String,
    /// How long, how often.
    pub time: String,
    /// What belongs to it and what does not.
    pub boundaries: String,
    /// Where help is to be had.
    pub help: String,
}

impl Design {
    /// The role of this name.
    pub fn role(&self, name: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.name == name)
    }

    /// The roles that give.
    pub fn givers(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.stance == Stance::Gives)
    }

    /// The roles that receive.
    pub fn receivers(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.stance == Stance::Receives)
    }

    /// Whether all members of a relationship have the same part.
    pub fn is_symmetric(&self) -> bool {
        self.roles.iter().all(|role| role.stance == Stance::Both)
    }

    /// Whether a relationship may have more than three members.
    pub fn is_group(&self) -> bool {
        self.most_members() > 3
    }

    /// The most members of one relationship.
    pub fn most_members(&self) -> u32 {
        self.roles.iter().map(|role| u32::from(role.seats.most)).sum()
    }

    /// The fewest members of one relationship.
    pub fn fewest_members(&self) -> u32 {
        self.roles.iter().map(|role| u32::from(role.seats.least)).sum()
    }

    /// How many meetings a relationship holds in its length; none where nothing says so.
    pub fn expected_meetings(&self) -> Option<u32> {
        match self.rhythm.length {
            Length::Meetings(number) => Some(u32::from(number)),
            Length::Months(_) | Length::Weeks(_) | Length::Days(_) => {
                self.rhythm.cadence.meetings_in(self.rhythm.length.days()?)
            }
            Length::AsHost | Length::Ongoing => None,
        }
    }

    /// Whether members agree on something at the start.
    pub fn has_agreement(&self) -> bool {
        !self.journey.agreement.is_empty()
    }
}
