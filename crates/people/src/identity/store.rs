//! Every query about passwords, one-time links, sessions and attempts.

use db::{Result, Tx, params};
use jiff::Timestamp;

use crate::PersonId;

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub id: String,
    pub device: String,
    pub seen_at: Timestamp,
}

pub(crate) async fn sessions_of(tx: &mut Tx, person: &PersonId, now: i64) -> Result<Vec<Session>> {
    let rows = tx
        .all(
            "select id, device, seen_at from session where person_id = $1 \
             and revoked_at is null and expires_at > $2 order by seen_at desc",
            params![person, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let seen_at = Timestamp::from_millisecond(row.get("seen_at")?).unwrap_or_default();
            Ok(Session { id: row.get("id")?, device: row.get("device")?, seen_at })
        })
        .collect()
}

pub(super) struct NewSession<'a> {
    pub id: String,
    pub digest: String,
    pub person: &'a PersonId,
    pub device: &'a str,
    pub now: i64,
    pub expires_at: i64,
}

pub(super) async fn insert_session(tx: &mut Tx, new: &NewSession<'_>) -> Result<()> {
    tx.run(
        "insert into session (id, digest, person_id, device, created_at, seen_at, expires_at) \
         values ($1, $2, $3, $4, $5, $5, $6)",
        params![&new.id, &new.digest, new.person, new.device, new.now, new.expires_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn see_session(tx: &mut Tx, id: &str, now: i64, expires_at: i64) -> Result<()> {
    tx.run(
        "update session set seen_at = $2, expires_at = $3 where id = $1",
        params![id, now, expires_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn revoke_session(
    tx: &mut Tx,
    person: &PersonId,
    id: &str,
    now: i64,
) -> Result<u64> {
    tx.run(
        "update session set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null",
        params![id, person, now],
    )
    .await
}

pub(super) async fn revoke_sessions(
    tx: &mut Tx,
    person: &PersonId,
    but: Option<&str>,
    now: i64,
) -> Result<u64> {
    tx.run(
        "update session set revoked_at = $3 where person_id = $1 and id <> coalesce($2, '') and revoked_at is null",
        params![person, but, now],
    )
    .await
}

pub(super) async fn password_of(tx: &mut Tx, person: &PersonId) -> Result<Option<String>> {
    let row = tx.find("select hash from password where person_id = $1", params![person]).await?;
    row.map(|row| row.get("hash")).transpose()
}

pub(super) async fn put_password(
    tx: &mut Tx,
    person: &PersonId,
    hash: &str,
    now: i64,
) -> Result<()> {
    tx.run(
        "insert into password (person_id, hash, set_at) values ($1, $2, $3) \
         on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at",
        params![person, hash, now],
    )
    .await?;
    Ok(())
}

pub(super) struct NewLink<'a> {
    pub digest: String,
    pub person: &'a PersonId,
    pub onward: &'a str,
    pub now: i64,
    pub expires_at: i64,
}

pub(super) async fn insert_link(tx: &mut Tx, new: &NewLink<'_>) -> Result<()> {
    tx.run(
        "insert into sign_in_link (digest, person_id, onward, created_at, expires_at) values ($1, $2, $3, $4, $5)",
        params![&new.digest, new.person, new.onward, new.now, new.expires_at],
    )
    .await?;
    Ok(())
}

/// Whether a link is good now.
pub(super) async fn link_is_good(tx: &mut Tx, digest: &str, now: i64) -> Result<bool> {
    let sql = "select 1 as one from sign_in_link where digest = $1 and used_at is null and expires_at > $2";
    Ok(tx.find(sql, params![digest, now]).await?.is_some())
}

/// Uses a link up: the person and where they wanted to go.
pub(super) async fn use_link(
    tx: &mut Tx,
    digest: &str,
    now: i64,
) -> Result<Option<(PersonId, String)>> {
    let row = tx
        .find(
            "update sign_in_link set used_at = $2 where digest = $1 and used_at is null and expires_at > $2 \
             returning person_id, onward",
            params![digest, now],
        )
        .await?;
    row.map(|row| Ok((row.get("person_id")?, row.get("onward")?))).transpose()
}

/// Counts an attempt in its window and gives how many there were.
pub(super) async fn count_attempt(tx: &mut Tx, subject: &str, window: i64) -> Result<i64> {
    tx.run(
        "delete from attempt where subject = $1 and window_start < $2",
        params![subject, window],
    )
    .await?;
    let row = tx
        .one(
            "insert into attempt (subject, window_start, count) values ($1, $2, 1) \
             on conflict (subject, window_start) do update set count = attempt.count + 1 \
             returning count",
            params![subject, window],
        )
        .await?;
    row.get("count")
}
