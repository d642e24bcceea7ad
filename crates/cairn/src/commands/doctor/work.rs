//! What waits to be done and to be sent.

use db::Db;
use jiff::{SignedDuration, Timestamp};
use jobs::Seam;

use super::Finding;

const LATE_JOB: SignedDuration = SignedDuration::from_mins(10);
const LATE_MAIL: SignedDuration = SignedDuration::from_mins(30);

pub(super) async fn look(db: &Db, seam: &Seam) -> db::Result<Vec<Finding>> {
    if !db::pending(db).await?.is_empty() {
        return Ok(Vec::new());
    }
    let now = seam.now();
    let mut tx = db.read().await?;
    let jobs = jobs::backlog(&mut tx, now).await?;
    let (waiting, oldest) = mail::waiting(&mut tx, now).await?;
    let week = now - SignedDuration::from_hours(24 * 7);
    let given_up = mail::given_up(&mut tx, week).await?;
    let is_late =
        |since: Option<Timestamp>, most| since.is_some_and(|s| now.duration_since(s) > most);
    let queue = if is_late(jobs.oldest, LATE_JOB) {
        Finding::wrong("doctor-queue-late")
    } else {
        Finding::good("doctor-queue")
    };
    let outbox = if is_late(oldest, LATE_MAIL) {
        Finding::wrong("doctor-outbox-late")
    } else {
        Finding::good("doctor-outbox")
    };
    let mut findings = vec![queue.with("count", jobs.due), outbox.with("count", waiting)];
    if jobs.failed > 0 {
        findings.push(Finding::wrong("doctor-jobs-failed").with("count", jobs.failed));
    }
    if given_up > 0 {
        findings.push(Finding::wrong("doctor-mails-given-up").with("count", given_up));
    }
    Ok(findings)
}
