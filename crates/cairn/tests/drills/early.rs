//! The bite: a writer that answers before it has stored. It runs as a process of its own, so that
//! it can be killed as the real program is.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

use db::{Db, params};

const DATABASE: &str = "CAIRN_DRILL_CHILD_DATABASE";
const EARLY: &str = "CAIRN_DRILL_CHILD_EARLY";

/// How many writes share a commit in the broken variant.
const TOGETHER: usize = 20;

/// The child's part: does nothing in an ordinary run of the tests.
#[test]
fn child() {
    #[expect(clippy::disallowed_methods, reason = "told by the parent")]
    let (database, early) = (std::env::var(DATABASE).ok(), std::env::var(EARLY).is_ok());
    let Some(database) = database else { return };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(write(&database, early));
}

async fn write(database: &str, early: bool) {
    let db = Db::open(database).await.unwrap();
    for round in 0.. {
        let mut tx = db.write().await.unwrap();
        let mut keys = Vec::new();
        for n in 0..TOGETHER {
            let key = format!("{}-{round}-{n}", std::process::id());
            let sql = "insert into attempt (subject, window_start, count) values ($1, 0, 1)";
            // Some weight, so that a full disk is noticed soon.
            let subject = format!("{key} {}", "x".repeat(400));
            let written = tx.run(sql, params![subject]).await.is_ok();
            if early && written {
                println!("ack {key}");
            }
            keys.push(key);
        }
        let stored = tx.commit().await.is_ok();
        if !early && stored {
            keys.iter().for_each(|key| println!("ack {key}"));
        }
        std::io::stdout().flush().unwrap();
        if early {
            // Where work goes on between the answer and the commit of the next.
            sleep(Duration::from_millis(2));
        }
    }
}

/// Lets the child write while something happens, kills it, and gives what it acknowledged.
pub fn acknowledged(database: &str, early: bool, meanwhile: impl FnOnce()) -> Vec<String> {
    let mut child = start(database, early);
    let out = child.stdout.take().unwrap();
    let reading = std::thread::spawn(move || {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        // The test harness may put its own words before the first line.
        lines.filter_map(|l| Some(l.split_once("ack ")?.1.to_owned())).collect::<Vec<_>>()
    });
    meanwhile();
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap()
}

fn start(database: &str, early: bool) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "early::child", "--nocapture", "--test-threads=1"]);
    command.env(DATABASE, database).stdout(Stdio::piped()).stderr(Stdio::null());
    if early {
        command.env(EARLY, "1");
    }
    command.spawn().unwrap()
}

/// How many of the acknowledged are not there.
pub async fn lost(database: &str, acknowledged: &[String]) -> usize {
    let db = Db::open(database).await.unwrap();
    let rows = db.read().await.unwrap().all("select subject from attempt", &[]).await.unwrap();
    let there: std::collections::BTreeSet<String> = rows
        .iter()
        .filter_map(|row| Some(row.get::<String>("subject").unwrap().split(' ').next()?.to_owned()))
        .collect();
    db.close().await;
    acknowledged.iter().filter(|key| !there.contains(*key)).count()
}
