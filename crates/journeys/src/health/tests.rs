//! What coordinators are promised, and what participants are: through the door, on both databases.

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;
use programmes::{RelationshipId, relationship, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    let routes = super::routes().merge(relationship::routes()).merge(crate::checkin::routes());
    Stage::new(test, routes).await
}

async fn meeting(stage: &Stage, id: &RelationshipId, state: &str, days: i64) {
    let seam = &stage.world.app.seam;
    let at = (seam.now() + SignedDuration::from_hours(24 * days)).as_millisecond();
    let mut tx = stage.world.write().await;
    tx.run(
        "insert into meeting (id, organisation_id, relationship_id, state, starts_at, minutes, place, agenda, \
         uid, sequence, created_at) values ($1, $2, $3, $4, $5, 60, 'MARKER-WORD', 'MARKER-WORD', $1, 0, $5)",
        params![&seam.id(), &stage.world.organisation, id, state, at],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// How the one relationship of the list is doing.
async fn health(stage: &Stage) -> String {
    let bea = stage.world.sign_in("bea").await;
    let page = bea.get(&format!("/programmes/{}/relationships", stage.programme)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let document = page.html.replace('\n', " ");
    let from = document.find("<span class=\"status").expect("a row");
    let text = &document[from..];
    let text = &text[text.find('>').unwrap() + 1..text.find("</span>").unwrap()];
    text.to_owned()
}

#[db_test]
async fn health_follows_from_meetings_answers_and_state(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    assert_eq!(health(&stage).await, "On track");
    stage.world.travel_days(14);
    assert_eq!(health(&stage).await, "Quiet");
    stage.world.travel_days(7);
    assert_eq!(health(&stage).await, "Stuck");
    meeting(&stage, &id, "booked", 3).await;
    assert_eq!(health(&stage).await, "On track", "a date is fixed");
    stage.world.travel_days(4);
    assert_eq!(health(&stage).await, "Stuck", "a date that passed is no date");
    meeting(&stage, &id, "held", -1).await;
    assert_eq!(health(&stage).await, "On track");
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/check-in"), &[("going", "2")]).await;
    assert_eq!(health(&stage).await, "Needs you");
    stage.world.travel_days(1);
    dana.post(&format!("/relationships/{id}/check-in"), &[("going", "4")]).await;
    assert_eq!(health(&stage).await, "On track", "a better answer counts");
    dana.post(&format!("/relationships/{id}/pause"), &[("until", "2026-12-20")]).await;
    assert_eq!(health(&stage).await, "Paused");
    stage.world.travel_days(20);
    dana.post(&format!("/relationships/{id}/resume"), &[]).await;
    assert_eq!(health(&stage).await, "On track", "the pause is not held against them");
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    assert_eq!(health(&stage).await, "Ended");
}

#[db_test]
async fn the_list_filters_searches_sorts_and_costs_the_same_for_few_and_many(test: TestDb) {
    let stage = stage(test).await;
    let [giver, receiver] = stage.sides();
    stage.enrol("chidi", &giver, Some(30)).await;
    let bea = stage.world.sign_in("bea").await;
    let base = format!("/programmes/{}/relationships", stage.programme);
    let empty = bea.get(&base).await;
    assert!(empty.says("No relationships yet"));
    stage.running(&[("chidi", &giver), ("dana", &receiver)]).await;
    let cost = async || {
        let before = stage.world.app.db.statements();
        assert_eq!(bea.get(&base).await.status, 200);
        stage.world.app.db.statements() - before
    };
    let one = cost().await;
    stage.running(&[("chidi", &giver), ("edda", &receiver)]).await;
    stage.offer(&[("chidi", &giver), ("farid", &receiver)], Vec::new()).await;
    assert_eq!((one, cost().await), (4, 4), "the session, the programme with its tracks, the list");
    let names = async |query: &str| {
        let page = bea.get(&format!("{base}?{query}")).await;
        page.attributes("tbody th a", "href").len()
    };
    assert_eq!(names("").await, 3);
    assert_eq!(names("health=offered").await, 1);
    assert_eq!(names("health=on-track&sort=newest").await, 2);
    assert_eq!(names("health=stuck").await, 0);
    assert_eq!(names("q=eDDa&sort=last-meeting").await, 1);
    assert_eq!(names("q=%25&sort=score").await, 3);
    assert_eq!(names("page=2").await, 0);
    assert_eq!(names("health=%27&q=%00&sort=x&page=-1").await, 3);
}

#[db_test]
async fn coordinators_see_counts_dates_and_check_ins_and_no_content(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    meeting(&stage, &id, "held", -1).await;
    let mut tx = stage.world.write().await;
    let (org, dana, now) = (&stage.world.organisation, stage.world.person("dana"), 0_i64);
    tx.run("insert into goal (id, organisation_id, relationship_id, title, why, audience, created_by, created_at) \
            values ('g', $1, $2, 'MARKER-WORD', 'MARKER-WORD', 'partners', $3, $4)", params![org, &id, dana, now]).await.unwrap();
    tx.run("insert into message (id, organisation_id, relationship_id, person_id, words, audience, sent_at) \
            values ('m', $1, $2, $3, 'MARKER-WORD', 'partners', $4)", params![org, &id, dana, now]).await.unwrap();
    tx.run("insert into note (id, organisation_id, relationship_id, person_id, words, audience, written_at) \
            values ('n', $1, $2, $3, 'MARKER-WORD', 'only_me', $4)", params![org, &id, dana, now]).await.unwrap();
    tx.commit().await.unwrap();
    let browser = stage.world.sign_in("dana").await;
    let change = format!("/relationships/{id}/agreement/change");
    browser.post(&change, &[("version", "1"), ("clause", "MARKER-WORD")]).await;
    let form = [("going", "3"), ("note", "for the coordinator")];
    browser.post(&format!("/relationships/{id}/check-in"), &form).await;
    let bea = stage.world.sign_in("bea").await;
    let base = format!("/programmes/{}/relationships", stage.programme);
    let one = format!("{base}/{id}");
    for path in [base.clone(), one.clone(), format!("{one}/message"), format!("{one}/close")] {
        let page = bea.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.html.contains("MARKER-WORD"), "{path}");
    }
    let page = bea.get(&one).await;
    assert!(
        page.says("0 of 1 reached")
            && page.says("for the coordinator")
            && page.says("3: all right")
    );
    for mail in stage.world.mails().await {
        assert!(!mail.text.contains("MARKER-WORD") && !mail.html.contains("MARKER-WORD"));
    }
}

#[db_test]
async fn only_the_programmes_coordinator_comes_in_and_only_to_its_own(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let base = format!("/programmes/{}/relationships", stage.programme);
    let pages = [
        base.clone(),
        format!("{base}/{id}"),
        format!("{base}/{id}/close"),
        format!("{base}/{id}/message"),
    ];
    for name in ["amal", "chidi", "dana", "edda", "farid"] {
        let browser = stage.world.sign_in(name).await;
        for path in &pages {
            assert_eq!(browser.get(path).await.status, 404, "{name} {path}");
        }
        for verb in ["close", "message"] {
            let form = [("subject", "s"), ("text", "t"), ("send", "yes")];
            assert_eq!(
                browser.post(&format!("{base}/{id}/{verb}"), &form).await.status,
                404,
                "{name}"
            );
        }
    }
    let other = people::ProgrammeId::from("another".to_owned());
    stage.world.appoint_coordinator("edda", &other).await;
    let edda = stage.world.sign_in("edda").await;
    for verb in ["", "/close", "/message"] {
        let path = format!("/programmes/{other}/relationships/{id}{verb}");
        assert_eq!(edda.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(
        edda.post(&format!("/programmes/{other}/relationships/{id}/close"), &[]).await.status,
        404
    );
}

#[db_test]
async fn a_mail_is_looked_at_before_it_leaves(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let bea = stage.world.sign_in("bea").await;
    let path = format!("/programmes/{}/relationships/{id}/message", stage.programme);
    assert!(bea.get(&path).await.html.contains("it is noticed"));
    let sent = async || {
        let mails = stage.world.mails().await;
        mails.into_iter().filter(|m| m.kind == "coordinator").collect::<Vec<_>>()
    };
    assert_eq!(bea.post(&path, &[("subject", ""), ("text", "kept")]).await.status, 422);
    let form = [("subject", "Coffee?"), ("text", "First.\n\nSecond <b>.")];
    let preview = bea.post(&path, &form).await;
    assert!(preview.status == 200 && preview.says("Second <b>.") && preview.says("Bea Lindqvist"));
    assert!(sent().await.is_empty(), "looking is not sending");
    let done = bea.post(&path, &[form[0], form[1], ("send", "yes")]).await;
    assert_eq!(done.status, 303);
    let mails = sent().await;
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|m| m.subject == "Coffee?" && m.text.contains("Bea Lindqvist")));
}

#[db_test]
async fn closing_asks_first_and_tells_kindly(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let bea = stage.world.sign_in("bea").await;
    let path = format!("/programmes/{}/relationships/{id}/close", stage.programme);
    assert!(bea.get(&path).await.says("Talk to them first"));
    assert_eq!(health(&stage).await, "On track");
    assert_eq!(bea.post(&path, &[]).await.status, 303);
    assert_eq!(health(&stage).await, "Ended");
    let mails = stage.world.mails().await;
    assert_eq!(mails.iter().filter(|m| m.kind == "ended").count(), 2);
    assert_eq!(bea.post(&path, &[]).await.status, 409);
}
