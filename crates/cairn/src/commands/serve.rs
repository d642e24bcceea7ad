//! `cairn serve`: runs the product.

use std::process::ExitCode;

use crate::{serve, settings::Settings};

/// Serves until it is told to stop.
///
/// # Errors
/// When settings, database or address are not right.
pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let code = settings.setup_code.clone();
    let code = code.unwrap_or_else(|| jobs::Seam::real().secret()[..12].to_owned());
    let app = serve::open(settings, false, code.clone()).await?;
    let smtp = settings.smtp()?;
    if smtp.is_none() {
        tracing::warn!(
            "no mail server is set (CAIRN_SMTP): mail is kept in the outbox and marked as sent"
        );
    }
    let founded = people::organisation::store::only(&mut app.db.read().await?).await?.is_some();
    if !founded {
        let url = app.settings.link(&format!("/setup?code={code}"));
        println!("Welcome to Cairn. Found your organisation here:\n\n  {url}\n");
    }
    serve::serve(app, smtp, settings).await?;
    Ok(ExitCode::SUCCESS)
}
