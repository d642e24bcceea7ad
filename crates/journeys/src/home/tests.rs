//! What these pages promise, through the door, on both databases.

use std::collections::BTreeMap;

use db::{Tx, db_test, params, testing::TestDb};
use design::Audience;
use jiff::SignedDuration;
use programmes::{RelationshipId, relationship::reason::Reason, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, super::routes().merge(programmes::relationship::routes())).await
}

async fn meeting(
    tx: &mut Tx,
    stage: &Stage,
    id: &RelationshipId,
    state: &str,
    hours: i64,
    by: &str,
) {
    let seam = &stage.world.app.seam;
    let at = (seam.now() + SignedDuration::from_hours(hours)).as_millisecond();
    let uid = seam.id();
    tx.run(
        "insert into meeting (id, organisation_id, relationship_id, state, proposed_by, starts_at, minutes, \
         place, agenda, uid, sequence, created_at) values ($1, $2, $3, $4, $5, $6, 60, '', '', $1, 0, $6)",
        params![&uid, &stage.world.organisation, id, state, stage.world.person(by), at],
    )
    .await
    .unwrap();
}

async fn add_meeting(stage: &Stage, id: &RelationshipId, state: &str, hours: i64, by: &str) {
    let mut tx = stage.world.write().await;
    meeting(&mut tx, stage, id, state, hours, by).await;
    tx.commit().await.unwrap();
}

#[db_test]
async fn an_offer_shows_who_and_why_and_can_be_answered_here(test: TestDb) {
    let stage = stage(test).await;
    let [giver, receiver] = stage.sides();
    let reason =
        |key: &str, audience| Reason { key: key.to_owned(), args: BTreeMap::new(), audience };
    let reasons =
        vec![reason("end-or-pause", Audience::Partners), reason("end-question", Audience::OnlyMe)];
    let id = stage.offer(&[("chidi", &giver), ("dana", &receiver)], reasons).await;
    let dana = stage.world.sign_in("dana").await;
    let start = dana.get("/").await;
    assert!(
        start.says("One thing waits for you") && start.says("Chidi Okafor"),
        "{}",
        start.text()
    );
    let page = dana.get(&format!("/relationships/{id}")).await;
    for text in [
        "Would you like to work with Chidi Okafor?",
        "By Monday 9 November",
        "Engineering",
        "Only short of time?",
    ] {
        assert!(page.says(text), "{text}: {}", page.text());
    }
    assert!(!page.says("without fault"), "what rests on private answers stays out");
    assert_eq!(page.attributes("main form", "action"), [format!("/relationships/{id}/accept")]);
    dana.post(&format!("/relationships/{id}/accept"), &[]).await;
    assert!(dana.get(&format!("/relationships/{id}")).await.says("We wait for Chidi Okafor"));
}

#[db_test]
async fn every_state_says_what_happens_next_and_when(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let path = format!("/relationships/{id}");
    let dana = stage.world.sign_in("dana").await;
    let page = dana.get(&path).await;
    assert!(
        page.says("Find a date for your first meeting")
            && page.says("Monday 16 November at the latest")
    );
    add_meeting(&stage, &id, "proposed", 24, "chidi").await;
    assert!(dana.get(&path).await.says("Pick a time with Chidi Okafor"));
    let mut tx = stage.world.write().await;
    tx.run("update meeting set state = 'booked'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    let page = dana.get(&path).await;
    assert!(
        page.says("You meet Chidi Okafor") && page.says("Tuesday 3 November, 09:00 CET"),
        "{}",
        page.text()
    );
    stage.world.travel(SignedDuration::from_hours(26));
    assert!(dana.get(&path).await.says("Did you meet Chidi Okafor?"));
    let mut tx = stage.world.write().await;
    tx.run("update meeting set state = 'held'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    let page = dana.get(&path).await;
    assert!(
        page.says("Find your next date") && page.says("About Tuesday 17 November"),
        "{}",
        page.text()
    );
    dana.post(&format!("{path}/pause"), &[("until", "2026-11-20")]).await;
    assert!(dana.get(&path).await.says("On Friday 20 November"));
    dana.post(&format!("{path}/resume"), &[]).await;
    dana.post(&format!("{path}/end"), &[]).await;
    let page = dana.get(&path).await;
    assert!(page.says("This has ended") && page.says("come first in the next round"));
    assert!(dana.get("/").await.says("Ended lately"));
}

#[db_test]
async fn ending_is_two_clicks_from_the_home(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let dana = stage.world.sign_in("dana").await;
    let end = format!("/relationships/{id}/end");
    let links = dana.get(&format!("/relationships/{id}")).await.attributes("main a", "href");
    assert!(links.contains(&end), "the first click");
    let forms = dana.get(&end).await.attributes("main form", "action");
    assert_eq!(forms, [end], "the second");
}

#[db_test]
async fn homes_are_for_their_members_only(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    for name in ["amal", "bea", "edda", "farid"] {
        let browser = stage.world.sign_in(name).await;
        assert_eq!(browser.get(&format!("/relationships/{id}")).await.status, 404, "{name}");
        assert!(!browser.get("/").await.says("Chidi"), "{name}");
    }
    assert!(stage.world.sign_in("farid").await.get("/").await.says("Nothing here yet"));
    // Who only runs programmes comes for the list of the week.
    let bea = stage.world.sign_in("bea").await.get("/").await;
    assert_eq!(bea.location.as_deref(), Some("/monday"));
    assert_eq!(stage.world.stranger().get("/").await.status, 303);
}

#[db_test]
async fn the_start_page_costs_the_same_for_one_and_for_many(test: TestDb) {
    let stage = stage(test).await;
    let [giver, receiver] = stage.sides();
    stage.enrol("chidi", &giver, Some(5)).await;
    let chidi = stage.world.sign_in("chidi").await;
    let cost = async || {
        let before = stage.world.app.db.statements();
        assert_eq!(chidi.get("/").await.status, 200);
        stage.world.app.db.statements() - before
    };
    stage.running(&[("chidi", &giver), ("dana", &receiver)]).await;
    let one = cost().await;
    for name in ["edda", "farid", "bea"] {
        stage.running(&[("chidi", &giver), (name, &receiver)]).await;
    }
    assert_eq!(cost().await, one);
    assert!(one <= 4, "the session and three more: {one}");
}
