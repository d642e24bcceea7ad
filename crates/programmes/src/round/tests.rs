//! The translation there and back, in a world small enough to check by eye.

use design::{Design, Tie};
use matching::Objective;
use sheets::{Bounds, people};
use words::Language;

use super::{
    answer::{Change, Round, Why, solve},
    ask::{Asked, Refused, Unusable, ask, objective},
    participant::{self, Participant},
    told,
};

/// A career programme: receivers want topics, levels rise by one to four, nobody's own line.
fn career() -> Design {
    let gallery = design::presets();
    let mut designs = gallery.iter().map(design::Preset::design);
    let fits = |design: &Design| {
        matches!(design.question(), design::Question::Assignment { .. })
            && design.matching.musts.contains(&Tie::NotInReportingLine)
            && design.matching.musts.iter().any(|tie| matches!(tie, Tie::LevelAbove { .. }))
    };
    designs.find(fits).unwrap()
}

fn people(text: &str, design: &Design) -> Vec<Participant> {
    let sheet = sheets::parse(text.as_bytes(), &Bounds::upload(), None).unwrap();
    let expect = people::Expect { roles: participant::role_words(design), ..Default::default() };
    participant::of_file(&people::read(&sheet, &expect).unwrap(), design)
}

fn round(text: &str) -> (Design, Vec<Participant>, Asked, Round) {
    let design = career();
    let people = people(text, &design);
    let asked = ask(&design, &people).unwrap();
    let round = solve(&asked, objective(&design));
    (design, people, asked, round)
}

fn pairs(round: &Round, people: &[Participant]) -> Vec<(String, String)> {
    let name = |at: usize| people[at].name.clone();
    round.proposals.iter().map(|pair| (name(pair.giver), name(pair.receiver))).collect()
}

fn pair(giver: &str, receiver: &str) -> (String, String) {
    (giver.to_owned(), receiver.to_owned())
}

#[test]
fn wishes_decide_among_those_whom_the_rules_allow() {
    let (_, people, _, round) = round(
        "name,email,role,level,manager,offers,wants\n\
         Amal,a@x.example,mentor,5,,Finance; Speaking,\n\
         Bea,b@x.example,mentor,5,,Data,\n\
         Chidi,c@x.example,mentee,3,b@x.example,,Data\n\
         Dana,d@x.example,mentee,3,,,Data; Speaking\n",
    );
    assert_eq!(pairs(&round, &people), [pair("Amal", "Chidi"), pair("Bea", "Dana")]);
    assert_eq!(round.answer.total, round.answer.bound);
}

#[test]
fn a_rule_that_nothing_is_known_for_is_said_and_not_passed_over() {
    let (design, _, asked, _) = round("name,role\nAmal,mentor\nBea,mentee\n");
    let missing: Vec<_> = asked.unusable.iter().map(|(_, why)| why.clone()).collect();
    assert!(missing.contains(&Unusable::Missing("level".into())));
    assert!(missing.contains(&Unusable::Missing("manager".into())));
    let all = design.matching.musts.len() + design.matching.wishes.len();
    assert_eq!(asked.rules.len() + asked.unusable.len(), all);
    let said = told::unusable(Language::English, &missing[0]);
    assert!(said.contains("nothing is known"), "{said}");
}

#[test]
fn somebody_ruled_out_learns_the_rule_and_the_confirmed_change() {
    let (design, people, asked, round) = round(
        "name,role,level,wants,offers\nAmal,mentor,5,,Data\nBea,mentee,3,Data,\nChidi,mentee,6,Data,\n",
    );
    let alone = round.alone.iter().find(|alone| people[alone.person].name == "Chidi").unwrap();
    assert!(matches!(&alone.why, Why::Rules { blocking } if blocking.len() == 1));
    let why = told::why_alone(Language::English, &design, &asked, alone);
    assert!(why.contains("level"), "{why}");
    assert!(why.contains("mentors"), "{why}");
    // The only place is taken, so lifting the rule helps nobody until there is another.
    assert!(matches!(&alone.change, Some(Change::Lift { partner: None, opens: 1, .. })));
}

#[test]
fn somebody_crowded_out_learns_whose_place_would_help() {
    let (design, people, asked, round) =
        round("name,role,level\nAmal,mentor,5\nBea,mentee,3\nChidi,mentee,3\n");
    let alone = &round.alone[0];
    assert_eq!(alone.why, Why::Crowd { possible: 1, holders: 1 });
    assert_eq!(alone.change, Some(Change::Place { partner: 0 }));
    let change = told::change(Language::English, &design, &asked, alone, &people);
    assert_eq!(change, "One more place with Amal.");
}

#[test]
fn a_participant_never_reads_the_others_private_answers() {
    let (design, people, asked, round) = round(
        "name,email,role,level,offers,wants,prefer,avoid,groups\n\
         Amal,a@x.example,mentor,5,Data,,d@x.example,,Parents\n\
         Dana,d@x.example,mentee,3,,Data,,,Parents\n",
    );
    let say = |giver| {
        told::why_this_partner(
            Language::English,
            &design,
            &asked,
            &round.proposals[0],
            &people,
            giver,
        )
    };
    assert!(say(false).contains("Amal can help with Data"), "{}", say(false));
    assert!(say(true).contains("You asked for Dana"), "{}", say(true));
    for private in ["asked for", "level", "5", "Parents"] {
        assert!(!say(false).contains(private), "{}", say(false));
    }
}

#[test]
fn decided_pairs_come_first_and_say_which_rule_they_break() {
    let (_, people, asked, round) = round(
        "name,email,role,level,pinned\nAmal,a@x.example,mentor,2,\nBea,b@x.example,mentor,5,\n\
         Chidi,c@x.example,mentee,3,a@x.example\nDana,d@x.example,mentee,3,\n",
    );
    assert_eq!(pairs(&round, &people), [pair("Amal", "Chidi"), pair("Bea", "Dana")]);
    assert!(round.proposals[0].pinned);
    let broken = &asked.rules[round.proposals[0].breaks[0]].condition.tie;
    assert!(matches!(broken, Tie::LevelAbove { .. }));
}

#[test]
fn the_whole_chain_of_command_is_excluded_through_people_who_take_no_part() {
    let (_, people, _, round) = round(
        "name,email,role,manager,capacity\nAmal,a@x.example,mentor,,0\n\
         Bea,b@x.example,mentor,a@x.example,1\nChidi,c@x.example,mentee,b@x.example,\n\
         Dana,d@x.example,mentee,a@x.example,\n",
    );
    assert_eq!(pairs(&round, &people), [pair("Bea", "Dana")]);
}

#[test]
fn what_cannot_be_asked_is_refused_with_the_reason() {
    let design = career();
    let refused = |text: &str| ask(&design, &people(text, &design)).unwrap_err();
    assert_eq!(refused("name,role\nAmal,mentor\n"), [Refused::NobodyReceives]);
    let often = refused(
        "name,email,role,capacity,pinned\nAmal,a@x.example,mentor,1,\n\
         Bea,b@x.example,mentee,,a@x.example\nChidi,c@x.example,mentee,,a@x.example\n",
    );
    assert_eq!(often, [Refused::PinnedTooOften { person: 0, pinned: 2, most: 1 }]);
    let roles = refused(
        "name,email,role,pinned\nAmal,a@x.example,mentee,\nBea,b@x.example,mentee,a@x.example\n",
    );
    assert!(matches!(roles[..], [Refused::PinnedWithoutRoles { person: 1, partner: 0 }]));
}

#[test]
fn a_minimum_that_cannot_be_kept_leaves_no_answer_and_says_why() {
    let design = career();
    let people = people("name,role,minimum,capacity\nAmal,mentor,2,3\nBea,mentee,,\n", &design);
    let asked = ask(&design, &people).unwrap();
    assert!(!solve(&asked, Objective::Coverage).impossible().is_empty());
}
