//! Matching: who decides, on which conditions, and towards what.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{RoleName, Span, Tie};

/// The matching of a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Matching {
    /// Who decides.
    pub chooser: Chooser,
    /// What a round aims at.
    #[serde(default)]
    pub objective: Objective,
    /// Whether pairs that the coordinator fixed come first and the rest is optimised round them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed_first: bool,
    /// What happens to the last person of an odd pool.
    #[serde(default, skip_serializing_if = "OddOne::is_waits")]
    pub odd_one: OddOne,
    /// Conditions that every relationship meets.
    #[serde(default)]
    pub musts: Vec<Tie>,
    /// Conditions that make a better relationship, with their weight.
    #[serde(default)]
    pub wishes: Vec<Wish>,
}

/// A condition that is wished for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wish {
    /// How much it counts.
    pub weight: Weight,
    /// The condition.
    pub tie: Tie,
}

/// How much a wish counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Counts four times as much as a low one.
    High,
    /// Counts twice as much as a low one.
    Medium,
    /// The unit.
    Low,
}

impl Weight {
    /// The weight as a number of points.
    pub const fn points(self) -> u32 {
        match self {
            Weight::High => 4,
            Weight::Medium => 2,
            Weight::Low => 1,
        }
    }
}

/// Who decides on the relationships.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Chooser {
    /// The engine proposes a whole round, and the coordinator reviews and publishes it.
    Engine,
    /// The coordinator puts people together, with scores beside them.
    Coordinator,
    /// People rank each other, and the outcome is stable against both sides' lists.
    Rankings {
        /// The most names on one list.
        at_most: u16,
        /// The roles that rank.
        by: Vec<RoleName>,
    },
    /// People of one role ask people of another, who say yes or no.
    Asks {
        /// The role that asks.
        role: RoleName,
        /// The most open requests of one person.
        at_once: u16,
    },
    /// People book open slots.
    Booking {
        /// The most bookings that a giver takes in a week.
        giver_per_week: u16,
        /// The most bookings that a receiver makes in a month.
        receiver_per_month: u16,
        /// How many questions the receiver sends in advance.
        questions: Span,
    },
    /// Everybody meets several others in short rounds at one event.
    SpeedRounds {
        /// How many rounds.
        rounds: Span,
    },
    /// New pairs at every turn, and nobody twice before all have met.
    Coffee {
        /// Weeks from one turn to the next.
        every_weeks: u16,
        /// Whether pairs are drawn by lot or made as different as possible.
        mix: Mix,
    },
    /// People take seats in sessions, with a waiting list.
    SignUp,
    /// The pairs are given, by a list or by the line, and nobody chooses.
    Roster,
}

/// How coffee rounds mix people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mix {
    /// By lot.
    Random,
    /// As different as the answers allow.
    Diverse,
}

/// What a matching round aims at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// The greatest sum of scores, even if somebody stays without a partner.
    Total,
    /// The most people placed, and among those the greatest sum.
    #[default]
    Coverage,
    /// The most people placed, and the worst-off of them as well off as possible.
    WorstOff,
    /// No two people would rather have each other.
    Stable,
}

/// What happens to the last person of an odd pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OddOne {
    /// Waits, and comes first in the next round.
    #[default]
    Waits,
    /// Joins a pair, which becomes a triad.
    Triad,
}

impl OddOne {
    fn is_waits(&self) -> bool {
        *self == OddOne::Waits
    }
}
