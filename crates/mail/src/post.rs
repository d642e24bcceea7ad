//! Sending what stands in the outbox.

use std::time::Duration;

use db::{Db, Result, params};
use jobs::Seam;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, SinglePart, header::ContentType},
    transport::smtp::authentication::Credentials,
};

/// Where mail leaves through.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").field("host", &self.host).finish_non_exhaustive()
    }
}

impl Smtp {
    /// From an address such as `smtp://user:secret@mail.example.org:587?tls=required` and the
    /// sender, as `Mentoring <mentoring@example.org>`.
    ///
    /// # Errors
    /// A sentence that says which of the two cannot be read and why.
    pub fn new(address: &str, from: &str) -> std::result::Result<Self, String> {
        let from: Mailbox =
            from.parse().map_err(|e| format!("the sender «{from}» is no mail address: {e}"))?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|e| format!("the mail server's address cannot be read: {e}"))?
            .timeout(Some(Duration::from_secs(20)))
            .build();
        Ok(Self { transport, from, host: host_of(address) })
    }

    /// With credentials kept apart from the address.
    ///
    /// # Errors
    /// As [`Smtp::new`].
    pub fn with_credentials(
        address: &str,
        from: &str,
        user: String,
        secret: String,
    ) -> std::result::Result<Self, String> {
        let plain = Self::new(address, from)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|e| format!("the mail server's address cannot be read: {e}"))?
            .timeout(Some(Duration::from_secs(20)))
            .credentials(Credentials::new(user, secret))
            .build();
        Ok(Self { transport, ..plain })
    }

    /// Whether the server answers: for the doctor.
    ///
    /// # Errors
    /// What the server or the network said.
    pub async fn test(&self) -> std::result::Result<bool, String> {
        self.transport.test_connection().await.map_err(|e| e.to_string())
    }
}

fn host_of(address: &str) -> String {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let after = after.rsplit_once('@').map_or(after, |(_, rest)| rest);
    after.split(['/', '?']).next().unwrap_or_default().to_owned()
}

/// Sends due mails. Without a server (the demo) mails are marked as sent and read in the outbox.
#[derive(Debug, Clone)]
pub struct Post {
    db: Db,
    seam: Seam,
    smtp: Option<Smtp>,
}

const LEASE_MS: i64 = 120_000;
const MOST_ATTEMPTS: i64 = 10;

struct Claimed {
    id: String,
    to_name: String,
    to_address: String,
    subject: String,
    text: String,
    html: String,
    calendar: Option<String>,
    calendar_method: Option<String>,
    message_id: String,
    attempts: i64,
}

impl Post {
    /// A post office.
    #[must_use]
    pub fn new(db: Db, seam: Seam, smtp: Option<Smtp>) -> Self {
        Self { db, seam, smtp }
    }

    /// Sends mails until none is due. Gives how many left.
    ///
    /// # Errors
    /// When the outbox itself cannot be read or written.
    pub async fn send_due(&self) -> Result<usize> {
        let mut count = 0;
        while let Some(mail) = self.claim().await? {
            let outcome = match &self.smtp {
                Some(smtp) => send(smtp, &mail).await,
                None => Ok(()),
            };
            count += usize::from(outcome.is_ok());
            self.mark(&mail, outcome).await?;
        }
        Ok(count)
    }

    async fn claim(&self) -> Result<Option<Claimed>> {
        let now = self.seam.now_ms();
        let due = "select id from outbox where sent_at is null and withdrawn_at is null \
                   and given_up_at is null and send_after <= $1 \
                   and (leased_until is null or leased_until < $1) order by send_after, id limit 1";
        let mut tx = self.db.read().await?;
        if tx.find(due, params![now]).await?.is_none() {
            return Ok(None);
        }
        drop(tx);
        let mut tx = self.db.write().await?;
        let due = format!("{due}{}", tx.dialect().claim());
        let Some(row) = tx.find(&due, params![now]).await? else { return Ok(None) };
        let id: String = row.get("id")?;
        let row = tx
            .one(
                "update outbox set leased_until = $2, attempts = attempts + 1 where id = $1 \
                 returning id, to_name, to_address, subject, text_body, html_body, calendar, \
                 calendar_method, message_id, attempts",
                params![&id, now + LEASE_MS],
            )
            .await?;
        let claimed = Claimed {
            id,
            to_name: row.get("to_name")?,
            to_address: row.get("to_address")?,
            subject: row.get("subject")?,
            text: row.get("text_body")?,
            html: row.get("html_body")?,
            calendar: row.get("calendar")?,
            calendar_method: row.get("calendar_method")?,
            message_id: row.get("message_id")?,
            attempts: row.get("attempts")?,
        };
        tx.commit().await?;
        Ok(Some(claimed))
    }

    async fn mark(&self, mail: &Claimed, outcome: std::result::Result<(), Refused>) -> Result<()> {
        let now = self.seam.now_ms();
        let mut tx = self.db.write().await?;
        match outcome {
            Ok(()) => {
                tx.run(
                    "update outbox set sent_at = $2, leased_until = null where id = $1",
                    params![&mail.id, now],
                )
                .await?;
            }
            Err(refused) => {
                let for_good = refused.for_good || mail.attempts >= MOST_ATTEMPTS;
                tracing::warn!(mail = %mail.id, for_good, why = %refused.why, "a mail could not be sent");
                let wait_ms = 15_000_i64 << mail.attempts.clamp(0, 10);
                tx.run(
                    "update outbox set leased_until = null, send_after = $2, last_error = $3, \
                     given_up_at = $4 where id = $1",
                    params![&mail.id, now + wait_ms, refused.why, for_good.then_some(now)],
                )
                .await?;
            }
        }
        tx.commit().await
    }
}

struct Refused {
    why: String,
    for_good: bool,
}

async fn send(smtp: &Smtp, mail: &Claimed) -> std::result::Result<(), Refused> {
    let message = message(&smtp.from, mail).map_err(|why| Refused { why, for_good: true })?;
    match smtp.transport.send(message).await {
        Ok(_) => Ok(()),
        Err(e) => Err(Refused { why: e.to_string(), for_good: e.is_permanent() }),
    }
}

fn message(from: &Mailbox, mail: &Claimed) -> std::result::Result<Message, String> {
    let address = mail.to_address.parse().map_err(|e| format!("the address is no address: {e}"))?;
    let bodies = MultiPart::alternative()
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    let body = match (&mail.calendar, &mail.calendar_method) {
        (Some(calendar), Some(method)) => {
            let calendar = crate::calendar::sent_by(calendar, from.email.as_ref());
            let kind = format!("text/calendar; charset=utf-8; method={method}");
            let kind = ContentType::parse(&kind).map_err(|e| e.to_string())?;
            bodies.singlepart(SinglePart::builder().header(kind).body(calendar))
        }
        _ => bodies,
    };
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(mail.to_name.clone()).filter(|n| !n.is_empty()), address))
        .subject(mail.subject.clone())
        .message_id(Some(mail.message_id.clone()))
        .multipart(body)
        .map_err(|e| e.to_string())
}
