//! The outbox: every mail is a row, written in the transaction of the act that wants it.

use std::collections::HashSet;

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use jobs::Seam;

use crate::{Letter, calendar::Invitation};

/// Who gets a mail.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The person, when they are one of ours.
    pub person_id: Option<String>,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// What a mail is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The organisation that sends it.
    pub organisation_id: &'a str,
    /// The kind, as `offer`: never shown; used to count and to withdraw.
    pub kind: &'a str,
    /// The noun it is about and its id, as `("relationship", id)`.
    pub subject: Option<(&'a str, &'a str)>,
    /// Not before this: how an undo window holds mails back.
    pub send_after: Timestamp,
}

/// Puts a letter in the outbox and gives its id. It leaves after the transaction is committed.
///
/// # Errors
/// When the database refuses it.
pub async fn write(
    tx: &mut Tx,
    seam: &Seam,
    to: &Addressee,
    about: About<'_>,
    letter: &Letter,
    invitation: Option<&Invitation>,
) -> Result<String> {
    let id = seam.id();
    let (subject_kind, subject_id) = about.subject.unzip();
    tx.run(
        "insert into outbox (id, organisation_id, person_id, to_name, to_address, kind, subject_kind, \
         subject_id, subject, text_body, html_body, calendar, calendar_method, message_id, created_at, \
         send_after, attempts) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0)",
        params![
            &id,
            about.organisation_id,
            to.person_id.clone(),
            one_line(&to.name),
            one_line(&to.email),
            about.kind,
            subject_kind,
            subject_id,
            one_line(&letter.subject),
            letter.text(),
            letter.html(),
            invitation.map(Invitation::to_ics),
            invitation.map(|i| i.method.name()),
            format!("<{id}@cairn.invalid>"),
            seam.now_ms(),
            about.send_after.as_millisecond()
        ],
    )
    .await?;
    Ok(id)
}

/// Takes back all mails about a noun that have not left. Gives how many.
///
/// # Errors
/// When the database refuses it.
pub async fn withdraw(tx: &mut Tx, seam: &Seam, kind: &str, id: &str) -> Result<u64> {
    tx.run(
        "update outbox set withdrawn_at = $3 where subject_kind = $1 and subject_id = $2 \
         and sent_at is null and withdrawn_at is null and given_up_at is null",
        params![kind, id, seam.now_ms()],
    )
    .await
}

/// The nouns of a kind whose newest mail could not be delivered.
///
/// # Errors
/// When the database refuses it.
pub async fn undelivered(
    tx: &mut Tx,
    organisation_id: &str,
    kind: &str,
) -> Result<HashSet<String>> {
    let rows = tx
        .all(
            "select o.subject_id from outbox o where o.organisation_id = $1 and o.subject_kind = $2 \
             and o.given_up_at is not null and not exists (select 1 from outbox l \
             where l.subject_kind = o.subject_kind and l.subject_id = o.subject_id \
             and l.withdrawn_at is null and l.created_at > o.created_at)",
            params![organisation_id, kind],
        )
        .await?;
    rows.iter().map(|row| row.get("subject_id")).collect()
}

/// A mail as it stands in the outbox.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its id.
    pub id: String,
    /// The addressee's name.
    pub to_name: String,
    /// The addressee's address.
    pub to_address: String,
    /// Its kind.
    pub kind: String,
    /// Its subject line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// The calendar file that goes with it.
    pub calendar: Option<String>,
    /// The calendar file's method, as `REQUEST`.
    pub calendar_method: Option<String>,
    /// Its Message-ID.
    pub message_id: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it left.
    pub sent_at: Option<Timestamp>,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, to_name, to_address, kind, subject, text_body, html_body, calendar, \
    calendar_method, message_id, created_at, sent_at, withdrawn_at";

/// The newest mails of the whole installation: for the development outbox and for tests.
///
/// # Errors
/// When the database refuses it.
pub async fn list(tx: &mut Tx, most: u32) -> Result<Vec<Sent>> {
    let sql = format!("select {COLUMNS} from outbox order by created_at desc, id desc limit $1");
    tx.all(&sql, params![most]).await?.iter().map(read).collect()
}

/// One mail: for the development outbox.
///
/// # Errors
/// When the database refuses it.
pub async fn one(tx: &mut Tx, id: &str) -> Result<Option<Sent>> {
    let sql = format!("select {COLUMNS} from outbox where id = $1");
    tx.find(&sql, params![id]).await?.as_ref().map(read).transpose()
}

/// How many mails wait to leave, and since when the oldest of them is due.
///
/// # Errors
/// When the database refuses it.
pub async fn waiting(tx: &mut Tx, now: Timestamp) -> Result<(i64, Option<Timestamp>)> {
    let row = tx
        .one(
            "select cast(count(*) as bigint) as n, min(send_after) as oldest from outbox \
             where sent_at is null and withdrawn_at is null and given_up_at is null and send_after <= $1",
            params![now.as_millisecond()],
        )
        .await?;
    let oldest: Option<i64> = row.get("oldest")?;
    Ok((row.get("n")?, oldest.and_then(|ms| Timestamp::from_millisecond(ms).ok())))
}

/// How many mails of the time since then could not be sent and are not tried again.
///
/// # Errors
/// When the database refuses it.
pub async fn given_up(tx: &mut Tx, since: Timestamp) -> Result<i64> {
    let sql = "select cast(count(*) as bigint) as n from outbox where given_up_at >= $1";
    tx.one(sql, params![since.as_millisecond()]).await?.get("n")
}

/// Gives mails that were given up since then another series of attempts. Gives how many.
///
/// # Errors
/// When the database refuses it.
pub async fn try_again(tx: &mut Tx, seam: &Seam, since: Timestamp) -> Result<u64> {
    tx.run(
        "update outbox set given_up_at = null, attempts = 0, send_after = $2 where given_up_at >= $1",
        params![since.as_millisecond(), seam.now_ms()],
    )
    .await
}

fn read(row: &Row) -> Result<Sent> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    Ok(Sent {
        id: row.get("id")?,
        to_name: row.get("to_name")?,
        to_address: row.get("to_address")?,
        kind: row.get("kind")?,
        subject: row.get("subject")?,
        text: row.get("text_body")?,
        html: row.get("html_body")?,
        calendar: row.get("calendar")?,
        calendar_method: row.get("calendar_method")?,
        message_id: row.get("message_id")?,
        created_at: at(row.get("created_at")?),
        sent_at: row.get::<Option<i64>>("sent_at")?.map(at),
        withdrawn_at: row.get::<Option<i64>>("withdrawn_at")?.map(at),
    })
}

/// Header lines are one line: a name from outside must not add headers.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ").trim().to_owned()
}
