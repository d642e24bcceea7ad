//! What is wrong with a file, in words: where, what, and what to do.

use sheets::{Flaw, Flaws};
use words::{Arg, Language};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub line: String,
    pub column: String,
    pub place: String,
    pub what: String,
}

/// All that is wrong: a bounded list, and how many more there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct AllWrong {
    pub listed: Vec<Wrong>,
    pub more: usize,
}

impl AllWrong {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.listed.len() + self.more
    }
}

/// The flaws of a file in words.
pub(super) fn said(language: Language, flaws: &Flaws) -> AllWrong {
    AllWrong {
        listed: flaws.listed.iter().map(|flaw| wrong(language, flaw)).collect(),
        more: flaws.more,
    }
}

fn wrong(language: Language, flaw: &Flaw) -> Wrong {
    let values = flaw.values();
    let args: Vec<(&str, Arg<'_>)> =
        values.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    let column = flaw.place.column.as_ref();
    Wrong {
        line: flaw.place.line.map(|line| line.to_string()).unwrap_or_default(),
        column: column.map(|column| sheets::letters(column.number)).unwrap_or_default(),
        place: words::say(language, flaw.place_key(), &args),
        what: words::say(language, &flaw.key(), &args),
    }
}
