//! Through the door: what goals promise, on both databases.

use db::{db_test, params, testing::TestDb};
use people::testing::Browser;
use programmes::{RelationshipId, testing::Stage};

use crate::testing::{pair, stage};

async fn set(browser: &Browser, id: &RelationshipId, fields: &[(&str, &str)]) -> String {
    let done = browser.post(&format!("/relationships/{id}/goals/new"), fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location.unwrap()
}

async fn facts(stage: &Stage, id: &RelationshipId) -> Vec<String> {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql =
        "select name, data from fact where subject_id = $1 and name like 'goal_%' order by id";
    let rows = tx.all(sql, params![id]).await.unwrap();
    for row in &rows {
        assert!(!row.get::<String>("data").unwrap().contains("MARKER"), "facts carry no content");
    }
    rows.iter().map(|row| row.get("name").unwrap()).collect()
}

#[db_test]
async fn a_few_words_are_enough_and_what_is_missing_is_asked(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let goal = set(&dana, &id, &[("title", "Presenting"), ("audience", "partners")]).await;
    let page = dana.get(&goal).await;
    for question in
        ["Why does it matter", "By when", "in the next two weeks", "How would you notice"]
    {
        assert!(page.says(question), "{question}: {}", page.text());
    }
    let full = [
        ("title", "I have given three talks"),
        ("why", "I want to be heard"),
        ("due_on", "2027-05-01"),
        ("audience", "partners"),
        ("first_step", "Ask for a slot in the team meeting"),
    ];
    let better = dana.get(&set(&dana, &id, &full).await).await;
    assert!(!better.says("What would make this goal stronger?"), "{}", better.text());
    assert!(better.says("by 1 May 2027") && better.says("0 of 1"), "{}", better.text());
    let bad = dana
        .post(&format!("/relationships/{id}/goals/new"), &[("title", " "), ("why", "kept")])
        .await;
    assert_eq!(bad.status, 422);
    assert!(bad.html.contains("kept"));
}

#[db_test]
async fn a_private_goal_does_not_exist_for_the_partner(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let private =
        set(&dana, &id, &[("title", "MARKER leave this company"), ("audience", "only_me")]).await;
    let shared =
        set(&dana, &id, &[("title", "MARKER speak up more"), ("audience", "partners")]).await;
    // Whatever is not plainly shared is private.
    let unsaid = set(&dana, &id, &[("title", "MARKER nothing said about who")]).await;
    for path in [&private, &unsaid] {
        assert_eq!(chidi.get(path).await.status, 404);
        for verb in ["", "/reached", "/delete", "/restore", "/steps"] {
            assert_eq!(
                chidi.post(&format!("{path}{verb}"), &[("words", "x")]).await.status,
                404,
                "{verb}"
            );
        }
    }
    let list = chidi.get(&format!("/relationships/{id}/goals")).await;
    assert!(list.says("MARKER speak up") && !list.says("leave this") && !list.says("nothing said"));
    assert_eq!(chidi.get(&shared).await.status, 200);
    assert_eq!(facts(&stage, &id).await, ["goal_set"], "private goals leave no trace in the facts");
    // Shared later: then it is known.
    let form = [("title", "MARKER nothing said about who"), ("audience", "partners")];
    assert_eq!(dana.post(&unsaid, &form).await.status, 303);
    assert_eq!(facts(&stage, &id).await, ["goal_set", "goal_set"]);
    // The partner may help with the words, not decide who sees them.
    let form = [("title", "MARKER speak up in meetings"), ("audience", "only_me")];
    assert_eq!(chidi.post(&shared, &form).await.status, 303);
    assert!(chidi.get(&shared).await.says("speak up in meetings"));
    assert_eq!(chidi.post(&format!("{shared}/delete"), &[]).await.status, 404);
}

#[db_test]
async fn nobody_outside_sees_any_goal(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let goal = set(&dana, &id, &[("title", "x"), ("audience", "partners")]).await;
    for name in ["amal", "bea", "farid"] {
        let other = stage.world.sign_in(name).await;
        assert_eq!(other.get(&goal).await.status, 404, "{name}");
        assert_eq!(other.get(&format!("/relationships/{id}/goals")).await.status, 404, "{name}");
        assert_eq!(other.post(&format!("{goal}/reached"), &[]).await.status, 404, "{name}");
    }
}

#[db_test]
async fn steps_are_ticked_with_one_tap_and_put_in_order(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let goal =
        set(&dana, &id, &[("title", "x"), ("audience", "partners"), ("first_step", "one")]).await;
    for (words, due) in [("two", "2026-12-01"), ("three", "")] {
        let form = [("words", words), ("step_due_on", due)];
        assert_eq!(chidi.post(&format!("{goal}/steps"), &form).await.status, 303);
    }
    let page = dana.get(&goal).await;
    let order = |text: &str| {
        let at = |word: &str| text.find(word).unwrap();
        let mut words = ["one", "two", "three"];
        words.sort_by_key(|word| at(&format!("Done: {word}")));
        words
    };
    assert_eq!(order(&page.text()), ["one", "two", "three"]);
    let steps = page.attributes("form[action$=tick]", "action");
    let up = steps[2].replace("/tick", "/move");
    assert_eq!(dana.post(&up, &[("to", "up")]).await.status, 303);
    assert_eq!(order(&dana.get(&goal).await.text()), ["one", "three", "two"]);
    // The same tap twice has one effect.
    for _ in 0..2 {
        assert_eq!(dana.post(&steps[0], &[("done", "yes")]).await.status, 303);
    }
    assert!(dana.get(&goal).await.says("1 of 3"));
    assert_eq!(dana.post(&steps[0], &[("done", "no")]).await.status, 303);
    assert!(dana.get(&goal).await.says("0 of 3"));
    assert_eq!(dana.post(&steps[1].replace("/tick", "/remove"), &[]).await.status, 303);
    assert!(dana.get(&goal).await.says("0 of 2"));
    let bad =
        dana.post(&format!("{goal}/steps"), &[("words", "four"), ("step_due_on", "soon")]).await;
    assert_eq!(bad.status, 422);
    assert!(bad.attributes("#words", "value").contains(&"four".to_owned()));
    assert_eq!(dana.post(&format!("{goal}/steps/nonsense/tick"), &[]).await.status, 404);
}

#[db_test]
async fn reached_with_a_kind_word_and_taken_away_with_a_way_back(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let goal = set(&dana, &id, &[("title", "x"), ("audience", "partners")]).await;
    assert_eq!(dana.post(&format!("{goal}/reached"), &[]).await.status, 303);
    let page = dana.get(&goal).await;
    assert!(page.html.contains("Well done!") && page.says("You got there."), "{}", page.text());
    assert_eq!(dana.post(&format!("{goal}/reopen"), &[]).await.status, 303);
    let mut known = facts(&stage, &id).await;
    known.sort();
    assert_eq!(known, ["goal_reached", "goal_reopened", "goal_set"]);
    let gone = dana.post(&format!("{goal}/delete"), &[]).await;
    let list = dana.get(&gone.location.unwrap()).await;
    assert!(list.says("No goal yet"), "{}", list.text());
    assert_eq!(dana.get(&goal).await.status, 404);
    let undo = list.attributes("form[action$=restore]", "action").remove(0);
    assert_eq!(dana.post(&undo, &[]).await.status, 303);
    assert_eq!(dana.get(&goal).await.status, 200);
}
