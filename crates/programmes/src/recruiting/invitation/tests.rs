//! Through the door: inviting, answering, reminding.

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;
use people::testing::{Browser, Page};

use super::remind;
use crate::testing::Stage;

async fn stage(test: TestDb) -> Stage {
    let stage = Stage::new(test, crate::routes().merge(people::routes())).await;
    let mut tx = stage.world.write().await;
    tx.run("update programme set state = 'open' where id = $1", params![&stage.programme])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    stage
}

async fn invite(stage: &Stage, browser: &Browser, addresses: &str) -> Page {
    let part = format!("{}:mentee", stage.track);
    let form =
        [("addresses", addresses), ("part", &part), ("language", "en"), ("note", "Do come.")];
    browser.post(&format!("/programmes/{}/invitations", stage.programme), &form).await
}

async fn links(stage: &Stage, address: &str) -> Vec<String> {
    let mails = stage.world.mails().await;
    let to_them = mails.into_iter().filter(|m| m.to_address == address && m.withdrawn_at.is_none());
    to_them
        .map(|mail| {
            let at = mail.text.find("/invitation/").expect("a link in the mail");
            mail.text[at..].split_whitespace().next().unwrap().to_owned()
        })
        .collect()
}

async fn turn(stage: &Stage) {
    let mut tx = stage.world.write().await;
    remind(&stage.world.app, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn an_invited_person_comes_in_with_one_tap_and_looking_changes_nothing(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let part = format!("{}:mentee", stage.track);
    let form =
        [("addresses", "Greta Holm <Greta@tern.example>"), ("part", &*part), ("note", "Do come.")];
    let new = format!("/programmes/{}/invitations/new", stage.programme);
    let preview = bea.post(&new, &form).await;
    assert!(
        preview.says("One person gets this mail") && preview.says("Do come."),
        "{}",
        preview.text()
    );
    assert!(stage.world.mails().await.is_empty(), "looking sends nothing");
    assert_eq!(invite(&stage, &bea, "Greta Holm <Greta@tern.example>").await.status, 303);
    let link = links(&stage, "greta@tern.example").await.pop().unwrap();
    let greta = stage.world.stranger();
    for _ in 0..3 {
        let page = greta.get(&link).await;
        assert!(page.says("Yes, I would like to take part") && page.says(&stage.design.purpose));
        assert_eq!(greta.get(&format!("{link}/decline")).await.status, 200);
    }
    let yes = greta.post(&format!("{link}/accept"), &[]).await;
    let register = format!("/programmes/{}/register", stage.programme);
    assert_eq!((yes.status, yes.location), (303, Some(register.clone())));
    assert_eq!(greta.get(&register).await.status, 303, "registration goes on");
    let list = bea.get(&format!("/programmes/{}/invitations", stage.programme)).await;
    assert!(list.says("Greta Holm") && list.says("Accepted"));
    let again = stage.world.stranger().post(&format!("{link}/accept"), &[]).await;
    assert!(again.location.unwrap().starts_with("/sign-in"), "the link lets in once");
}

#[db_test]
async fn what_cannot_be_read_is_named_with_its_line_and_kept(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let page = invite(&stage, &bea, "ann@tern.example\nnot an address").await;
    assert_eq!(page.status, 422);
    assert!(page.says("Line 2: “not an address”"), "{}", page.text());
    assert!(page.html.contains("ann@tern.example\nnot an address"));
    assert!(stage.world.mails().await.is_empty());
}

#[db_test]
async fn nobody_is_asked_twice_nor_after_a_no(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    invite(&stage, &bea, "ann@tern.example").await;
    let link = links(&stage, "ann@tern.example").await.pop().unwrap();
    let ann = stage.world.stranger();
    assert_eq!(ann.post(&format!("{link}/decline"), &[]).await.status, 303);
    assert!(ann.get(&link).await.says("You said no thanks"));
    invite(&stage, &bea, "ann@tern.example, bo@tern.example").await;
    invite(&stage, &bea, "bo@tern.example").await;
    // The mail that had not left when she said no is taken back too.
    assert_eq!(links(&stage, "ann@tern.example").await.len(), 0);
    assert_eq!(links(&stage, "bo@tern.example").await.len(), 1);
    assert_eq!(ann.post(&format!("{link}/accept"), &[]).await.status, 303, "a no may become a yes");
}

#[db_test]
async fn reminders_come_twice_and_never_to_those_who_answered(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    invite(
        &stage,
        &bea,
        "ann@tern.example; bo@tern.example; cy@tern.example; Dana <dana@larkspur.example>",
    )
    .await;
    let no = links(&stage, "bo@tern.example").await.pop().unwrap();
    stage.world.stranger().post(&format!("{no}/decline"), &[]).await;
    let yes = links(&stage, "cy@tern.example").await.pop().unwrap();
    stage.world.stranger().post(&format!("{yes}/accept"), &[]).await;
    stage.enrol("dana", "mentee", None).await;
    for _ in 0..10 {
        stage.world.travel_days(2);
        turn(&stage).await;
        turn(&stage).await;
    }
    let count = |name: &'static str| {
        let stage = &stage;
        async move { links(stage, &format!("{name}@tern.example")).await.len() }
    };
    assert_eq!((count("ann").await, count("bo").await, count("cy").await), (3, 0, 0));
    let dana =
        stage.world.mails().await.into_iter().filter(|m| m.to_address.starts_with("dana")).count();
    assert_eq!(dana, 1, "whoever came by another door is not reminded");
    for link in links(&stage, "ann@tern.example").await {
        assert_eq!(stage.world.stranger().get(&link).await.status, 200, "each mail's link is good");
    }
}

#[db_test]
async fn several_mails_wait_two_minutes_and_can_be_taken_back(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let sent = invite(&stage, &bea, "ann@tern.example, bo@tern.example").await;
    let list = bea.get(&sent.location.unwrap()).await;
    let undo = list.attributes("form[action*='/undo/']", "action").pop().expect("an undo");
    assert_eq!(bea.post(&undo, &[]).await.status, 303);
    assert!(stage.world.mails().await.iter().all(|mail| mail.withdrawn_at.is_some()));
    let sent = invite(&stage, &bea, "ann@tern.example, bo@tern.example").await;
    let undo = bea
        .get(&sent.location.unwrap())
        .await
        .attributes("form[action*='/undo/']", "action")
        .pop()
        .unwrap();
    stage.world.travel(SignedDuration::from_mins(3));
    assert_eq!(bea.post(&undo, &[]).await.status, 409);
}

#[db_test]
async fn a_forwarded_invitation_signs_nobody_in_who_runs_something(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    invite(&stage, &bea, "amal@larkspur.example").await;
    let link = links(&stage, "amal@larkspur.example").await.pop().unwrap();
    let thief = stage.world.stranger();
    let page = thief.post(&format!("{link}/accept"), &[]).await;
    assert!(page.location.unwrap().starts_with("/sign-in"));
    assert_ne!(thief.get("/people").await.status, 200);
}

#[db_test]
async fn a_withdrawn_invitation_says_so_and_unknown_secrets_do_not_exist(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    invite(&stage, &bea, "ann@tern.example").await;
    let link = links(&stage, "ann@tern.example").await.pop().unwrap();
    let list = bea.get(&format!("/programmes/{}/invitations", stage.programme)).await;
    let withdraw = list.attributes("form[action$='/withdraw']", "action").pop().unwrap();
    for stranger in ["chidi", "farid", "amal"] {
        assert_eq!(stage.world.sign_in(stranger).await.post(&withdraw, &[]).await.status, 404);
    }
    assert_eq!(bea.post(&withdraw, &[]).await.status, 303);
    assert!(stage.world.stranger().get(&link).await.says("was taken back"));
    assert_eq!(stage.world.stranger().post(&format!("{link}/accept"), &[]).await.status, 409);
    assert_eq!(stage.world.stranger().get("/invitation/0000").await.status, 404);
    assert_eq!(stage.world.stranger().post("/invitation/0000/accept", &[]).await.status, 404);
}
