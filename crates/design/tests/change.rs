//! Edits keep a design readable, tell what is different and what disagrees now.

use design::change::Edit;
use design::{
    Channel, Design, Entry, FormQuestion, MeetingForm, Reach, Span, Tie, Topic, Weight, Wish,
    preset,
};

fn start() -> Design {
    preset("one-to-one").expect("ships").design()
}

#[test]
fn an_edit_says_what_is_different_and_which_flaws_follow() {
    let mut rhythm = start().rhythm;
    rhythm.entry = Entry::Event;
    let edited = start().edited(Edit::Rhythm(rhythm)).expect("there");
    assert!(edited.flaws.iter().any(|flaw| flaw.key() == "flaw-one-off-with-agreement"));
    let topics: Vec<Topic> = edited.difference.topics.iter().map(|change| change.topic).collect();
    assert_eq!(topics, [Topic::Time]);
    let said: Vec<String> =
        edited.difference.settings.iter().map(|c| c.said().to_string()).collect();
    assert_eq!(said, ["rhythm.entry: \"cohort\" becomes \"event\""]);
}

#[test]
fn a_condition_is_either_a_must_or_a_wish() {
    let tie = Tie::CommonLanguage;
    let wish = Wish { weight: Weight::Low, tie: tie.clone() };
    let softer = start().edited(Edit::Wish(wish.clone())).expect("there").design;
    assert!(!softer.matching.musts.contains(&tie) && softer.matching.wishes.contains(&wish));
    let harder = softer.edited(Edit::AddMust(tie.clone())).expect("there").design;
    assert!(harder.matching.musts.contains(&tie) && !harder.matching.wishes.contains(&wish));
    assert!(harder.edited(Edit::RemoveWish(tie)).is_err());
}

#[test]
fn a_question_is_added_replaced_moved_and_removed_by_its_key() {
    let mut question: FormQuestion = start().form.questions[0].clone();
    question.label = "What for?".into();
    let edited = start().edited(Edit::Question(question)).expect("there");
    assert_eq!(edited.difference.settings.len(), 1);
    assert_eq!(edited.difference.settings[0].path, "form.questions.wants.label");
    let moved = Edit::MoveQuestion { key: "wants".into(), to: 99 };
    let moved = edited.design.edited(moved).expect("there");
    assert_eq!(moved.design.form.questions.last().expect("one").key, "wants");
    assert_eq!(moved.difference.settings[0].path, "form.questions");
    let gone = moved.design.edited(Edit::RemoveQuestion("wants".into())).expect("there");
    assert!(gone.flaws.iter().any(|flaw| flaw.key() == "flaw-attribute-unknown"));
    assert!(gone.design.edited(Edit::RemoveQuestion("wants".into())).is_err());
}

#[test]
fn any_axis_of_any_preset_moves_and_nothing_is_lost() {
    for preset in design::presets() {
        let before = preset.design();
        let channel = Channel {
            form: MeetingForm::InPerson,
            links: false,
            print_packs: true,
            advice: String::new(),
        };
        let after = before.edited(Edit::Channel(channel)).expect("there").design;
        let after = after
            .edited(Edit::Reach(Reach::Across {
                quota: Some(3),
                balance_within: None,
                own_leads: true,
            }))
            .expect("there")
            .design;
        assert_eq!(
            Design::from_toml(&after.to_toml()).expect("readable"),
            after,
            "{}",
            preset.name
        );
        assert!(!before.difference(&after).is_empty());
        assert!(before.difference(&before).is_empty());
    }
}

#[test]
fn a_role_that_is_not_there_cannot_be_edited() {
    let mut role = start().roles[0].clone();
    role.seats = Span::new(2, 3);
    assert_eq!(
        start().edited(Edit::Role(role.clone())).expect("there").design.roles[0].seats,
        Span::new(2, 3)
    );
    role.name = "captain".into();
    assert_eq!(start().edited(Edit::Role(role)).expect_err("no captain").key, "captain");
}
