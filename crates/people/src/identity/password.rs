//! Passwords: argon2id, checked the same way for accounts that exist and those that do not.

use std::sync::LazyLock;

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::SaltString,
};
use axum::{
    extract::State,
    response::{IntoResponse as _, Response},
};
use jobs::Seam;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{limit, session, sign_in, store};
use crate::{
    PersonId,
    permission::{Anyone, SignedIn},
    person,
};

/// Somebody set their password.
#[derive(Debug, Serialize, Deserialize)]
pub struct PasswordChanged {
    /// Who.
    pub person: PersonId,
}

impl jobs::Fact for PasswordChanged {
    const NAME: &'static str = "password_changed";
    fn subject(&self) -> (&'static str, &str) {
        ("person", self.person.as_str())
    }
}

/// What the sign-in form sends.
#[derive(Debug, Clone, Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    #[serde(default)]
    onward: String,
}

/// Signs in by address and password.
pub async fn sign_in(
    anyone: Anyone,
    State(app): State<App>,
    from: session::ClientAddress,
    Form(form): Form<Credentials>,
) -> Answer {
    let email = person::parse_email(&form.email).unwrap_or_default();
    limit::count(&app, "password", &email, &from.0, 10).await?;
    let mut tx = app.db.read().await?;
    let known = match &anyone.organisation {
        Some(organisation) => person::by_email(&mut tx, &organisation.id, &email).await?,
        None => None,
    };
    let hash = match &known {
        Some(person) => store::password_of(&mut tx, &person.id).await?,
        None => None,
    };
    drop(tx);
    let right = verify(form.password, hash).await?;
    let (true, Some(person)) = (right, known) else {
        return sign_in::again(&anyone, &form.email, &form.onward, "sign-in-wrong");
    };
    let mut tx = app.db.write().await?;
    let cookie = session::open_session(&mut tx, &app, &person.id, &anyone.visit.device).await?;
    tx.commit().await?;
    Ok((cookie, web::go(&sign_in::own_path(&form.onward))).into_response())
}

/// What the account page's form sends.
#[derive(Debug, Deserialize)]
pub struct Change {
    password: String,
}

/// Sets the password of the signed-in person and ends their other sessions.
pub async fn change(
    SignedIn(viewer): SignedIn,
    State(app): State<App>,
    Form(form): Form<Change>,
) -> Result<Response, Problem> {
    check_password(&form.password).map_err(|key| Problem::from(Refusal::unprocessable(key)))?;
    let hash = hash_password(&app.seam, form.password).await?;
    let mut tx = app.db.write().await?;
    set_password(&mut tx, &app.seam, &viewer.person, &hash).await?;
    store::revoke_sessions(&mut tx, &viewer.person, Some(&viewer.session), app.seam.now_ms())
        .await?;
    let fact = PasswordChanged { person: viewer.person.clone() };
    let actor = Some(viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, viewer.organisation.as_str(), actor, &fact).await?;
    tx.commit().await?;
    web::see("/account", Flash::done("account-password-set"))
}

/// Whether a password may be used: 12 characters or more, at most 200, not one repeated character
/// (length over rules, after NIST SP 800-63B).
///
/// # Errors
/// The key of a sentence that says what is wrong.
pub fn check_password(password: &str) -> Result<(), &'static str> {
    let length = password.chars().count();
    let mut characters = password.chars();
    let first = characters.next();
    match length {
        0..12 => Err("password-too-short"),
        12..=200 if characters.all(|c| Some(c) == first) => Err("password-too-simple"),
        12..=200 => Ok(()),
        _ => Err("password-too-long"),
    }
}

/// Hashes a password, away from the threads that answer requests, two at a time.
///
/// # Errors
/// A fault when hashing fails.
pub async fn hash_password(seam: &Seam, password: String) -> Result<String, Problem> {
    // 128 bits in hexadecimal, which is also valid base 64.
    let salt = seam.secret()[..32].to_owned();
    on_the_side(move || {
        let salt = SaltString::from_b64(&salt)?;
        hasher().hash_password(password.as_bytes(), &salt).map(|h| h.to_string())
    })
    .await?
    .map_err(|e| Problem::fault("hashing a password", e))
}

/// Stores a hash from [`hash_password`].
///
/// # Errors
/// When the database refuses it.
pub async fn set_password(
    tx: &mut db::Tx,
    seam: &Seam,
    person: &PersonId,
    hash: &str,
) -> db::Result<()> {
    store::put_password(tx, person, hash, seam.now_ms()).await
}

async fn verify(password: String, hash: Option<String>) -> Result<bool, Problem> {
    // Where there is no account we verify against a hash of nothing, so that both take as long.
    static NOTHING: LazyLock<String> = LazyLock::new(|| {
        let salt = SaltString::from_b64("bm90aGluZ25vdGhpbmc").ok();
        salt.and_then(|salt| Some(hasher().hash_password(b"", &salt).ok()?.to_string()))
            .unwrap_or_default()
    });
    on_the_side(move || {
        let exists = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOTHING.clone());
        let Ok(hash) = PasswordHash::new(&hash) else { return false };
        hasher().verify_password(password.as_bytes(), &hash).is_ok() && exists
    })
    .await
}

/// argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's password storage sheet.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

async fn on_the_side<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    static AT_ONCE: Semaphore = Semaphore::const_new(2);
    let _turn = AT_ONCE.acquire().await.map_err(|e| Problem::fault("waiting to hash", e))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Problem::fault("hashing", e))
}

#[cfg(test)]
mod tests {
    use super::check_password;

    #[test]
    fn length_counts_and_repetition_does_not() {
        assert!(check_password("a walk on the beach").is_ok());
        assert_eq!(check_password("short"), Err("password-too-short"));
        assert_eq!(check_password("aaaaaaaaaaaaaaaa"), Err("password-too-simple"));
        assert_eq!(check_password(&"ab".repeat(101)), Err("password-too-long"));
    }
}
