//! R3: a full disk.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::Duration,
};

use crate::{
    early,
    http::Browser,
    ledger::{Ledger, Verdict},
    server::{self, AMAL, Server},
    times,
};

/// How many writes the room inside of the database's files may hold at most.
const MOST_BEFORE_FULL: usize = 4000;

/// A disk of a few megabytes in memory, and room for what is acknowledged, unmounted when it is dropped.
struct Disk(tempfile::TempDir);

impl Disk {
    /// None where mounting is not permitted.
    fn small(writes: usize) -> Option<Self> {
        let size = format!("size={}m", 6 + writes / 50);
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "cairn-drill"])
            .arg(folder.path())
            .output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        println!("not run: a small disk cannot be mounted here (it takes root)");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn database(&self) -> String {
        format!("sqlite:{}", self.path().join("cairn.db").display())
    }

    /// Fills what is free with a file of no use.
    fn fill(&self) -> PathBuf {
        let file = self.path().join("filler");
        let mut filler = File::create(&file).unwrap();
        for size in [65_536, 4096, 512] {
            while filler.write_all(&vec![7; size]).is_ok() {}
        }
        file
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_nothing_acknowledged_is_lost_and_reading_goes_on() {
    let wanted = times("CAIRN_DRILL_WRITES", 60);
    let Some(disk) = Disk::small(wanted) else { return };
    let database = disk.database();
    server::found(&database);
    let server = Server::start(&database, &[]);
    let browser = server.sign_in(&database, AMAL);
    let mut ledger = Ledger::default();
    let (mut tried, mut refused, mut cycles) = (0, 0, 0);
    while tried < wanted {
        let (before, refused_before) = (ledger.added.len(), refused);
        for _ in 0..5 {
            refused += write(&browser, &mut ledger, tried);
            tried += 1;
        }
        assert_eq!(refused, refused_before, "with room it takes everything, without a restart");
        assert_eq!(ledger.added.len(), before + 5);
        let filler = disk.fill();
        // The log of the database may have room inside for a while: write until that is full too.
        let mut more = 20;
        while more > 0 && tried < wanted + MOST_BEFORE_FULL {
            let full = write(&browser, &mut ledger, tried);
            refused += full;
            more -= full;
            tried += 1;
        }
        assert_eq!(browser.get("/people").unwrap().status, 200, "reading goes on");
        assert!(refused > refused_before, "the disk was really full");
        fs::remove_file(filler).unwrap();
        cycles += 1;
    }
    server.kill();
    assert_eq!(ledger.check(&database).await, Verdict::default());
    println!(
        "R3: {tried} writes over {cycles} times full, {} acknowledged, {refused} refused, 0 acknowledged but absent",
        ledger.added.len()
    );
}

/// Adds a person. Gives 1 when it was refused, which must be with a status that says «later».
fn write(browser: &Browser, ledger: &mut Ledger, n: usize) -> usize {
    let email = format!("disk-{n}@drill.example");
    ledger.sent.insert(email.clone());
    // Some weight, so that a page's worth of room does not last long.
    let title = "x".repeat(100);
    let form = [
        ("name", "Drill 0"),
        ("email", &email),
        ("language", "en"),
        ("time_zone", "Europe/London"),
        ("department", &title),
    ];
    let answer = browser.post("/people/new", &form).unwrap();
    if answer.status == 303 {
        ledger.added.insert(email);
        return 0;
    }
    assert!(matches!(answer.status, 503 | 507), "a refusal says «later»: {answer:?}");
    1
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_the_check_catches_a_writer_that_answers_before_it_stores() {
    let Some(disk) = Disk::small(0) else { return };
    let database = disk.database();
    server::told(&database, &["migrate"]);
    let mut lost = [0, 0];
    for (variant, early) in [false, true].into_iter().enumerate() {
        let mut filler = None;
        let acknowledged = early::acknowledged(&database, early, || {
            sleep(Duration::from_millis(500));
            filler = Some(disk.fill());
            sleep(Duration::from_millis(500));
        });
        fs::remove_file(filler.unwrap()).unwrap();
        lost[variant] = early::lost(&database, &acknowledged).await;
    }
    let [right, wrong] = lost;
    assert_eq!(right, 0, "what is answered after the commit is there");
    assert!(wrong > 0, "what is answered before the commit is not, and the check sees it");
    println!("R3 bite: the early writer lost {wrong}, the right one 0");
}
