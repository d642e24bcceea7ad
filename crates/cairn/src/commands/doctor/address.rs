//! Where people reach Cairn, and the settings about it.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};
use url::{Host, Url};

use super::Finding;
use crate::settings::Settings;

const PATIENCE: Duration = Duration::from_secs(5);
const SHORTEST_TOKEN: usize = 16;

pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let mut findings = vec![];
    match &settings.public_url {
        None => {
            findings.push(Finding::wrong("doctor-url-missing").with("listen", settings.listen()));
        }
        Some(url) => {
            findings.push(scheme(url));
            if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
                findings.push(Finding::wrong("doctor-url-path").with("url", url));
            }
            findings.push(reach(url).await);
            if url.scheme() == "https" && !settings.behind_proxy {
                findings.push(Finding::remark("doctor-no-proxy"));
            }
        }
    }
    let token = settings.metrics_token.as_deref().unwrap_or_default();
    if !token.is_empty() && token.len() < SHORTEST_TOKEN {
        findings.push(Finding::wrong("doctor-token-short").with("least", SHORTEST_TOKEN));
    }
    findings
}

fn scheme(url: &Url) -> Finding {
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => Finding::good("doctor-url").with("url", url),
        "http" if here => Finding::remark("doctor-url-here").with("url", url),
        _ => Finding::wrong("doctor-url-open").with("url", url),
    }
}

/// Whether somebody answers there; by HTTP, whether it is Cairn.
async fn reach(url: &Url) -> Finding {
    let silent = || Finding::remark("doctor-url-silent").with("url", url);
    let Some(host) = url.host_str() else { return silent() };
    let port = url.port_or_known_default().unwrap_or(443);
    let connected = timeout(PATIENCE, TcpStream::connect((host, port))).await;
    let Ok(Ok(stream)) = connected else { return silent() };
    if url.scheme() == "https" {
        return Finding::good("doctor-url-answers").with("url", url);
    }
    match timeout(PATIENCE, ask(stream, host)).await {
        Ok(Ok(answer)) if answer.ends_with("alive\n") => {
            Finding::good("doctor-url-answers").with("url", url)
        }
        _ => Finding::wrong("doctor-url-other").with("url", url),
    }
}

async fn ask(mut stream: TcpStream, host: &str) -> std::io::Result<String> {
    let request = format!("GET /healthz HTTP/1.0\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.take(64 * 1024).read_to_string(&mut answer).await?;
    Ok(answer)
}
