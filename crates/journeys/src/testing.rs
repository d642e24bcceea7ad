//! What the tests of this area share: a running pair, its mails and the links in them.

use std::collections::BTreeMap;

use db::{params, testing::TestDb};
use jobs::{Handler, REACT, Recorded, Trouble};
use programmes::{RelationshipId, testing::Stage};
use web::App;

use crate::meeting;

/// The world with a programme and all routes of this area, in which facts have their reactions.
pub async fn stage(test: TestDb) -> Stage {
    let react: Handler<App> = Box::new(|app, tx, job| {
        Box::pin(async move {
            let fact = jobs::react_to(tx, job).await?;
            react(app, tx, &fact).await
        })
    });
    let routes = crate::routes().merge(programmes::relationship::routes());
    Stage::with(test, routes, BTreeMap::from([(REACT, react)])).await
}

async fn react(app: &App, tx: &mut db::Tx, fact: &Recorded) -> Result<(), Trouble> {
    match fact.name.as_str() {
        "relationship_closed" => meeting::call_off(app, tx, fact).await,
        "relationship_paused" => meeting::rest(app, tx, fact).await,
        "seat_left" => meeting::leave(app, tx, fact).await,
        _ => Ok(()),
    }
}

/// Chidi mentors Dana, and all mails about that have been read.
pub async fn pair(stage: &Stage) -> RelationshipId {
    let id = stage.running_pair().await;
    stage.world.run_jobs().await;
    id
}

/// Somebody's clock hangs elsewhere.
pub async fn lives_in(stage: &Stage, name: &str, zone: &str) {
    let mut tx = stage.world.write().await;
    let values = params![stage.world.person(name), zone];
    tx.run("update person set time_zone = $2 where id = $1", values).await.unwrap();
    tx.commit().await.unwrap();
}

/// The mails of a kind to somebody that were not taken back, newest first.
pub async fn mails(stage: &Stage, name: &str, kind: &str) -> Vec<mail::Sent> {
    let address = format!("{name}@larkspur.example");
    let all = stage.world.mails().await.into_iter();
    all.filter(|m| m.to_address == address && m.kind == kind && m.withdrawn_at.is_none()).collect()
}

/// The newest mail of a kind to somebody.
pub async fn told(stage: &Stage, name: &str, kind: &str) -> mail::Sent {
    let found = mails(stage, name, kind).await.into_iter().next();
    found.unwrap_or_else(|| panic!("{name} was told: {kind}"))
}

/// The paths behind the buttons of a mail.
pub fn links(mail: &mail::Sent) -> Vec<String> {
    let lines = mail.text.lines().filter_map(|line| line.strip_prefix("http://cairn.test"));
    lines.map(str::to_owned).collect()
}

/// A mail as a reader has it, with what differs from run to run made plain.
pub fn readable(mail: &mail::Sent) -> String {
    let mut text = format!("To: {}\nSubject: {}\n\n{}", mail.to_name, mail.subject, mail.text);
    if let Some(ics) = &mail.calendar {
        text.push_str(&format!("\n{}", ics.replace("\r\n ", "").replace("\r\n", "\n")));
    }
    let mut plain = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_hexdigit() || c == '-' {
            run.push(c);
            continue;
        }
        plain.push_str(if run.len() >= 32 { "ID" } else { &run });
        run.clear();
        plain.push(c);
    }
    plain
}

macro_rules! turn {
    ($stage:expr, $job:path) => {{
        let mut tx = $stage.world.write().await;
        $job(&$stage.world.app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }};
}
pub(crate) use turn;
