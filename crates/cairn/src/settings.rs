//! What the installation is set to: flags, then environment, then one file, then defaults.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::Context as _;
use serde::Deserialize;
use url::Url;

/// The settings that commands share.
#[derive(Debug, Clone, clap::Args)]
pub struct Settings {
    /// A file with these settings, as `database = "sqlite:cairn.db"`
    #[arg(long, env = "CAIRN_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// The database: sqlite:FILE or postgres://USER:SECRET@HOST/NAME [default: sqlite:cairn.db]
    #[arg(long, env = "CAIRN_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// Where to listen [default: 127.0.0.1:3000]
    #[arg(long, env = "CAIRN_LISTEN", global = true)]
    pub listen: Option<SocketAddr>,
    /// Where people reach Cairn, as https://mentoring.example.org [default: http://LISTEN]
    #[arg(long, env = "CAIRN_PUBLIC_URL", global = true)]
    pub public_url: Option<Url>,
    /// The mail server: smtp://HOST:PORT, smtps://USER:SECRET@HOST, …?tls=required
    #[arg(long, env = "CAIRN_SMTP", global = true, hide_env_values = true)]
    pub smtp: Option<String>,
    /// The sender of all mail, as "Mentoring <mentoring@example.org>"
    #[arg(long, env = "CAIRN_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,
    /// A proxy in front writes the client's address into X-Forwarded-For
    #[arg(long, env = "CAIRN_BEHIND_PROXY", global = true)]
    pub behind_proxy: bool,
    /// The code that the first run asks for [default: printed at the start]
    #[arg(long, env = "CAIRN_SETUP_CODE", global = true, hide_env_values = true)]
    pub setup_code: Option<String>,
    /// The token for which /metrics is shown; without one there is no such page
    #[arg(long, env = "CAIRN_METRICS_TOKEN", global = true, hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Write logs as JSON lines
    #[arg(long, env = "CAIRN_LOG_JSON", global = true)]
    pub log_json: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    database: Option<String>,
    listen: Option<SocketAddr>,
    public_url: Option<Url>,
    smtp: Option<String>,
    mail_from: Option<String>,
    behind_proxy: Option<bool>,
    setup_code: Option<String>,
    metrics_token: Option<String>,
    log_json: Option<bool>,
}

impl Settings {
    /// With what the file says where flags and environment say nothing.
    ///
    /// # Errors
    /// When the file cannot be read, or says something that is not a setting: with its line.
    pub fn resolve(mut self) -> anyhow::Result<Self> {
        let Some(path) = &self.config else { return Ok(self) };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the settings file {} cannot be read", path.display()))?;
        let file: File = toml::from_str(&text)
            .with_context(|| format!("the settings file {} is not right", path.display()))?;
        self.database = self.database.or(file.database);
        self.listen = self.listen.or(file.listen);
        self.public_url = self.public_url.or(file.public_url);
        self.smtp = self.smtp.or(file.smtp);
        self.mail_from = self.mail_from.or(file.mail_from);
        self.behind_proxy |= file.behind_proxy.unwrap_or(false);
        self.setup_code = self.setup_code.or(file.setup_code);
        self.metrics_token = self.metrics_token.or(file.metrics_token);
        self.log_json |= file.log_json.unwrap_or(false);
        Ok(self)
    }

    /// The database's address.
    #[must_use]
    pub fn database(&self) -> &str {
        self.database.as_deref().unwrap_or("sqlite:cairn.db")
    }

    /// Where to listen.
    #[must_use]
    pub fn listen(&self) -> SocketAddr {
        self.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 3000)))
    }

    /// What handlers may know.
    ///
    /// # Errors
    /// When no address can be made.
    pub fn for_app(&self, demo: bool, setup_code: String) -> anyhow::Result<web::Settings> {
        let public_url = match &self.public_url {
            Some(url) => url.clone(),
            None => {
                format!("http://{}", self.listen()).parse().context("the address to listen at")?
            }
        };
        Ok(web::Settings { public_url, demo, behind_proxy: self.behind_proxy, setup_code })
    }

    /// The mail server, when one is set.
    ///
    /// # Errors
    /// When its address or the sender cannot be read.
    pub fn smtp(&self) -> anyhow::Result<Option<mail::Smtp>> {
        let Some(address) = &self.smtp else { return Ok(None) };
        let from = self.mail_from.as_deref().context(
            "a mail server is set but no sender: set CAIRN_MAIL_FROM, as \"Mentoring <mentoring@example.org>\"",
        )?;
        mail::Smtp::new(address, from).map(Some).map_err(anyhow::Error::msg)
    }
}
