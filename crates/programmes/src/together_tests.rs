//! Through the door: pairs of equals, groups and turns, from a draft through decisions with their
//! price to relationships, on both databases.

use std::collections::{BTreeMap, BTreeSet};

use db::{db_test, params, testing::TestDb};
use design::{Chooser, Design, Preset, Question};
use people::{PersonId, ProgrammeId, testing::Page};

use crate::{RelationshipId, programme::Track, relationship, scoreboard_tests::Board};

/// A programme whose people are all in.
struct Scene {
    board: Board,
    programme: ProgrammeId,
    track: Track,
}

impl Scene {
    /// With the first design of the gallery of which something holds.
    async fn of(test: TestDb, fits: impl Fn(&Design) -> bool) -> Self {
        let preset: Option<Preset> = design::presets().into_iter().find(|p| fits(&p.design()));
        let preset = preset.expect("a design like that");
        let board = Board::new(test).await;
        let (programme, track) = board.created(preset.name).await;
        board.enrolled(preset.name, &track).await;
        Self { board, programme, track }
    }

    async fn open(&self) -> String {
        let path = format!("/programmes/{}/rounds", self.programme);
        let opened = self.board.amal.post(&path, &[]).await;
        let round = opened.location.clone().unwrap_or_else(|| panic!("{}", opened.text()));
        for _ in 0..200 {
            if !self.look(&round).await.html.contains("http-equiv=\"refresh\"") {
                return round;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the round is not solved");
    }

    async fn look(&self, path: &str) -> Page {
        self.board.amal.get(path).await
    }

    async fn change(&self, round: &str, form: &[(&str, &str)]) -> Page {
        let query: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let seen = self.look(&format!("{round}/change?{}", query.join("&"))).await;
        assert_eq!(seen.status, 200, "{}", seen.text());
        let done = self.board.amal.post(&format!("{round}/change"), form).await;
        assert_eq!(done.status, 303, "{}", done.text());
        seen
    }

    async fn publish(&self, round: &str) {
        let mails = self.look(&format!("{round}/mails")).await;
        let seen = mails.attributes("input[name=seen]", "value").remove(0);
        let form = [("seen", seen.as_str()), ("tell", "on")];
        let done = self.board.amal.post(&format!("{round}/publish"), &form).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }

    /// Who is with whom, by relationship.
    async fn together(&self, state: &str) -> BTreeMap<RelationshipId, BTreeSet<PersonId>> {
        let mut all: BTreeMap<RelationshipId, BTreeSet<PersonId>> = BTreeMap::new();
        for (relationship, person, _) in self.board.seats(&self.track.id, state).await {
            all.entry(relationship).or_default().insert(person);
        }
        all
    }

    async fn leave(&self, relationship: &RelationshipId, person: &PersonId) {
        let browser = self.board.world.sign_in_as(person).await;
        let left = browser.post(&format!("/relationships/{relationship}/end"), &[]).await;
        assert_eq!(left.status, 303, "{}", left.text());
    }
}

fn is_pool(design: &Design) -> bool {
    matches!(design.question(), Question::Pool { triad: true, .. })
}

fn is_led(design: &Design) -> bool {
    matches!(design.question(), Question::Groups { leaders: Some(_), .. })
}

#[db_test]
async fn an_odd_pool_of_equals_becomes_pairs_and_one_group_of_three(test: TestDb) {
    let scene = Scene::of(test, is_pool).await;
    let round = scene.open().await;
    let draft = scene.look(&round).await;
    assert!(draft.says("5 of 5") && draft.says("A group of three"), "{}", draft.text());
    assert!(draft.says("An independent checker confirmed every rule"), "{}", draft.text());
    assert!(!draft.says("Is supported"), "among equals nobody is supported: {}", draft.text());
    scene.publish(&round).await;
    let mut sizes: Vec<usize> =
        scene.together("offered").await.values().map(BTreeSet::len).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [2, 3]);
    let undone = scene.board.amal.post(&format!("{round}/undo"), &[]).await;
    assert_eq!(undone.status, 303);
    assert!(scene.together("offered").await.is_empty());
}

#[db_test]
async fn two_equals_are_kept_together_or_apart_whoever_is_named_first(test: TestDb) {
    let scene = Scene::of(test, is_pool).await;
    let round = scene.open().await;
    let pair = scene.look(&round).await.attributes("table a.link", "href").remove(0);
    let ids: Vec<&str> = pair.rsplit('/').take(2).collect();
    let (one, other) = (ids[0], ids[1]);
    scene.change(&round, &[("kind", "forbid"), ("giver", one), ("receiver", other)]).await;
    let apart = scene.look(&round).await;
    assert!(apart.says("5 of 5"), "{}", apart.text());
    scene.change(&round, &[("kind", "pin"), ("giver", other), ("receiver", one)]).await;
    scene.publish(&round).await;
    let both = |people: &BTreeSet<PersonId>| {
        [one, other].iter().all(|id| people.contains(&PersonId::from((*id).to_owned())))
    };
    assert!(scene.together("offered").await.values().any(both));
}

#[db_test]
async fn somebody_is_moved_to_another_group_at_a_price_and_nobody_else_moves(test: TestDb) {
    let scene = Scene::of(test, is_led).await;
    let round = scene.open().await;
    let draft = scene.look(&round).await;
    assert!(draft.says("Group 1") && draft.says("Group 2"), "{}", draft.text());
    assert!(draft.says("All can meet on Tuesdays at"), "{}", draft.text());
    let who = draft.attributes("article form input[name=giver]", "value");
    let (mentor, mentee) = (&who[0], &who[1]);
    let beside = draft.attributes("article option", "value").remove(0);
    assert_ne!(&beside, mentor, "the first person's first choice is another group");
    let form = [("kind", "move"), ("giver", mentee.as_str()), ("receiver", beside.as_str())];
    let seen = scene.change(&round, &form).await;
    assert!(seen.says("moves from group 1 to group 2."), "{}", seen.text());
    assert!(seen.says("has too few or too many people"), "{}", seen.text());
    let moved = scene.look(&round).await;
    assert!(moved.says("You moved people beyond what the rules"), "{}", moved.text());
    let back = scene.board.amal.post(&format!("{round}/back"), &[]).await;
    assert_eq!(back.status, 303);
    assert!(!scene.look(&round).await.says("You moved people"));
}

#[db_test]
async fn leaving_a_group_ends_a_seat_and_not_the_group(test: TestDb) {
    let scene = Scene::of(test, is_led).await;
    let round = scene.open().await;
    let draft = scene.look(&round).await;
    let who = draft.attributes("article form input[name=giver]", "value");
    let last = draft.attributes("article option", "value").remove(0);
    // One group is one larger than it must be, so that somebody can leave it.
    scene.change(&round, &[("kind", "move"), ("giver", &who[1]), ("receiver", &last)]).await;
    scene.publish(&round).await;
    scene.board.accepted(&scene.track.id).await;
    let groups = scene.together("active").await;
    let (id, people) = groups.iter().max_by_key(|(_, people)| people.len()).expect("a group");
    let gone = PersonId::from(who[1].clone());
    assert!(people.contains(&gone));
    scene.leave(id, &gone).await;
    let mut tx = scene.board.world.app.db.read().await.expect("a connection");
    let row = tx
        .one(
            "select cast(count(*) as bigint) as n from seat s join relationship r \
             on r.id = s.relationship_id where r.id = $1 and r.state = 'active' and s.left_at is null",
            params![id],
        )
        .await
        .expect("seats");
    let open: i64 = row.get("n").expect("a number");
    assert_eq!(usize::try_from(open).expect("few"), people.len() - 1);
}

#[db_test]
async fn the_next_turn_brings_nobody_together_who_met_before(test: TestDb) {
    let scene =
        Scene::of(test, |design| matches!(design.matching.chooser, Chooser::Coffee { .. })).await;
    let round = scene.open().await;
    scene.publish(&round).await;
    scene.board.accepted(&scene.track.id).await;
    let first = scene.together("active").await;
    scene.board.world.travel_days(15);
    let mut tx = scene.board.world.write().await;
    relationship::complete_due(&scene.board.world.app, &mut tx).await.expect("completed");
    tx.commit().await.expect("committed");
    assert!(scene.together("active").await.is_empty(), "a turn is over when the next begins");
    let again = scene.open().await;
    scene.publish(&again).await;
    let second = scene.together("offered").await;
    assert!(!second.is_empty());
    for now in second.values() {
        for then in first.values() {
            assert!(now.intersection(then).count() < 2, "{now:?} met in {then:?}");
        }
    }
}
