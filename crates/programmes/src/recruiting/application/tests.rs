//! Through the door: deciding on applications.

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;

use crate::{EnrolmentId, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, crate::routes().merge(people::routes())).await
}

async fn applied(stage: &Stage, name: &str, role: &str) -> EnrolmentId {
    let id = stage.enrol(name, role, None).await;
    set(stage, &id, "applied").await;
    id
}

async fn set(stage: &Stage, id: &EnrolmentId, state: &str) {
    let mut tx = stage.world.write().await;
    tx.run("update enrolment set state = $2 where id = $1", params![id, state]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn state(stage: &Stage, id: &EnrolmentId) -> String {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let row = tx.one("select state from enrolment where id = $1", params![id]).await.unwrap();
    row.get("state").unwrap()
}

fn decide(stage: &Stage) -> String {
    format!("/programmes/{}/applications/decide", stage.programme)
}

#[db_test]
async fn many_are_approved_at_once_and_taken_back_before_a_mail_leaves(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let ids = [
        applied(&stage, "chidi", "mentor").await,
        applied(&stage, "dana", "mentee").await,
        applied(&stage, "edda", "mentee").await,
    ];
    let home = format!("/programmes/{}/applications", stage.programme);
    let page = bea.get(&home).await;
    assert_eq!(page.attributes("input[name=enrolment]", "value").len(), 3, "{}", page.text());
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("enrolment", id.as_str())).collect();
    form.push(("outcome", "approved"));
    let done = bea.post(&decide(&stage), &form).await;
    let after = bea.get(&done.location.unwrap()).await;
    assert!(after.says("3 people are approved"), "{}", after.text());
    let mails = stage.world.mails().await;
    assert_eq!(mails.len(), 3);
    let undo = after.attributes("form[action*='/undo/']", "action").pop().unwrap();
    assert_eq!(bea.post(&undo, &[]).await.status, 303);
    for id in &ids {
        assert_eq!(state(&stage, id).await, "applied");
    }
    assert!(stage.world.mails().await.iter().all(|mail| mail.withdrawn_at.is_some()));
    assert_eq!(bea.post(&undo, &[]).await.status, 409, "once");
}

#[db_test]
async fn after_a_quarter_of_an_hour_a_decision_stands(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let id = applied(&stage, "dana", "mentee").await;
    let form = [("enrolment", id.as_str()), ("outcome", "declined"), ("note", "Next year again.")];
    let done = bea.post(&decide(&stage), &form).await;
    let undo =
        bea.get(&done.location.unwrap()).await.attributes("form[action*='/undo/']", "action");
    stage.world.travel(SignedDuration::from_mins(16));
    assert_eq!(bea.post(&undo[0], &[]).await.status, 409);
    assert_eq!(state(&stage, &id).await, "declined");
    let mail = stage.world.mail_to("dana").await;
    assert!(mail.text.contains("Next year again.") && !mail.text.contains("⟦"), "{}", mail.text);
    let yes =
        bea.post(&decide(&stage), &[("enrolment", id.as_str()), ("outcome", "approved")]).await;
    assert_eq!((yes.status, state(&stage, &id).await.as_str()), (303, "approved"));
}

#[db_test]
async fn of_many_who_decide_at_once_one_does_and_one_mail_is_written(test: TestDb) {
    let stage = stage(test).await;
    let ids = [
        applied(&stage, "chidi", "mentor").await,
        applied(&stage, "dana", "mentee").await,
        applied(&stage, "edda", "mentee").await,
        applied(&stage, "farid", "mentee").await,
    ];
    let browser = stage.world.sign_in("bea").await;
    let (browser, path) = (&browser, &decide(&stage));
    let tries = (0..8).map(|n| {
        let mut order: Vec<&str> = ids.iter().map(EnrolmentId::as_str).collect();
        order.rotate_left(n % 4);
        let mut form: Vec<(&str, &str)> = order.into_iter().map(|id| ("enrolment", id)).collect();
        form.push(("outcome", if n % 2 == 0 { "approved" } else { "declined" }));
        async move { browser.post(path, &form).await.status }
    });
    let mut statuses = Vec::new();
    let mut running: Vec<_> = tries.map(Box::pin).collect();
    std::future::poll_fn(|cx| {
        let mut at = 0;
        while at < running.len() {
            match running[at].as_mut().poll(cx) {
                std::task::Poll::Ready(status) => {
                    statuses.push(status);
                    drop(running.remove(at));
                }
                std::task::Poll::Pending => at += 1,
            }
        }
        if running.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    assert!(statuses.iter().all(|s| [303, 409].contains(s)), "{statuses:?}");
    let mails = stage.world.mails().await;
    for name in ["chidi", "dana", "edda", "farid"] {
        let to = format!("{name}@larkspur.example");
        let mut kinds: Vec<_> =
            mails.iter().filter(|m| m.to_address == to).map(|m| m.kind.as_str()).collect();
        kinds.sort_unstable();
        // Declined first and approved afterwards are two decisions, each with its mail.
        let good =
            [vec!["application-approved"], vec!["application-approved", "application-declined"]];
        assert!(good.contains(&kinds), "{name}: {kinds:?}");
    }
}

#[db_test]
async fn coordinators_read_what_is_for_them_and_nothing_else(test: TestDb) {
    let stage = stage(test).await;
    let id = applied(&stage, "dana", "mentee").await;
    let mut tx = stage.world.write().await;
    for (question, text, audience) in [
        ("reason", "MARK-PARTNERS", "partners"),
        ("level", "MARK-COORDINATOR", "coordinator"),
        ("prefer", "MARK-ONLY-ME", "only_me"),
        ("way_of_working", "MARK-STATISTICS", "statistics"),
        ("a_column", "MARK-SECRET-COLUMN", "only_me"),
    ] {
        tx.run(
            "insert into answer (enrolment_id, question, value, audience, answered_at) values ($1, $2, $3, $4, 0)",
            params![&id, question, format!("\"{text}\""), audience],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    let path = format!("/programmes/{}/applications/{id}", stage.programme);
    let page = stage.world.sign_in("bea").await.get(&path).await;
    assert!(page.says("MARK-PARTNERS") && page.says("MARK-COORDINATOR"), "{}", page.text());
    for hidden in ["MARK-ONLY-ME", "MARK-STATISTICS", "MARK-SECRET-COLUMN"] {
        assert!(!page.html.contains(hidden), "{hidden}");
    }
    for other in ["amal", "chidi", "dana"] {
        assert_eq!(stage.world.sign_in(other).await.get(&path).await.status, 404, "{other}");
    }
}

#[db_test]
async fn the_table_is_searched_filtered_and_sorted_and_says_what_it_shows(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    applied(&stage, "chidi", "mentor").await;
    applied(&stage, "dana", "mentee").await;
    stage.enrol("edda", "mentee", None).await;
    let home = format!("/programmes/{}/applications", stage.programme);
    for (query, yes, no) in [
        ("?q=finance", "Dana Whitlock", "Chidi Okafor"),
        ("?role=mentor", "Chidi Okafor", "Dana Whitlock"),
        ("?state=approved&sort=name", "Edda Marsh", "Dana Whitlock"),
        ("?state=&sort=department", "Edda Marsh", "Farid Nazari"),
    ] {
        let page = bea.get(&format!("{home}{query}")).await;
        assert!(page.says(yes) && !page.says(no), "{query}: {}", page.text());
    }
    assert!(bea.get(&format!("{home}?q=nobody%25_")).await.says("Nobody fits"));
}

#[db_test]
async fn an_enrolment_of_another_programme_cannot_be_decided_here(test: TestDb) {
    let stage = stage(test).await;
    let id = applied(&stage, "dana", "mentee").await;
    let mut tx = stage.world.write().await;
    tx.run(
        "insert into programme (id, organisation_id, name, state, created_at) values ('other', $1, 'Other', 'open', 0)",
        params![&stage.world.organisation],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    stage.world.appoint_coordinator("farid", &"other".to_owned().into()).await;
    let farid = stage.world.sign_in("farid").await;
    let form = [("enrolment", id.as_str()), ("outcome", "approved")];
    assert_eq!(farid.post("/programmes/other/applications/decide", &form).await.status, 404);
    assert_eq!(farid.get(&format!("/programmes/other/applications/{id}")).await.status, 404);
    assert_eq!(state(&stage, &id).await, "applied");
}
