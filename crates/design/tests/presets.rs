//! What must hold of every preset that ships.

use design::{
    Audience, Chooser, ContentReports, Conversations, Design, Embedding, Lead, OnRotation,
    Onlooker, Question, Reach, Renewal, Span, Tie, preset, presets,
};

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
        Question::Assignment { givers: "mentor".into(), receivers: "mentee".into() }
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

#[test]
fn all_twenty_eight_stand_in_the_gallery_in_order() {
    let names: Vec<&str> = presets().iter().map(|preset| preset.name).collect();
    let promised = "one-to-one leadership reverse peer-pair training-follow-up reflective-peers \
        competency-peers group co-mentored-group workshop-series peer-circle onboarding-buddy \
        topic-expert supervisor-employee adult-student near-peer erg flash speed-rounds cohort \
        standing-network coffee cross-company open-membership integrated e-mentoring \
        mentor-of-mentors project-term";
    assert_eq!(names, promised.split_whitespace().collect::<Vec<_>>());
    for preset in presets() {
        let design = preset.design();
        assert!(design.gallery.is_some(), "{} has no place in the gallery", preset.name);
        assert!(design.outcomes.len() >= 2, "{} promises too little", preset.name);
    }
}

#[test]
fn each_preset_asks_its_own_question() {
    let asked = |name: &str| match preset(name).expect("ships").design().question() {
        Question::Assignment { .. } => "assignment",
        Question::Pool { triad: true, .. } => "pool with triad",
        Question::Pool { triad: false, .. } => "pool",
        Question::Groups { leaders: Some(_), .. } => "led groups",
        Question::Groups { leaders: None, .. } => "circles",
        Question::Stable { .. } => "stable",
        Question::Booking { .. } => "booking",
        Question::Rounds { memory: true, .. } => "rounds with memory",
        Question::Rounds { memory: false, .. } => "rounds",
        Question::Supervision { .. } => "supervision",
        Question::Nothing => "nothing",
    };
    let all: Vec<String> =
        presets().iter().map(|p| format!("{}: {}", p.name, asked(p.name))).collect();
    insta::assert_snapshot!("questions", all.join("\n"));
}

fn must(name: &str, tie: &Tie) {
    let musts = preset(name).expect("ships").design().matching.musts;
    assert!(musts.contains(tie), "{name} does not require {tie:?}");
}

fn the(name: &str) -> Design {
    preset(name).expect("ships").design()
}

#[test]
fn what_is_different_about_each_preset_stands_in_its_data() {
    must("one-to-one", &Tie::NotInReportingLine);
    must("one-to-one", &Tie::NeverPairedBefore);
    must("reverse", &Tie::LevelAbove { role: "senior".into(), by: Span::new(2, 9) });
    must("reverse", &Tie::NotInReportingLine);
    must("peer-pair", &Tie::LevelWithin { steps: 1 });
    must("group", &Tie::CommonSlot);
    must(
        "co-mentored-group",
        &Tie::DifferentAmong { attribute: "department".into(), role: "mentor".into() },
    );
    must("peer-circle", &Tie::LevelWithin { steps: 0 });
    must("onboarding-buddy", &Tie::Same("job_title".into()));
    must("onboarding-buddy", &Tie::NotSameManager);
    must("topic-expert", &Tie::Covers { wants: "wants".into(), offers: "offers".into() });
    must("supervisor-employee", &Tie::DirectManager);
    must(
        "near-peer",
        &Tie::Ahead { attribute: "study_year".into(), role: "mentor".into(), by: Span::new(1, 6) },
    );
    must("speed-rounds", &Tie::NotMetBefore);
    must("coffee", &Tie::NotMetBefore);
    must("cross-company", &Tie::DifferentOrganisation);
    must("cross-company", &Tie::NotCompetitors);
    must("e-mentoring", &Tie::WorkingHoursOverlap { hours: 2 });
    must("mentor-of-mentors", &Tie::NoLoop);

    assert!(the("leadership").matching.fixed_first);
    assert!(the("leadership").care.hidden_from.contains(&Onlooker::LineManagers));
    assert_eq!(the("reverse").care.quiet_exit, ["junior"]);
    assert_eq!(the("reverse").care.may_not_browse, ["senior"]);
    assert!(the("peer-pair").is_symmetric());
    assert_eq!(the("peer-pair").rhythm.cadence_for.len(), 1);
    assert!(the("training-follow-up").journey.closing.by_itself);
    assert_eq!(the("reflective-peers").care.notes, Audience::OnlyMe);
    assert_eq!(the("reflective-peers").care.content_reports, ContentReports::Nothing);
    assert_eq!(the("reflective-peers").rhythm.renewal, Renewal::AskedEachTerm);
    assert_eq!(the("co-mentored-group").role("mentor").expect("mentor").lead, Lead::One);
    assert_eq!(the("peer-circle").role("member").expect("member").lead, Lead::Rotates);
    assert_eq!(the("peer-circle").expected_meetings(), Some(10));
    assert!(the("onboarding-buddy").expected_meetings() >= Some(8));
    assert_eq!(the("onboarding-buddy").rhythm.renewal, Renewal::HandsOver);
    assert!(the("supervisor-employee").care.apart_from_appraisal);
    assert_eq!(the("adult-student").care.conversations, Conversations::Supervised);
    assert!(the("adult-student").care.guardian_consent);
    assert_eq!(
        the("erg").reach,
        Reach::Segment { name: "the resource group".into(), discreet: true }
    );
    assert!(matches!(
        the("cross-company").reach,
        Reach::Across { balance_within: Some(0), own_leads: true, .. }
    ));
    assert!(matches!(
        the("integrated").embedding,
        Embedding::Host { on_rotation: OnRotation::Ask, .. }
    ));
    assert!(the("mentor-of-mentors").care.nameless_notes);
    assert!(matches!(the("project-term").matching.chooser, Chooser::Rankings { at_most: 3, .. }));
}
