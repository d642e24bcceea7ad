//! Time: when people come in, how long a relationship lasts and how often it meets.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::as_text;
use crate::{Cadence, Rule, Span};

/// The time axis of a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rhythm {
    /// When relationships begin.
    pub entry: Entry,
    /// How long a relationship lasts.
    pub length: Length,
    /// How often it meets.
    pub cadence: Cadence,
    /// Other cadences for some people, in place of the general one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cadence_for: Vec<CadenceFor>,
    /// How many minutes a meeting takes.
    pub minutes: Span,
    /// How many meetings there should be at least and at most, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meetings: Option<Span>,
    /// Whether a relationship may go on after its length, and how.
    #[serde(default)]
    pub renewal: Renewal,
    /// The phases of a cohort; only where everybody starts together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phases: Option<Phases>,
}

/// A cadence for relationships with a person of whom a rule holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CadenceFor {
    /// The rule.
    pub who: Rule,
    /// The cadence.
    pub cadence: Cadence,
}

/// When relationships begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// Everybody starts and ends together.
    Cohort,
    /// Each person starts when a place is found, and has dates of their own.
    Rolling,
    /// One or two meetings, booked when they are needed.
    Flash,
    /// All meetings happen at one event or in announced rounds.
    Event,
}

/// What may follow the agreed length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Renewal {
    /// It closes; those who want to meet on do so outside the programme.
    None,
    /// The partners may agree on an extension.
    #[default]
    Extendable,
    /// All members are asked, and it goes on only if they say so.
    AskedEachTerm,
    /// It may become a longer relationship under another design.
    HandsOver,
}

/// A cohort's phases before and around the start, in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phases {
    /// How long registration is open.
    pub registration_weeks: u16,
    /// From the freeze of answers to the announcement.
    pub matching_weeks: u16,
    /// How long after the start late joiners are still placed; 0 for not at all.
    pub late_joiner_weeks: u16,
}

/// How long a relationship lasts, "9 months" or "ongoing".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many calendar months.
    Months(u16),
    /// So many weeks.
    Weeks(u16),
    /// So many days.
    Days(u16),
    /// So many meetings, however long they take.
    Meetings(u16),
    /// As long as the host scheme of an integrated programme.
    AsHost,
    /// No end is set.
    Ongoing,
}

impl Length {
    /// The length in days, for planning; none where meetings, a host or nothing ends it.
    pub fn days(self) -> Option<u32> {
        match self {
            Length::Months(n) => Some(u32::from(n) * 365 / 12),
            Length::Weeks(n) => Some(u32::from(n) * 7),
            Length::Days(n) => Some(u32::from(n)),
            Length::Meetings(_) | Length::AsHost | Length::Ongoing => None,
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Length::Months(n) => (n, "month"),
            Length::Weeks(n) => (n, "week"),
            Length::Days(n) => (n, "day"),
            Length::Meetings(n) => (n, "meeting"),
            Length::AsHost => return f.write_str("as host"),
            Length::Ongoing => return f.write_str("ongoing"),
        };
        write!(f, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}

impl FromStr for Length {
    type Err = String;

    fn from_str(text: &str) -> Result<Length, String> {
        let wrong = || {
            format!(
                "“{}” is not a length; write for instance “9 months”, “12 weeks”, “90 days”, “6 meetings”, “as host” or “ongoing”",
                crate::shortened(text)
            )
        };
        match text.trim() {
            "ongoing" => return Ok(Length::Ongoing),
            "as host" => return Ok(Length::AsHost),
            _ => {}
        }
        let (number, unit) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let number: u16 = number.parse().map_err(|_| wrong())?;
        match unit.trim() {
            "month" | "months" => Ok(Length::Months(number)),
            "week" | "weeks" => Ok(Length::Weeks(number)),
            "day" | "days" => Ok(Length::Days(number)),
            "meeting" | "meetings" => Ok(Length::Meetings(number)),
            _ => Err(wrong()),
        }
    }
}

as_text!(Length, "How long a relationship lasts.", "9 months");
