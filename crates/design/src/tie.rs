//! A tie: a condition on two people.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{RoleName, Span};

/// The name of a fact about a person: one of [`crate::form::PROFILE`], or a question's key.
pub type Attribute = String;

/// A condition on two people; a must, or a wish with a weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Tie {
    /// Both belong to the same organisation.
    SameOrganisation,
    /// They belong to different organisations.
    DifferentOrganisation,
    /// Their organisations are not on each other's list of competitors.
    NotCompetitors,
    /// One leads the other, directly or through others.
    InReportingLine,
    /// One is the other's direct manager.
    DirectManager,
    /// Neither leads the other, directly or through others: the whole chain of command.
    NotInReportingLine,
    /// Neither is the other's direct manager; further up the line is allowed.
    NotDirectManager,
    /// They do not report to the same manager.
    NotSameManager,
    /// The same answer or fact.
    Same(Attribute),
    /// Different answers or facts.
    Different(Attribute),
    /// Different answers or facts among the holders of one role in a group.
    DifferentAmong {
        /// What differs.
        attribute: Attribute,
        /// The role whose holders are compared.
        role: RoleName,
    },
    /// Lists that share at least one entry.
    Shares(Attribute),
    /// Lists that share no entry.
    SharesNone(Attribute),
    /// One role's level lies above the other's by so many steps.
    LevelAbove {
        /// The role with the higher level.
        role: RoleName,
        /// How many steps, the fewest and the most.
        by: Span,
    },
    /// Levels no further apart than this.
    LevelWithin {
        /// The most steps.
        steps: u16,
    },
    /// One role's number lies above the other's, such as the year of study.
    Ahead {
        /// The number that is compared.
        attribute: Attribute,
        /// The role with the greater number.
        role: RoleName,
        /// By how much, the least and the most.
        by: Span,
    },
    /// What the receiver wants is among what the giver offers.
    Covers {
        /// Topics wanted, most wanted first.
        wants: Attribute,
        /// Topics offered.
        offers: Attribute,
    },
    /// Each wants something that the other offers.
    Exchange {
        /// Topics wanted.
        wants: Attribute,
        /// Topics offered.
        offers: Attribute,
    },
    /// One's strength meets the other's gap in a self-assessment, both ways.
    Complements(Attribute),
    /// A language in common.
    CommonLanguage,
    /// Working hours that overlap on an ordinary day.
    WorkingHoursOverlap {
        /// The fewest hours.
        hours: u16,
    },
    /// A time at which all of them are free.
    CommonSlot,
    /// They have not been partners before.
    NeverPairedBefore,
    /// They have not met in an earlier round of this programme.
    NotMetBefore,
    /// Answers near each other, on a scale or a list.
    Similar(Attribute),
    /// Answers far from each other, on a scale or a list.
    Diverse(Attribute),
    /// One named the other among those they would like.
    Prefers,
    /// Neither named the other among those they would rather not meet.
    NotAvoided,
    /// Following who supports whom never leads back to the start.
    NoLoop,
}

impl Tie {
    /// The facts about people that the tie looks at.
    pub fn attributes(&self) -> Vec<&str> {
        match self {
            Tie::SameOrganisation | Tie::DifferentOrganisation | Tie::NotCompetitors => {
                vec!["organisation"]
            }
            Tie::InReportingLine
            | Tie::DirectManager
            | Tie::NotInReportingLine
            | Tie::NotDirectManager
            | Tie::NotSameManager => vec!["manager"],
            Tie::Same(key)
            | Tie::Different(key)
            | Tie::Shares(key)
            | Tie::SharesNone(key)
            | Tie::Similar(key)
            | Tie::Diverse(key)
            | Tie::Complements(key)
            | Tie::DifferentAmong { attribute: key, .. }
            | Tie::Ahead { attribute: key, .. } => vec![key],
            Tie::LevelAbove { .. } | Tie::LevelWithin { .. } => vec!["level"],
            Tie::Covers { wants, offers } | Tie::Exchange { wants, offers } => vec![wants, offers],
            Tie::CommonLanguage => vec!["languages"],
            Tie::WorkingHoursOverlap { .. } => vec!["time_zone"],
            Tie::CommonSlot => vec!["availability"],
            Tie::NeverPairedBefore | Tie::NotMetBefore | Tie::NotAvoided | Tie::NoLoop => {
                Vec::new()
            }
            Tie::Prefers => vec!["prefer"],
        }
    }

    /// The role that the tie names, if any.
    pub fn role(&self) -> Option<&str> {
        if let Tie::LevelAbove { role, .. }
        | Tie::Ahead { role, .. }
        | Tie::DifferentAmong { role, .. } = self
        {
            return Some(role);
        }
        None
    }

    /// The questions whose topics it holds against each other: what is wanted, what is offered.
    pub fn topics(&self) -> Option<(&str, &str)> {
        if let Tie::Covers { wants, offers } | Tie::Exchange { wants, offers } = self {
            return Some((wants, offers));
        }
        None
    }
}
