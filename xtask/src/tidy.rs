//! Rules about the code, as tests.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use words::Language;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace's folder")
}

fn files(under: &str, ends: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && name != "node_modules" && name != "target" {
                folders.push(path);
            } else if ends.iter().any(|end| name.ends_with(end)) {
                let text = fs::read_to_string(&path).expect("a text");
                let path = path.strip_prefix(root()).expect("below the root").to_owned();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn is_test(path: &Path) -> bool {
    path.components().any(|c| c.as_os_str() == "tests" || c.as_os_str() == "benches")
        || path
            .file_name()
            .is_some_and(|n| n == "testing.rs" || n.to_string_lossy().ends_with("tests.rs"))
}

/// Who may name whom, floor by floor.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("matching", &[]),
    ("verifier", &[]),
    ("design", &["words"]),
    ("db", &["db-macros"]),
    ("db-macros", &[]),
    ("words", &[]),
    ("sheets", &[]),
    ("jobs", &["db"]),
    ("mail", &["db", "jobs"]),
    ("web", &["db", "jobs", "words"]),
    ("people", &["db", "jobs", "mail", "web", "words", "sheets"]),
    (
        "programmes",
        &[
            "db", "jobs", "mail", "web", "words", "sheets", "people", "design", "matching",
            "verifier",
        ],
    ),
    ("journeys", &["db", "jobs", "mail", "web", "words", "people", "design", "programmes"]),
    (
        "insights",
        &["db", "jobs", "mail", "web", "words", "people", "design", "programmes", "journeys"],
    ),
];

#[test]
fn crates_name_only_what_stands_below_them() {
    let ours: BTreeSet<&str> = MAY_NAME.iter().map(|(name, _)| *name).collect();
    for (name, may) in MAY_NAME {
        let manifest = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml"));
        let manifest: toml::Table = manifest.expect("a manifest").parse().expect("TOML");
        let named = manifest.get("dependencies").and_then(|d| d.as_table());
        for other in named.into_iter().flat_map(|d| d.keys()) {
            let fine = !ours.contains(other.as_str()) || may.contains(&other.as_str());
            assert!(fine, "{name} may not name {other}");
        }
    }
}

#[test]
fn dialect_words_stand_in_one_file() {
    const WORDS: [&str; 9] = [
        "strftime('",
        "to_char(",
        "ilike",
        "pg_advisory",
        "for update",
        "sqlite_master",
        "information_schema",
        "pragma_",
        "julianday(",
    ];
    for (path, text) in files("crates", &[".rs"]) {
        if path.ends_with("db/src/dialect.rs") || is_test(&path) {
            continue;
        }
        for word in WORDS {
            assert!(!text.contains(word), "{}: «{word}» belongs in dialect.rs", path.display());
        }
    }
}

#[test]
fn nothing_outside_design_asks_for_a_preset_by_name() {
    // Some presets are called after a word of the design itself, a way to choose or a kind of support.
    let words = design::schema().to_string();
    let mut names: Vec<String> =
        design::presets().iter().map(|p| format!("\"{}\"", p.name)).collect();
    names.retain(|name| !words.contains(name));
    assert!(names.len() >= 15, "the rule still holds most names: {names:?}");
    for (path, text) in files("crates", &[".rs"]) {
        // Below the design nobody can know a preset: there these are other words.
        let below = MAY_NAME.iter().any(|(name, may)| {
            path.starts_with(format!("crates/{name}")) && !may.contains(&"design")
        });
        let own = below || is_test(&path);
        // The demo world and the command line's default are data: they choose a preset as people do.
        let data = path.starts_with("crates/cairn/src/demo")
            || path.starts_with("crates/cairn/src/commands");
        if own || data {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for name in &names {
            assert!(!code.contains(name.as_str()), "{}: asks for {name}", path.display());
        }
    }
}

#[test]
fn every_sentence_that_is_asked_for_exists_in_english() {
    let mut missing = BTreeSet::new();
    for (path, text) in files("crates", &[".html", ".rs"]) {
        if is_test(&path) || path.starts_with("crates/words") {
            continue;
        }
        for start in [
            ".t(\"",
            ".t1(\"",
            ".t2(\"",
            ".say(\"",
            "say_plain(language, \"",
            "Flash::done(\"",
            "Flash::warn(\"",
            "Refusal::conflict(\"",
            "Refusal::unprocessable(\"",
            ".page(\"",
        ] {
            for part in text.split(start).skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                let whole = key.contains('-') && !key.ends_with('-') && !key.contains(['{', ' ']);
                if whole && !words::has(Language::English, key) {
                    missing.insert(format!("{key} ({})", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "not in locales/en: {missing:#?}");
}

#[test]
fn paths_named_in_documents_exist() {
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md"] {
        let text = fs::read_to_string(root().join(document)).expect(document);
        for quoted in text.split('`').skip(1).step_by(2) {
            let first = quoted.split('/').next().unwrap_or_default();
            let ours = ["crates", "docs", "migrations", "locales", "xtask", "bench", "stories"];
            let is_path = ours.contains(&first)
                && !quoted.contains([' ', '*', '{', '<', '…'])
                && quoted.contains('/');
            assert!(
                !is_path || root().join(quoted).exists(),
                "{document} names {quoted}, which is not there"
            );
        }
    }
}

#[test]
fn nothing_unwraps_outside_of_tests() {
    for (path, text) in files("crates", &[".rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let unwraps =
            code.lines().any(|l| l.contains(".unwrap()") && !l.trim_start().starts_with("//"));
        assert!(is_test(&path) || !unwraps, "{} unwraps", path.display());
    }
}

#[test]
fn no_file_does_two_things() {
    // The files that are long and one thing all the same. Shorter is better; adding is a decision.
    let exceptions: BTreeSet<&str> = include_str!("long_files.txt").lines().collect();
    let mut long = Vec::new();
    for (path, text) in files("crates", &[".rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let name = path.display().to_string();
        if code.lines().count() > 500 && !is_test(&path) && !exceptions.contains(name.as_str()) {
            long.push(format!("{name}: {}", code.lines().count()));
        }
    }
    assert!(long.is_empty(), "over 500 lines without tests: {long:#?}");
}

#[test]
fn the_tree_tells_nothing_of_the_machine_it_was_written_on() {
    for (path, text) in files("", &[".rs", ".md", ".toml", ".html", ".ftl", ".mjs", ".sh", ".json"])
    {
        for word in ["/work/", "/root/", "todo!(", "unimplemented!("] {
            let own = path.starts_with("xtask") || path.starts_with("target");
            assert!(own || !text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn every_dependency_may_be_used_under_our_licence() {
    let rules = fs::read_to_string(root().join("deny.toml")).expect("the rules");
    let rules: toml::Value = toml::from_str(&rules).expect("they parse");
    let allowed: Vec<spdx::Licensee> = rules["licenses"]["allow"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|name| spdx::Licensee::parse(name.as_str().expect("a name")).expect("a known licence"))
        .collect();
    let told = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo tells its packages");
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let packages = told["packages"].as_array().expect("a list");
    assert!(packages.len() > 200, "all packages were looked at: {}", packages.len());
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| {
            let clarified = || {
                let clear = rules["licenses"]["clarify"].as_array()?;
                let own = clear.iter().find(|c| c["crate"].as_str() == package["name"].as_str())?;
                own["expression"].as_str()
            };
            let licence = package["license"].as_str().or_else(clarified).unwrap_or_default();
            !spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX).is_ok_and(|terms| {
                terms.evaluate(|term| allowed.iter().any(|ours| ours.satisfies(term)))
            })
        })
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(wrong.is_empty(), "may not be used: {wrong:#?}");
}
