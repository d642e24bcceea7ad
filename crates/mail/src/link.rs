//! Links in mails that act without signing in.
//!
//! A link carries a secret of 256 bits; the database has only its digest. Opening a link (GET)
//! changes nothing, because mail scanners open links; the page it shows has one button that posts.

use db::{Result, Tx, params};
use jiff::Timestamp;
use jobs::Seam;
use sha2::{Digest as _, Sha256};

/// What a link may do.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    /// The organisation.
    pub organisation_id: &'a str,
    /// Whose link it is.
    pub person_id: &'a str,
    /// What it may do, as `answer-offer`.
    pub purpose: &'a str,
    /// To what: an id.
    pub subject_id: &'a str,
    /// Particulars, as JSON or empty.
    pub data: &'a str,
    /// Until when.
    pub expires_at: Timestamp,
}

/// A link that was found and is still good.
#[derive(Debug, Clone)]
pub struct Link {
    /// The organisation.
    pub organisation_id: String,
    /// Whose link it is.
    pub person_id: String,
    /// What it may do.
    pub purpose: String,
    /// To what.
    pub subject_id: String,
    /// Particulars.
    pub data: String,
}

/// Makes a link and gives its secret, for the path in the mail.
///
/// # Errors
/// When the database refuses it.
pub async fn make(tx: &mut Tx, seam: &Seam, link: &NewLink<'_>) -> Result<String> {
    let secret = seam.secret();
    tx.run(
        "insert into mail_link (digest, organisation_id, person_id, purpose, subject_id, data, created_at, expires_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            digest(&secret),
            link.organisation_id,
            link.person_id,
            link.purpose,
            link.subject_id,
            link.data,
            seam.now_ms(),
            link.expires_at.as_millisecond()
        ],
    )
    .await?;
    Ok(secret)
}

/// The link of a secret, if it is good now. Whether it may act twice is the verb's business: the
/// noun's own state says so.
///
/// # Errors
/// When the database refuses it.
pub async fn find(tx: &mut Tx, seam: &Seam, secret: &str) -> Result<Option<Link>> {
    let row = tx
        .find(
            "select organisation_id, person_id, purpose, subject_id, data from mail_link \
             where digest = $1 and expires_at > $2",
            params![digest(secret), seam.now_ms()],
        )
        .await?;
    row.map(|row| {
        Ok(Link {
            organisation_id: row.get("organisation_id")?,
            person_id: row.get("person_id")?,
            purpose: row.get("purpose")?,
            subject_id: row.get("subject_id")?,
            data: row.get("data")?,
        })
    })
    .transpose()
}

/// Ends all links about a noun.
///
/// # Errors
/// When the database refuses it.
pub async fn end(tx: &mut Tx, seam: &Seam, subject_id: &str) -> Result<()> {
    tx.run(
        "update mail_link set expires_at = $2 where subject_id = $1 and expires_at > $2",
        params![subject_id, seam.now_ms()],
    )
    .await?;
    Ok(())
}

/// The digest of a secret, as the database keeps it.
#[must_use]
pub fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

/// When the good link about a noun was made, if there is one.
///
/// # Errors
/// When the database refuses it.
pub async fn made_at(tx: &mut Tx, seam: &Seam, subject_id: &str) -> Result<Option<Timestamp>> {
    let sql =
        "select max(created_at) as at from mail_link where subject_id = $1 and expires_at > $2";
    let at: Option<i64> = tx.one(sql, params![subject_id, seam.now_ms()]).await?.get("at")?;
    Ok(at.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
}
