//! Through the door: who hears of a concern, and who never does.

use db::{db_test, testing::TestDb};
use jiff::SignedDuration;
use people::testing::Browser;
use programmes::{RelationshipId, relationship, testing::Stage};

async fn stage(test: TestDb) -> (Stage, RelationshipId) {
    let stage = Stage::new(test, super::routes().merge(relationship::routes())).await;
    let id = stage.running_pair().await;
    stage.world.run_jobs().await;
    (stage, id)
}

async fn raised(dana: &Browser, about: &str, past: bool) -> String {
    let mut form = vec![("words", "MARKER he frightens me"), ("about", about)];
    if past {
        form.push(("past", "yes"));
    }
    let sent = dana.post("/concerns/new", &form).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    sent.location.expect("its page")
}

/// To whom mails about concerns went.
async fn told(stage: &Stage) -> Vec<String> {
    let mails = stage.world.mails().await.into_iter().filter(|mail| mail.kind == "concern");
    let mut names: Vec<String> = mails
        .map(|mail| {
            assert!(!mail.text.contains("MARKER"), "its words are in no mail");
            mail.to_name
        })
        .collect();
    names.sort();
    names
}

#[db_test]
async fn its_lead_hears_at_once_and_answers_and_its_subject_learns_nothing(test: TestDb) {
    let (stage, id) = stage(test).await;
    let dana = stage.world.sign_in("dana").await;
    let form = dana.get(&format!("/concerns/new?from=/relationships/{id}/messages")).await;
    assert_eq!(form.attributes("option[selected]", "value"), [format!("relationship {id}")]);
    let path = raised(&dana, &format!("relationship {id}"), false).await;
    let names = told(&stage).await;
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("Bea"), "{names:?}");
    let chidi = stage.world.sign_in("chidi").await;
    assert_eq!(chidi.get(&path).await.status, 404);
    assert!(!chidi.get("/concerns").await.says("Dana"));
    let amal = stage.world.sign_in("amal").await;
    assert_eq!(amal.get(&path).await.status, 404, "not before it goes further");
    let bea = stage.world.sign_in("bea").await;
    assert!(bea.get(&path).await.says("MARKER he frightens me"));
    assert!(bea.get("/concerns").await.says("Dana"));
    let empty = bea.post(&format!("{path}/answer"), &[("words", " ")]).await;
    assert_eq!(empty.status, 422);
    let own = dana.post(&format!("{path}/answer"), &[("words", "x")]).await;
    assert_eq!(own.status, 404, "nobody answers their own");
    let sent = bea.post(&format!("{path}/answer"), &[("words", "I call you tonight")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(dana.get(&path).await.says("I call you tonight"));
    assert_eq!(told(&stage).await.len(), 2, "and Dana is told that there is an answer");
}

#[db_test]
async fn what_is_about_the_coordinator_goes_past_them(test: TestDb) {
    let (stage, id) = stage(test).await;
    let dana = stage.world.sign_in("dana").await;
    let path = raised(&dana, &format!("relationship {id}"), true).await;
    let bea = stage.world.sign_in("bea").await;
    assert_eq!(bea.get(&path).await.status, 404);
    let amal = stage.world.sign_in("amal").await;
    assert_eq!(amal.get(&path).await.status, 200);
}

#[db_test]
async fn what_nobody_answers_in_time_goes_further_once(test: TestDb) {
    let (stage, id) = stage(test).await;
    let dana = stage.world.sign_in("dana").await;
    let path = raised(&dana, &format!("relationship {id}"), false).await;
    let world = &stage.world;
    let turn = async || {
        let mut tx = world.write().await;
        crate::safeguarding::escalate_due(&world.app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    turn().await;
    assert_eq!(told(&stage).await.len(), 1, "there is time yet");
    stage.world.travel(SignedDuration::from_hours(100));
    turn().await;
    let late = told(&stage).await.len();
    turn().await;
    assert_eq!((late, told(&stage).await.len()), (3, 3), "Bea again, and Amal; once");
    let amal = stage.world.sign_in("amal").await;
    assert!(amal.get(&path).await.says("MARKER"));
}
