//! One thing that was looked at.

use serde::Serialize;
use words::{Arg, Language, say};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As it should be.
    Good,
    /// Worth knowing.
    Remark,
    /// To be mended.
    Wrong,
}

impl Level {
    /// What stands before the line.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Good => "ok    ",
            Self::Remark => "note  ",
            Self::Wrong => "WRONG ",
        }
    }
}

/// One thing that was looked at: how it is, and how to mend it.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// How it is.
    pub level: Level,
    /// Which, for machines.
    pub key: &'static str,
    /// In words.
    pub text: String,
    #[serde(skip)]
    args: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(level: Level, key: &'static str) -> Self {
        let text = words::say_plain(Language::English, key);
        Self { level, key, text, args: Vec::new() }
    }

    /// All is well with it.
    pub fn good(key: &'static str) -> Self {
        Self::new(Level::Good, key)
    }

    /// Worth knowing.
    pub fn remark(key: &'static str) -> Self {
        Self::new(Level::Remark, key)
    }

    /// To be mended; the sentence says how.
    pub fn wrong(key: &'static str) -> Self {
        Self::new(Level::Wrong, key)
    }

    /// Fills a place in the sentence.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        let args: Vec<_> = self.args.iter().map(|(n, v)| (*n, Arg::from(v.as_str()))).collect();
        self.text = say(Language::English, self.key, &args);
        self
    }
}
