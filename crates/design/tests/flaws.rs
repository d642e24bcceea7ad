//! Each contradiction is found, and named by the settings that disagree.

use design::{
    AnswerKind, Chooser, Conversations, Design, Due, Embedding, Entry, Length, MeetingForm,
    Nominator, Objective, OddOne, Onlooker, Reach, Rule, Span, Stance, Tie, Way, preset,
};

fn check(change: impl FnOnce(&mut Design), key: &str, settings: &[&str]) {
    let mut design = preset("one-to-one").expect("ships").design();
    change(&mut design);
    let flaws = design.flaws();
    let found = flaws.iter().find(|flaw| flaw.key() == key);
    let found = found.unwrap_or_else(|| panic!("{key} was not found among {flaws:?}"));
    assert_eq!(found.settings, settings);
    assert!(!found.to_string().contains("flaw-"), "{found}");
}

#[test]
fn speed_rounds_and_a_nine_month_agreement_disagree() {
    check(
        |design| {
            design.rhythm.entry = Entry::Event;
            design.rhythm.phases = None;
            design.matching.chooser = Chooser::SpeedRounds { rounds: Span::new(4, 6) };
        },
        "flaw-one-off-with-agreement",
        &["rhythm.entry", "journey.agreement"],
    );
    check(
        |design| design.rhythm.entry = Entry::Event,
        "flaw-one-off-with-length",
        &["rhythm.entry", "rhythm.length"],
    );
}

#[test]
fn a_meeting_after_the_end_is_found() {
    let days = |text: &str| text.parse().expect("cadence");
    let settings = ["rhythm.cadence", "rhythm.length"];
    check(|d| d.rhythm.cadence = days("on days 7, 300"), "flaw-day-after-end", &settings);
    check(
        |d| d.rhythm.cadence = days("every 11 months"),
        "flaw-pace-longer-than-length",
        &settings,
    );
    check(
        |d| d.rhythm.cadence = days("weekly for 9 months, then monthly"),
        "flaw-cadence-outlasts-length",
        &settings,
    );
}

#[test]
fn musts_that_no_two_people_can_meet_are_found() {
    let must = |tie: Tie| move |design: &mut Design| design.matching.musts.push(tie);
    let both = ["matching.musts", "matching.musts"];
    check(must(Tie::InReportingLine), "flaw-musts-contradict", &both);
    check(must(Tie::DirectManager), "flaw-musts-contradict", &both);
    check(
        must(Tie::LevelAbove { role: "mentee".into(), by: Span::new(1, 2) }),
        "flaw-musts-contradict",
        &both,
    );
    check(must(Tie::CommonLanguage), "flaw-must-twice", &["matching.musts"]);
    check(
        must(Tie::DifferentOrganisation),
        "flaw-inside-needs-outside",
        &["reach", "matching.musts"],
    );
    check(
        must(Tie::Same("department".into())),
        "flaw-wish-never-met",
        &["matching.wishes", "matching.musts"],
    );
}

#[test]
fn a_condition_on_something_nobody_is_asked_is_found() {
    check(
        |d| d.matching.musts.push(Tie::Same("shoe_size".into())),
        "flaw-attribute-unknown",
        &["matching.musts", "form.questions"],
    );
    check(
        |d| d.form.questions[0].roles = vec!["mentor".into()],
        "flaw-topics-not-asked",
        &["matching.wishes", "form.questions.roles"],
    );
    check(
        |d| d.form.questions[6].audience = design::Audience::Statistics,
        "flaw-statistics-used-to-match",
        &["matching.wishes", "form.questions"],
    );
    check(
        |d| d.form.questions[0].kind = AnswerKind::LongText,
        "flaw-attribute-kind",
        &["matching.wishes", "form.questions"],
    );
}

#[test]
fn people_under_age_are_never_left_unprotected() {
    let minors = |design: &mut Design| design.population.minors = true;
    check(minors, "flaw-minors-unsupervised", &["population.minors", "care.conversations"]);
    check(minors, "flaw-minors-without-consent", &["population.minors", "care.guardian-consent"]);
    check(minors, "flaw-minors-unscreened", &["population.minors", "care.screening"]);
    check(
        |d| {
            d.population.minors = true;
            d.care.conversations = Conversations::Supervised;
            d.reach = Reach::Anyone { stale_after_weeks: 8, popular_after: 5 };
        },
        "flaw-minors-in-public",
        &["population.minors", "reach"],
    );
}

#[test]
fn what_is_hidden_is_not_shown_by_another_setting() {
    check(
        |d| {
            d.care.hidden_from = vec![Onlooker::LineManagers];
            d.doors[0].way = Way::Nomination { by: vec![Nominator::Manager] };
        },
        "flaw-hidden-from-who-decides",
        &["care.hidden-from", "doors.way"],
    );
    check(
        |d| {
            d.care.hidden_from = vec![Onlooker::Participants];
            d.matching.chooser = Chooser::Asks { role: "mentee".into(), at_once: 3 };
        },
        "flaw-hidden-but-chosen-from",
        &["care.hidden-from", "matching.chooser"],
    );
    check(
        |d| {
            d.care.may_not_browse = vec!["mentee".into()];
            d.matching.chooser = Chooser::Asks { role: "mentee".into(), at_once: 3 };
        },
        "flaw-asks-blindly",
        &["matching.chooser", "care.may-not-browse"],
    );
    check(
        |d| d.reach = Reach::Segment { name: "Spectrum".into(), discreet: true },
        "flaw-discreet-but-listed",
        &["reach.segment.discreet", "care.hidden-from"],
    );
    check(|d| d.care.smallest_cell = 2, "flaw-cell-too-small", &["care.smallest-cell"]);
}

#[test]
fn roles_and_sizes_make_sense() {
    check(|d| d.roles.clear(), "flaw-no-roles", &["roles"]);
    check(|d| d.roles[1].stance = Stance::Gives, "flaw-nobody-receives", &["roles.stance"]);
    check(|d| d.roles[1].stance = Stance::Both, "flaw-both-beside-one-way", &["roles.stance"]);
    check(|d| d.roles[0].seats = Span::new(0, 1), "flaw-may-be-alone", &["roles.seats"]);
    check(
        |d| d.roles[0].load.usual = 9,
        "flaw-load-usual",
        &["roles.load.usual", "roles.load.most"],
    );
    check(
        |d| d.roles[0].who.push(Rule::Screened),
        "flaw-screened-without-screening",
        &["roles.who", "care.screening"],
    );
    check(
        |d| d.care.quiet_exit.push("junior".into()),
        "flaw-role-unknown",
        &["care.quiet-exit", "roles"],
    );
    check(
        |d| d.matching.odd_one = OddOne::Triad,
        "flaw-triad-without-seat",
        &["matching.odd-one", "roles.seats"],
    );
    check(
        |d| {
            d.roles.truncate(1);
            d.roles[0].stance = Stance::Both;
            d.roles[0].seats = Span::new(2, 3);
            d.matching.objective = Objective::Stable;
        },
        "flaw-stable-in-one-pool",
        &["matching.objective", "roles.stance"],
    );
}

#[test]
fn the_journey_fits_into_the_length() {
    check(
        |d| d.journey.requests.expire_day = 2,
        "flaw-expires-before-reminder",
        &["journey.requests.expire-day", "journey.requests.remind-day"],
    );
    check(
        |d| d.rhythm.minutes = Span::exactly(30),
        "flaw-agenda-too-long",
        &["journey.agendas.points", "rhythm.minutes"],
    );
    check(
        |d| d.rhythm.length = Length::Ongoing,
        "flaw-due-without-end",
        &["journey", "rhythm.length"],
    );
    check(
        |d| d.journey.stages.clear(),
        "flaw-stage-unknown",
        &["journey.agendas.stage", "journey.stages"],
    );
    check(
        |d| d.journey.tasks[0].due = Due::Milestone { days: 14, key: "module-3".into() },
        "flaw-milestone-unknown",
        &["journey", "embedding"],
    );
    check(
        |d| d.rhythm.length = Length::AsHost,
        "flaw-length-without-host",
        &["rhythm.length", "embedding"],
    );
}

#[test]
fn registration_asks_at_most_ten_questions() {
    check(
        |d| {
            for number in 0..3 {
                let mut more = d.form.questions[2].clone();
                more.key = format!("more-{number}");
                d.form.questions.push(more);
            }
        },
        "flaw-too-many-questions",
        &["form.questions", "roles"],
    );
}

#[test]
fn the_channel_fits_the_conditions() {
    check(
        |d| {
            d.channel.form = MeetingForm::Virtual;
            d.matching.musts.push(Tie::Same("site".into()));
        },
        "flaw-virtual-same-site",
        &["channel.form", "matching.musts"],
    );
    check(
        |d| d.channel.form = MeetingForm::InPerson,
        "flaw-in-person-with-links",
        &["channel.form", "channel.links"],
    );
    assert_eq!(preset("one-to-one").expect("ships").design().embedding, Embedding::Separate);
}
