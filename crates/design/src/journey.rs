//! The journey of a relationship: stages, agendas, agreement, check-ins, surveys and the close.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Due, RoleName};

/// What happens from the first mail to the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Journey {
    /// Within how many days of the start the first meeting should take place.
    pub first_meeting_days: u16,
    /// After how many days without any progress the coordinator is told.
    pub stuck_days: u16,
    /// How unanswered requests and proposals are handled.
    pub requests: Requests,
    /// The short pulse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkins: Option<CheckIns>,
    /// What members agree on at the start; empty for no agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreement: Vec<Clause>,
    /// The stages, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Agendas of meetings, in order; the last repeats when it says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agendas: Vec<Agenda>,
    /// Things to do outside meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Longer sets of questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surveys: Vec<Survey>,
    /// Events for everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// The end.
    pub closing: Closing,
}

/// How long a request may stay unanswered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Requests {
    /// The day on which the person asked is reminded.
    pub remind_day: u16,
    /// The day on which the request expires and the next wish is tried.
    pub expire_day: u16,
}

/// The short pulse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CheckIns {
    /// The day of the first one, counted from the start.
    pub first_day: u16,
    /// Days from one to the next; none for only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then_every: Option<u16>,
    /// The questions, each answered on a scale of five or in a line.
    pub questions: Vec<PulseQuestion>,
}

/// A question of a pulse or survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PulseQuestion {
    /// Stable key, unique in its list.
    pub key: String,
    /// The question as it is asked.
    pub text: String,
    /// How it is answered.
    pub answer: Answer,
    /// The roles that are asked; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
}

/// How a pulse or survey question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One of five, from not at all to very much.
    Scale,
    /// Yes or no.
    YesNo,
    /// A line of text.
    Text,
    /// A whole number.
    Number,
}

/// A clause of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Clause {
    /// Stable key.
    pub key: String,
    /// The clause as members read and change it.
    pub text: String,
}

/// A stretch of the way with one aim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Stage {
    /// Stable key.
    pub key: String,
    /// What people see.
    pub title: String,
    /// What this stage is for.
    pub aim: String,
    /// When it should be finished.
    pub until: Due,
}

/// A meeting's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Agenda {
    /// Stable key.
    pub key: String,
    /// The stage that it belongs to.
    pub stage: String,
    /// What people see.
    pub title: String,
    /// Whether it serves every further meeting until a later agenda comes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeats: bool,
    /// What to talk about, each with its minutes.
    pub points: Vec<Point>,
}

/// One point of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Point {
    /// About how long it takes.
    pub minutes: u16,
    /// What to do or talk about.
    pub text: String,
}

/// Something to do outside meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Task {
    /// Stable key.
    pub key: String,
    /// What to do.
    pub text: String,
    /// Who does it; empty means everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
    /// By when.
    pub due: Due,
    /// Whether nobody is matched before having done it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_matching: bool,
}

/// A longer set of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Survey {
    /// Stable key.
    pub key: String,
    /// What people see.
    pub title: String,
    /// When it is sent.
    pub when: Due,
    /// The roles that are asked; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleName>,
    /// What it is about.
    pub about: About,
    /// Its questions, where they are this design's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<PulseQuestion>,
}

/// What a survey is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The four lines of outcomes, asked alike at start, middle and end.
    Outcomes,
    /// The relationship and the programme.
    Experience,
    /// A list of competencies, rated by the person.
    Competencies,
    /// What was done of what was intended.
    Commitments,
    /// One partner's view of the other's work.
    Evaluation,
    /// The meeting that just took place.
    Meeting,
}

/// An event for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Event {
    /// Stable key.
    pub key: String,
    /// What people see.
    pub title: String,
    /// What kind it is.
    pub kind: EventKind,
    /// When it takes place.
    pub when: Due,
    /// How many minutes it takes.
    pub minutes: u16,
    /// The most people, where places are limited; others wait in a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u16>,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// The common start.
    KickOff,
    /// Something to learn.
    Learning,
    /// People to meet.
    Networking,
    /// One session of a series.
    Session,
    /// The common end.
    Closing,
}

/// The end of a relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Closing {
    /// Whether it closes by itself when its length is over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_itself: bool,
    /// How many days before the end the members are told.
    pub notice_days: u16,
    /// The words with which it closes.
    pub farewell: String,
    /// Whom or what it hands over to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hands_over_to: String,
}

impl Journey {
    /// Whether somebody has to think of the end: it does not simply close, or a common closing or a
    /// hand-over belongs to it.
    #[must_use]
    pub fn has_closing_step(&self) -> bool {
        !self.closing.by_itself
            || !self.closing.hands_over_to.is_empty()
            || self.events.iter().any(|event| event.kind == EventKind::Closing)
    }
}
