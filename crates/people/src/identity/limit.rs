//! Guessing is limited. What is counted is the pair of account and address, so that a stranger
//! cannot lock the owner out, and the address alone, more generously.

use db::Tx;
use web::{App, Problem, Refusal};

use super::store;

const WINDOW_MS: i64 = 15 * 60 * 1000;

/// Counts an attempt of a kind on an account from an address.
///
/// # Errors
/// A refusal (429) beyond `most` for the pair or ten times that for the address.
pub async fn count(
    app: &App,
    kind: &str,
    account: &str,
    address: &str,
    most: i64,
) -> Result<(), Problem> {
    let window = app.seam.now_ms() / WINDOW_MS * WINDOW_MS;
    let mut tx: Tx = app.db.write().await?;
    let pair =
        store::count_attempt(&mut tx, &format!("{kind}:{account}:{address}"), window).await?;
    let all = store::count_attempt(&mut tx, &format!("{kind}::{address}"), window).await?;
    tx.commit().await?;
    if pair > most || all > most * 10 {
        return Err(Refusal::too_often("sign-in-too-often").into());
    }
    Ok(())
}
