//! What commands are about: this installation's organisation, and a programme of it.

use people::organisation::{self, Organisation};
use programmes::programme::{self, Programme};
use web::{App, Problem};
use words::Language;

use crate::refused::Refused;

/// The organisation of this installation.
pub async fn home(app: &App) -> anyhow::Result<Organisation> {
    let only = organisation::store::only(&mut app.db.read().await?).await?;
    only.ok_or_else(|| Refused::new("user-not-founded").into())
}

/// A programme by its id, or by a name that no other has.
pub async fn programme(app: &App, home: &Organisation, named: &str) -> anyhow::Result<Programme> {
    let all = programme::store::list_of(&mut app.db.read().await?, &home.id).await?;
    if let Some(of_id) = all.iter().find(|programme| programme.id.as_str() == named) {
        return Ok(of_id.clone());
    }
    let known: Vec<String> = all.iter().map(|p| format!("  {}  {}", p.id, p.name)).collect();
    let mut same = all.into_iter().filter(|p| p.name.trim().eq_ignore_ascii_case(named.trim()));
    match (same.next(), same.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(Refused::new("command-no-programme")
            .with("programme", named)
            .with("known", known.join("\n"))
            .into()),
    }
}

/// What a page would say, for the console.
pub fn said(problem: &Problem) -> anyhow::Error {
    match problem {
        Problem::Refusal(refusal) => anyhow::anyhow!(refusal.say(Language::English)),
        other => anyhow::anyhow!("{other:?}"),
    }
}
