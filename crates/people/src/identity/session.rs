//! Sessions: opaque secrets in a cookie, by their digest on the server, ended at once when revoked.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, FromRequestParts, Path, State},
    response::{IntoResponse as _, IntoResponseParts, ResponseParts},
};
use db::Tx;
use http::{HeaderMap, HeaderValue, header::SET_COOKIE, request::Parts};
use web::{Answer, App, Flash, Problem, Visit, cookies};

use super::store::{self, NewSession};
use crate::{
    PersonId,
    permission::{SignedIn, Viewer},
};

const DAYS: i64 = 30;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const SEEN_EVERY_MS: i64 = 10 * 60 * 1000;

/// The cookie that goes with an answer.
#[derive(Debug, Clone)]
pub struct SetCookie(HeaderValue);

impl IntoResponseParts for SetCookie {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().append(SET_COOKIE, self.0);
        Ok(parts)
    }
}

/// Signs a person in: stores a session and gives its cookie, good once the transaction is committed.
///
/// # Errors
/// When the database refuses it.
pub async fn open_session(
    tx: &mut Tx,
    app: &App,
    person: &PersonId,
    device: &str,
) -> db::Result<SetCookie> {
    let (secret, now) = (app.seam.secret(), app.seam.now_ms());
    let digest = mail::link::digest(&secret);
    let new = NewSession {
        id: app.seam.id(),
        digest,
        person,
        device,
        now,
        expires_at: now + DAYS * DAY_MS,
    };
    store::insert_session(tx, &new).await?;
    Ok(SetCookie(cookies::write(cookie_name(app), &secret, DAYS * DAY_MS / 1000)))
}

/// Ends all sessions of a person, as when they leave.
///
/// # Errors
/// When the database refuses it.
pub async fn end_all(tx: &mut Tx, app: &App, person: &PersonId) -> db::Result<()> {
    store::revoke_sessions(tx, person, None, app.seam.now_ms()).await.map(drop)
}

/// The viewer of a request's session cookie.
///
/// # Errors
/// A fault when the database refuses.
pub async fn viewer(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Option<Viewer>, Problem> {
    let Some(secret) = cookies::read(headers, cookie_name(app)) else { return Ok(None) };
    let (digest, now) = (mail::link::digest(secret), app.seam.now_ms());
    let viewer = Viewer::of_session(&mut app.db.read().await?, visit, &digest, now).await?;
    if let Some(viewer) = &viewer
        && now - viewer.seen_at > SEEN_EVERY_MS
    {
        note_seen(app, &viewer.session, now).await;
    }
    Ok(viewer)
}

/// Notes that a session is in use. Failing to must not fail the page that is read.
async fn note_seen(app: &App, session: &str, now: i64) {
    let noted = async {
        let mut tx = app.db.write().await?;
        store::see_session(&mut tx, session, now, now + DAYS * DAY_MS).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "a session could not be noted as seen");
    }
}

/// Signs out here.
pub async fn sign_out(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    store::revoke_session(&mut tx, &viewer.person, &viewer.session, app.seam.now_ms()).await?;
    tx.commit().await?;
    let cookie = SetCookie(cookies::write(cookie_name(&app), "", 0));
    Ok((cookie, web::see("/sign-in", Flash::done("sign-in-signed-out"))).into_response())
}

/// Ends one of the person's own sessions.
pub async fn end(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Path(session): Path<String>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let ended = store::revoke_session(&mut tx, &viewer.person, &session, app.seam.now_ms()).await?;
    tx.commit().await?;
    if ended == 0 {
        return Err(Problem::Absent);
    }
    web::see("/account", Flash::done("account-session-ended"))
}

fn cookie_name(app: &App) -> &'static str {
    if app.settings.is_secure() { "__Host-session" } else { "session" }
}

/// Where a request comes from, for limits: the peer's address. Headers that a client could write
/// count only when the installation says that a proxy in front of it writes them.
#[derive(Debug, Clone)]
pub struct ClientAddress(pub String);

impl FromRequestParts<App> for ClientAddress {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if app.settings.behind_proxy {
            let header = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
            // The last entry is the one that our own proxy added.
            if let Some(address) = header.and_then(|h| h.rsplit(',').next()) {
                return Ok(Self(address.trim().chars().take(64).collect()));
            }
        }
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(peer.map_or_else(String::new, |ConnectInfo(at)| at.ip().to_string())))
    }
}
