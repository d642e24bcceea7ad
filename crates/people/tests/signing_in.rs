//! Through the door: the first run and signing in.

use std::collections::BTreeMap;

use db::{db_test, testing::TestDb};
use people::testing::{Browser, World};

async fn world(test: TestDb) -> World {
    World::new(test, people::routes(), BTreeMap::new()).await
}

async fn link_in_mail(world: &World, name: &str) -> String {
    let mail = world.mail_to(name).await;
    let at = mail.text.find("/sign-in/link/").expect("a link in the mail");
    mail.text[at..].split_whitespace().next().unwrap().to_owned()
}

async fn ask(browser: &Browser, email: &str) -> u16 {
    browser.post("/sign-in/link", &[("email", email), ("onward", "/account")]).await.status
}

#[db_test]
async fn a_mailed_link_signs_in_once(test: TestDb) {
    let world = world(test).await;
    let browser = world.stranger();
    assert_eq!(ask(&browser, " Dana@Larkspur.example ").await, 200);
    let link = link_in_mail(&world, "dana").await;
    for _ in 0..3 {
        assert!(world.stranger().get(&link).await.says("One more tap"), "opening changes nothing");
    }
    let page = browser.post(&link, &[]).await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/account")));
    assert_eq!(browser.get("/account").await.status, 200);
    assert_eq!(world.stranger().post(&link, &[]).await.status, 409, "it works once");
}

#[db_test]
async fn a_link_is_over_after_half_an_hour(test: TestDb) {
    let world = world(test).await;
    ask(&world.stranger(), "dana@larkspur.example").await;
    let link = link_in_mail(&world, "dana").await;
    world.travel(jiff::SignedDuration::from_mins(31));
    assert_eq!(world.stranger().post(&link, &[]).await.status, 409);
}

#[db_test]
async fn known_and_unknown_addresses_look_alike(test: TestDb) {
    let world = world(test).await;
    let form = |email| [("email", email), ("onward", "/")];
    let known = world.stranger().post("/sign-in/link", &form("dana@larkspur.example")).await;
    let unknown = world.stranger().post("/sign-in/link", &form("nobody@larkspur.example")).await;
    assert_eq!(known.html, unknown.html.replace("nobody@", "dana@"));
    assert_eq!(world.mails().await.len(), 1);
}

#[db_test]
async fn asking_too_often_is_refused_kindly(test: TestDb) {
    let world = world(test).await;
    let mut last = 0;
    for _ in 0..6 {
        last = ask(&world.stranger(), "dana@larkspur.example").await;
    }
    assert_eq!(last, 429);
    assert_eq!(world.mails().await.len(), 5);
}

#[db_test]
async fn a_password_signs_in_and_ends_the_other_sessions(test: TestDb) {
    let world = world(test).await;
    let (here, there) = (world.sign_in("dana").await, world.sign_in("dana").await);
    let set = here.post("/account/password", &[("password", "a walk on the beach")]).await;
    assert_eq!(set.status, 303);
    assert_eq!(here.get("/account").await.status, 200);
    assert_eq!(there.get("/account").await.status, 303, "signed out elsewhere");
    let new = world.stranger();
    let form = |password| [("email", "dana@larkspur.example"), ("password", password)];
    assert_eq!(new.post("/sign-in/password", &form("something else 1")).await.status, 422);
    assert_eq!(new.post("/sign-in/password", &form("a walk on the beach")).await.status, 303);
    assert_eq!(new.get("/account").await.status, 200);
}

#[db_test]
async fn a_form_from_another_site_changes_nothing(test: TestDb) {
    let world = world(test).await;
    let dana = world.sign_in("dana").await;
    let request = http::Request::post("/sign-out").header("sec-fetch-site", "cross-site");
    let page = dana.send(request, axum::body::Body::empty()).await;
    assert_eq!(page.status, 400);
    assert_eq!(dana.get("/account").await.status, 200);
}

#[db_test]
async fn every_answer_carries_the_security_headers(test: TestDb) {
    let world = world(test).await;
    let page = world.stranger().get("/sign-in").await;
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
        assert!(page.headers.contains_key(name), "{name}");
    }
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(!page.headers["content-security-policy"].to_str().unwrap().contains("unsafe"));
}

#[db_test]
async fn setting_up_happens_once(test: TestDb) {
    let world = world(test).await;
    assert_eq!(world.stranger().get("/setup").await.status, 404);
}

#[db_test]
async fn one_cannot_end_the_session_of_another(test: TestDb) {
    let world = world(test).await;
    let (dana, farid) = (world.sign_in("dana").await, world.sign_in("farid").await);
    dana.get("/account").await;
    let second = world.sign_in("dana").await;
    let ends = second.get("/account").await.attributes("form.item-actions", "action");
    assert_eq!(ends.len(), 1);
    assert_eq!(farid.post(&ends[0], &[]).await.status, 404);
    assert_eq!(dana.get("/account").await.status, 200);
    assert_eq!(second.post(&ends[0], &[]).await.status, 303);
    assert_eq!(dana.get("/account").await.status, 303);
}
