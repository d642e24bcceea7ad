//! R1: `kill -9` while people write.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{JoinHandle, sleep, spawn},
    time::Duration,
};

use db::{db_test, testing::TestDb};

use crate::{
    early,
    http::Browser,
    ledger::{Ledger, Verdict},
    server::{self, AMAL, Server},
    times,
};

const WRITERS: usize = 8;

#[db_test]
async fn what_was_acknowledged_survives_every_kill(test: TestDb) {
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    server::found(&test.address);
    let kills = times("CAIRN_DRILL_KILLS", 3);
    let mut ready = Vec::new();
    for round in 0..kills {
        let server = Server::start(&test.address, &[]);
        ready.push(server.ready_after);
        let browser = server.sign_in(&test.address, AMAL);
        let stop = Arc::new(AtomicBool::default());
        let writers: Vec<_> =
            (0..WRITERS).map(|n| writer(round, n, browser.clone(), &ledger, &stop)).collect();
        // Between the first write and many: another moment each round.
        sleep(Duration::from_millis(60 + (u64::try_from(round).unwrap() * 137) % 380));
        server.kill();
        stop.store(true, Ordering::SeqCst);
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        let kept = ledger.lock().unwrap().clone();
        assert_eq!(kept.check(&test.address).await, Verdict::default(), "after kill {round}");
    }
    let server = Server::start(&test.address, &[]);
    ready.push(server.ready_after);
    let browser = server.sign_in(&test.address, AMAL);
    assert_eq!(browser.get("/people").unwrap().status, 200);
    ready.sort_unstable();
    let acknowledged = ledger.lock().unwrap().acknowledged();
    assert!(acknowledged > kills * 5, "only {acknowledged} writes were acknowledged");
    println!(
        "R1 {:?}: {kills} kills, {acknowledged} acknowledged writes, 0 lost, 0 phantom, 0 half; ready again {:?} at most",
        test.db.dialect(),
        ready.last().unwrap()
    );
}

/// Adds a person and edits them, again and again, until the program is gone.
fn writer(
    round: usize,
    thread: usize,
    browser: Browser,
    ledger: &Arc<Mutex<Ledger>>,
    stop: &Arc<AtomicBool>,
) -> JoinHandle<()> {
    let (ledger, stop) = (ledger.clone(), stop.clone());
    spawn(move || {
        for n in 0.. {
            if stop.load(Ordering::SeqCst) {
                return;
            }
            let email = format!("w{thread}-{round}-{n}@drill.example");
            if add_and_edit(&browser, &email, &ledger).is_err() {
                return;
            }
        }
    })
}

fn add_and_edit(browser: &Browser, email: &str, ledger: &Mutex<Ledger>) -> std::io::Result<()> {
    let zone = ("time_zone", "Europe/London");
    ledger.lock().unwrap().sent.insert(email.to_owned());
    let form = [("name", "Drill 0"), ("email", email), ("language", "en"), zone];
    let answer = browser.post("/people/new", &form)?;
    assert_eq!(answer.status, 303, "{answer:?}");
    ledger.lock().unwrap().added.insert(email.to_owned());
    let id = answer.header("location").unwrap().rsplit('/').next().unwrap().to_owned();
    for n in 1..4_i64 {
        ledger.lock().unwrap().edits.entry(email.to_owned()).or_default().0 = n;
        let title = format!("Edit {n}");
        let form = [
            ("name", "Drill 0"),
            ("email", email),
            ("language", "en"),
            zone,
            ("job_title", &title),
        ];
        let answer = browser.post(&format!("/people/{id}/edit"), &form)?;
        assert_eq!(answer.status, 303, "{answer:?}");
        ledger.lock().unwrap().edits.entry(email.to_owned()).or_default().1 = n;
    }
    Ok(())
}

#[db_test]
async fn the_check_catches_a_writer_that_answers_before_it_stores(test: TestDb) {
    let mut lost = [0, 0];
    for (variant, early) in [false, true].into_iter().enumerate() {
        for kill in 0..6 {
            let runs_for = Duration::from_millis(400 + 53 * kill);
            let acknowledged = early::acknowledged(&test.address, early, || sleep(runs_for));
            lost[variant] += early::lost(&test.address, &acknowledged).await;
        }
    }
    let [right, wrong] = lost;
    assert_eq!(right, 0, "answering after the commit loses nothing");
    assert!(wrong > 0, "answering before the commit loses, and the check sees it");
    println!(
        "R1 bite {:?}: 6 kills of the early writer, {wrong} lost; of the right one, 0",
        test.db.dialect()
    );
}
