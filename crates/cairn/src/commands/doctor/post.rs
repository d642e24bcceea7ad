//! Whether mail can leave.

use super::Finding;
use crate::settings::Settings;

pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let Some(address) = &settings.smtp else { return vec![Finding::wrong("doctor-mail-missing")] };
    let mut findings = Vec::new();
    let has_secret = address.split_once("://").is_some_and(|(_, rest)| rest.contains('@'));
    if has_secret && address.starts_with("smtp:") && !address.contains("tls=required") {
        findings.push(Finding::wrong("doctor-mail-open"));
    }
    let smtp = match settings.smtp() {
        Err(error) => {
            findings.push(Finding::wrong("doctor-mail-settings").with("error", error));
            return findings;
        }
        Ok(None) => return findings,
        Ok(Some(smtp)) => smtp,
    };
    let from = settings.mail_from.as_deref().unwrap_or_default();
    findings.push(match smtp.test().await {
        Ok(true) => Finding::good("doctor-mail").with("from", from),
        Ok(false) => Finding::wrong("doctor-mail-silent").with("error", ""),
        Err(error) => Finding::wrong("doctor-mail-silent").with("error", error),
    });
    findings
}
