//! The application's state: what a handler may use.

use std::sync::Arc;

use db::Db;
use jobs::Seam;
use url::Url;

/// The application's state. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Time, chance and identity.
    pub seam: Seam,
    /// What the installation is set to.
    pub settings: Arc<Settings>,
}

/// What the installation is set to. Read once at the start.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people reach Cairn. Links in mails begin with it; never taken from a request.
    pub public_url: Url,
    /// The demo: outgoing mail can be read at `/dev/outbox` and the clock can be moved.
    pub demo: bool,
    /// A proxy in front of us writes the client's address into `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// What the first run asks for, printed at the start: nobody else can found the organisation.
    pub setup_code: String,
}

impl Settings {
    /// The address of a path, for links in mails. The path begins with `/`.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }

    /// Whether people come by HTTPS: cookies are then `__Host-` and secure.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.scheme() == "https"
    }
}
