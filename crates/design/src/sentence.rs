//! Sentences by key: what a design says about itself, ready for any language.
//!
//! The English of every key stands in `locales/en/design.ftl` beside all other sentences; it is
//! embedded here so that the paragraph of a design and its flaws can be read without a catalogue.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// A sentence, or a part of one: a stable key and what fills its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The key in the catalogue.
    pub key: &'static str,
    /// The names of the places, and what stands there.
    pub args: Vec<(&'static str, Arg)>,
}

/// What fills a place in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as it is: a label of the design, a key of a setting.
    Text(String),
    /// A number.
    Number(i64),
    /// Another sentence.
    Sentence(Sentence),
    /// Several, joined as a list.
    List(Vec<Sentence>),
}

impl Sentence {
    /// A sentence without places.
    pub fn plain(key: &'static str) -> Sentence {
        Sentence { key, args: Vec::new() }
    }

    /// The sentence with one more place filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Sentence {
        self.args.push((name, arg.into()));
        self
    }

    /// The sentence in the language of a catalogue, which gives the sentence of a key with its
    /// places filled.
    pub fn say(&self, catalogue: &impl Fn(&str, &[(&str, String)]) -> String) -> String {
        let args: Vec<(&str, String)> =
            self.args.iter().map(|(name, arg)| (*name, arg.say(catalogue))).collect();
        catalogue(self.key, &args)
    }
}

impl Arg {
    fn say(&self, catalogue: &impl Fn(&str, &[(&str, String)]) -> String) -> String {
        match self {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Sentence(sentence) => sentence.say(catalogue),
            Arg::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.say(catalogue)).collect();
                join(&items, catalogue)
            }
        }
    }
}

fn join(items: &[String], catalogue: &impl Fn(&str, &[(&str, String)]) -> String) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            catalogue("design-and", &[("first", first.join(", ")), ("last", last.clone())])
        }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&english))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<u16> for Arg {
    fn from(number: u16) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<Sentence> for Arg {
    fn from(sentence: Sentence) -> Arg {
        Arg::Sentence(sentence)
    }
}

impl From<Vec<Sentence>> for Arg {
    fn from(sentences: Vec<Sentence>) -> Arg {
        Arg::List(sentences)
    }
}

/// The English of a key; the key itself where the catalogue lacks it, which a test forbids.
fn english(key: &str, args: &[(&str, String)]) -> String {
    static CATALOGUE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        include_str!("../../../locales/en/design.ftl")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(" = "))
            .collect()
    });
    filled(CATALOGUE.get(key).copied().unwrap_or(key), args)
}

/// Fills the places in one pass, so that what fills a place is never taken for one.
fn filled(template: &str, args: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{ $") {
        out.push_str(before);
        let (name, after) = after.split_once(" }").unwrap_or((after, ""));
        let value = args.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or(name, |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}
