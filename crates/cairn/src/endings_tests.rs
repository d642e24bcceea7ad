//! What ends with something else, through the door, the real table of reactions and the worker:
//! the relationships of a programme that closes, and of somebody who takes their part back.

use std::collections::BTreeMap;

use db::{db_test, params, testing::TestDb};
use mail::Sent;
use people::testing::Browser;
use programmes::{RelationshipId, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    Stage::with(test, crate::routes::all(), BTreeMap::from([crate::reactions::handler()])).await
}

/// Somebody proposes what the page suggests and another picks the first of it.
async fn agree_on_a_date(id: &RelationshipId, by: &Browser, other: &Browser) {
    let form = format!("/relationships/{id}/meetings/new");
    let slots = by.get(&form).await.attributes("input[name=slots]", "value");
    let mut fields: Vec<(&str, &str)> = slots.iter().map(|s| ("slots", s.as_str())).collect();
    fields.push(("minutes", "60"));
    let path = by.post(&form, &fields).await.location.expect("proposed");
    let slot = other.get(&path).await.attributes("button[name=slot]", "value").remove(0);
    assert_eq!(other.post(&format!("{path}/pick"), &[("slot", &slot)]).await.status, 303);
}

async fn states(stage: &Stage) -> Vec<String> {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select state, closure from relationship where programme_id = $1 order by closure";
    let rows = tx.all(sql, params![&stage.programme]).await.unwrap();
    let word = |row: &db::Row| {
        let closure: Option<String> = row.get("closure").unwrap();
        closure.unwrap_or_else(|| row.get("state").unwrap())
    };
    rows.iter().map(word).collect()
}

/// What somebody has been sent of a kind and was not taken back.
async fn told(stage: &Stage, name: &str, kind: &str) -> Vec<Sent> {
    let address = format!("{name}@larkspur.example");
    let all = stage.world.mails().await.into_iter();
    all.filter(|m| m.to_address == address && m.kind == kind && m.withdrawn_at.is_none()).collect()
}

#[db_test]
async fn a_programme_that_closes_thanks_its_pairs_once_and_empties_their_calendars(test: TestDb) {
    let stage = stage(test).await;
    let [giver, receiver] = stage.sides();
    let id = stage.running_pair().await;
    stage.offer(&[("edda", &giver), ("farid", &receiver)], Vec::new()).await;
    let (chidi, dana) = (stage.world.sign_in("chidi").await, stage.world.sign_in("dana").await);
    agree_on_a_date(&id, &dana, &chidi).await;
    stage.world.run_jobs().await;

    let bea = stage.world.sign_in("bea").await;
    let path = format!("/programmes/{}/close", stage.programme);
    assert_eq!(bea.post(&path, &[]).await.status, 303);
    stage.world.run_jobs().await;
    assert_eq!(states(&stage).await, ["completed", "expired"]);
    for name in ["chidi", "dana"] {
        let thanks = told(&stage, name, "completed").await;
        assert_eq!(thanks.len(), 1, "{name}");
        assert!(thanks[0].text.contains(&stage.design.journey.closing.farewell));
        let off = told(&stage, name, "meeting-cancelled").await;
        assert_eq!(off.len(), 1, "{name}");
        assert_eq!(off[0].calendar_method.as_deref(), Some("CANCEL"));
    }
    for name in ["edda", "farid"] {
        assert_eq!(told(&stage, name, "unanswered").await.len(), 1, "{name}");
    }
    assert!(dana.get(&format!("/relationships/{id}")).await.says("You have come to the end"));
    // Once more changes nothing.
    assert_eq!(bea.post(&path, &[]).await.status, 409);
    stage.world.run_jobs().await;
    assert_eq!(told(&stage, "dana", "completed").await.len(), 1);
}

#[db_test]
async fn taking_ones_part_back_ends_what_runs_and_empties_both_calendars(test: TestDb) {
    let stage = stage(test).await;
    let [_, receiver] = stage.sides();
    let id = stage.running_pair().await;
    let (chidi, dana) = (stage.world.sign_in("chidi").await, stage.world.sign_in("dana").await);
    agree_on_a_date(&id, &dana, &chidi).await;
    let enrolment = stage.enrol("dana", &receiver, None).await;
    let path = format!("/programmes/{}/enrolments/{enrolment}/withdraw", stage.programme);
    assert!(dana.get(&path).await.says("ends with the same kind words for everybody"));
    assert_eq!(dana.post(&path, &[]).await.status, 303);
    stage.world.run_jobs().await;
    assert_eq!(states(&stage).await, ["ended_early"]);
    for name in ["chidi", "dana"] {
        let off = told(&stage, name, "meeting-cancelled").await;
        assert_eq!(off[0].calendar_method.as_deref(), Some("CANCEL"), "{name}");
    }
    assert_eq!(told(&stage, "bea", "part-taken-back").await.len(), 1);
}
