//! Design files: every design survives the round trip, and nothing in a file can make us panic.

use design::change::Edit;
use design::{
    Cadence, Design, Due, Label, Length, Pace, Span, Stretch, Task, Tie, Weight, Wish, presets,
};
use proptest::prelude::*;

fn error(text: &str) -> design::FileError {
    Design::from_toml(text).expect_err("refused")
}

fn one_to_one(from: &str, to: &str) -> String {
    let text = design::preset("one-to-one").expect("ships").text;
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn an_error_says_line_setting_and_what_is_allowed() {
    let wrong = error(&one_to_one("weight = \"high\"", "weight = \"huge\""));
    assert_eq!(wrong.key, "matching.wishes[0].weight");
    assert!(wrong.problem.contains("`high`, `medium`, `low`"), "{wrong}");
    assert!(wrong.line > 50, "{wrong}");

    let wrong = error(&one_to_one("minutes = 60\n", "minuets = 60\n"));
    assert_eq!(wrong.key, "rhythm.minuets");
    assert!(wrong.problem.contains("minutes"), "{wrong}");

    let wrong = error(&one_to_one("length = \"9 months\"", "length = \"nine moons\""));
    assert_eq!(wrong.key, "rhythm.length");
    assert!(wrong.problem.contains("12 weeks"), "{wrong}");

    let wrong = error(&one_to_one("version = 1", "version = 7"));
    assert_eq!(wrong.key, "version");
    let wrong = error(&one_to_one("seats = 1", "seats = [1, 2, 3]"));
    assert_eq!(wrong.key, "roles[0].seats");
}

#[test]
fn hostile_files_are_refused_with_a_short_message() {
    let deep = format!("title = {}1{}", "[".repeat(50_000), "]".repeat(50_000));
    let dotted = format!("{}x = 1", "a.".repeat(50_000));
    let nested = format!("title = {}x = 1{}", "{ a = ".repeat(20_000), " }".repeat(20_000));
    let long = "#".repeat(2 << 20);
    let key = format!("{} = 1", "k".repeat(100_000));
    let hostile = [
        "",
        "\0",
        "version = 99999999999999999999999999",
        "version = -1",
        "version = nan",
        "version = 1e400",
        "[[[[",
        "\u{feff}\u{feff}",
        "version = 1\nversion = 1",
        "= 1",
        deep.as_str(),
        dotted.as_str(),
        nested.as_str(),
        long.as_str(),
        key.as_str(),
    ];
    for text in hostile {
        let wrong = error(text);
        assert!(wrong.line >= 1 && wrong.column >= 1);
        assert!(wrong.to_string().len() < 5_000, "{} bytes", wrong.to_string().len());
    }
    for number in ["65536", "-1", "1.5", "99999999999", "[9, 1, 4]", "\"four\""] {
        error(&one_to_one("seats = 1", &format!("seats = {number}")));
    }
}

#[test]
fn a_byte_order_mark_is_no_error() {
    let text = format!("\u{feff}{}", design::preset("flash").expect("ships").text);
    assert!(Design::from_toml(&text).is_ok());
}

#[test]
fn a_value_in_words_reads_back_as_itself() {
    for text in [
        "weekly",
        "every 3 days",
        "fortnightly for 2 months, then monthly",
        "weekly for 1 week, then every 5 weeks for 3 months, then as agreed",
        "on days 7, 21, 45",
        "once",
    ] {
        assert_eq!(text.parse::<Cadence>().expect(text).to_string(), text);
    }
    for text in [
        "start",
        "day 30",
        "day -14",
        "middle",
        "end",
        "enrolment",
        "after meeting 2",
        "after each meeting",
        "at module-3",
        "14 days after module-3",
        "7 days before module-3",
    ] {
        assert_eq!(text.parse::<Due>().expect(text).to_string(), text);
    }
    for text in ["weekly for ever", "every 0 weeks", "every moon", "monthly for 2 months", "then"] {
        assert!(text.parse::<Cadence>().is_err(), "{text}");
    }
}

fn pace() -> impl Strategy<Value = Pace> {
    prop_oneof![
        (1..u16::MAX).prop_map(Pace::EveryDays),
        (1..u16::MAX).prop_map(Pace::EveryWeeks),
        (1..u16::MAX).prop_map(Pace::EveryMonths),
        prop::collection::vec(any::<u16>(), 1..6).prop_map(Pace::OnDays),
        Just(Pace::Once),
        Just(Pace::AsAgreed),
    ]
}

fn cadence() -> impl Strategy<Value = Cadence> {
    let stretch =
        prop_oneof![any::<u16>().prop_map(Stretch::Weeks), any::<u16>().prop_map(Stretch::Months)];
    (prop::collection::vec((pace(), stretch), 0..3), pace())
        .prop_map(|(first, then)| Cadence { first, then })
}

fn tie() -> impl Strategy<Value = Tie> {
    prop_oneof![
        Just(Tie::NotInReportingLine),
        ".{0,30}".prop_map(Tie::Same),
        (".{0,30}", ".{0,30}").prop_map(|(wants, offers)| Tie::Covers { wants, offers }),
        (".{0,9}", any::<(u16, u16)>())
            .prop_map(|(role, (least, most))| Tie::LevelAbove { role, by: Span { least, most } }),
        any::<u16>().prop_map(|hours| Tie::WorkingHoursOverlap { hours }),
    ]
}

fn designs() -> impl Strategy<Value = Design> {
    let numbers = any::<(u16, u16, u16)>();
    let words = (any::<String>(), any::<String>(), "(?s).{0,80}");
    (0..28_usize, words, cadence(), prop::collection::vec(tie(), 0..5), numbers, any::<i16>())
        .prop_map(|(place, (title, purpose, label), cadence, ties, (a, b, c), day)| {
            let mut design = presets()[place].design();
            design.title = title;
            design.purpose = purpose;
            design.roles[0].label = Label { one: label.clone(), many: label.clone() };
            design.roles[0].seats = Span { least: a, most: b };
            design.rhythm.cadence = cadence;
            design.rhythm.length = Length::Months(c);
            design.matching.musts = ties.clone();
            design.matching.wishes =
                ties.into_iter().map(|tie| Wish { weight: Weight::Low, tie }).collect();
            design.journey.tasks.push(Task {
                key: label.clone(),
                text: label,
                roles: vec![],
                due: Due::Day(day),
                before_matching: day > 0,
            });
            design
        })
}

proptest! {
    #[test]
    fn every_design_survives_being_written_and_read(design in designs()) {
        let written = design.to_toml();
        let again = Design::from_toml(&written);
        prop_assert_eq!(again.map_err(|e| format!("{e}\n{written}")), Ok(design));
    }

    #[test]
    fn every_design_has_a_paragraph_and_flaws_without_panic(design in designs(), tie in tie()) {
        prop_assert!(!design.to_string().is_empty());
        prop_assert!(design.flaws().iter().all(|flaw| !flaw.to_string().is_empty()));
        design.question();
        design.expected_meetings();
        let edited = design.edited(Edit::AddMust(tie)).expect("always there");
        prop_assert_eq!(edited.difference.is_empty(), edited.design == design);
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        if let Err(wrong) = Design::from_toml(&text) {
            prop_assert!(wrong.line >= 1);
        }
    }

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(place in 0..28_usize, at in any::<prop::sample::Index>(), length in 0..60_usize, junk in "(?s).{0,20}") {
        let text = presets()[place].text;
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        let mut damaged: String = characters[..at].iter().collect();
        damaged.push_str(&junk);
        damaged.extend(characters.iter().skip(at + length));
        match Design::from_toml(&damaged) {
            Ok(design) => {
                design.flaws();
                prop_assert!(!design.to_string().is_empty());
            }
            Err(wrong) => {
                prop_assert!(wrong.line <= damaged.lines().count() + 1);
                prop_assert!(wrong.to_string().len() < 5_000);
            }
        }
    }
}

#[test]
fn the_schema_describes_every_axis() {
    let schema = design::schema();
    for axis in [
        "roles",
        "rhythm",
        "doors",
        "matching",
        "reach",
        "channel",
        "embedding",
        "population",
        "care",
        "support",
        "journey",
        "form",
    ] {
        assert!(schema["properties"].get(axis).is_some(), "{axis}");
    }
}
