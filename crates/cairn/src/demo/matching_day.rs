//! Matching day as the coordinator does it: open the round, look at the mails, publish.

use ::people::ProgrammeId;
use anyhow::{Context as _, ensure};

use super::door::Visitor;

/// Patience for the engine: tries, and how long one waits.
const TRIES: usize = 600;
const WAIT: std::time::Duration = std::time::Duration::from_millis(50);

/// Publishes a round. A pair that must be in it is pinned.
pub(super) async fn publish(
    bea: &Visitor,
    programme: &ProgrammeId,
    pinned: Option<(&str, &str)>,
) -> anyhow::Result<()> {
    let round = bea.post(&format!("/programmes/{programme}/rounds"), &[]).await?;
    let mails = format!("{round}/mails");
    solved(bea, &round).await?;
    if let Some((giver, receiver)) = pinned {
        let form = [("kind", "pin"), ("giver", giver), ("receiver", receiver)];
        bea.post(&format!("{round}/change"), &form).await?;
    }
    let page = bea.get(&mails).await?;
    let (_, rest) = page.split_once("name=\"seen\" value=\"").context("the draft's mark")?;
    let seen = rest.split('"').next().unwrap_or_default().to_owned();
    bea.post(&format!("{round}/publish"), &[("seen", &seen), ("tell", "on")]).await?;
    Ok(())
}

async fn solved(bea: &Visitor, round: &str) -> anyhow::Result<()> {
    for _ in 0..TRIES {
        if bea.get(round).await?.contains("data-action=\"preview-mails\"") {
            return Ok(());
        }
        tokio::time::sleep(WAIT).await;
    }
    ensure!(false, "the round was not solved in time");
    Ok(())
}
