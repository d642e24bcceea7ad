//! Every flaw has its sentence, in English and Danish.

use words::Language;

#[test]
fn every_flaw_and_place_has_a_sentence_in_both_languages() {
    let source = include_str!("../../src/flaw.rs");
    let quoted = source.split('"').filter(|part| part.starts_with("sheet-"));
    let keys: Vec<_> = quoted.collect();
    assert!(keys.len() > 35);
    for key in keys {
        for language in Language::ALL {
            assert!(words::has(language, key), "{key} in {language:?}");
        }
    }
}
