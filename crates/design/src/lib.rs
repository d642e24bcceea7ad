//! What a mentoring programme is, as data, and the presets.
//!
//! A named model (one-to-one, reverse, circle, …) is a file in `presets/`, not a type and not an
//! `if`. Code asks a [`Design`] a question (`design.question()`, `design.is_symmetric()`), and
//! never which preset it came from.
//!
//! This crate knows no database, no clock, no network and no person.

mod cadence;
mod care;
pub mod change;
mod design;
mod door;
mod due;
mod file;
mod fit;
mod flaw;
pub mod form;
mod journey;
mod matching;
mod paragraph;
mod place;
mod preset;
mod question;
mod rhythm;
mod role;
mod said;
mod schema;
mod sentence;
mod span;
mod text;
mod tie;

pub use cadence::{Cadence, Pace, Stretch};
pub use care::{
    Care, ContentReports, Conversations, DoubleRole, Escalation, Onlooker, Screening, Support,
};
pub use design::{Design, Framework, Line, Outcome, VERSION};
pub use door::{Approval, Door, Nominator, Occasion, Way};
pub use due::Due;
pub use file::FileError;
pub use fit::{Asked, Fit, Lasts, People, Plan, Supply};
pub use flaw::Flaw;
pub use form::{AnswerKind, Audience, Form, FormQuestion};
pub use journey::{
    About, Agenda, Answer, CheckIns, Clause, Closing, Event, EventKind, Journey, Point,
    PulseQuestion, Requests, Stage, Survey, Task,
};
pub use matching::{Chooser, Matching, Mix, Objective, OddOne, Weight, Wish};
pub use paragraph::{Decision, Topic};
pub use place::{
    Channel, Embedding, Form as MeetingForm, Kind, Milestone, OnRotation, Population, Reach,
};
pub use preset::{Effort, Gallery, Preset, Status, preset, presets};
pub use question::{Question, Sides};
pub use rhythm::{CadenceFor, Entry, Length, Phases, Renewal, Rhythm};
pub use role::{Label, Lead, Load, Role, RoleName, Rule, Stance};
pub use schema::schema;
pub use sentence::{Arg, Sentence};
pub use span::Span;
pub use tie::{Attribute, Tie};

/// A text for an error message: its first forty characters.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).filter(|c| !c.is_control()).collect();
    if text.chars().count() > 40 {
        short.push('…');
    }
    short
}
