//! The registration form: what each role is asked, who may see the answer and what it is for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::RoleName;

/// Facts that a person's record holds without a question.
pub const PROFILE: [&str; 11] = [
    "organisation",
    "department",
    "site",
    "job_title",
    "level",
    "manager",
    "groups",
    "time_zone",
    "languages",
    "availability",
    "hired",
];

/// The most questions that one role may be asked.
pub const MOST_QUESTIONS: usize = 10;

/// The registration form of a design.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Form {
    /// What people read before the first question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub welcome: String,
    /// The questions, in the order in which they are asked.
    #[serde(default)]
    pub questions: Vec<FormQuestion>,
}

impl Form {
    /// The questions that holders of a role are asked.
    pub fn asked<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a FormQuestion> {
        self.questions.iter().filter(move |question| question.is_for(role))
    }

    /// The question of this key.
    pub fn question(&self, key: &str) -> Option<&FormQuestion> {
        self.questions.iter().find(|question| question.key == key)
    }
}

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FormQuestion {
    /// Stable key by which matching and reports know the answer.
    pub key: String,
    /// The question as it is asked.
    pub label: String,
    /// A hint below it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Whether registration waits for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The roles that are asked; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
    /// Who may see the answer.
    pub audience: Audience,
}

impl FormQuestion {
    /// Whether holders of this role are asked.
    pub fn is_for(&self, role: &str) -> bool {
        self.roles.is_empty() || self.roles.iter().any(|name| name == role)
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum AnswerKind {
    /// One line.
    ShortText,
    /// A paragraph.
    LongText,
    /// One of a list.
    SingleChoice {
        /// What may be chosen.
        options: Vec<String>,
    },
    /// Any of a list.
    MultipleChoice {
        /// What may be chosen.
        options: Vec<String>,
        /// The most that may be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_most: Option<u16>,
    },
    /// Topics from the organisation's catalogue, or new ones, most important first.
    Topics {
        /// The most topics.
        at_most: u16,
        /// Suggestions until the organisation has a catalogue.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        suggestions: Vec<String>,
    },
    /// A level of the organisation's ladder.
    Level,
    /// A whole number.
    Number {
        /// The smallest.
        least: i32,
        /// The greatest.
        most: i32,
    },
    /// A rating of oneself for each of several things, from 1 to 5.
    Ratings {
        /// What is rated.
        items: Vec<String>,
    },
    /// A date.
    Date,
    /// Yes or no.
    YesNo,
    /// Languages.
    Languages,
    /// A time zone.
    TimeZone,
    /// Times in the week.
    Availability,
    /// How many relationships.
    Capacity,
    /// People from the directory.
    People {
        /// The most people.
        at_most: u16,
    },
}

/// Who may see an answer, a note or a text.
///
/// The coordinator brings people together and so reads the answers of a registration that partners
/// read. What is written inside a relationship (messages, goals, notes, the agreement) is not theirs:
/// there, partners means the members and nobody else.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Only the person; the engine may use it, nobody reads it.
    OnlyMe,
    /// The person and the partners; of an answer to the registration the coordinator too.
    Partners,
    /// The person and the coordinator.
    Coordinator,
    /// Nobody as a single answer; only counted.
    Statistics,
}
