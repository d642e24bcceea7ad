//! Style, script, fonts and icons: in the binary, with names that change with their content.

use std::{collections::BTreeMap, sync::OnceLock};

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use http::StatusCode;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// Where an asset is served: `/assets/<content>/<name>`.
#[must_use]
pub fn asset_url(name: &str) -> String {
    static URLS: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let urls = URLS.get_or_init(|| {
        Files::iter()
            .filter_map(|name| {
                let file = Files::get(&name)?;
                let hash = file.metadata.sha256_hash();
                let short: String = hash[..6].iter().map(|b| format!("{b:02x}")).collect();
                Some((name.to_string(), format!("/assets/{short}/{name}")))
            })
            .collect()
    });
    urls.get(name).cloned().unwrap_or_else(|| format!("/assets/missing/{name}"))
}

/// Serves an asset for ever: another content has another address.
pub(crate) async fn serve(Path((_, name)): Path<(String, String)>) -> Response {
    let Some(file) = Files::get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    let kind =
        if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    let headers = [
        ("content-type", kind),
        ("cache-control", "public, max-age=31536000, immutable".to_owned()),
    ];
    (headers, file.data).into_response()
}
