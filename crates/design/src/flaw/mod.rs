//! Flaws: settings of a design that contradict each other, each with the reason.
//!
//! An empty list means that a programme of this design may open. One file here holds the checks of
//! one part of a design.

mod care;
mod form;
mod journey;
mod place;
mod roles;
mod ties;
mod time;

use std::fmt;

use crate::{Arg, Design, Sentence};

/// Two settings that disagree, or one that makes no sense by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The paths of the settings, `rhythm.entry` and `journey.agreement`.
    pub settings: Vec<String>,
    /// What is wrong and why, by key, so that it can be translated.
    pub sentence: Sentence,
}

impl Flaw {
    fn new<const N: usize>(key: &'static str, settings: [&str; N]) -> Flaw {
        let settings = settings.iter().map(|path| (*path).to_owned()).collect();
        Flaw { settings, sentence: Sentence::plain(key) }
    }

    fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Flaw {
        self.sentence = self.sentence.with(name, arg);
        self
    }

    /// The stable key of this kind of flaw.
    pub fn key(&self) -> &'static str {
        self.sentence.key
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.settings.join(" / "), self.sentence)
    }
}

impl Design {
    /// What contradicts itself in this design; empty means that it may open.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        roles::check(self, &mut flaws);
        time::check(self, &mut flaws);
        ties::check(self, &mut flaws);
        place::check(self, &mut flaws);
        care::check(self, &mut flaws);
        journey::check(self, &mut flaws);
        form::check(self, &mut flaws);
        flaws
    }
}

/// Whether a key can stand in files, addresses and columns.
fn is_plain(key: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    !key.is_empty() && key.len() <= 40 && key.chars().all(allowed)
}

/// Reports keys of a list that are not plain or stand there twice.
fn keys<'a>(path: &str, keys: impl Iterator<Item = &'a str>, flaws: &mut Vec<Flaw>) {
    let mut seen: Vec<&str> = Vec::new();
    for key in keys {
        if !is_plain(key) {
            flaws.push(Flaw::new("flaw-key-not-plain", [path]).with("key", key));
        }
        if seen.contains(&key) {
            flaws.push(Flaw::new("flaw-key-twice", [path]).with("key", key));
        }
        seen.push(key);
    }
}

/// Reports names of roles that the design does not have.
fn known_roles(design: &Design, path: &str, names: &[String], flaws: &mut Vec<Flaw>) {
    for name in names.iter().filter(|name| design.role(name).is_none()) {
        flaws.push(Flaw::new("flaw-role-unknown", [path, "roles"]).with("role", name.as_str()));
    }
}
