//! A stop that lets people finish.

use std::{
    io::{Read as _, Write as _},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::{
    http::{self, encode},
    server::{self, AMAL, Server},
};

fn database(folder: &tempfile::TempDir) -> String {
    format!("sqlite:{}", folder.path().join("cairn.db").display())
}

#[test]
fn a_request_under_way_is_answered_after_the_signal_to_stop() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(&folder);
    server::found(&database);
    let server = Server::start(&database, &[]);
    let browser = server.sign_in(&database, AMAL);
    let form = [
        ("name", "Late"),
        ("email", "late@drill.example"),
        ("language", "en"),
        ("time_zone", "UTC"),
    ];
    let body = encode(&form);
    let (first, second) = body.split_at(10);
    let mut stream = browser.connect().unwrap();
    let head = browser.head("POST", "/people/new", body.len());
    stream.write_all(format!("{head}{first}").as_bytes()).unwrap();
    sleep(Duration::from_millis(200));
    server.terminate();
    sleep(Duration::from_millis(300));
    assert!(browser.get("/healthz").is_err(), "nobody new is let in");
    stream.write_all(second.as_bytes()).unwrap();
    let answer = http::read(stream).unwrap();
    assert_eq!(answer.status, 303, "{answer:?}");
    assert!(server.ended(Duration::from_secs(10)).success());
    let people = server::told(&database, &["user", "list"]);
    assert!(people.contains("late@drill.example"), "what was answered is there: {people}");
}

#[test]
fn an_idle_connection_does_not_hold_up_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&database(&folder), &[]);
    let mut idle = server.stranger().connect().unwrap();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: cairn\r\n\r\n").unwrap();
    let mut some = [0; 64];
    assert!(idle.read(&mut some).unwrap() > 0);
    let began = Instant::now();
    server.terminate();
    assert!(server.ended(Duration::from_secs(5)).success());
    println!("stopped after {:?} with an idle connection open", began.elapsed());
}
