//! Through the door: what a round promises to its coordinator and to the people in it, on both
//! databases.

use std::collections::{BTreeMap, BTreeSet};

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;
use people::{
    person::{self, NewPerson},
    testing::{Browser, Page},
};
use serde_json::json;

use super::*;
use crate::{EnrolmentId, relationship, testing::Stage};

/// A programme with people of whom all is known that its design asks for.
struct Hall {
    stage: Stage,
    bea: Browser,
    ids: BTreeMap<String, String>,
    enrolments: BTreeMap<String, EnrolmentId>,
}

const TOPICS: [&str; 4] = ["Leading people", "Presenting", "Networks", "Changing field"];

impl Hall {
    async fn new(test: TestDb) -> Self {
        let stage = Stage::new(test, routes().merge(relationship::routes())).await;
        let bea = stage.world.sign_in("bea").await;
        Self { stage, bea, ids: BTreeMap::new(), enrolments: BTreeMap::new() }
    }

    /// Mentors M1…, of two places where the number is even, and mentees E1….
    async fn filled(test: TestDb, mentors: usize, mentees: usize) -> Self {
        let mut hall = Self::new(test).await;
        for n in 1..=mentors {
            let places = if n % 2 == 0 { 2 } else { 1 };
            hall.mentor(&format!("M{n}"), places, &[TOPICS[n % 4], TOPICS[(n + 1) % 4]]).await;
        }
        for n in 1..=mentees {
            hall.mentee(&format!("E{n}"), &[TOPICS[n % 4]]).await;
        }
        hall
    }

    async fn mentor(&mut self, name: &str, places: i64, offers: &[&str]) {
        self.enrol(name, "mentor", 6, Some(places), &[("offers", json!(offers))]).await;
    }

    async fn mentee(&mut self, name: &str, wants: &[&str]) {
        self.enrol(name, "mentee", 3, None, &[("wants", json!(wants))]).await;
    }

    async fn enrol(
        &mut self,
        name: &str,
        role: &str,
        level: i64,
        capacity: Option<i64>,
        answers: &[(&str, serde_json::Value)],
    ) {
        let (stage, world) = (&self.stage, &self.stage.world);
        let mut tx = world.write().await;
        let new = NewPerson {
            name: format!("{name} Larch"),
            email: Some(format!("{}@larkspur.example", name.to_lowercase())),
            department: Some(format!("Department {}", name.len())),
            level: Some(level),
            languages: vec!["English".to_owned()],
            ..NewPerson::default()
        };
        let person =
            person::create(&mut tx, &world.app.seam, &world.organisation, &new).await.unwrap();
        let enrolment = world.app.seam.id();
        tx.run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, capacity, priority, created_at) \
             values ($1, $2, $3, $4, $5, $6, 'approved', 'open', $7, 0, 0)",
            params![
                &enrolment,
                &world.organisation,
                &stage.programme,
                &stage.track,
                &person,
                role,
                capacity
            ],
        )
        .await
        .unwrap();
        for (question, value) in answers {
            tx.run(
                "insert into answer (enrolment_id, question, value, audience, answered_at) \
                 values ($1, $2, $3, 'partners', 0)",
                params![&enrolment, *question, value.to_string()],
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        self.ids.insert(name.to_owned(), person.as_str().to_owned());
        self.enrolments.insert(name.to_owned(), EnrolmentId::from(enrolment));
    }

    fn base(&self) -> String {
        format!("/programmes/{}", self.stage.programme)
    }

    /// Opens a round and gives its path.
    async fn open(&self) -> String {
        let opened = self.bea.post(&format!("{}/rounds", self.base()), &[]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let path = opened.location.unwrap();
        for _ in 0..200 {
            if !self.bea.get(&path).await.html.contains("http-equiv=\"refresh\"") {
                return path;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the round is not solved");
    }

    async fn seen(&self, round: &str) -> String {
        let mails = self.bea.get(&format!("{round}/mails")).await;
        assert_eq!(mails.status, 200, "{}", mails.text());
        mails.attributes("input[name=seen]", "value").remove(0)
    }

    async fn publish(&self, round: &str) -> Page {
        let seen = self.seen(round).await;
        let form = [("seen", seen.as_str()), ("tell", "on")];
        self.bea.post(&format!("{round}/publish"), &form).await
    }

    /// The open relationships, as giver and receiver by their first names.
    async fn pairs(&self) -> BTreeSet<(String, String)> {
        let mut tx = self.stage.world.app.db.read().await.unwrap();
        let rows = tx
            .all(
                "select g.name as giver, r.name as receiver from relationship x \
                 join seat a on a.relationship_id = x.id and a.role = 'mentor' \
                 join seat b on b.relationship_id = x.id and b.role = 'mentee' \
                 join person g on g.id = a.person_id join person r on r.id = b.person_id \
                 where x.track_id = $1 and x.state <> 'closed'",
                params![&self.stage.track],
            )
            .await
            .unwrap();
        let first = |name: String| name.split(' ').next().unwrap().to_owned();
        rows.iter()
            .map(|row| (first(row.get("giver").unwrap()), first(row.get("receiver").unwrap())))
            .collect()
    }

    async fn number(&self, sql: &str) -> i64 {
        let mut tx = self.stage.world.app.db.read().await.unwrap();
        let row = tx.one(sql, params![&self.stage.track]).await.unwrap();
        row.get("n").unwrap()
    }

    async fn relationships(&self) -> i64 {
        self.number(
            "select cast(count(*) as bigint) as n from relationship \
             where track_id = $1 and state <> 'closed'",
        )
        .await
    }

    async fn waiting_mails(&self) -> usize {
        let mails = self.stage.world.mails().await;
        mails.iter().filter(|m| m.sent_at.is_none() && m.withdrawn_at.is_none()).count()
    }
}

#[db_test]
async fn matching_day_takes_three_actions(test: TestDb) {
    let hall = Hall::filled(test, 3, 4).await;
    let list = hall.bea.get(&format!("{}/rounds", hall.base())).await;
    assert_eq!(list.attributes("[data-action]", "data-action"), ["open-round"]);
    let round = hall.open().await;
    let draft = hall.bea.get(&round).await;
    assert_eq!(draft.attributes("[data-action]", "data-action"), ["preview-mails"]);
    assert!(draft.says("4 of 4") && draft.says("Confirmed by an independent"), "{}", draft.text());
    let mails = hall.bea.get(&format!("{round}/mails")).await;
    assert_eq!(mails.attributes("[data-action]", "data-action"), ["publish"]);
    let published = hall.publish(&round).await;
    assert_eq!(published.status, 303, "{}", published.text());
    assert_eq!(hall.relationships().await, 4);
    let after = hall.bea.get(&round).await;
    assert_eq!(after.attributes("[data-action]", "data-action"), ["undo"]);
}

#[db_test]
async fn the_preview_shows_the_very_mail_and_changes_nothing(test: TestDb) {
    let hall = Hall::filled(test, 2, 2).await;
    let round = hall.open().await;
    let mails = hall.bea.get(&format!("{round}/mails")).await;
    assert!(mails.says("m1@larkspur.example") || mails.says("m2@larkspur.example"));
    assert!(!mails.html.contains("/m/offer/"), "a preview carries no working link");
    assert_eq!((hall.relationships().await, hall.waiting_mails().await), (0, 0));
    hall.publish(&round).await;
    let sent = hall.stage.world.mails().await;
    assert!(sent.iter().any(|mail| mails.says(&mail.subject)));
}

#[db_test]
async fn mails_wait_fifteen_minutes_and_undo_withdraws_everything(test: TestDb) {
    let hall = Hall::filled(test, 2, 5).await;
    let round = hall.open().await;
    assert_eq!(hall.publish(&round).await.status, 303);
    assert_eq!((hall.relationships().await, hall.waiting_mails().await), (3, 8));
    let post =
        mail::Post::new(hall.stage.world.app.db.clone(), hall.stage.world.app.seam.clone(), None);
    hall.stage.world.travel(SignedDuration::from_mins(14));
    assert_eq!(post.send_due().await.unwrap(), 0);
    let undone = hall.bea.post(&format!("{round}/undo"), &[]).await;
    assert_eq!(undone.status, 303, "{}", undone.text());
    assert_eq!((hall.relationships().await, hall.waiting_mails().await), (0, 0));
    hall.stage.world.travel(SignedDuration::from_hours(1));
    assert_eq!(post.send_due().await.unwrap(), 0);
    let priority = "select cast(sum(priority) as bigint) as n from enrolment where track_id = $1";
    assert_eq!(hall.number(priority).await, 0);
    let again = hall.open().await;
    assert_ne!(again, round, "a round that was taken back can be followed by another");
    assert!(hall.bea.get(&again).await.says("3 of 5"));
}

#[db_test]
async fn after_fifteen_minutes_nothing_can_be_undone(test: TestDb) {
    let hall = Hall::filled(test, 2, 2).await;
    let round = hall.open().await;
    hall.publish(&round).await;
    hall.stage.world.travel(SignedDuration::from_mins(15));
    let refused = hall.bea.post(&format!("{round}/undo"), &[]).await;
    assert_eq!(refused.status, 409);
    assert_eq!(hall.relationships().await, 2);
    assert!(!hall.bea.get(&round).await.html.contains("data-action=\"undo\""));
}

#[db_test]
async fn publishing_twice_is_publishing_once(test: TestDb) {
    let hall = Hall::filled(test, 2, 3).await;
    let round = hall.open().await;
    let seen = hall.seen(&round).await;
    for _ in 0..3 {
        let answer = hall.bea.post(&format!("{round}/publish"), &[("seen", &seen)]).await;
        assert_eq!(answer.status, 303);
    }
    assert_eq!((hall.relationships().await, hall.waiting_mails().await), (3, 6));
}

#[db_test]
async fn two_coordinators_who_publish_at_once_make_every_pair_once(test: TestDb) {
    let hall = Hall::filled(test, 3, 5).await;
    let round = hall.open().await;
    let seen = hall.seen(&round).await;
    let others = [hall.stage.world.sign_in("bea").await, hall.stage.world.sign_in("bea").await];
    let path = format!("{round}/publish");
    let form = [("seen", seen.as_str())];
    let (a, b, c) = tokio::join!(
        hall.bea.post(&path, &form),
        others[0].post(&path, &form),
        others[1].post(&path, &form)
    );
    for answer in [a, b, c] {
        assert!(answer.status == 303 || answer.status == 409, "{}", answer.text());
    }
    assert_eq!(hall.relationships().await, 4);
    assert_eq!(hall.pairs().await.len(), 4);
}

#[db_test]
async fn what_was_looked_at_is_what_is_published(test: TestDb) {
    let hall = Hall::filled(test, 3, 3).await;
    let round = hall.open().await;
    let seen = hall.seen(&round).await;
    let pin = [("kind", "forbid"), ("giver", &hall.ids["M1"]), ("receiver", &hall.ids["E1"])];
    assert_eq!(hall.bea.post(&format!("{round}/change"), &pin).await.status, 303);
    let refused = hall.bea.post(&format!("{round}/publish"), &[("seen", &seen)]).await;
    assert_eq!(refused.status, 409);
    assert_eq!(hall.relationships().await, 0);
}

#[db_test]
async fn a_change_shows_its_price_first_and_can_be_taken_back(test: TestDb) {
    let mut hall = Hall::new(test).await;
    hall.mentor("M1", 1, &["Presenting"]).await;
    hall.mentor("M2", 1, &["Networks"]).await;
    hall.mentee("E1", &["Presenting"]).await;
    hall.mentee("E2", &["Networks"]).await;
    let round = hall.open().await;
    let ids = [("giver", hall.ids["M1"].as_str()), ("receiver", hall.ids["E2"].as_str())];
    let query = format!("kind=pin&giver={}&receiver={}", ids[0].1, ids[1].1);
    let price = hall.bea.get(&format!("{round}/change?{query}")).await;
    assert!(price.says("moves from M2 Larch to M1 Larch"), "{}", price.text());
    assert!(price.says("−"), "it costs something: {}", price.text());
    assert!(hall.bea.get(&round).await.says("None yet. Keep a pair"), "nothing has changed yet");
    let form = [("kind", "pin"), ids[0], ids[1]];
    assert_eq!(hall.bea.post(&format!("{round}/change"), &form).await.status, 303);
    assert!(hall.bea.get(&round).await.says("Decided by you"));
    assert_eq!(hall.bea.post(&format!("{round}/back"), &[]).await.status, 303);
    assert!(!hall.bea.get(&round).await.says("Decided by you"));
    assert_eq!(hall.bea.post(&format!("{round}/back"), &[]).await.status, 409);
}

#[db_test]
async fn a_forbidden_pair_never_comes_out_and_a_pinned_one_always(test: TestDb) {
    let hall = Hall::filled(test, 4, 5).await;
    let round = hall.open().await;
    for (kind, giver, receiver) in [
        ("forbid", "M2", "E2"),
        ("forbid", "M4", "E4"),
        ("pin", "M1", "E5"),
        ("forbid", "M3", "E1"),
    ] {
        let form = [("kind", kind), ("giver", &hall.ids[giver]), ("receiver", &hall.ids[receiver])];
        assert_eq!(hall.bea.post(&format!("{round}/change"), &form).await.status, 303);
    }
    hall.publish(&round).await;
    let pairs = hall.pairs().await;
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert!(pairs.contains(&pair("M1", "E5")), "{pairs:?}");
    for (a, b) in [("M2", "E2"), ("M4", "E4"), ("M3", "E1")] {
        assert!(!pairs.contains(&pair(a, b)), "{pairs:?}");
    }
}

#[db_test]
async fn nobody_gets_more_than_their_places_over_several_rounds(test: TestDb) {
    let mut hall = Hall::filled(test, 3, 3).await;
    let round = hall.open().await;
    hall.publish(&round).await;
    let announced = hall.pairs().await;
    hall.stage.world.travel(SignedDuration::from_hours(1));
    for n in 10..14 {
        hall.mentee(&format!("E{n}"), &["Presenting"]).await;
    }
    let late = hall.open().await;
    hall.publish(&late).await;
    let pairs = hall.pairs().await;
    assert!(announced.is_subset(&pairs), "announced pairs stay");
    assert_eq!(pairs.len(), 4, "as many as there are places");
    let over = "select cast(count(*) as bigint) as n from enrolment e where e.track_id = $1 and \
        coalesce(e.capacity, 1) < (select count(*) from seat s where s.enrolment_id = e.id and s.left_at is null)";
    assert_eq!(hall.number(over).await, 0);
}

#[db_test]
async fn the_unplaced_are_told_why_and_one_more_place_helps(test: TestDb) {
    let mut hall = Hall::new(test).await;
    hall.mentor("M1", 1, &["Presenting"]).await;
    hall.mentee("E1", &["Presenting"]).await;
    hall.mentee("E2", &["Presenting"]).await;
    let round = hall.open().await;
    let draft = hall.bea.get(&round).await;
    assert!(draft.says("One person has no partner"), "{}", draft.text());
    let fix = draft.attributes(".items a.btn", "href").remove(0);
    assert!(hall.bea.get(&fix).await.says("gets M1 Larch"));
    let form = [("kind", "place"), ("giver", hall.ids["M1"].as_str())];
    assert_eq!(hall.bea.post(&format!("{round}/change"), &form).await.status, 303);
    assert!(hall.bea.get(&round).await.says("2 of 2"));
    assert_eq!(hall.publish(&round).await.status, 303);
    assert_eq!(hall.relationships().await, 2);
}

#[db_test]
async fn somebody_who_left_meanwhile_is_named_and_nothing_is_half_published(test: TestDb) {
    let hall = Hall::filled(test, 2, 3).await;
    let round = hall.open().await;
    let seen = hall.seen(&round).await;
    let mut tx = hall.stage.world.write().await;
    tx.run(
        "update enrolment set state = 'withdrawn' where id = $1",
        params![&hall.enrolments["M2"]],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    assert!(hall.bea.get(&round).await.says("Sign-ups have changed"));
    let refused = hall.bea.post(&format!("{round}/publish"), &[("seen", &seen)]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.says("M2 Larch"), "{}", refused.text());
    assert_eq!((hall.relationships().await, hall.waiting_mails().await), (0, 0));
    assert_eq!(hall.bea.post(&format!("{round}/refresh"), &[]).await.status, 303);
    assert!(hall.bea.get(&round).await.says("1 of 3"));
}

#[db_test]
async fn a_round_without_people_says_what_is_missing(test: TestDb) {
    let hall = Hall::filled(test, 0, 2).await;
    let answer = hall.bea.post(&format!("{}/rounds", hall.base()), &[]).await;
    assert_eq!(answer.status, 409);
    assert!(answer.says("free place as mentor"), "{}", answer.text());
}

#[db_test]
async fn a_stored_round_solves_to_the_same_bytes_again(test: TestDb) {
    let hall = Hall::filled(test, 5, 8).await;
    let round = hall.open().await;
    let form = [("kind", "pin"), ("giver", &hall.ids["M2"]), ("receiver", &hall.ids["E3"])];
    hall.bea.post(&format!("{round}/change"), &form).await;
    let id = round.rsplit('/').next().unwrap();
    let mut tx = hall.stage.world.app.db.read().await.unwrap();
    let row = tx
        .one(
            "select input, settings, seed, answer, certificate from round where id = $1",
            params![id],
        )
        .await
        .unwrap();
    let text = |column: &str| row.get::<String>(column).unwrap();
    let input: input::Input = serde_json::from_str(&text("input")).unwrap();
    let decisions: model::Decisions = serde_json::from_str(&text("settings")).unwrap();
    let seed = u64::try_from(row.get::<i64>("seed").unwrap()).unwrap();
    let again = solve::solve(&input, &decisions.now, seed).unwrap();
    assert_eq!(again.outcome.to_text(), text("answer"));
    assert_eq!(again.certificate, text("certificate"));
}

#[db_test]
async fn a_round_of_another_programme_is_absent(test: TestDb) {
    let hall = Hall::filled(test, 2, 2).await;
    let round = hall.open().await;
    for name in ["amal", "chidi", "dana", "farid"] {
        let browser = hall.stage.world.sign_in(name).await;
        assert_eq!(browser.get(&round).await.status, 404, "{name}");
        assert_eq!(browser.post(&format!("{round}/undo"), &[]).await.status, 404, "{name}");
    }
    let other = format!("/programmes/nowhere/rounds/{}", round.rsplit('/').next().unwrap());
    assert_eq!(hall.bea.get(&other).await.status, 404);
}

#[db_test]
async fn a_pair_shows_every_part_of_its_score_and_who_else_would_do(test: TestDb) {
    let hall = Hall::filled(test, 3, 3).await;
    let round = hall.open().await;
    let rows = hall.bea.get(&round).await.attributes("td a.link", "href");
    let pair = hall.bea.get(&rows[0]).await;
    assert_eq!(pair.status, 200, "{}", pair.text());
    assert!(pair.says("What makes the score") && pair.says("what is wanted is offered"));
    for change in pair.attributes("td a.btn", "href") {
        let price = hall.bea.get(&change).await;
        assert_eq!(price.status, 200, "{change}: {}", price.text());
    }
}

#[db_test]
async fn other_weights_are_compared_before_they_count_and_can_be_taken_back(test: TestDb) {
    let mut hall = Hall::new(test).await;
    hall.mentor("M1", 1, &["Presenting"]).await;
    hall.mentor("M2", 1, &["Networks"]).await;
    hall.mentee("E1", &["Presenting"]).await;
    hall.mentee("E2", &["Networks"]).await;
    let round = hall.open().await;
    let before = hall.bea.get(&round).await.text();
    let plain = hall.bea.get(&format!("{round}/weights")).await;
    assert_eq!(plain.status, 200, "{}", plain.text());
    assert!(!plain.says("What would change") && plain.says("What each aim would reach"));
    let compared = hall.bea.get(&format!("{round}/weights?wish-0=off&aim=total")).await;
    assert!(compared.says("What would change"), "{}", compared.text());
    assert_eq!(hall.bea.get(&round).await.text(), before, "nothing has changed yet");
    let form = [("wish-0", "off"), ("aim", "total")];
    assert_eq!(hall.bea.post(&format!("{round}/weights"), &form).await.status, 303);
    assert!(
        hall.bea.get(&round).await.says("No other matching under these rules has a higher sum")
    );
    hall.bea.post(&format!("{round}/back"), &[]).await;
    assert!(hall.bea.get(&round).await.says("gives more people a partner"));
}

#[db_test]
async fn every_aim_is_confirmed_by_the_independent_checker(test: TestDb) {
    let hall = Hall::filled(test, 5, 8).await;
    let round = hall.open().await;
    let pin = [("kind", "pin"), ("giver", &hall.ids["M2"]), ("receiver", &hall.ids["E3"])];
    hall.bea.post(&format!("{round}/change"), &pin).await;
    let ban = [("kind", "forbid"), ("giver", &hall.ids["M4"]), ("receiver", &hall.ids["E4"])];
    hall.bea.post(&format!("{round}/change"), &ban).await;
    for aim in ["total", "worst-off", "coverage"] {
        hall.bea.post(&format!("{round}/weights"), &[("aim", aim)]).await;
        let draft = hall.bea.get(&round).await;
        assert!(draft.says("Confirmed by an independent checker"), "{aim}: {}", draft.text());
    }
}

#[db_test]
async fn a_round_goes_out_as_files_that_hold_nobodys_private_answers(test: TestDb) {
    let mut hall = Hall::filled(test, 2, 2).await;
    let avoided = json!(["MARKER-AVOIDED"]);
    hall.enrol("E7", "mentee", 3, None, &[("wants", json!(["Networks"])), ("avoid", avoided)])
        .await;
    let round = hall.open().await;
    for (name, kind) in [
        ("pairs.csv", "text/csv; charset=utf-8"),
        ("round.json", "application/json"),
        ("certificate.json", "application/json"),
        ("proof.zip", "application/zip"),
    ] {
        let file = hall.bea.get(&format!("{round}/{name}")).await;
        assert_eq!(file.status, 200, "{name}");
        assert_eq!(file.headers["content-type"], kind);
        assert!(!file.html.contains("MARKER"), "{name}");
    }
    let pairs = hall.bea.get(&format!("{round}/pairs.csv")).await.html;
    assert!(pairs.starts_with("mentor,mentee,mentor_name,mentee_name,score,"), "{pairs}");
    assert_eq!(pairs.lines().count(), 4);
    assert_eq!(hall.bea.get(&format!("{round}/proof")).await.status, 200);
}

#[db_test]
async fn a_rehearsal_counts_the_waiting_names_what_is_missing_and_stores_nothing(test: TestDb) {
    let hall = Hall::filled(test, 2, 5).await;
    let mut tx = hall.stage.world.write().await;
    tx.run("update enrolment set state = 'applied' where id = $1", params![&hall.enrolments["E1"]])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = hall.bea.get(&format!("{}/rehearsal", hall.base())).await;
    assert!(page.says("3 of 5") && page.says("2 more places are needed"), "{}", page.text());
    assert!(page.says("One of them still waits"));
    let rounds = "select cast(count(*) as bigint) as n from round where track_id = $1";
    assert_eq!(hall.number(rounds).await, 0);
}
