//! Through the door: the week's list and the report, on both databases.

use std::collections::BTreeMap;

use db::{db_test, params, testing::TestDb};
use people::{ProgrammeId, testing::World};
use programmes::testing::Stage;

async fn world(test: TestDb) -> (World, ProgrammeId) {
    let world = World::new(test, people::routes().merge(insights::routes()), BTreeMap::new()).await;
    let programme = ProgrammeId::from(world.app.seam.id());
    let mut tx = world.write().await;
    tx.run(
        "insert into programme (id, organisation_id, name, state, ends_on, created_at) \
         values ($1, $2, 'Spring', 'open', '2026-11-10', 0)",
        params![&programme, &world.organisation],
    )
    .await
    .unwrap();
    tx.run(
        "insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) \
         values ('t', $1, $2, '', '{}', 1, 0)",
        params![&programme, &world.organisation],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    world.appoint_coordinator("bea", &programme).await;
    (world, programme)
}

async fn enrol(world: &World, programme: &ProgrammeId, names: &[&str], state: &str) {
    let mut tx = world.write().await;
    for name in names {
        tx.run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, door, priority, created_at, applied_at) \
             values ($1, $2, $3, 't', $4, 'mentee', $5, 'open', 0, 0, 1)",
            params![world.app.seam.id(), &world.organisation, programme, world.person(name), state],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

#[db_test]
async fn the_week_lists_what_waits_and_where_it_is_done(test: TestDb) {
    let (world, programme) = world(test).await;
    enrol(&world, &programme, &["chidi", "dana"], "applied").await;
    enrol(&world, &programme, &["farid"], "approved").await;
    let page = world.sign_in("bea").await.get("/monday").await;
    assert_eq!(page.status, 200);
    for sentence in ["2 applications wait", "One person has nobody yet", "Spring ends in 8 days"] {
        assert!(page.says(sentence), "{sentence}: {}", page.text());
    }
    let links = page.attributes("li[data-task] .item-actions a", "href");
    assert_eq!(
        links[0],
        format!("/programmes/{programme}/applications"),
        "the most pressing first"
    );
}

#[db_test]
async fn an_end_within_two_weeks_is_on_the_list_where_the_design_closes_with_care(test: TestDb) {
    let stage = Stage::new(test, insights::routes()).await;
    let id = stage.running_pair().await;
    let ends = |day: &str| {
        let (sql, day) = ("update relationship set ends_on = $2 where id = $1", day.to_owned());
        let (world, id) = (&stage.world, id.clone());
        async move {
            let mut tx = world.write().await;
            tx.run(sql, params![&id, day]).await.unwrap();
            tx.commit().await.unwrap();
        }
    };
    let bea = stage.world.sign_in("bea").await;
    ends("2026-11-17").await;
    assert!(!bea.get("/monday").await.says("ends within two weeks"), "fifteen days are far");
    ends("2026-11-16").await;
    let page = bea.get("/monday").await;
    assert!(page.says("One relationship ends within two weeks"), "{}", page.text());
    let links = page.attributes("li[data-task] .item-actions a", "href");
    let list = format!("/programmes/{}/relationships?sort=ending", stage.programme);
    assert!(links.contains(&list), "{links:?}");
}

#[db_test]
async fn a_week_with_nothing_to_do_says_so(test: TestDb) {
    let (world, _) = world(test).await;
    let page = world.sign_in("amal").await.get("/monday").await;
    assert!(page.says("Nothing needs you"), "{}", page.text());
}

#[db_test]
async fn the_report_has_one_denominator_and_is_its_coordinators_alone(test: TestDb) {
    let (world, programme) = world(test).await;
    enrol(&world, &programme, &["chidi", "dana", "edda"], "approved").await;
    enrol(&world, &programme, &["farid"], "applied").await;
    let path = format!("/programmes/{programme}/report");
    let page = world.sign_in("bea").await.get(&path).await;
    assert!(page.says("100 % of 4") && page.says("75 % of 4"), "{}", page.text());
    for other in ["amal", "dana", "farid"] {
        assert_eq!(world.sign_in(other).await.get(&path).await.status, 404, "{other}");
    }
    assert_eq!(world.stranger().get(&path).await.status, 303);
}

#[db_test]
async fn a_shared_report_needs_no_sign_in_hides_small_cells_and_ends_by_itself(test: TestDb) {
    let (world, programme) = world(test).await;
    enrol(&world, &programme, &["amal", "bea", "chidi", "dana", "edda"], "approved").await;
    enrol(&world, &programme, &["farid"], "applied").await;
    let bea = world.sign_in("bea").await;
    let path = format!("/programmes/{programme}/report");
    assert_eq!(bea.post(&format!("{path}/share"), &[]).await.status, 303);
    let told = bea.get(&path).await.html;
    let at = told.find("cairn.test/report/").expect("the link is told") + "cairn.test".len();
    let link: String = told[at..].chars().take_while(|c| !" <\"".contains(*c)).collect();
    let page = world.stranger().get(&link).await;
    assert!(page.says("100 % of 6"), "{}", page.text());
    assert!(
        !page.says("% of 6)") && page.text().matches("not shown").count() >= 1,
        "one of six is a person"
    );
    assert_eq!(world.stranger().get("/report/0000").await.status, 404);
    world.travel_days(91);
    assert_eq!(world.stranger().get(&link).await.status, 404);
}
