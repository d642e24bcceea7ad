//! Through the door: what asking promises to those who ask and to those who are asked, on both
//! databases.

use std::{collections::BTreeMap, sync::Arc};

use db::{db_test, params, testing::TestDb};
use design::{Design, Reach};
use jiff::SignedDuration;
use jobs::Handler;
use people::testing::{Browser, Page};
use web::App;

use super::{model::Rules, *};
use crate::{EnrolmentId, RequestId, testing::Stage};

/// A programme in which Dana, Gro and Hal may ask Chidi, Edda and Farid.
struct Scene {
    stage: Stage,
    parts: BTreeMap<&'static str, EnrolmentId>,
}

const ASK: [&str; 3] = ["dana", "gro", "hal"];
const ASKED: [&str; 3] = ["chidi", "edda", "farid"];

fn asks(of: impl Fn(&Design) -> bool) -> Design {
    let designs = design::presets().iter().map(design::Preset::design).collect::<Vec<_>>();
    let fits = |design: &Design| {
        Rules::of(design).is_some() && of(design) && !design.matching.musts.iter().any(is_covers)
    };
    designs.into_iter().find(fits).expect("a preset in which people ask each other")
}

fn is_covers(tie: &design::Tie) -> bool {
    matches!(tie, design::Tie::Covers { .. })
}

impl Scene {
    async fn new(test: TestDb) -> Self {
        Self::of(test, asks(|design| design.reach == Reach::Inside), 1).await
    }

    async fn of(test: TestDb, mut design: Design, at_once: u16) -> Self {
        let react: Handler<App> = Box::new(|app, tx, job| {
            Box::pin(async move {
                let fact = jobs::react_to(tx, job).await?;
                match fact.name.as_str() {
                    "enrolment_withdrawn" => withdraw_with_enrolment(app, tx, &fact).await,
                    "programme_closed" => end_with_programme(app, tx, &fact).await,
                    "request_accepted" | "request_declined" | "request_withdrawn" => {
                        pass_on_after(app, tx, &fact).await
                    }
                    _ => Ok(()),
                }
            })
        });
        let routes = crate::routes();
        let mut stage = Stage::with(test, routes, BTreeMap::from([(jobs::REACT, react)])).await;
        if let design::Chooser::Asks { at_once: most, .. } = &mut design.matching.chooser {
            *most = at_once;
        }
        stage.redesign(|was| *was = design).await;
        for name in ["gro", "hal"] {
            stage.world.join(name, 3).await;
        }
        let rules = Rules::of(&stage.design).expect("they ask");
        let mut parts = BTreeMap::new();
        for (names, role) in [(ASK, &rules.asks), (ASKED, &rules.asked)] {
            for name in names {
                parts.insert(name, stage.enrol(name, role, Some(1)).await);
            }
        }
        Self { stage, parts }
    }

    fn base(&self, name: &str) -> String {
        format!("/programmes/{}/enrolments/{}", self.stage.programme, self.parts[name])
    }

    async fn ask(&self, who: &Browser, name: &str, asked: &str) -> Page {
        let path = format!("{}/find/{}", self.base(name), self.parts[asked]);
        who.post(&path, &[("message", "How do I lead without a title?")]).await
    }

    /// The newest request of one to another.
    async fn request(&self, name: &str, asked: &str) -> model::Request {
        let mut tx = self.stage.world.app.db.read().await.unwrap();
        let organisation = &self.stage.world.organisation;
        let all = store::of_asker(&mut tx, organisation, &self.parts[name]).await.unwrap();
        let to = |q: &&model::Request| q.asked.enrolment == self.parts[asked];
        all.iter().filter(to).max_by_key(|q| q.place).cloned().expect("a request")
    }

    async fn state(&self, name: &str, asked: &str) -> &'static str {
        self.request(name, asked).await.state.word()
    }

    async fn kinds_to(&self, name: &str) -> Vec<String> {
        let address = format!("{name}@larkspur.example");
        let mails = self.stage.world.mails().await;
        let there = |m: &mail::Sent| m.to_address == address && m.withdrawn_at.is_none();
        let mut kinds: Vec<String> =
            mails.into_iter().filter(there).map(|mail| mail.kind).collect();
        kinds.sort();
        kinds
    }

    /// The paths behind yes, no and the page, in the newest mail that asks somebody.
    async fn links(&self, name: &str) -> [String; 3] {
        let address = format!("{name}@larkspur.example");
        let mails = self.stage.world.mails().await;
        let asks = |m: &mail::Sent| m.to_address == address && m.kind.starts_with("request");
        let mail = mails.into_iter().find(|m| asks(m) && m.kind != "request-off").unwrap();
        let lines = mail.text.lines().filter_map(|line| line.strip_prefix("http://cairn.test"));
        lines.map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()
    }

    async fn turn(&self) {
        let mut tx = self.stage.world.write().await;
        pass_on_due(&self.stage.world.app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn running(&self) -> i64 {
        let mut tx = self.stage.world.app.db.read().await.unwrap();
        let sql = "select cast(count(*) as bigint) as n from relationship where state = 'active'";
        tx.one(sql, params![]).await.unwrap().get("n").unwrap()
    }
}

#[db_test]
async fn who_is_asked_says_yes_from_the_mail_and_the_two_begin(test: TestDb) {
    let scene = Scene::of(test, asks(|d| d.reach == Reach::Inside), 3).await;
    let world = &scene.stage.world;
    let dana = world.sign_in("dana").await;
    let found = dana.get(&format!("{}/find", scene.base("dana"))).await;
    assert!(found.says("Chidi Okafor") && found.says("Edda Marsh"), "{}", found.text());
    let looks = dana.get(&format!("{}/find/{}", scene.base("dana"), scene.parts["chidi"])).await;
    assert!(looks.says("Ask Chidi Okafor"), "{}", looks.text());
    assert_eq!(scene.ask(&dana, "dana", "chidi").await.status, 303);
    assert_eq!(scene.ask(&dana, "dana", "edda").await.status, 303);
    let mail = world.mail_to("chidi").await;
    assert!(mail.text.contains("Dana Whitlock") && mail.text.contains("without a title"));
    let [yes, no, page] = scene.links("chidi").await;
    let scanner = world.stranger();
    for path in [&yes, &no, &yes] {
        assert_eq!(scanner.get(path).await.status, 200);
    }
    assert_eq!(scene.state("dana", "chidi").await, "open", "opening a link changes nothing");
    assert!(world.sign_in("chidi").await.get(&page).await.says("Dana Whitlock"));
    let said = scanner.post(&yes, &[]).await;
    assert_eq!(said.status, 303, "{}", said.text());
    assert!(scanner.get(&yes).await.says("You said yes"));
    assert_eq!(scene.running().await, 1);
    for name in ["chidi", "dana"] {
        assert!(scene.kinds_to(name).await.contains(&"activated".to_owned()), "{name}");
    }
    assert_eq!(scene.state("dana", "edda").await, "withdrawn", "her own place is taken");
    assert_eq!(scene.kinds_to("edda").await, ["request-off"], "and Edda is asked nothing more");
    assert_eq!(scanner.post(&yes, &[]).await.status, 303, "a second tap changes nothing");
    assert_eq!(scene.running().await, 1);
}

#[db_test]
async fn what_waits_stands_on_the_start_page(test: TestDb) {
    let scene = Scene::of(test, asks(|d| d.reach == Reach::Inside), 3).await;
    let world = &scene.stage.world;
    let waits = async |name: &str| {
        let mut tx = world.app.db.read().await.unwrap();
        tasks(&mut tx, &world.organisation, world.person(name)).await.unwrap()
    };
    assert!(matches!(waits("dana").await.as_slice(), [Task::Find { .. }]));
    assert!(waits("chidi").await.is_empty() && waits("bea").await.is_empty());
    for name in ["dana", "gro"] {
        let who = world.sign_in(name).await;
        scene.ask(&who, name, "edda").await;
    }
    assert!(waits("dana").await.is_empty(), "she has asked: there is nothing for her to do");
    let asked = waits("edda").await;
    let [Task::Answer { name, href, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(name, "Dana Whitlock");
    assert_eq!(world.sign_in("edda").await.get(href).await.status, 200);
}

#[db_test]
async fn nobody_is_kept_waiting_by_one_who_does_not_answer(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let rules = Rules::of(&scene.stage.design).unwrap();
    let dana = world.sign_in("dana").await;
    for asked in ["chidi", "edda"] {
        scene.ask(&dana, "dana", asked).await;
    }
    assert_eq!(scene.state("dana", "chidi").await, "open");
    assert_eq!(scene.state("dana", "edda").await, "waiting", "one at a time");
    assert!(scene.kinds_to("edda").await.is_empty(), "who only waits has not been asked");
    let list = dana.get(&format!("{}/requests", scene.base("dana"))).await;
    assert!(list.says("Answer by") && list.says("Then asked"), "{}", list.text());
    world.travel_days(rules.remind_day.into());
    scene.turn().await;
    scene.turn().await;
    assert_eq!(scene.kinds_to("chidi").await, ["request", "request-reminder"], "once");
    world.travel_days(i64::from(rules.expire_day - rules.remind_day));
    scene.turn().await;
    assert_eq!(scene.state("dana", "chidi").await, "expired");
    assert_eq!(scene.state("dana", "edda").await, "open", "the next is asked by itself");
    let told = world.mail_to("dana").await;
    assert!(
        told.text.contains("Chidi Okafor") && told.text.contains("Edda Marsh"),
        "{}",
        told.text
    );
    let found = dana.get(&format!("{}/find", scene.base("dana"))).await;
    assert!(!found.says("Chidi Okafor"), "who did not answer is left alone");
    let [_, no, _] = scene.links("edda").await;
    world.stranger().post(&no, &[]).await;
    world.run_jobs().await;
    assert_eq!(scene.state("dana", "edda").await, "declined");
    let told = world.mail_to("dana").await;
    assert!(told.text.contains("come to its end"), "{}", told.text);
    assert!(!told.text.contains("declined") && !told.text.contains("said no"), "{}", told.text);
}

#[db_test]
async fn nobody_is_asked_beyond_their_places(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let (dana, gro) = (world.sign_in("dana").await, world.sign_in("gro").await);
    let (one, other) =
        tokio::join!(scene.ask(&dana, "dana", "chidi"), scene.ask(&gro, "gro", "chidi"));
    assert_eq!([one.status, other.status], [303, 303]);
    let mut states = [scene.state("dana", "chidi").await, scene.state("gro", "chidi").await];
    states.sort_unstable();
    assert_eq!(states, ["open", "waiting"], "one place, one request");
    let [_, no, _] = scene.links("chidi").await;
    world.stranger().post(&no, &[]).await;
    world.run_jobs().await;
    let mut states = [scene.state("dana", "chidi").await, scene.state("gro", "chidi").await];
    states.sort_unstable();
    assert_eq!(states, ["declined", "open"], "then it is the other's turn");
}

#[db_test]
async fn of_many_yeses_at_once_only_one_takes_the_place(test: TestDb) {
    // Those who are asked a lot may have several requests before them, and still one place.
    let open = asks(|design| matches!(design.reach, Reach::Membership { .. }));
    let scene = Arc::new(Scene::of(test, open, 3).await);
    let world = &scene.stage.world;
    for name in ASK {
        let who = world.sign_in(name).await;
        assert_eq!(scene.ask(&who, name, "chidi").await.status, 303);
        assert_eq!(scene.state(name, "chidi").await, "open");
    }
    let mut tasks = Vec::new();
    for name in ASK {
        let (scene, id) = (scene.clone(), scene.request(name, "chidi").await.id);
        tasks.push(tokio::spawn(async move { yes(&scene, &id, "chidi").await }));
    }
    let mut said = 0;
    for task in tasks {
        said += usize::from(task.await.unwrap());
    }
    assert_eq!((said, scene.running().await), (1, 1), "one place, one relationship");
    world.run_jobs().await;
    let mut states = Vec::new();
    for name in ASK {
        states.push(scene.state(name, "chidi").await);
    }
    states.sort_unstable();
    assert_eq!(
        states,
        ["accepted", "passed", "passed"],
        "nobody is kept waiting for a taken place"
    );
}

#[db_test]
async fn two_who_say_yes_to_one_at_once_do_not_both_have_her(test: TestDb) {
    let scene = Arc::new(Scene::of(test, asks(|d| d.reach == Reach::Inside), 3).await);
    let dana = scene.stage.world.sign_in("dana").await;
    for asked in ASKED {
        scene.ask(&dana, "dana", asked).await;
    }
    let mut tasks = Vec::new();
    for asked in ASKED {
        let (scene, id) = (scene.clone(), scene.request("dana", asked).await.id);
        tasks.push(tokio::spawn(async move { yes(&scene, &id, asked).await }));
    }
    let mut said = 0;
    for task in tasks {
        said += usize::from(task.await.unwrap());
    }
    assert_eq!((said, scene.running().await), (1, 1));
}

/// Says yes in a transaction of its own; whether it was taken.
async fn yes(scene: &Scene, id: &RequestId, name: &str) -> bool {
    let world = &scene.stage.world;
    let mut tx = world.write().await;
    let said =
        say_yes(&mut tx, &world.app, &world.organisation, id, world.person(name)).await.is_ok();
    if said {
        tx.commit().await.unwrap();
    }
    said
}

#[db_test]
async fn who_has_been_asked_less_comes_first_and_who_rests_is_not_shown(test: TestDb) {
    let scene = Scene::of(test, asks(|d| matches!(d.reach, Reach::Membership { .. })), 3).await;
    let world = &scene.stage.world;
    let rules = Rules::of(&scene.stage.design).unwrap();
    for name in ["gro", "hal"] {
        let who = world.sign_in(name).await;
        scene.ask(&who, name, "chidi").await;
    }
    let dana = world.sign_in("dana").await;
    let order = async |dana: &Browser| {
        let text = dana.get(&format!("{}/find", scene.base("dana"))).await.text();
        let mut names = ["Chidi Okafor", "Edda Marsh", "Farid Nazari"].map(|n| (text.find(n), n));
        names.sort_unstable();
        names.into_iter().filter_map(|(at, name)| at.map(|_| name)).collect::<Vec<_>>()
    };
    assert_eq!(order(&dana).await.last(), Some(&"Chidi Okafor"), "asked twice, comes last");
    let edda = world.sign_in("edda").await;
    let pause = [("capacity", "1"), ("paused_until", "2027-01-31")];
    let paused = edda.post(&format!("{}/capacity", scene.base("edda")), &pause).await;
    assert_eq!(paused.status, 303, "{}", paused.text());
    assert_eq!(order(&dana).await, ["Farid Nazari", "Chidi Okafor"], "Edda rests");
    let weeks = rules.stale_after.unwrap();
    world.travel(weeks + SignedDuration::from_hours(24));
    world.sign_in("farid").await.get("/account").await;
    let dana = world.sign_in("dana").await;
    assert_eq!(order(&dana).await, ["Farid Nazari"], "no sign of life, no place in the list");
}

#[db_test]
async fn a_pause_passes_on_what_was_asked_and_keeps_new_requests_away(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let dana = world.sign_in("dana").await;
    for asked in ["chidi", "edda"] {
        scene.ask(&dana, "dana", asked).await;
    }
    let chidi = world.sign_in("chidi").await;
    let pause = [("capacity", "1"), ("paused_until", "2027-01-31")];
    chidi.post(&format!("{}/capacity", scene.base("chidi")), &pause).await;
    scene.turn().await;
    assert_eq!(scene.state("dana", "chidi").await, "passed");
    assert_eq!(scene.state("dana", "edda").await, "open");
    let gro = world.sign_in("gro").await;
    assert_eq!(scene.ask(&gro, "gro", "chidi").await.status, 409);
}

#[db_test]
async fn what_was_taken_back_comes_back_and_the_other_hears_nothing(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let dana = world.sign_in("dana").await;
    scene.ask(&dana, "dana", "chidi").await;
    let id = scene.request("dana", "chidi").await.id;
    let path = format!("{}/requests/{id}", scene.base("dana"));
    assert_eq!(dana.post(&format!("{path}/withdraw"), &[]).await.status, 303);
    assert_eq!(scene.state("dana", "chidi").await, "withdrawn");
    assert_eq!(dana.post(&format!("{path}/restore"), &[]).await.status, 303);
    assert_eq!(scene.state("dana", "chidi").await, "open");
    assert!(!scene.kinds_to("chidi").await.contains(&"request-off".to_owned()));
    dana.post(&format!("{path}/withdraw"), &[]).await;
    let [yes, ..] = scene.links("chidi").await;
    assert_eq!(world.stranger().post(&yes, &[]).await.status, 409);
    assert!(world.stranger().get(&yes).await.says("Nothing to answer any more"));
}

#[db_test]
async fn the_order_of_the_list_is_the_askers(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let dana = world.sign_in("dana").await;
    for asked in ASKED {
        scene.ask(&dana, "dana", asked).await;
    }
    let farid = scene.request("dana", "farid").await;
    let path = format!("{}/requests/{}/sooner", scene.base("dana"), farid.id);
    assert_eq!(dana.post(&path, &[]).await.status, 303);
    let [_, no, _] = scene.links("chidi").await;
    world.stranger().post(&no, &[]).await;
    world.run_jobs().await;
    assert_eq!(scene.state("dana", "farid").await, "open", "Farid was moved before Edda");
    assert_eq!(scene.state("dana", "edda").await, "waiting");
}

#[db_test]
async fn a_request_is_nobodys_business_but_theirs(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let dana = world.sign_in("dana").await;
    scene.ask(&dana, "dana", "chidi").await;
    let request = scene.request("dana", "chidi").await.id;
    let own = format!("{}/requests/{request}", scene.base("chidi"));
    for name in ["edda", "gro", "bea", "amal", "dana"] {
        let who = world.sign_in(name).await;
        assert_eq!(who.get(&own).await.status, 404, "{name}");
        for verb in ["accept", "decline", "withdraw", "sooner", "restore"] {
            for base in ["chidi", "dana"] {
                let path = format!("{}/requests/{request}/{verb}", scene.base(base));
                let hers =
                    name == "dana" && base == "dana" && verb != "accept" && verb != "decline";
                assert!(hers || who.post(&path, &[]).await.status == 404, "{name} {path}");
            }
        }
        if name != "dana" {
            assert_eq!(who.get(&format!("{}/find", scene.base("dana"))).await.status, 404);
            assert_eq!(who.get(&format!("{}/requests", scene.base("dana"))).await.status, 404);
        }
    }
    assert_eq!(scene.state("dana", "chidi").await, "open");
    let queue = format!("/programmes/{}/requests", scene.stage.programme);
    let bea = world.sign_in("bea").await;
    let page = bea.get(&queue).await;
    assert!(page.says("Dana Whitlock") && page.says("since today"), "{}", page.text());
    assert!(!page.says("Chidi"), "whom she asked stays between them: {}", page.text());
    assert!(!page.says("without a title"), "{}", page.text());
    assert_eq!(dana.get(&queue).await.status, 404);
    let home = bea.get(&format!("/programmes/{}", scene.stage.programme)).await;
    assert!(home.says("Open the queue"), "{}", home.text());
    assert!(home.attributes("nav.tabs a", "href").contains(&queue), "the tab is there");
}

#[db_test]
async fn who_leaves_asks_nobody_any_more_and_keeps_nobody_waiting(test: TestDb) {
    let scene = Scene::of(test, asks(|d| d.reach == Reach::Inside), 2).await;
    let world = &scene.stage.world;
    let (dana, gro) = (world.sign_in("dana").await, world.sign_in("gro").await);
    scene.ask(&dana, "dana", "chidi").await;
    for asked in ["edda", "farid"] {
        scene.ask(&gro, "gro", asked).await;
    }
    dana.post(&format!("{}/withdraw", scene.base("dana")), &[]).await;
    let edda = world.sign_in("edda").await;
    edda.post(&format!("{}/withdraw", scene.base("edda")), &[]).await;
    world.run_jobs().await;
    assert_eq!(scene.state("dana", "chidi").await, "withdrawn");
    scene.turn().await;
    assert_eq!(scene.state("gro", "edda").await, "passed");
    let bea = world.sign_in("bea").await;
    bea.post(&format!("/programmes/{}/close", scene.stage.programme), &[]).await;
    world.run_jobs().await;
    assert_eq!(scene.state("gro", "farid").await, "withdrawn", "with the programme");
    assert_eq!(gro.get(&format!("{}/find", scene.base("gro"))).await.status, 404);
}

#[db_test]
async fn only_so_many_can_be_on_a_list_and_each_of_them_once(test: TestDb) {
    let mut scene = Scene::new(test).await;
    let rules = Rules::of(&scene.stage.design).unwrap();
    for name in ["ada", "ben", "cleo", "dov"] {
        scene.stage.world.join(name, 6).await;
        let part = scene.stage.enrol(name, &rules.asked, None).await;
        scene.parts.insert(name, part);
    }
    let dana = scene.stage.world.sign_in("dana").await;
    assert_eq!(scene.ask(&dana, "dana", "ada").await.status, 303);
    assert_eq!(scene.ask(&dana, "dana", "ada").await.status, 409, "once");
    for asked in ["ben", "cleo", "dov"] {
        assert_eq!(scene.ask(&dana, "dana", asked).await.status, 303);
    }
    assert_eq!(rules.most(), 4);
    assert_eq!(scene.ask(&dana, "dana", "chidi").await.status, 409, "the list is full");
    let path = format!("{}/find/{}", scene.base("dana"), scene.parts["chidi"]);
    let long = "x".repeat(model::LONGEST_MESSAGE + 1);
    assert_eq!(dana.post(&path, &[("message", &long)]).await.status, 422);
    let chidi = scene.stage.world.sign_in("chidi").await;
    assert_eq!(chidi.get(&format!("{}/find", scene.base("chidi"))).await.status, 404);
}

#[db_test]
async fn a_search_finds_by_what_partners_may_see_and_by_nothing_else(test: TestDb) {
    let scene = Scene::new(test).await;
    let world = &scene.stage.world;
    let form = &scene.stage.design.form;
    let asked = Rules::of(&scene.stage.design).unwrap().asked;
    let mut tx = world.write().await;
    for question in form.asked(&asked) {
        let open = question.audience == design::Audience::Partners;
        let word = if open { "Lighthouses" } else { "Quillmarrow" };
        let value = serde_json::json!([word]);
        let now = world.app.seam.now_ms();
        let part = &scene.parts["chidi"];
        if !matches!(
            question.kind,
            design::AnswerKind::Topics { .. } | design::AnswerKind::LongText
        ) {
            continue;
        }
        let kept = crate::enrolment::store::write_answer(&mut tx, part, question, &value, now);
        kept.await.unwrap();
    }
    tx.commit().await.unwrap();
    let dana = world.sign_in("dana").await;
    let find = async |q: &str| dana.get(&format!("{}/find?q={q}", scene.base("dana"))).await;
    assert!(find("lighthouse").await.says("Chidi Okafor"));
    assert!(!find("lighthouse").await.says("Edda Marsh"));
    assert!(find("operations").await.says("Edda Marsh"));
    let nobody = find("quillmarrow").await;
    assert!(nobody.says("Nobody matches this search"), "{}", nobody.text());
}
