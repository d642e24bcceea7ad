//! Ends without an answer: what is said, and the exit status.

use std::process::ExitCode;

use design::Design;
use programmes::round::{ask::Refused, told};
use sheets::{Flaw, Flaws, Place};
use words::{Arg, Language, say};

use super::{input::Input, summary::put};

const USAGE: u8 = 2;
const FAULTY: u8 = 3;

/// Lines for people, and the exit status.
#[derive(Debug)]
pub struct Stop {
    status: u8,
    lines: Vec<String>,
}

impl Stop {
    /// The command was called in a way that cannot work.
    pub fn usage(line: String) -> Self {
        Self { status: USAGE, lines: vec![line] }
    }

    /// The input has errors.
    pub fn faulty(lines: Vec<String>) -> Self {
        Self { status: FAULTY, lines }
    }

    /// Says it on the error stream.
    pub fn tell(&self) -> ExitCode {
        for line in &self.lines {
            put(std::io::stderr(), line);
        }
        ExitCode::from(self.status)
    }
}

/// Everything wrong with a spreadsheet, one line each, and what that means.
pub fn flawed(flaws: &Flaws, language: Language) -> Stop {
    let mut lines: Vec<_> = flaws.listed.iter().map(|flaw| told(flaw, language)).collect();
    if flaws.more > 0 {
        lines.push(say(language, "sheet-more", &[("count", Arg::from(flaws.more))]));
    }
    lines.push(words::say_plain(language, "match-nothing-written"));
    Stop::faulty(lines)
}

/// One flaw as a line: its place, what is wrong, what to do.
pub fn told(flaw: &Flaw, language: Language) -> String {
    let values = flaw.values();
    let args: Vec<_> = values.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    let place = say(language, flaw.place_key(), &args);
    let what = say(language, &flaw.key(), &args);
    say(language, "sheet-flaw", &[("place", Arg::from(place)), ("what", Arg::from(what.trim()))])
}

/// Why no question can be put. What is about a person is an error of their row.
pub fn refused(refused: &[Refused], design: &Design, input: &Input, language: Language) -> Stop {
    let about = |refused: &Refused| match refused {
        Refused::PinnedWithoutRoles { person, .. } | Refused::PinnedTooOften { person, .. } => {
            Some(*person)
        }
        Refused::NothingToSolve
        | Refused::NotYet(_)
        | Refused::NobodyGives
        | Refused::NobodyReceives => None,
    };
    let line = |refused: &Refused| {
        let what = told::refused(language, design, refused, &input.people);
        let Some(person) = about(refused) else { return what };
        let place = input.place(person, sheets::people::Field::Pinned);
        placed(&place, &what, language)
    };
    let mut lines: Vec<_> = refused.iter().map(line).collect();
    let usage = |refused: &Refused| matches!(refused, Refused::NothingToSolve | Refused::NotYet(_));
    if refused.iter().any(usage) {
        return Stop { status: USAGE, lines };
    }
    lines.push(words::say_plain(language, "match-nothing-written"));
    Stop::faulty(lines)
}

fn placed(place: &Place, what: &str, language: Language) -> String {
    // Any flaw knows how to say its place.
    let at = Flaw::new(place.clone(), sheets::What::NamesItself);
    let values = at.values();
    let args: Vec<_> = values.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    let place = say(language, at.place_key(), &args);
    say(language, "sheet-flaw", &[("place", Arg::from(place)), ("what", Arg::from(what))])
}
