//! Mail through a real server that is not always kind.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use db::{db_test, testing::TestDb};
use jiff::{SignedDuration, Timestamp};
use jobs::Seam;
use mail::{
    About, Addressee, Letter, Post, Smtp,
    calendar::{Event, Invitation, Method},
};
use serde_json::Value;

const SCRIPT: &str = include_str!("smtp.py");

/// A mail server in Python: refuses each mail once, and writes down what it takes.
struct MailServer {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl MailServer {
    /// None where Python has no aiosmtpd.
    fn start() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new("/usr/bin/python3")
            .args(["-c", SCRIPT])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
        let Ok(port) = line.trim().parse() else {
            let _ = child.wait();
            println!("not run: python3-aiosmtpd is not installed");
            return None;
        };
        Some(Self { child, port, folder })
    }

    fn smtp(&self) -> Smtp {
        let address = format!("smtp://127.0.0.1:{}", self.port);
        Smtp::new(&address, "Mentoring <mentoring@larkspur.example>").unwrap()
    }

    /// What it took, one entry a delivery.
    fn taken(&self) -> Vec<Value> {
        let lines = std::fs::read_to_string(self.folder.path().join("taken")).unwrap_or_default();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn write(test: &TestDb, seam: &Seam, subject: &str, invitation: Option<&Invitation>) {
    let to = Addressee {
        person_id: None,
        name: "Dana Whitløck, \"D\"".to_owned(),
        email: "dana@larkspur.example".to_owned(),
    };
    let about =
        About { organisation_id: "o", kind: "drill", subject: None, send_after: seam.now() };
    let letter = Letter {
        lang: "en".to_owned(),
        subject: subject.to_owned(),
        greeting: "Dear Dana,".to_owned(),
        paragraphs: vec!["Ægir & <you> are 🏔 ready.".to_owned()],
        ..Letter::default()
    };
    let mut tx = test.db.write().await.unwrap();
    mail::write(&mut tx, seam, &to, about, &letter, invitation).await.unwrap();
    tx.commit().await.unwrap();
}

fn invitation() -> Invitation {
    Invitation {
        method: Method::Request,
        event: Event {
            uid: "meeting-1@cairn".to_owned(),
            sequence: 0,
            stamp: Timestamp::UNIX_EPOCH,
            starts: Timestamp::UNIX_EPOCH,
            minutes: 45,
            summary: "Mentoring: Dana & Chidi".to_owned(),
            description: "First meeting".to_owned(),
            place: String::new(),
            page: String::new(),
        },
        organiser: "Larkspur".to_owned(),
        attendees: vec![("Dana".to_owned(), "dana@larkspur.example".to_owned())],
    }
}

#[db_test]
async fn mail_reaches_a_real_server_and_a_retry_is_the_same_mail(test: TestDb) {
    let Some(server) = MailServer::start() else { return };
    let seam = Seam::fixed("2026-11-22T12:00:00Z".parse().unwrap(), 1);
    write(&test, &seam, "Plain: Ægir", None).await;
    write(&test, &seam, "With a calendar", Some(&invitation())).await;
    write(&test, &seam, "cut after acceptance", None).await;
    let post = Post::new(test.db.clone(), seam.clone(), Some(server.smtp()));
    assert_eq!(post.send_due().await.unwrap(), 0, "each is refused once for now");
    assert!(server.taken().is_empty());
    for _ in 0..3 {
        seam.travel(SignedDuration::from_hours(1));
        post.send_due().await.unwrap();
    }
    let taken = server.taken();
    let of = |subject: &str| taken.iter().filter(|m| m["subject"] == subject).collect::<Vec<_>>();
    let (plain, calendar) = (of("Plain: Ægir"), of("With a calendar"));
    assert_eq!((plain.len(), calendar.len()), (1, 1), "{taken:?}");
    assert_eq!(plain[0]["kinds"], serde_json::json!(["text/plain", "text/html"]));
    assert_eq!(
        calendar[0]["kinds"],
        serde_json::json!(["text/plain", "text/html", "text/calendar"])
    );
    assert_eq!(calendar[0]["method"], "REQUEST");
    for mail in [plain[0], calendar[0]] {
        assert!(mail["text"].as_str().unwrap().contains("Ægir & <you> are 🏔 ready."), "{mail}");
        assert!(mail["html"].as_str().unwrap().contains("are 🏔 ready."), "{mail}");
        assert_eq!(mail["to"], "Dana Whitløck, \"D\" <dana@larkspur.example>");
    }
    assert!(calendar[0]["calendar"].as_str().unwrap().contains("METHOD:REQUEST"));
    // The server took it and hung up before it said so: a second copy must be known as the same.
    let cut = of("cut after acceptance");
    assert!(cut.len() >= 2, "{taken:?}");
    assert!(cut.iter().all(|mail| mail["id"] == cut[0]["id"]), "one Message-ID for all attempts");
    let mut tx = test.db.read().await.unwrap();
    assert_eq!(mail::waiting(&mut tx, seam.now()).await.unwrap().0, 0, "nothing is left behind");
}
