//! problem.toml: what kind of question the directory holds.

use std::path::Path;

use super::fault::Faults;

/// The kinds of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Assignment,
    Pool,
    Groups,
    Stable,
    Booking,
    Rounds,
}

/// The question's own settings.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    pub kind: Kind,
    /// Pool: whether an odd pool may have a group of three.
    #[serde(default)]
    pub triad: bool,
    /// Rounds: how many.
    pub rounds: Option<u32>,
    /// Groups: the least and the most people of one.
    pub size: Option<(u32, u32)>,
    /// Groups: the least and the most leaders of one.
    pub leaders: Option<(u32, u32)>,
    /// Groups: the least and the most of those in one who do not lead it.
    pub members: Option<(u32, u32)>,
    /// Groups: how many slots all people of one must share.
    pub common_slots: Option<u32>,
    /// Groups: the most people of one organisation in a group.
    pub most_same_organisation: Option<u32>,
}

const FILE: &str = "problem.toml";

impl Problem {
    pub fn read(dir: &Path) -> Result<Self, Faults> {
        let text = std::fs::read_to_string(dir.join(FILE))
            .map_err(|_| Faults::one(FILE, 0, "", "solve-fault-unreadable", ""))?;
        toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            let line = error.span().map_or(0, |s| 1 + text[..s.start].matches('\n').count());
            Faults::one(FILE, line as u64, "", "solve-fault-problem", error.message())
        })
    }
}
