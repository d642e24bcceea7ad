//! Logs: what happened to the program, never what people wrote or who they are.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Begins to write logs to standard error, by the level in `RUST_LOG` or `info`.
pub fn begin(json: bool) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,tower_http=warn"));
    let writer = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json {
        writer.json().init();
    } else {
        writer.with_target(false).with_ansi(std::io::stderr().is_terminal()).compact().init();
    }
}
