//! Through the door: everybody in the organisation, for its administrators.

use std::collections::BTreeMap;

use db::{db_test, testing::TestDb};
use people::{
    directory::{Details, store},
    testing::World,
};

async fn world(test: TestDb) -> World {
    World::new(test, people::routes(), BTreeMap::new()).await
}

fn named(name: &str, email: &str) -> Details {
    Details {
        name: name.to_owned(),
        email: Some(email.to_owned()),
        language: "en".to_owned(),
        time_zone: "Europe/Copenhagen".to_owned(),
        ..Details::default()
    }
}

#[db_test]
async fn the_list_is_for_administrators_and_does_not_exist_for_others(test: TestDb) {
    let world = world(test).await;
    for path in ["/people", "/people/new", "/people/export.csv", "/people/export.xlsx"] {
        assert_eq!(world.sign_in("amal").await.get(path).await.status, 200, "{path}");
        for other in ["bea", "chidi", "dana"] {
            assert_eq!(world.sign_in(other).await.get(path).await.status, 404, "{other} {path}");
        }
    }
}

#[db_test]
async fn people_are_found_by_any_part_of_what_is_known(test: TestDb) {
    let world = world(test).await;
    let amal = world.sign_in("amal").await;
    for (text, name) in
        [("whitl", "Dana Whitlock"), ("ENGINEER", "Chidi Okafor"), ("tern", "Edda Marsh")]
    {
        let page = amal.get(&format!("/people?q={text}")).await;
        assert!(page.says(name) && page.says("One person"), "{text}: {}", page.text());
    }
    assert!(amal.get("/people?q=nobody-at-all").await.says("Nobody fits"));
    let appointed = amal.get("/people?show=appointed").await;
    assert!(appointed.says("Amal Haddad") && !appointed.says("Bea Lindqvist"));
}

#[db_test]
async fn every_page_of_the_list_is_reached_forwards_and_back(test: TestDb) {
    let world = world(test).await;
    let mut tx = world.write().await;
    let many: Vec<Details> = (0..130)
        .map(|n| named(&format!("Person {n:03}"), &format!("p{n}@larkspur.example")))
        .collect();
    store::add(&mut tx, &world.app.seam, &world.organisation, &many).await.unwrap();
    tx.commit().await.unwrap();
    let amal = world.sign_in("amal").await;
    let mut page = amal.get("/people").await;
    assert!(page.says("136 people"));
    let mut seen = page.attributes("a.person-name", "href");
    while let Some(next) = page.attributes("a[rel=next]", "href").pop() {
        page = amal.get(&next).await;
        seen.extend(page.attributes("a.person-name", "href"));
    }
    let unique: std::collections::BTreeSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), unique.len()), (136, 136));
    let back = page.attributes("a[rel=prev]", "href").pop().unwrap();
    assert_eq!(amal.get(&back).await.attributes("a.person-name", "href"), seen[50..100]);
}

#[db_test]
async fn somebody_is_added_and_changed_and_a_taken_address_is_refused_with_what_was_typed(
    test: TestDb,
) {
    let world = world(test).await;
    let amal = world.sign_in("amal").await;
    let form = [
        ("name", "Greta Holm"),
        ("email", "Greta@Larkspur.example"),
        ("language", "da"),
        ("time_zone", "Europe/Copenhagen"),
        ("manager", "bea@larkspur.example"),
        ("level", "4"),
    ];
    let added = amal.post("/people/new", &form).await;
    assert_eq!(added.status, 303);
    let path = added.location.unwrap();
    let page = amal.get(&format!("{path}/edit")).await;
    assert_eq!(page.attributes("#email", "value"), ["greta@larkspur.example"]);
    assert_eq!(page.attributes("#manager", "value"), ["bea@larkspur.example"]);
    let mut taken = form;
    taken[1].1 = "dana@larkspur.example";
    let refused = amal.post(&format!("{path}/edit"), &taken).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Somebody else here has this address"));
    assert_eq!(refused.attributes("#name", "value"), ["Greta Holm"]);
    assert_eq!(amal.post("/people/new", &form).await.status, 422);
    let bad = [
        ("name", ""),
        ("email", "greta"),
        ("time_zone", "Mars"),
        ("level", "x"),
        ("hired_on", "soon"),
        ("manager", "who@larkspur.example"),
    ];
    let refused = amal.post("/people/new", &bad).await;
    assert_eq!(refused.attributes("[aria-invalid=true]", "name").len(), 6, "{}", refused.html);
}

#[db_test]
async fn a_file_never_holds_a_formula_and_lists_nobodys_groups(test: TestDb) {
    let world = world(test).await;
    let mut tx = world.write().await;
    let hostile = Details {
        department: Some("@SUM(1+1)|cmd".to_owned()),
        affinities: vec!["A quiet circle".to_owned()],
        ..named("=HYPERLINK(\"http://evil\",\"x\")", "x@larkspur.example")
    };
    store::add(&mut tx, &world.app.seam, &world.organisation, &[hostile]).await.unwrap();
    tx.commit().await.unwrap();
    let file = world.sign_in("amal").await.get("/people/export.csv").await;
    assert!(file.html.contains("\"'=HYPERLINK"), "{}", file.html);
    assert!(file.html.contains("'@SUM"), "{}", file.html);
    assert!(!file.html.contains("A quiet circle"));
}

#[db_test]
async fn a_list_of_thousands_takes_two_statements(test: TestDb) {
    let world = world(test).await;
    let mut tx = world.write().await;
    let many: Vec<Details> = (0..3000)
        .map(|n| named(&format!("Person {n:04}"), &format!("p{n}@larkspur.example")))
        .collect();
    store::add(&mut tx, &world.app.seam, &world.organisation, &many).await.unwrap();
    tx.commit().await.unwrap();
    let amal = world.sign_in("amal").await;
    amal.get("/people").await;
    let before = world.app.db.statements();
    amal.get("/people?q=person").await;
    assert!(world.app.db.statements() - before <= 2, "the session and the list");
}
