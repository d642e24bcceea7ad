//! What a design says about itself, in the reader's language.

use design::Sentence;
use words::{Arg, Language};

/// A sentence of a design in a language.
#[must_use]
pub fn said(language: Language, sentence: &Sentence) -> String {
    sentence.say(&|key, args| {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        words::say(language, key, &args)
    })
}

/// Several sentences in a language, one after another.
#[must_use]
pub fn said_all(language: Language, sentences: &[Sentence]) -> String {
    sentences.iter().map(|sentence| said(language, sentence)).collect::<Vec<_>>().join(" ")
}
