//! Through the door: importing people.

use db::{db_test, params, testing::TestDb};
use people::testing::{Browser, Page};

use crate::testing::Stage;

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, crate::routes().merge(people::routes())).await
}

const LIST: &str = "Name,E-mail,Role,Department,Manager,Capacity,I can help with,Favourite tea\r\n\
    Greta Holm,greta@tern.example,mentor,Sales,bea@larkspur.example,2,Leading people; Presenting,Green\r\n\
    Hugo Berg,hugo@tern.example,mentee,Sales,greta@tern.example,,,\"=HYPERLINK(\"\"x\"\")\"\r\n\
    Dana W,dana@larkspur.example,mentee,Legal,,,,\r\n";

async fn upload(browser: &Browser, home: &str, bytes: &[u8]) -> Page {
    browser.upload(home, "file", "people.csv", bytes).await
}

/// Uploads, takes the guessed columns, and gives the address of the import.
async fn looked_at(stage: &Stage, browser: &Browser, bytes: &[u8]) -> String {
    let home = format!("/programmes/{}/import", stage.programme);
    let page = upload(browser, &home, bytes).await;
    let columns = page.location.clone().unwrap_or_else(|| panic!("{} {}", page.status, page.html));
    let chosen = browser.get(&columns).await;
    let meanings = chosen.attributes("select[name=column] option[selected]", "value");
    let mut form: Vec<(&str, &str)> = meanings.iter().map(|m| ("column", m.as_str())).collect();
    form.extend([("role", ""), ("become_", "approved")]);
    let page = browser.post(&columns, &form).await;
    page.location.clone().unwrap_or_else(|| panic!("{} {}", page.status, page.text()))
}

async fn count(stage: &Stage, table: &str) -> i64 {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = format!("select cast(count(*) as bigint) as n from {table}");
    tx.one(&sql, params![]).await.unwrap().get("n").unwrap()
}

#[db_test]
async fn a_list_comes_in_whole_and_again_changes_nothing_and_goes_whole(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let before = stage.world.whole_person("dana").await;
    let here = looked_at(&stage, &bea, LIST.as_bytes()).await;
    let preview = bea.get(&here).await;
    assert!(preview.says("New 2") && preview.says("Changed 1"), "{}", preview.text());
    assert_eq!(count(&stage, "person").await, 6, "looking changes nothing");
    assert_eq!(bea.post(&format!("{here}/carry-out"), &[]).await.status, 303);
    assert_eq!((count(&stage, "person").await, count(&stage, "enrolment").await), (8, 3));
    assert_eq!(stage.world.whole_person("dana").await.department.as_deref(), Some("Legal"));
    let mut tx = stage.world.app.db.read().await.unwrap();
    let manager =
        "select m.name from person p join person m on m.id = p.manager_id where p.email = $1";
    let row = tx.one(manager, params!["hugo@tern.example"]).await.unwrap();
    assert_eq!(row.get::<String>("name").unwrap(), "Greta Holm");
    let row =
        tx.one("select value from answer where question = 'offers'", params![]).await.unwrap();
    assert_eq!(row.get::<String>("value").unwrap(), r#"["Leading people","Presenting"]"#);
    drop(tx);
    let again = looked_at(&stage, &bea, LIST.as_bytes()).await;
    assert!(
        bea.get(&again).await.says("Everything is known already"),
        "{}",
        bea.get(&again).await.text()
    );
    assert_eq!(bea.post(&format!("{here}/carry-out"), &[]).await.status, 409, "once");
    assert_eq!(bea.post(&format!("{here}/undo"), &[]).await.status, 303);
    assert_eq!((count(&stage, "person").await, count(&stage, "enrolment").await), (6, 0));
    assert_eq!(count(&stage, "answer").await, 0);
    let after = stage.world.whole_person("dana").await;
    assert_eq!((after.name, after.department), (before.name, before.department));
    assert_eq!(bea.post(&format!("{here}/undo"), &[]).await.status, 409, "once");
}

#[db_test]
async fn messy_files_are_understood(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let latin: Vec<u8> =
        "Fornavn;Efternavn;E-mailadresse;Rolle\nS\u{f8}ren;\u{c5}gaard;SOREN@tern.example;mentee\n"
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect();
    let here = looked_at(&stage, &bea, &latin).await;
    bea.post(&format!("{here}/carry-out"), &[]).await;
    let mut tx = stage.world.app.db.read().await.unwrap();
    let row =
        tx.one("select name from person where email = $1", params!["soren@tern.example"]).await;
    assert_eq!(row.unwrap().get::<String>("name").unwrap(), "Søren Ågaard");
}

#[db_test]
async fn one_bad_row_stops_all_and_is_named_by_line_and_column(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let mut list = "name,email,role\n".to_owned();
    for n in 0..200 {
        list.push_str(&format!("Person {n},p{n}@tern.example,mentee\n"));
    }
    list.push_str("=1+1 Bad,\"=nonsense\",wizard\n");
    let here = looked_at(&stage, &bea, list.as_bytes()).await;
    let page = bea.get(&here).await;
    assert!(
        page.says("Line 202, column B (email)") && page.says("Line 202, column C (role)"),
        "{}",
        page.text()
    );
    bea.post(&format!("{here}/carry-out"), &[]).await;
    assert_eq!((count(&stage, "person").await, count(&stage, "enrolment").await), (6, 0));
    let file = bea.get(&format!("{here}/errors.csv")).await;
    assert!(file.html.contains("202,B,"), "{}", file.html);
    for cell in file.html.lines().flat_map(|line| line.split(',')) {
        assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '@']), "{cell}");
    }
}

#[db_test]
async fn a_list_gives_nobodys_account_to_another(test: TestDb) {
    let stage = stage(test).await;
    let mut tx = stage.world.write().await;
    tx.run("update person set outside_key = 'k1' where email = 'amal@larkspur.example'", params![])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let bea = stage.world.sign_in("bea").await;
    let list =
        "id,name,email,role\nk1,Amal,thief@tern.example,mentee\nk1x,B,b@tern.example,mentee\n";
    let here = looked_at(&stage, &bea, list.as_bytes()).await;
    assert!(bea.get(&here).await.says("another e-mail address"), "{}", bea.get(&here).await.text());
    bea.post(&format!("{here}/carry-out"), &[]).await;
    assert_eq!(
        stage.world.whole_person("amal").await.email.as_deref(),
        Some("amal@larkspur.example")
    );
}

#[db_test]
async fn an_import_stays_when_somebody_has_built_on_it(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let here = looked_at(&stage, &bea, LIST.as_bytes()).await;
    bea.post(&format!("{here}/carry-out"), &[]).await;
    stage.world.travel_days(1);
    for (spoil, mend, says) in [
        (
            "update person set site = 'Oslo' where email = 'dana@larkspur.example'",
            "update person set site = null where email = 'dana@larkspur.example'",
            "was changed after",
        ),
        (
            "update enrolment set state = 'withdrawn' where role = 'mentor'",
            "update enrolment set state = 'approved' where role = 'mentor'",
            "decided on",
        ),
        (
            "insert into password (person_id, hash, set_at) select id, 'x', 0 from person where email = 'greta@tern.example'",
            "delete from password",
            "signed in",
        ),
    ] {
        run(&stage, spoil).await;
        let page = bea.post(&format!("{here}/undo"), &[]).await;
        assert!(page.status == 409 && page.says(says), "{} {}", page.status, page.text());
        assert_eq!(count(&stage, "person").await, 8);
        run(&stage, mend).await;
    }
    let invited = "insert into programme (id, organisation_id, name, state, created_at) select 'x', organisation_id, 'X', 'open', 0 from programme";
    run(&stage, invited).await;
    run(&stage, "insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) select 'x', 'x', organisation_id, '', design, 1, 0 from track").await;
    run(&stage, "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, door, priority, created_at) select 'x', organisation_id, 'x', 'x', id, 'mentee', 'approved', 'open', 0, 0 from person where email = 'hugo@tern.example'").await;
    let page = bea.post(&format!("{here}/undo"), &[]).await;
    assert!(page.status == 409 && page.says("part of something else"), "{}", page.text());
    assert_eq!(count(&stage, "person").await, 8, "nothing is half undone");
    run(&stage, "delete from enrolment where id = 'x'").await;
    assert_eq!(bea.post(&format!("{here}/undo"), &[]).await.status, 303);
    assert_eq!(count(&stage, "person").await, 6);
}

async fn run(stage: &Stage, sql: &str) {
    let mut tx = stage.world.write().await;
    tx.run(sql, params![]).await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn hostile_and_broken_files_are_refused_in_words_and_leave_nothing(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let home = format!("/programmes/{}/import", stage.programme);
    let wide = format!("{}\n{}\n", "a,".repeat(600), "b,".repeat(600));
    let long = format!("name,email\n{},a@b.org\n", "x".repeat(60_000));
    let many = format!("name\n{}", "x\n".repeat(100_001));
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", vec![]),
        ("only a heading", b"name,email\n".to_vec()),
        ("blank lines", b"\n\n\n".to_vec()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("a zip that is no workbook", b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaa".to_vec()),
        ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old".to_vec()),
        ("NUL in it", b"name,email\nA\0B,a@b.org\n".to_vec()),
        ("an unclosed quote", b"name,email\n\"A,a@b.org\nB,b@b.org\n".to_vec()),
        ("more cells than headings", b"name,email\nA,a@b.org,x,y\n".to_vec()),
        ("mixed encodings", b"name,email\nS\xc3\xb8ren \xf8,a@b.org\n".to_vec()),
        ("too many columns", wide.into_bytes()),
        ("a cell too long", long.into_bytes()),
        ("too many rows", many.into_bytes()),
    ];
    for (what, bytes) in cases {
        let page = upload(&bea, &home, &bytes).await;
        let refused = page.status == 422 && !page.html.contains('⟦');
        // Some are readable as a sheet; then the preview refuses them.
        let stopped = match &page.location {
            Some(_) => {
                bea.get(&looked_at(&stage, &bea, &bytes).await).await.says("to be mended first")
            }
            None => refused,
        };
        assert!(stopped, "{what}: {} {}", page.status, page.text());
        assert_eq!(
            (count(&stage, "person").await, count(&stage, "enrolment").await),
            (6, 0),
            "{what}"
        );
    }
    let page = upload(&bea, &home, &vec![b'a'; 17 << 20]).await;
    assert_eq!(page.status, 413, "a file beyond the bound");
}

#[db_test]
async fn imports_of_others_do_not_exist(test: TestDb) {
    let stage = stage(test).await;
    let bea = stage.world.sign_in("bea").await;
    let here = looked_at(&stage, &bea, LIST.as_bytes()).await;
    let id = here.rsplit('/').next().unwrap();
    let amal = stage.world.sign_in("amal").await;
    for path in [
        here.clone(),
        format!("{here}/columns"),
        format!("/people/import/{id}"),
        format!("/people/import/{id}/errors.csv"),
    ] {
        assert_eq!(amal.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(amal.post(&format!("/people/import/{id}/carry-out"), &[]).await.status, 404);
    assert_eq!(amal.get("/people/import").await.status, 200);
    assert_eq!(stage.world.sign_in("dana").await.get("/people/import").await.status, 404);
}

#[db_test]
async fn what_was_exported_can_be_imported_and_changes_nothing(test: TestDb) {
    let stage = stage(test).await;
    let amal = stage.world.sign_in("amal").await;
    run(&stage, "update person set department = '=1+1', manager_id = (select id from person where email = 'amal@larkspur.example') where email = 'dana@larkspur.example'").await;
    let file = amal.get("/people/export.csv").await;
    let page = upload(&amal, "/people/import", file.html.as_bytes()).await;
    let columns = page.location.expect("read");
    let meanings =
        amal.get(&columns).await.attributes("select[name=column] option[selected]", "value");
    let form: Vec<(&str, &str)> = meanings.iter().map(|m| ("column", m.as_str())).collect();
    let here = amal.post(&columns, &form).await.location.expect("columns are fine");
    let preview = amal.get(&here).await;
    assert!(preview.says("Everything is known already"), "{}", preview.text());
}
