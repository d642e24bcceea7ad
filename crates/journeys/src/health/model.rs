//! What health is, and what a list of relationships may be asked. Pure.

use serde::Deserialize;

/// How a relationship is doing, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// Somebody said that it goes badly, or would like help.
    Unhappy,
    /// No meeting for as long as the design calls stuck, and none is fixed.
    Stuck,
    /// No meeting for most of that time, and none is fixed.
    Quiet,
    /// Somebody has not answered the offer yet.
    Offered,
    /// It rests.
    Paused,
    /// All is well.
    OnTrack,
    /// It is over.
    Ended,
}

impl Health {
    /// All, in their order.
    pub const ALL: [Self; 7] = [
        Self::Unhappy,
        Self::Stuck,
        Self::Quiet,
        Self::Offered,
        Self::Paused,
        Self::OnTrack,
        Self::Ended,
    ];

    /// The word in addresses and keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unhappy => "unhappy",
            Self::Stuck => "stuck",
            Self::Quiet => "quiet",
            Self::Offered => "offered",
            Self::Paused => "paused",
            Self::OnTrack => "on-track",
            Self::Ended => "ended",
        }
    }

    /// The health of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|health| health.word() == word)
    }

    /// Its place in the order, as the query computes it.
    #[must_use]
    pub fn rank(self) -> i64 {
        Self::ALL
            .into_iter()
            .position(|h| h == self)
            .and_then(|n| i64::try_from(n).ok())
            .unwrap_or(0)
    }

    /// The health of a place in the order.
    #[must_use]
    pub fn of_rank(rank: i64) -> Option<Self> {
        usize::try_from(rank).ok().and_then(|n| Self::ALL.get(n).copied())
    }

    /// The colour of its word.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Unhappy | Self::Stuck => "bad",
            Self::Quiet | Self::Offered => "warn",
            Self::OnTrack => "ok",
            Self::Paused | Self::Ended => "off",
        }
    }
}

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What needs somebody first.
    #[default]
    Health,
    /// The longest without a meeting first.
    LastMeeting,
    /// What ends soonest first.
    Ending,
    /// The newest first.
    Newest,
    /// The best score first.
    Score,
}

impl Order {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Health, Self::LastMeeting, Self::Ending, Self::Newest, Self::Score];

    /// The word in addresses and keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::LastMeeting => "last-meeting",
            Self::Ending => "ending",
            Self::Newest => "newest",
            Self::Score => "score",
        }
    }
}

/// What the address of a list asks for. What makes no sense is left out, not refused.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// A health's word.
    #[serde(default)]
    pub health: String,
    /// Part of a name.
    #[serde(default)]
    pub q: String,
    /// An order's word.
    #[serde(default)]
    pub sort: String,
    /// From 1.
    #[serde(default)]
    pub page: String,
}

/// Rows on a page.
pub const ROWS: i64 = 20;

impl Asked {
    /// The health that is asked for.
    #[must_use]
    pub fn health(&self) -> Option<Health> {
        Health::of_word(&self.health)
    }

    /// The order that is asked for.
    #[must_use]
    pub fn order(&self) -> Order {
        Order::ALL.into_iter().find(|order| order.word() == self.sort).unwrap_or_default()
    }

    /// The page that is asked for, from 1.
    #[must_use]
    pub fn page(&self) -> i64 {
        self.page.parse().ok().filter(|page| (1..100_000).contains(page)).unwrap_or(1)
    }

    /// The part of a name, shortened to what a name can be.
    #[must_use]
    pub fn search(&self) -> String {
        self.q.trim().chars().filter(|c| !c.is_control()).take(100).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_in_vain_is_left_out() {
        let asked = Asked {
            health: "glowing".into(),
            q: " Da\0na ".into(),
            sort: "'; drop".into(),
            page: "-3".into(),
        };
        assert_eq!((asked.health(), asked.order(), asked.page()), (None, Order::Health, 1));
        assert_eq!(asked.search(), "Dana");
    }

    #[test]
    fn ranks_and_words_lead_back_to_their_health() {
        for health in Health::ALL {
            assert_eq!(Health::of_rank(health.rank()), Some(health));
            assert_eq!(Health::of_word(health.word()), Some(health));
        }
    }
}
