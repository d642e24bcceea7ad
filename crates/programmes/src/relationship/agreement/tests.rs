//! What agreements promise, through the door, on both databases.

use db::{db_test, params, testing::TestDb};

use crate::{relationship, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, relationship::routes()).await
}

#[db_test]
async fn a_proposal_is_agreed_by_both_with_one_tap_each(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let path = format!("/relationships/{id}/agreement");
    let agree = format!("{path}/agree");
    let [chidi, dana] = [stage.world.sign_in("chidi").await, stage.world.sign_in("dana").await];
    let page = dana.get(&path).await;
    assert!(page.says(&stage.design.journey.agreement[0].text));
    assert_eq!(page.attributes("main form", "action"), std::slice::from_ref(&agree));
    dana.post(&agree, &[("version", "1")]).await;
    assert!(dana.get(&path).await.attributes("main form", "action").is_empty());
    assert!(!chidi.get(&path).await.says("All agreed"));
    chidi.post(&agree, &[("version", "1")]).await;
    chidi.post(&agree, &[("version", "1")]).await;
    assert!(chidi.get(&path).await.says("All agreed"));
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select name from fact where name = 'agreement_agreed' and subject_id = $1";
    assert_eq!(tx.all(sql, params![&id]).await.unwrap().len(), 1, "agreed once, told once");
}

#[db_test]
async fn a_change_is_a_new_version_that_the_other_is_asked_about(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let path = format!("/relationships/{id}/agreement");
    let (agree, change) = (format!("{path}/agree"), format!("{path}/change"));
    let [chidi, dana] = [stage.world.sign_in("chidi").await, stage.world.sign_in("dana").await];
    for browser in [&chidi, &dana] {
        browser.post(&agree, &[("version", "1")]).await;
    }
    let too_long = "x".repeat(1001);
    let refused = dana.post(&change, &[("version", "1"), ("clause", &too_long)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains(&too_long), "what was typed is kept");
    assert_eq!(dana.post(&change, &[("version", "1"), ("clause", " ")]).await.status, 422);
    dana.post(&change, &[("version", "1"), ("clause", "We walk <b>while</b> we talk.")]).await;
    let mails = stage.world.mails().await;
    let mail = mails.iter().find(|m| m.kind == "agreement").unwrap();
    assert!(
        mail.to_address.starts_with("chidi") && !mail.text.contains("walk"),
        "no content in mails"
    );
    let page = chidi.get(&path).await;
    assert!(page.says("We walk <b>while</b> we talk.") && !page.says("All agreed"));
    assert!(page.says(&stage.design.journey.agreement[0].text), "the history keeps the old words");
    chidi.post(&agree, &[("version", "1")]).await;
    assert!(chidi.get(&path).await.says("were changed meanwhile"), "an old page agrees to nothing");
    chidi.post(&agree, &[("version", "2")]).await;
    assert!(chidi.get(&path).await.says("All agreed"));
}

#[db_test]
async fn only_members_read_it_and_only_while_it_runs_can_it_change(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let path = format!("/relationships/{id}/agreement");
    for name in ["amal", "bea", "edda", "farid"] {
        let browser = stage.world.sign_in(name).await;
        for page in [path.clone(), format!("{path}/change")] {
            assert_eq!(browser.get(&page).await.status, 404, "{name}");
        }
        let form = [("version", "1"), ("clause", "mine")];
        for verb in ["agree", "change"] {
            assert_eq!(browser.post(&format!("{path}/{verb}"), &form).await.status, 404, "{name}");
        }
    }
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    assert_eq!(dana.get(&path).await.status, 200, "what one agreed to can be read afterwards");
    let late = dana.post(&format!("{path}/agree"), &[("version", "1")]).await;
    assert_eq!(late.status, 404, "a seat that was left agrees to nothing");
}
