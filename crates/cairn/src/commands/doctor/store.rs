//! The database: reachable, up to date, and keeping what it promises to keep.

use std::collections::BTreeMap;

use db::{Db, Dialect};
use jobs::Seam;
use people::organisation;

use super::Finding;

const OLDEST_POSTGRES: u32 = 150_000;
const MOST_APART_MS: i64 = 2_000;

pub(super) async fn look(db: &Db, seam: &Seam) -> db::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut tx = db.read().await?;
    let rows = tx.all(db.dialect().durability(), &[]).await?;
    let set: BTreeMap<String, String> = rows
        .iter()
        .map(|row| Ok((row.get("name")?, row.get("value")?)))
        .collect::<db::Result<_>>()?;
    let is = |name: &str| set.get(name).map(String::as_str).unwrap_or_default();
    match db.dialect() {
        Dialect::Sqlite => sqlite(&is, &mut findings),
        Dialect::Postgres => postgres(&is, &mut findings),
    }
    let theirs: i64 = tx.one(db.dialect().clock(), &[]).await?.get("ms")?;
    let apart = theirs - seam.now_ms();
    if apart.abs() > MOST_APART_MS {
        findings.push(Finding::wrong("doctor-clocks-apart").with("seconds", apart / 1000));
    }
    drop(tx);
    findings.push(steps(db).await);
    if db::copy::steps_done(&mut db.read().await?).await?.is_empty() {
        return Ok(findings);
    }
    findings.push(match organisation::store::only(&mut db.read().await?).await? {
        Some(home) => Finding::good("doctor-founded").with("organisation", home.name),
        None => Finding::remark("doctor-not-founded"),
    });
    Ok(findings)
}

async fn steps(db: &Db) -> Finding {
    match db::pending(db).await {
        Ok(steps) if steps.is_empty() => Finding::good("doctor-steps"),
        Ok(steps) => Finding::wrong("doctor-steps-pending").with("count", steps.len()),
        Err(error) => Finding::wrong("doctor-steps-wrong").with("error", error),
    }
}

fn sqlite<'a>(is: &impl Fn(&str) -> &'a str, findings: &mut Vec<Finding>) {
    let safe = is("journal_mode") == "wal" && is("synchronous") == "2";
    findings.push(if safe {
        Finding::good("doctor-sqlite").with("version", is("version"))
    } else {
        Finding::wrong("doctor-sqlite-unsafe")
            .with("journal", is("journal_mode"))
            .with("synchronous", is("synchronous"))
    });
    if is("intact") != "ok" {
        findings.push(Finding::wrong("doctor-sqlite-damaged").with("error", is("intact")));
    }
}

fn postgres<'a>(is: &impl Fn(&str) -> &'a str, findings: &mut Vec<Finding>) {
    findings.push(Finding::good("doctor-postgres").with("version", is("server_version")));
    if is("server_version_num").parse::<u32>().is_ok_and(|version| version < OLDEST_POSTGRES) {
        findings.push(Finding::wrong("doctor-postgres-old").with("version", is("server_version")));
    }
    if is("synchronous_commit") == "off" {
        findings.push(Finding::wrong("doctor-postgres-asynchronous"));
    }
    for (setting, key) in
        [("fsync", "doctor-postgres-fsync"), ("full_page_writes", "doctor-postgres-pages")]
    {
        if is(setting) == "off" {
            findings.push(Finding::wrong(key));
        }
    }
    if is("server_encoding") != "UTF8" {
        let found = is("server_encoding");
        findings.push(Finding::wrong("doctor-postgres-encoding").with("encoding", found));
    }
}
