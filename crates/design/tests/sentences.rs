//! Every sentence that the design speaks stands in the catalogue, and none stands there unused.

use std::collections::BTreeSet;
use std::path::Path;

const CATALOGUE: &str = include_str!("../../../locales/en/design.ftl");

fn catalogue() -> BTreeSet<String> {
    let lines = CATALOGUE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split_once(" = ").expect("key = sentence").0.to_owned()).collect()
}

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("sources") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else {
            text.push_str(&std::fs::read_to_string(path).expect("text"));
        }
    }
}

#[test]
fn the_catalogue_and_the_code_know_the_same_keys() {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let prefixes = [
        "design-",
        "length-",
        "pace-",
        "cadence-",
        "due-",
        "objective-",
        "weight-",
        "chooser-",
        "way-",
        "tie-",
        "attribute-",
        "onlooker-",
        "topic-",
        "says-",
        "flaw-",
        "change-",
        "rule-",
    ];
    let quoted: BTreeSet<String> = text
        .split('"')
        .filter(|part| prefixes.iter().any(|prefix| part.starts_with(prefix)))
        .filter(|part| part.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .map(str::to_owned)
        .collect();
    let known = catalogue();
    let missing: Vec<_> = quoted.difference(&known).collect();
    let unused: Vec<_> = known.difference(&quoted).collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
    assert!(unused.is_empty(), "in the catalogue but never said: {unused:?}");
}

#[test]
fn what_fills_a_place_is_never_taken_for_a_place() {
    let hostile = design::Sentence::plain("says-segment").with("name", "{ $name } { $least }");
    assert_eq!(hostile.to_string(), "It is for those who have joined { $name } { $least }.");
}
