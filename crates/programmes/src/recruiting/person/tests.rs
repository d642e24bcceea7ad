//! Through the door: a person's page for administrators.

use db::{db_test, testing::TestDb};

use crate::testing::Stage;

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, crate::routes().merge(people::routes())).await
}

#[db_test]
async fn programmes_stand_on_it_by_name_only(test: TestDb) {
    let stage = stage(test).await;
    stage.running_pair().await;
    let path = format!("/people/{}", stage.world.person("dana"));
    let page = stage.world.sign_in("amal").await.get(&path).await;
    assert!(page.says("Larkspur mentoring") && page.says("Dana Whitlock"), "{}", page.text());
    assert!(!page.html.contains("Chidi"), "not whom she is with");
    for other in ["bea", "chidi", "dana"] {
        assert_eq!(stage.world.sign_in(other).await.get(&path).await.status, 404, "{other}");
    }
}

#[db_test]
async fn appointing_and_ending_it_takes_effect_at_once_and_the_last_administrator_stays(
    test: TestDb,
) {
    let stage = stage(test).await;
    let amal = stage.world.sign_in("amal").await;
    let farid = stage.world.sign_in("farid").await;
    let applications = format!("/programmes/{}/applications", stage.programme);
    assert_eq!(farid.get(&applications).await.status, 404);
    let path = format!("/people/{}", stage.world.person("farid"));
    let to = [("to", stage.programme.as_str())];
    assert_eq!(amal.post(&format!("{path}/appoint"), &to).await.status, 303);
    assert_eq!(farid.get(&applications).await.status, 200);
    assert_eq!(amal.post(&format!("{path}/end-appointment"), &to).await.status, 303);
    assert_eq!(farid.get(&applications).await.status, 404);
    let own = format!("/people/{}/end-appointment", stage.world.person("amal"));
    assert_eq!(amal.post(&own, &[("to", "administrator")]).await.status, 409);
    assert_eq!(amal.post(&format!("{path}/appoint"), &[("to", "nonsense")]).await.status, 404);
}
