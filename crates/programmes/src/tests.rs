//! Through the door: from the gallery to an open registration, and from the shared link to being in.

use std::collections::BTreeMap;

use db::{db_test, testing::TestDb};
use people::testing::{Browser, Page, World};

use crate::{
    enrolment::{self, State},
    testing::{first_design, open_programme},
};

async fn world(test: TestDb) -> World {
    World::new(test, people::routes().merge(crate::routes()), BTreeMap::new()).await
}

#[track_caller]
fn leads(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.text());
    page.location.clone().expect("a place to go")
}

/// Fills a form's fields as the page shows them.
fn fields(page: &Page, form: &str) -> Vec<(String, String)> {
    let document = scraper::Html::parse_document(&page.html);
    let all =
        scraper::Selector::parse(&format!("{form} input, {form} select, {form} textarea")).unwrap();
    let option = scraper::Selector::parse("option[selected]").unwrap();
    let mut found = Vec::new();
    for field in document.select(&all) {
        let Some(name) = field.attr("name") else { continue };
        let kind = field.attr("type").unwrap_or("text");
        let value = match (field.value().name(), kind) {
            ("textarea", _) => Some(field.text().collect::<String>()),
            ("select", _) => {
                field.select(&option).next().and_then(|o| o.attr("value").map(str::to_owned))
            }
            (_, "checkbox" | "radio") => {
                field.attr("checked").map(|_| field.attr("value").unwrap_or("on").to_owned())
            }
            (_, "file") => None,
            _ => Some(field.attr("value").unwrap_or_default().to_owned()),
        };
        found.extend(value.map(|value| (name.to_owned(), value)));
    }
    found
}

async fn post(browser: &Browser, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post(path, &fields).await
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(n, _)| n != name);
    fields.push((name.to_owned(), value.to_owned()));
}

#[db_test]
async fn from_the_gallery_to_an_open_registration_with_what_is_filled_in(test: TestDb) {
    let world = world(test).await;
    let amal = world.sign_in("amal").await;
    let empty = amal.get("/programmes").await;
    assert_eq!(empty.attributes(".empty a", "href"), ["/programmes/new"]);
    let gallery = amal.get("/programmes/new").await;
    let cards = gallery.attributes("a.card-open", "href");
    assert_eq!(cards.len(), design::presets().len());
    for card in &cards {
        assert_eq!(amal.get(card).await.status, 200, "{card}");
    }
    let start = format!("{}/start", cards[0]);
    let form = fields(&amal.get(&start).await, "form.form");
    let home = leads(&post(&amal, &start, &form).await);
    let page = amal.get(&home).await;
    assert!(page.says("Open registration"), "{}", page.text());
    assert!(page.says("Amal Haddad made this programme."));
    assert_eq!(leads(&amal.post(&format!("{home}/open"), &[]).await), home);
    let open = amal.get(&home).await;
    assert!(open.says("Registration open"));
    assert_eq!(open.attributes("#join-address", "value").len(), 1);
    let qr = amal.get(&format!("{home}/qr.svg")).await;
    assert!(qr.html.contains("<svg"));
    assert_eq!(amal.get(&format!("{home}/poster")).await.status, 200);
    // Others see nothing of it.
    let farid = world.sign_in("farid").await;
    assert_eq!(farid.get(&home).await.status, 404);
    assert_eq!(farid.post(&format!("{home}/open"), &[]).await.status, 404);
}

#[db_test]
async fn registration_closes_opens_again_and_the_programme_closes(test: TestDb) {
    let world = world(test).await;
    let (programme, _) = open_programme(&world, "bea", &first_design()).await;
    let bea = world.sign_in("bea").await;
    let home = format!("/programmes/{}", programme.id);
    let join = format!("/join/{}", programme.join_code.clone().unwrap());
    let close = format!("{home}/close-registration");
    assert_eq!(bea.get(&close).await.status, 200);
    leads(&bea.post(&close, &[]).await);
    assert!(world.stranger().get(&join).await.says("Registration is closed"));
    assert_eq!(bea.post(&close, &[]).await.status, 409);
    leads(&bea.post(&format!("{home}/open"), &[]).await);
    assert!(!world.stranger().get(&join).await.says("Registration is closed"));
    assert_eq!(bea.get(&format!("{home}/close")).await.status, 200);
    leads(&bea.post(&format!("{home}/close"), &[]).await);
    assert_eq!(bea.post(&format!("{home}/open"), &[]).await.status, 409);
    assert!(bea.get(&home).await.says("Bea Lindqvist closed the programme."));
}

#[db_test]
async fn registration_closes_by_itself_after_its_last_day(test: TestDb) {
    let world = world(test).await;
    let (mut programme, _) = open_programme(&world, "bea", &first_design()).await;
    programme.closes_on = Some("2026-11-20".parse().unwrap());
    let mut tx = world.write().await;
    crate::programme::store::update(&mut tx, &programme).await.unwrap();
    tx.commit().await.unwrap();
    for (days, state) in [(17, "open"), (3, "running")] {
        world.travel_days(days);
        let mut tx = world.write().await;
        crate::programme::close_overdue(&world.app, &mut tx).await.unwrap();
        let found =
            crate::programme::store::find(&mut tx, &world.organisation, &programme.id).await;
        tx.commit().await.unwrap();
        assert_eq!(found.unwrap().unwrap().state.as_str(), state);
    }
}

/// Answers what a step asks, in the simplest way that is complete.
fn answered(page: &Page) -> Vec<(String, String)> {
    let mut form = fields(page, "form.form");
    let names =
        page.attributes("form.form input[type=checkbox], form.form input[type=radio]", "name");
    for name in names {
        if !form.iter().any(|(n, _)| *n == name) {
            let first = page.attributes(&format!("input[name='{name}']"), "value");
            form.push((name, first[0].clone()));
        }
    }
    for name in page.attributes("form.form select[required]", "name") {
        if !form.iter().any(|(n, v)| *n == name && !v.is_empty()) {
            let options = page.attributes(&format!("select[name='{name}'] option"), "value");
            set(&mut form, &name, &options[options.len() / 2]);
        }
    }
    form
}

/// Goes through all steps and sends; gives the page that says thanks.
async fn register(browser: &Browser, start: &str) -> Page {
    let mut at = leads(&browser.get(start).await);
    let mut questions = 0;
    while at.contains("/steps/") {
        let page = browser.get(&at).await;
        assert_eq!(page.status, 200, "{at}");
        questions += page.attributes("form.form .audience", "class").len();
        at = leads(&post(browser, &at, &answered(&page)).await);
    }
    assert!((1..=10).contains(&questions), "{questions} questions");
    let review = browser.get(&at).await;
    let apply = review.attributes("main form", "action");
    let done = leads(&browser.post(&apply[0], &[]).await);
    browser.get(&done).await
}

#[db_test]
async fn a_stranger_registers_by_the_shared_link_and_a_mailed_confirmation(test: TestDb) {
    let world = world(test).await;
    let design = first_design();
    let (programme, track) = open_programme(&world, "bea", &design).await;
    let join = format!("/join/{}", programme.join_code.clone().unwrap());
    let gil = world.stranger();
    let page = gil.get(&join).await;
    assert!(page.says(&design.purpose) && page.says(&design.framework.boundaries));
    let part = page.attributes("input[name=part]", "value").last().cloned().unwrap();
    let wrong = gil.post(&join, &[("name", ""), ("email", "gil"), ("part", &part)]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attributes("#email", "value"), ["gil"]);
    let typed = [("name", "Gil Moreau"), ("email", "Gil@Larkspur.example"), ("part", &part)];
    let sent = gil.post(&join, &typed).await;
    // A known address gets the very same answer.
    let known = [("name", "Dana"), ("email", "dana@larkspur.example"), ("part", &part)];
    let dana = world.stranger().post(&join, &known).await;
    assert_eq!(sent.text().replace("gil@", "x@"), dana.text().replace("dana@", "x@"),);
    let mail = world.mails().await.into_iter().find(|m| m.to_address == "gil@larkspur.example");
    let text = mail.expect("a mail").text;
    let link = text.split_whitespace().find(|w| w.contains("/join/confirm/")).unwrap();
    let link = link.trim_start_matches("http://cairn.test").to_owned();
    // A scanner that opens the link changes nothing.
    assert_eq!(world.stranger().get(&link).await.status, 200);
    let register_at = leads(&gil.post(&link, &[]).await);
    assert_eq!(world.stranger().post(&link, &[]).await.status, 409, "it works once");
    let done = register(&gil, &register_at).await;
    assert!(done.says("Your registration for Next steps is here."), "{}", done.text());
    let mut tx = world.app.db.read().await.unwrap();
    let applied =
        enrolment::store::of_track(&mut tx, &world.organisation, &track.id, State::Applied)
            .await
            .unwrap();
    assert_eq!(applied.len(), 1);
    assert!(applied[0].applied_at.is_some());
    let bea = world.sign_in("bea").await;
    let home = bea.get(&format!("/programmes/{}", programme.id)).await;
    assert!(home.says("One application waits for you"), "{}", home.text());
    assert!(home.says("Gil Moreau sent their registration."));
}

#[db_test]
async fn answers_are_kept_at_each_step_and_going_back_loses_nothing(test: TestDb) {
    let world = world(test).await;
    let (programme, track) = open_programme(&world, "bea", &first_design()).await;
    let join = format!("/join/{}", programme.join_code.clone().unwrap());
    let chidi = world.sign_in("chidi").await;
    let (giver, _) = track.design.two_sides().unwrap();
    let part = format!("{}:{}", track.id, giver.name);
    let start = leads(&chidi.post(&join, &[("part", &part)]).await);
    let first = leads(&chidi.get(&start).await);
    let page = chidi.get(&first).await;
    // What must be answered and was not is said at its field.
    let refused = post(&chidi, &first, &[("go".to_owned(), "on".to_owned())]).await;
    assert_eq!(refused.status, 422);
    assert!(!refused.attributes("[aria-invalid=true]", "id").is_empty());
    let answers = answered(&page);
    let second = leads(&post(&chidi, &first, &answers).await);
    assert_ne!(first, second);
    // Another day, another device: it goes on at the second step.
    let later = world.sign_in("chidi").await;
    assert_eq!(leads(&later.get(&start).await), second);
    let mut partly = fields(&later.get(&second).await, "form.form");
    partly.push(("go".to_owned(), "back".to_owned()));
    assert_eq!(leads(&post(&later, &second, &partly).await), first);
    let again = later.get(&first).await;
    for (name, value) in answers.iter().filter(|(_, v)| !v.is_empty()) {
        assert!(fields(&again, "form.form").contains(&(name.clone(), value.clone())), "{name}");
    }
    register(&later, &start).await;
    let part = later.get(&format!("/programmes/{}/part", programme.id)).await;
    assert!(part.says("Waiting for an answer"), "{}", part.text());
}

#[db_test]
async fn two_clicks_take_a_registration_back_and_others_may_not(test: TestDb) {
    let world = world(test).await;
    let (programme, track) = open_programme(&world, "bea", &first_design()).await;
    let (_, receiver) = track.design.two_sides().unwrap();
    let mine = crate::testing::enrol(&world, &track, "dana", &receiver.name).await;
    let dana = world.sign_in("dana").await;
    let part = dana.get(&format!("/programmes/{}/part", programme.id)).await;
    let ask = part.attributes("a.btn-quiet", "href").pop().unwrap();
    let chidi = world.sign_in("chidi").await;
    assert_eq!(chidi.get(&ask).await.status, 404);
    assert_eq!(chidi.post(&ask, &[]).await.status, 404);
    let action = dana.get(&ask).await.attributes("main form", "action").pop().unwrap();
    assert_eq!(leads(&dana.post(&action, &[]).await), "/");
    let mut tx = world.app.db.read().await.unwrap();
    let gone =
        enrolment::store::find(&mut tx, &world.organisation, &mine.id).await.unwrap().unwrap();
    assert_eq!(gone.state, State::Withdrawn);
}

#[db_test]
async fn a_mentor_changes_how_many_they_take_within_the_design(test: TestDb) {
    let world = world(test).await;
    let (programme, track) = open_programme(&world, "bea", &first_design()).await;
    let (giver, _) = track.design.two_sides().unwrap();
    let mine = crate::testing::enrol(&world, &track, "chidi", &giver.name).await;
    let chidi = world.sign_in("chidi").await;
    let path = format!("/programmes/{}/enrolments/{}/capacity", programme.id, mine.id);
    let too_many = (giver.load.most + 1).to_string();
    assert_eq!(chidi.post(&path, &[("capacity", &too_many)]).await.status, 422);
    let most = giver.load.most.to_string();
    let offer = [("capacity", most.as_str()), ("paused_until", "2027-01-04")];
    leads(&chidi.post(&path, &offer).await);
    let part = chidi.get(&format!("/programmes/{}/part", programme.id)).await;
    assert!(part.says("Paused until 4 January 2027"));
    assert!(part.attributes("input[name=capacity][checked]", "value").contains(&most));
}

#[db_test]
async fn every_design_page_of_every_preset_opens_and_saves_untouched(test: TestDb) {
    let world = world(test).await;
    let bea = world.sign_in("bea").await;
    for preset in design::presets() {
        let mut tx = world.write().await;
        let new = crate::programme::NewProgramme {
            organisation: &world.organisation,
            name: preset.name,
            design: &preset.design(),
            creator: world.person("bea"),
        };
        let (_, track) = crate::programme::create(&mut tx, &world.app.seam, new).await.unwrap();
        tx.commit().await.unwrap();
        let address = crate::designing::address(&track);
        for topic in design::Topic::ALL {
            let path = format!("{address}/{}", topic.key());
            let page = bea.get(&path).await;
            assert_eq!(page.status, 200, "{} {path}", preset.name);
            assert!(!page.html.contains('⟦'), "{} {path}", preset.name);
            let saved = post(&bea, &path, &fields(&page, "form.form")).await;
            let back = if topic == design::Topic::Form { path } else { address.clone() };
            assert_eq!(leads(&saved), back, "{}", preset.name);
        }
        let mut tx = world.app.db.read().await.unwrap();
        let tracks =
            crate::programme::store::tracks(&mut tx, &world.organisation, &track.programme);
        assert_eq!(tracks.await.unwrap()[0].design, track.design, "{}", preset.name);
        for page in ["", "/file", "/form", "/form/preview", "/form/new", "/form/new?kind=topics"] {
            let page = bea.get(&format!("{address}{page}")).await;
            assert_eq!(page.status, 200, "{}", preset.name);
            assert!(!page.html.contains('⟦'), "{}", preset.name);
        }
    }
}

#[db_test]
async fn a_change_after_registration_opened_shows_its_effect_first(test: TestDb) {
    let world = world(test).await;
    let (programme, track) = open_programme(&world, "bea", &first_design()).await;
    let (_, receiver) = track.design.two_sides().unwrap();
    crate::testing::enrol(&world, &track, "dana", &receiver.name).await;
    let bea = world.sign_in("bea").await;
    let path = format!("{}/time", crate::designing::address(&track));
    let mut form = fields(&bea.get(&path).await, "form.form");
    set(&mut form, "length", "7");
    let effect = post(&bea, &path, &form).await;
    assert_eq!(effect.status, 200);
    assert!(effect.says("One person has registered"), "{}", effect.text());
    let confirmed = fields(&effect, "main form");
    leads(&post(&bea, &path, &confirmed).await);
    // Whoever still has the old page open does not undo it unseen.
    assert_eq!(post(&bea, &path, &confirmed).await.status, 409);
    let home = bea.get(&format!("/programmes/{}", programme.id)).await;
    assert!(home.says("Bea Lindqvist changed the design."));
}

#[db_test]
async fn a_design_file_comes_back_and_a_broken_one_says_the_line(test: TestDb) {
    let world = world(test).await;
    let mut tx = world.write().await;
    let new = crate::programme::NewProgramme {
        organisation: &world.organisation,
        name: "File",
        design: &first_design(),
        creator: world.person("bea"),
    };
    let (_, track) = crate::programme::create(&mut tx, &world.app.seam, new).await.unwrap();
    tx.commit().await.unwrap();
    let bea = world.sign_in("bea").await;
    let address = crate::designing::address(&track);
    let file = bea.get(&format!("{address}/design.toml")).await.html;
    assert_eq!(design::Design::from_toml(&file).unwrap(), track.design);
    let upload = async |text: &str| {
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n1\r\n\
             --edge\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n--edge--\r\n"
        );
        let request = http::Request::post(format!("{address}/file"))
            .header("content-type", "multipart/form-data; boundary=edge");
        bea.send(request, body.into()).await
    };
    let broken = upload(&file.replacen("version = 1", "version = 1\nnonsense = 2", 1)).await;
    assert_eq!(broken.status, 422);
    assert!(broken.says("Line 2"), "{}", broken.text());
    let renamed = upload(&file.replacen("mentees", "learners", 1)).await;
    assert_eq!(leads(&renamed), address);
}

#[db_test]
async fn questions_are_added_moved_and_removed_and_the_eleventh_is_refused(test: TestDb) {
    let world = world(test).await;
    let mut tx = world.write().await;
    let new = crate::programme::NewProgramme {
        organisation: &world.organisation,
        name: "Form",
        design: &first_design(),
        creator: world.person("bea"),
    };
    let (_, track) = crate::programme::create(&mut tx, &world.app.seam, new).await.unwrap();
    tx.commit().await.unwrap();
    let bea = world.sign_in("bea").await;
    let form = format!("{}/form", crate::designing::address(&track));
    let most =
        track.design.roles.iter().map(|r| track.design.form.asked(&r.name).count()).max().unwrap();
    let mut version = 1;
    for number in most..=10 {
        let text = version.to_string();
        let question = [
            ("version", text.as_str()),
            ("kind", "yes-no"),
            ("label", "Do you like tea?"),
            ("audience", "partners"),
        ];
        let added = bea.post(&format!("{form}/new"), &question).await;
        if number < 10 {
            assert_eq!(leads(&added), form);
            version += 1;
        } else {
            assert_eq!(added.status, 422);
            assert!(added.says("more than 10 questions"), "{}", added.text());
        }
    }
    let first = track.design.form.questions[0].key.clone();
    let text = version.to_string();
    leads(&bea.post(&format!("{form}/{first}/move"), &[("version", &text), ("to", "down")]).await);
    let page = bea.get(&form).await;
    assert_eq!(page.attributes("li.item", "id")[1], format!("q-{first}"));
    let text = (version + 1).to_string();
    leads(&bea.post(&format!("{form}/{first}/remove"), &[("version", &text)]).await);
    assert!(!bea.get(&form).await.html.contains(&format!("q-{first}\"")));
}
