//! What check-ins promise, through the door, on both databases.

use db::{db_test, params, testing::TestDb};
use programmes::{RelationshipId, relationship, testing::Stage};

use super::{ask_due, remind_due};

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, super::routes().merge(relationship::routes())).await
}

macro_rules! turn {
    ($stage:expr) => {
        turn!($stage, ask_due)
    };
    ($stage:expr, $job:path) => {{
        let mut tx = $stage.world.write().await;
        $job(&$stage.world.app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }};
}

async fn mails_to(stage: &Stage, name: &str, kind: &str) -> Vec<mail::Sent> {
    let address = format!("{name}@larkspur.example");
    let mails = stage.world.mails().await;
    mails.into_iter().filter(|m| m.to_address == address && m.kind == kind).collect()
}

/// The path behind one of the five answers of the newest mail.
async fn tap(stage: &Stage, name: &str, going: u8) -> String {
    let mails = mails_to(stage, name, "check-in").await;
    let ends = format!("?going={going}");
    let mut lines = mails[0].text.lines().filter_map(|l| l.strip_prefix("http://cairn.test"));
    lines.find(|line| line.ends_with(&ends)).expect("a link").to_owned()
}

async fn said(stage: &Stage, id: &RelationshipId, name: &str) -> Vec<(i64, Option<i64>, bool)> {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select day, going, wants_help from check_in where relationship_id = $1 and person_id = $2 order by day";
    let rows = tx.all(sql, params![id, stage.world.person(name)]).await.unwrap();
    rows.iter()
        .map(|row| {
            let help: Option<bool> = row.get("wants_help").unwrap();
            (row.get("day").unwrap(), row.get("going").unwrap(), help.unwrap_or(false))
        })
        .collect()
}

#[db_test]
async fn both_are_asked_on_day_thirty_then_every_sixty_and_once_each(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(29);
    turn!(stage);
    assert!(mails_to(&stage, "dana", "check-in").await.is_empty());
    for (days, day, count) in [(1, 30, 1), (60, 90, 2), (60, 150, 3)] {
        stage.world.travel_days(days);
        turn!(stage);
        turn!(stage);
        for name in ["chidi", "dana"] {
            assert_eq!(mails_to(&stage, name, "check-in").await.len(), count);
            assert_eq!(said(&stage, &id, name).await.last().unwrap().0, day);
        }
    }
}

#[db_test]
async fn nobody_is_asked_in_a_pause_or_after_the_end(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let dana = stage.world.sign_in("dana").await;
    stage.world.travel_days(29);
    dana.post(&format!("/relationships/{id}/pause"), &[("until", "2026-12-20")]).await;
    stage.world.travel_days(1);
    turn!(stage);
    assert!(mails_to(&stage, "chidi", "check-in").await.is_empty());
    dana.post(&format!("/relationships/{id}/resume"), &[]).await;
    turn!(stage);
    assert_eq!(mails_to(&stage, "chidi", "check-in").await.len(), 1, "asked after the pause");
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    stage.world.travel_days(60);
    turn!(stage);
    assert_eq!(mails_to(&stage, "chidi", "check-in").await.len(), 1);
}

#[db_test]
async fn a_tap_chooses_and_only_the_button_sends(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(30);
    turn!(stage);
    let stranger = stage.world.stranger();
    for going in 1..=5 {
        let path = tap(&stage, "dana", going).await;
        let page = stranger.get(&path).await;
        assert_eq!(page.attributes("input[checked]", "value"), [going.to_string()]);
    }
    assert_eq!(said(&stage, &id, "dana").await, [(30, None, false)], "a scanner answers nothing");
    let path = tap(&stage, "dana", 4).await;
    let action = path.split('?').next().unwrap();
    let refused = stranger.post(action, &[("going", "9"), ("note", "kept words")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("kept words"));
    let answer = stranger.post(action, &[("going", "4")]).await;
    assert_eq!(answer.status, 303);
    assert!(stranger.get(answer.location.as_deref().unwrap()).await.says("Thank you"));
    assert_eq!(said(&stage, &id, "dana").await, [(30, Some(4), false)]);
    assert_eq!(said(&stage, &id, "chidi").await, [(30, None, false)]);
    stranger.post(action, &[("going", "2")]).await;
    assert_eq!(said(&stage, &id, "dana").await, [(30, Some(2), false)], "a second thought counts");
    assert_eq!(stranger.get("/m/check-in/0000").await.status, 404);
}

#[db_test]
async fn help_reaches_the_coordinator_once_without_the_words(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let dana = stage.world.sign_in("dana").await;
    let path = format!("/relationships/{id}/check-in");
    assert!(dana.get(&path).await.says("The coordinator reads this"));
    let form = [("going", "2"), ("help", "on"), ("note", "MARKER-WORD")];
    for _ in 0..2 {
        assert_eq!(dana.post(&path, &form).await.status, 303);
    }
    assert_eq!(said(&stage, &id, "dana").await, [(0, Some(2), true)], "one answer about one day");
    let mails = mails_to(&stage, "bea", "check-in-help").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Dana Whitlock") && !mails[0].text.contains("MARKER-WORD"));
    assert!(mails_to(&stage, "chidi", "check-in-help").await.is_empty());
    assert!(mails_to(&stage, "amal", "check-in-help").await.is_empty());
}

#[db_test]
async fn only_members_answer_and_only_while_it_runs(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let path = format!("/relationships/{id}/check-in");
    for name in ["amal", "bea", "edda", "farid"] {
        let browser = stage.world.sign_in(name).await;
        assert_eq!(browser.get(&path).await.status, 404, "{name}");
        assert_eq!(browser.post(&path, &[("going", "5")]).await.status, 404, "{name}");
    }
    stage.world.travel_days(30);
    turn!(stage);
    let dana = stage.world.sign_in("dana").await;
    let tapped = tap(&stage, "dana", 5).await;
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    assert_eq!(dana.post(&path, &[("going", "5")]).await.status, 404);
    let late = stage.world.stranger().get(&tapped).await;
    assert!(late.says("Nothing is expected of you"));
    let action = tapped.split('?').next().unwrap();
    assert_eq!(stage.world.stranger().post(action, &[("going", "5")]).await.status, 409);
}

#[db_test]
async fn whoever_has_not_answered_is_asked_once_more_after_four_days(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(30);
    turn!(stage);
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/check-in"), &[("going", "4")]).await;
    stage.world.travel_days(3);
    turn!(stage, remind_due);
    assert!(mails_to(&stage, "chidi", "check-in-reminder").await.is_empty(), "too early");
    stage.world.travel_days(1);
    for _ in 0..2 {
        turn!(stage, remind_due);
        stage.world.travel_days(1);
    }
    let mails = mails_to(&stage, "chidi", "check-in-reminder").await;
    assert_eq!(mails.len(), 1, "once");
    assert!(mails_to(&stage, "dana", "check-in-reminder").await.is_empty(), "she has answered");
    let tap = mails[0].text.lines().find_map(|l| l.strip_prefix("http://cairn.test")).unwrap();
    let action = tap.split('?').next().unwrap();
    assert_eq!(stage.world.stranger().post(action, &[("going", "5")]).await.status, 303);
    assert_eq!(said(&stage, &id, "chidi").await, [(30, Some(5), false)], "the same question");
}

#[db_test]
async fn nobody_is_asked_once_more_in_a_pause_or_after_the_end(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(30);
    turn!(stage);
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/pause"), &[("until", "2026-12-20")]).await;
    stage.world.travel_days(5);
    turn!(stage, remind_due);
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    turn!(stage, remind_due);
    assert!(mails_to(&stage, "chidi", "check-in-reminder").await.is_empty());
}
