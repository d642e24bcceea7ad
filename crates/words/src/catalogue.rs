//! Finding a sentence and filling it in.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};

use crate::Language;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

type Bundle = FluentBundle<FluentResource>;

/// What fills a place in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A name or other text, put in as it is.
    Text(Cow<'a, str>),
    /// A number: chooses plural forms too.
    Number(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl From<$type> for Arg<'_> {
            fn from(number: $type) -> Self {
                Self::Number(number as f64)
            }
        }
        impl From<&$type> for Arg<'_> {
            fn from(number: &$type) -> Self {
                Self::from(*number)
            }
        }
    )*};
}
numbers!(i64, i32, u64, u32, u16, u8, usize, f64);

/// The sentence of a key, filled in. A key that does not exist shows itself, and fails a test
/// that reads all sources.
#[must_use]
pub fn say(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    find(language, key, args)
        .or_else(|| find(Language::English, key, args))
        .unwrap_or_else(|| format!("⟦{key}⟧"))
}

/// [`say`] for sentences without places.
#[must_use]
pub fn say_plain(language: Language, key: &str) -> String {
    say(language, key, &[])
}

/// Whether a language itself has a sentence for a key.
#[must_use]
pub fn has(language: Language, key: &str) -> bool {
    bundle(language).has_message(key)
}

/// All keys of a language, sorted, read from its files.
#[must_use]
pub fn keys(language: Language) -> Vec<String> {
    let mut keys: Vec<String> = files(language)
        .flat_map(|(_, text)| text.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim().to_owned())
        .collect();
    keys.sort();
    keys
}

fn find(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut places = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) => FluentValue::String(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
        };
        places.set(*name, value);
    }
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&places), &mut errors).into_owned())
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: OnceLock<[Bundle; 2]> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| Language::ALL.map(load));
    match language {
        Language::English => &bundles[0],
        Language::Danish => &bundles[1],
    }
}

fn load(language: Language) -> Bundle {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Our pages set the direction of text themselves; the marks would end up in mails and files.
    bundle.set_use_isolating(false);
    for (_, text) in files(language) {
        // A broken sentence is left out here and found by the test that parses all files.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn files(language: Language) -> impl Iterator<Item = (String, &'static str)> {
    let files = LOCALES.get_dir(language.tag()).map(Dir::files);
    files
        .into_iter()
        .flatten()
        .filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        for language in Language::ALL {
            for (name, text) in files(language) {
                if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                    panic!("{name}: {errors:?}");
                }
            }
            let keys = keys(language);
            let twice: Vec<_> = keys.windows(2).filter(|w| w[0] == w[1]).map(|w| &w[0]).collect();
            assert!(twice.is_empty(), "{language:?} has twice: {twice:?}");
        }
    }

    #[test]
    fn a_translation_has_no_key_that_english_lacks() {
        let orphans: Vec<_> =
            keys(Language::Danish).into_iter().filter(|k| !has(Language::English, k)).collect();
        assert!(orphans.is_empty(), "only in Danish: {orphans:?}");
    }
}
