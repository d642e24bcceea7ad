//! Through the door: what messages and notes promise, on both databases.

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;
use people::testing::Browser;
use programmes::RelationshipId;

use crate::testing::{mails, pair, readable, stage, told};

async fn write(browser: &Browser, id: &RelationshipId, words: &str) {
    let done = browser.post(&format!("/relationships/{id}/messages"), &[("words", words)]).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

#[db_test]
async fn a_message_is_read_by_the_partner_and_told_without_its_words(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    write(&dana, &id, "MARKER hello\n<script>alert(1)</script>").await;
    let mail = told(&stage, "chidi", "message").await;
    assert!(!mail.text.contains("MARKER") && !mail.html.contains("MARKER"));
    insta::assert_snapshot!("message", readable(&mail));
    assert!(mails(&stage, "dana", "message").await.is_empty());
    let page = chidi.get(&format!("/relationships/{id}/messages")).await;
    assert!(page.says("MARKER hello") && page.says("New"), "{}", page.text());
    assert!(!page.html.contains("<script>alert"));
    let again = chidi.get(&format!("/relationships/{id}/messages")).await;
    assert!(again.attributes("#new", "id").is_empty(), "what was read is no longer new");
    assert!(
        dana.get(&format!("/relationships/{id}/messages"))
            .await
            .attributes("#new", "id")
            .is_empty()
    );
}

#[db_test]
async fn at_most_one_mail_an_hour_and_none_for_who_has_read(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    for n in 0..5 {
        write(&dana, &id, &format!("message {n}")).await;
    }
    assert_eq!(mails(&stage, "chidi", "message").await.len(), 1);
    // Read before the mail left: it is taken back.
    chidi.get(&format!("/relationships/{id}/messages")).await;
    assert!(mails(&stage, "chidi", "message").await.is_empty());
    // Every five minutes for three hours, never read: one mail an hour, not one a message.
    for n in 0..36 {
        write(&dana, &id, &format!("later {n}")).await;
        stage.world.travel(SignedDuration::from_mins(5));
    }
    let sent = mails(&stage, "chidi", "message").await.len();
    assert!((3..=4).contains(&sent), "{sent} mails in three hours");
}

#[db_test]
async fn neither_coordinators_nor_strangers_nor_facts_know_what_was_written(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    write(&dana, &id, "MARKER").await;
    let notes = format!("/relationships/{id}/notes");
    assert_eq!(
        dana.post(&notes, &[("words", "MARKER"), ("audience", "partners")]).await.status,
        303
    );
    for name in ["amal", "bea", "farid"] {
        let other = stage.world.sign_in(name).await;
        for page in ["messages", "notes"] {
            let path = format!("/relationships/{id}/{page}");
            assert_eq!(other.get(&path).await.status, 404, "{name} {page}");
            assert_eq!(other.post(&path, &[("words", "x")]).await.status, 404, "{name} {page}");
        }
    }
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select actor_id, data from fact where subject_id = $1 and name = 'message_sent'";
    let row = tx.one(sql, params![&id]).await.unwrap();
    assert_eq!(
        row.get::<Option<String>>("actor_id").unwrap(),
        None,
        "nobody's messages are counted"
    );
    assert!(!row.get::<String>("data").unwrap().contains("MARKER"));
}

#[db_test]
async fn long_conversations_come_in_pages(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    for n in 0..60 {
        write(&dana, &id, &format!("number-{n}-")).await;
        stage.world.travel(SignedDuration::from_millis(7));
    }
    let page = dana.get(&format!("/relationships/{id}/messages")).await;
    assert!(page.says("number-59-") && page.says("number-10-") && !page.says("number-9-"));
    let earlier = page.attributes("a[href*=before]", "href").remove(0);
    let before = dana.get(&earlier).await;
    assert!(before.says("number-0-") && before.says("number-9-") && !before.says("number-10-"));
}

#[db_test]
async fn notes_are_ones_own_unless_shared_and_come_back_when_taken_away(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let notes = format!("/relationships/{id}/notes");
    for (words, audience) in
        [("PRIVATE", ""), ("ALSO PRIVATE", "everybody"), ("SHARED", "partners")]
    {
        let done = dana.post(&notes, &[("words", words), ("audience", audience)]).await;
        assert_eq!(done.status, 303);
        stage.world.travel(SignedDuration::from_millis(1));
    }
    let his = chidi.get(&notes).await;
    assert!(his.says("SHARED") && !his.says("PRIVATE"), "{}", his.text());
    let hers = dana.get(&notes).await;
    assert!(hers.says("ALSO PRIVATE"));
    let paths = hers.attributes("article form[action$=delete]", "action");
    assert_eq!(paths.len(), 3);
    assert!(his.attributes("article form[action$=delete]", "action").is_empty());
    let newest = paths[0].strip_suffix("/delete").unwrap();
    for verb in ["", "/delete", "/restore"] {
        assert_eq!(chidi.post(&format!("{newest}{verb}"), &[("words", "x")]).await.status, 404);
    }
    assert_eq!(chidi.get(newest).await.status, 404);
    // The words change, the audience does not.
    assert_eq!(
        dana.post(newest, &[("words", "SHARED TOO"), ("audience", "only_me")]).await.status,
        303
    );
    assert!(chidi.get(&notes).await.says("SHARED TOO"));
    assert_eq!(dana.post(newest, &[("words", " ")]).await.status, 422);
    assert_eq!(dana.post(&paths[0], &[]).await.status, 303);
    let list = dana.get(&notes).await;
    assert!(!list.says("SHARED TOO"));
    let undo = list.attributes("form[action$=restore]", "action").remove(0);
    assert_eq!(dana.post(&undo, &[]).await.status, 303);
    assert!(chidi.get(&notes).await.says("SHARED TOO"));
}

#[db_test]
async fn after_the_end_all_may_read_and_nobody_writes(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    write(&dana, &id, "before the end").await;
    assert_eq!(dana.post(&format!("/relationships/{id}/end"), &[]).await.status, 303);
    let path = format!("/relationships/{id}/messages");
    assert!(chidi.get(&path).await.says("before the end"));
    assert_eq!(chidi.post(&path, &[("words", "x")]).await.status, 409);
    assert_eq!(
        dana.post(&format!("/relationships/{id}/notes"), &[("words", "x")]).await.status,
        409
    );
    assert_eq!(
        dana.post(&format!("/relationships/{id}/goals/new"), &[("title", "x")]).await.status,
        409
    );
}

#[db_test]
async fn where_it_is_supervised_every_box_says_so_and_only_what_is_written_then_is_read(
    test: TestDb,
) {
    let mut stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let along = format!("/programmes/{}/relationships/{id}/messages", stage.programme);
    let bea = stage.world.sign_in("bea").await;
    write(&dana, &id, "MARKER before").await;
    assert_eq!(bea.get(&along).await.status, 404, "nobody reads along here");
    stage.redesign(|design| design.care.conversations = design::Conversations::Supervised).await;
    write(&dana, &id, "Said in the open").await;
    let notes = format!("/relationships/{id}/notes");
    for (words, audience) in [("A thought for two", "partners"), ("MARKER own", "only_me")] {
        let kept = dana.post(&notes, &[("words", words), ("audience", audience)]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
    }
    for path in ["messages", "notes", "goals/new", "agreement/change"] {
        let page = dana.get(&format!("/relationships/{id}/{path}")).await;
        assert!(page.says("reads along"), "{path}: {}", page.text());
    }
    let read = bea.get(&along).await;
    assert!(read.says("Said in the open") && read.says("A thought for two"), "{}", read.text());
    assert!(!read.says("MARKER"), "{}", read.text());
    assert_eq!(chidi.get(&along).await.status, 404);
    assert!(chidi.get(&notes).await.says("A thought for two"));
    stage.redesign(|design| design.care.conversations = design::Conversations::Private).await;
    assert_eq!(bea.get(&along).await.status, 404);
}

#[db_test]
async fn contact_rests_from_the_day_on_which_a_check_does_not_hold(test: TestDb) {
    let mut stage = stage(test).await;
    let id = pair(&stage).await;
    let [giver, _] = stage.sides();
    let screening = design::Screening { roles: vec![giver], valid_months: 12, remind_days: 30 };
    stage.redesign(|design| design.care.screening = Some(screening)).await;
    let dana = stage.world.sign_in("dana").await;
    let path = format!("/relationships/{id}/messages");
    let refused = dana.post(&path, &[("words", "Hello")]).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(dana.get(&format!("/relationships/{id}")).await.says("Contact rests for now"));
    let today = stage.world.app.seam.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut tx = stage.world.write().await;
    tx.run(
        "insert into clearance (id, organisation_id, programme_id, person_id, kind, given_on, valid_until, \
         by_whom, recorded_by, recorded_at) values ($1, $2, $3, $4, 'screening', $5, $6, 'x', $4, 0)",
        params![
            "one",
            &stage.world.organisation,
            &stage.programme,
            stage.world.person("chidi"),
            (today - jiff::Span::new().days(1)).to_string(),
            (today + jiff::Span::new().days(3)).to_string()
        ],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    write(&dana, &id, "Hello").await;
    stage.world.travel(SignedDuration::from_hours(24 * 5));
    assert_eq!(dana.post(&path, &[("words", "Hello again")]).await.status, 409);
    assert!(dana.get(&path).await.says("Hello"), "what was written can still be read");
}
