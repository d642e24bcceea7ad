//! Every sentence that these features name stands in the catalogue, also those whose keys are put
//! together.

use words::{Language, has};

const SOURCES: [&str; 4] = ["programme", "enrolment", "designing", "overview"];

#[track_caller]
fn check(key: &str) {
    assert!(has(Language::English, key), "no sentence for {key}");
}

#[test]
fn keys_in_the_sources_have_their_sentence() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let starts = [
        "programme-",
        "programmes-",
        "designing-",
        "enrolment-",
        "gallery-",
        "fit-",
        "preset-",
        "poster-",
        "coverage-",
        "activity-",
    ];
    for folder in SOURCES {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for call in [
                "t(\"",
                "t1(\"",
                "t2(\"",
                "say(\"",
                "done(\"",
                "conflict(\"",
                "unprocessable(\"",
                ", \"",
            ] {
                for rest in text.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap();
                    let plain = key
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    let stem = STEMS.contains(&key);
                    if plain && !stem && starts.iter().any(|start| key.starts_with(start)) {
                        check(key);
                    }
                }
            }
        }
    }
}

/// Beginnings of keys that are completed by a value of the design.
const STEMS: [&str; 37] = [
    "designing-line",
    "designing-population",
    "designing-stance",
    "designing-lead-of",
    "designing-rule",
    "designing-entry",
    "designing-unit",
    "designing-renewal",
    "designing-approval",
    "designing-nominator",
    "designing-occasion",
    "designing-chooser",
    "designing-objective",
    "designing-odd-one",
    "designing-mix",
    "designing-weight",
    "designing-reach",
    "designing-rotation",
    "designing-channel",
    "designing-conversations",
    "designing-onlooker",
    "designing-content-reports",
    "designing-support",
    "designing-double-role",
    "designing-answer",
    "designing-way",
    "designing-kind",
    "designing-audience",
    "designing-lead",
    "designing-options",
    "programme-state",
    "programme-phase",
    "programme-next",
    "enrolment-state",
    "enrolment-says",
    "enrolment-level",
    "enrolment-language",
];

#[test]
fn keys_that_are_put_together_have_their_sentence() {
    for topic in design::Topic::ALL {
        check(&format!("designing-lead-{}", topic.key()));
    }
    for state in ["draft", "open", "running", "closed"] {
        check(&format!("programme-state-{state}"));
    }
    for phase in ["design", "sign-up", "match", "together", "closed"] {
        check(&format!("programme-phase-{phase}"));
    }
    let steps = [
        "mend",
        "open",
        "invite",
        "invite-more",
        "decide",
        "close-registration",
        "match",
        "look",
        "close",
        "again",
    ];
    for step in steps {
        for part in ["", "-text", "-button"] {
            check(&format!("programme-next-{step}{part}"));
        }
    }
    for state in ["started", "applied", "approved", "declined", "withdrawn"] {
        check(&format!("enrolment-state-{state}"));
    }
    for audience in ["partners", "coordinator", "only-me", "statistics"] {
        check(&format!("designing-audience-{audience}"));
        check(&format!("designing-audience-{audience}-hint"));
    }
}
