//! R1 over every kind of verb: killed while people of all parts do what they do.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{JoinHandle, sleep, spawn},
    time::Duration,
};

use db::{Db, Tx, db_test, params, testing::TestDb};

use crate::{
    http::Browser,
    ledger::{Verdict, without_job},
    scene::Scene,
    server::Server,
    times,
    verbs::{VERBS, Verb},
};

/// What the writers of one verb were told, in their order.
#[derive(Debug, Default, Clone)]
struct Account {
    sent: Vec<String>,
    done: Vec<String>,
    /// Sent since the last that was acknowledged.
    open: Vec<String>,
}

type Accounts = Arc<Mutex<BTreeMap<&'static str, Account>>>;

#[db_test]
async fn of_every_verb_what_was_acknowledged_survives_and_is_whole(test: TestDb) {
    let (address, dialect) = (test.address.clone(), test.db.dialect());
    let scene = Arc::new(Scene::set(test).await);
    let before = facts(&address).await;
    let accounts = Accounts::default();
    let kills = times("CAIRN_DRILL_KILLS", 3);
    for round in 0..kills {
        scene.stock_up(25).await;
        let server = Server::start(&address, &[]);
        let stop = Arc::new(AtomicBool::default());
        let writers: Vec<_> = VERBS
            .iter()
            .map(|verb| {
                let browser = server.sign_in(&address, &format!("{}@larkspur.example", verb.who));
                writer(verb, &scene, browser, &accounts, &stop)
            })
            .collect();
        sleep(Duration::from_millis(60 + (u64::try_from(round).unwrap() * 137) % 380));
        server.kill();
        stop.store(true, Ordering::SeqCst);
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        let told = accounts.lock().unwrap().clone();
        let wrong = check(&address, &told, &before).await;
        assert!(wrong.is_empty(), "after kill {round}: {wrong:#?}");
    }
    let told = accounts.lock().unwrap();
    for verb in &VERBS {
        let done = told.get(verb.name).map_or(0, |account| account.done.len());
        let least = if verb.replaces { 1 } else { kills };
        assert!(done >= least, "{}: {done} were acknowledged over {kills} kills", verb.name);
    }
    let done: Vec<String> =
        told.iter().map(|(name, a)| format!("{} {name}", a.done.len())).collect();
    println!(
        "R1 {dialect:?}, every verb: {kills} kills, {} acknowledged ({}), 0 lost, 0 phantom, 0 half",
        told.values().map(|account| account.done.len()).sum::<usize>(),
        done.join(", ")
    );
}

/// Does it again and again, until the program is gone.
fn writer(
    verb: &'static Verb,
    scene: &Arc<Scene>,
    browser: Browser,
    accounts: &Accounts,
    stop: &Arc<AtomicBool>,
) -> JoinHandle<()> {
    let (scene, accounts, stop) = (scene.clone(), accounts.clone(), stop.clone());
    spawn(move || {
        while !stop.load(Ordering::SeqCst) {
            let n = accounts.lock().unwrap().entry(verb.name).or_default().sent.len();
            let mark = (verb.mark)(&scene, n);
            note(&accounts, verb, |account| {
                account.sent.push(mark.clone());
                account.open.push(mark.clone());
            });
            match (verb.act)(&scene, &browser, &mark) {
                Ok(true) => note(&accounts, verb, |account| {
                    account.done.push(mark.clone());
                    account.open.clear();
                }),
                Ok(false) => {}
                Err(_) => return,
            }
        }
    })
}

fn note(accounts: &Accounts, verb: &Verb, change: impl FnOnce(&mut Account)) {
    change(accounts.lock().unwrap().entry(verb.name).or_default());
}

type Facts = BTreeMap<String, i64>;

async fn facts(address: &str) -> Facts {
    let db = Db::open(address).await.unwrap();
    let facts = count_facts(&mut db.read().await.unwrap()).await;
    db.close().await;
    facts
}

async fn count_facts(tx: &mut Tx) -> Facts {
    let sql = "select name, cast(count(*) as bigint) as n from fact group by name";
    let rows = tx.all(sql, params![]).await.unwrap();
    rows.iter().map(|row| (row.get("name").unwrap(), row.get("n").unwrap())).collect()
}

/// What is wrong, by verb.
async fn check(
    address: &str,
    told: &BTreeMap<&'static str, Account>,
    before: &Facts,
) -> Vec<(&'static str, Verdict)> {
    let db = Db::open(address).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let now = count_facts(&mut tx).await;
    let mut wrong = Vec::new();
    for verb in &VERBS {
        let rows = tx.all(verb.stored, params![]).await.unwrap();
        let stored: Vec<(String, bool)> =
            rows.iter().map(|r| (r.get("mark").unwrap(), r.get("whole").unwrap())).collect();
        let account = told.get(verb.name).cloned().unwrap_or_default();
        let mut verdict = verdict(verb, &account, &stored);
        let count = |facts: &Facts| facts.get(verb.fact).copied().unwrap_or(0);
        if !verb.fact.is_empty()
            && count(&now) - count(before) != i64::try_from(stored.len()).unwrap()
        {
            verdict.half += 1;
        }
        wrong.push((verb.name, verdict));
    }
    wrong.push(("facts", Verdict { half: without_job(&mut tx).await, ..Verdict::default() }));
    drop(tx);
    db.close().await;
    wrong.retain(|(_, verdict)| *verdict != Verdict::default());
    wrong
}

fn verdict(verb: &Verb, told: &Account, stored: &[(String, bool)]) -> Verdict {
    let marks: BTreeSet<&String> = stored.iter().map(|(mark, _)| mark).collect();
    let half = stored.iter().filter(|(_, whole)| !whole).count() + (stored.len() - marks.len());
    if verb.replaces {
        let newest = told.done.last();
        let may_stand = |mark: &&String| Some(*mark) == newest || told.open.contains(*mark);
        // Before the first was acknowledged, what stood there before may stand there still.
        let gone = newest.is_some() && !marks.iter().any(may_stand);
        return Verdict { lost: usize::from(gone), phantom: 0, half };
    }
    let done: BTreeSet<&String> = told.done.iter().collect();
    let sent: BTreeSet<&String> = told.sent.iter().collect();
    Verdict {
        lost: done.difference(&marks).count(),
        phantom: marks.difference(&sent).count(),
        half,
    }
}

/// The bite: what a store could do wrong is found out.
#[test]
fn the_check_finds_what_is_lost_made_up_or_half() {
    let all = |marks: &[&str]| marks.iter().map(|mark| (*mark).to_owned()).collect::<Vec<_>>();
    let account =
        Account { sent: all(&["a", "b", "c"]), done: all(&["a", "b"]), open: all(&["c"]) };
    let stored = |marks: &[&str]| marks.iter().map(|m| ((*m).to_owned(), true)).collect::<Vec<_>>();
    let (adds, replaces) = (&VERBS[0], &VERBS[4]);
    assert!(!adds.replaces && replaces.replaces);
    assert_eq!(verdict(adds, &account, &stored(&["a", "b"])), Verdict::default());
    assert_eq!(verdict(adds, &account, &stored(&["a", "b", "c"])), Verdict::default());
    assert_eq!(verdict(adds, &account, &stored(&["a"])).lost, 1);
    assert_eq!(verdict(adds, &account, &stored(&["a", "b", "x"])).phantom, 1);
    assert_eq!(verdict(adds, &account, &stored(&["a", "b", "b"])).half, 1);
    assert_eq!(verdict(adds, &account, &[("a".into(), true), ("b".into(), false)]).half, 1);
    assert_eq!(verdict(replaces, &account, &stored(&["c"])), Verdict::default());
    assert_eq!(verdict(replaces, &account, &stored(&["a"])).lost, 1);
}
