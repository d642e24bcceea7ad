//! What must hold of every preset that ships.

use design::{Design, preset, presets};

#[test]
fn a_preset_survives_being_written_and_read_again() {
    for preset in presets() {
        let design =
            Design::from_toml(preset.text).unwrap_or_else(|e| panic!("{}: {e}", preset.name));
        let written = design.to_toml();
        let again = Design::from_toml(&written)
            .unwrap_or_else(|e| panic!("{}: {e}\n{written}", preset.name));
        assert_eq!(design, again, "{}", preset.name);
    }
}

#[test]
fn one_to_one_asks_for_an_assignment_of_mentors_to_mentees() {
    let design = preset("one-to-one").expect("ships").design();
    assert_eq!(
        design.question(),
        design::Question::Assignment { givers: "mentor".into(), receivers: "mentee".into() }
    );
    assert_eq!(design.expected_meetings(), Some(11));
}

#[test]
fn a_preset_displays_its_paragraph() {
    for preset in presets() {
        let paragraph = preset.design().to_string();
        assert!(!paragraph.contains("{ $"), "{paragraph}");
        insta::assert_snapshot!(preset.name, paragraph);
    }
}

#[test]
fn a_preset_has_no_flaws() {
    for preset in presets() {
        let flaws = preset.design().flaws();
        let said: Vec<String> = flaws.iter().map(ToString::to_string).collect();
        assert!(flaws.is_empty(), "{}:\n{}", preset.name, said.join("\n"));
    }
}
