//! The operator's commands on the real program.

use crate::server::{self, AMAL, Server};

fn database(folder: &tempfile::TempDir) -> String {
    format!("sqlite:{}", folder.path().join("cairn.db").display())
}

#[test]
fn a_fresh_organisation_is_founded_backed_up_and_restored_from_the_console() {
    let folder = tempfile::tempdir().unwrap();
    let (database, copy) = (database(&folder), folder.path().join("copy.cairn"));
    server::found(&database);
    server::told(&database, &["user", "add", "--name", "Bea", "--email", "bea@larkspur.example"]);
    server::told(&database, &["user", "appoint", "bea@larkspur.example"]);
    server::told(&database, &["backup", copy.to_str().unwrap()]);
    let other = format!("sqlite:{}", folder.path().join("other.db").display());
    server::told(&other, &["restore", copy.to_str().unwrap()]);
    let list = |database: &str| server::told(database, &["user", "list"]);
    assert_eq!(list(&database), list(&other));
    assert_eq!(list(&other).matches("administrator").count(), 2);
    let again = server::run(&other, &["restore", copy.to_str().unwrap()]);
    assert!(!again.status.success(), "never into a database with rows");
    let said = String::from_utf8(again.stderr).unwrap();
    assert!(said.contains("not empty"), "{said}");
}

#[test]
fn the_doctor_says_what_is_wrong_and_how_to_mend_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(&folder);
    let output = server::run(&database, &["doctor"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for remedy in ["CAIRN_PUBLIC_URL", "CAIRN_SMTP", "cairn migrate"] {
        assert!(said.contains(remedy), "{remedy} is missing in: {said}");
    }
    server::found(&database);
    let output = server::run(&database, &["doctor", "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let wrong: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["level"] == "wrong")
        .map(|finding| finding["key"].as_str().unwrap())
        .collect();
    assert_eq!(wrong, ["doctor-url-missing", "doctor-mail-missing"], "the database is well");
}

#[test]
fn figures_are_shown_for_the_token_alone_and_name_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(&folder);
    server::found(&database);
    let closed = Server::start(&database, &[]);
    assert_eq!(closed.stranger().get("/metrics").unwrap().status, 404);
    closed.kill();
    let token = "0123456789abcdef0123456789";
    let server = Server::start(&database, &[("CAIRN_METRICS_TOKEN", token)]);
    server.sign_in(&database, AMAL);
    assert_eq!(server.stranger().get("/metrics").unwrap().status, 404);
    let mut scraper = server.stranger();
    // The cookie's line is the last that the browser fills in: a header more follows it.
    scraper.cookie = format!("none=1\r\nAuthorization: Bearer {token}");
    let answer = scraper.get("/metrics").unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.header("x-request-id").is_some());
    let link =
        r#"cairn_http_requests_total{method="POST",route="/sign-in/link/{secret}",status="303"} 1"#;
    assert!(answer.body.contains(link), "{}", answer.body);
    assert!(answer.body.contains("cairn_database_up 1"));
    server.kill();
}
