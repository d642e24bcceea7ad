//! What the operator sees of requests: one line a request in the log, and figures for Prometheus.
//!
//! Both name the route as it is declared (`/m/offer/{secret}`), never the path that was asked for,
//! and nobody's name, address or device.

use std::time::{Duration, Instant};

use axum::{
    Extension, Router,
    extract::{FromRequestParts, MatchedPath, Request, State},
    middleware::{self, Next},
    response::Response,
};
use http::{HeaderMap, HeaderValue, Method, header::AUTHORIZATION, request::Parts};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use people::permission::{Need, Standing, allows};
use subtle::ConstantTimeEq as _;
use tracing::Instrument as _;
use web::{Answer, App, Guard, Problem};

/// The figures and the token that they are shown for. Without one nothing is counted.
#[derive(Clone)]
pub struct Figures {
    token: String,
    handle: PrometheusHandle,
}

const REQUEST_SECONDS: &str = "cairn_http_request_seconds";
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Begins to count, when there is a token.
///
/// # Errors
/// When something counts already.
pub fn begin(token: Option<&str>) -> anyhow::Result<Option<Figures>> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
    metrics::gauge!("cairn_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1);
    let tidy = handle.clone();
    tokio::spawn(async move {
        // What was measured is kept one by one until it is summed up, asked for or not.
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            tidy.run_upkeep();
        }
    });
    Ok(Some(Figures { token: token.to_owned(), handle }))
}

/// Puts the log line and the figures round the whole site.
pub fn surround(site: Router, app: App, figures: Option<Figures>) -> Router {
    site.layer(Extension(figures)).layer(middleware::from_fn_with_state(app, one))
}

async fn one(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("unknown", MatchedPath::as_str).to_owned();
    let id = id(&app, request.headers());
    let span = tracing::info_span!("request", %id);
    let mut response = next.run(request).instrument(span).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    // Machines ask every few seconds and browsers fetch assets: that is no news.
    if route.starts_with("/assets/") || route == "/healthz" || route == "/readyz" {
        tracing::debug!(%id, method, route, status, ms, "answered");
    } else {
        tracing::info!(%id, method, route, status, ms, "answered");
    }
    let labels = [("method", method.to_owned()), ("route", route), ("status", status.to_string())];
    metrics::counter!("cairn_http_requests_total", &labels).increment(1);
    metrics::histogram!(REQUEST_SECONDS, &labels[..2]).record(took.as_secs_f64());
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// A proxy in front may have named the request already; anybody else's name for it is not taken.
fn id(app: &App, headers: &HeaderMap) -> String {
    let given = headers.get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let good = (8..=64).contains(&given.len()) && given.chars().all(plain);
    if app.settings.behind_proxy && good { given.to_owned() } else { app.seam.id() }
}

/// Made-up methods must not make new figures.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

/// A machine that shows the token. For all others there is no such page.
#[derive(Debug)]
pub struct Scraper(PrometheusHandle);

impl Guard for Scraper {
    const NEED: &'static str = Need::MachineToken.words();
}

impl FromRequestParts<App> for Scraper {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let figures = parts.extensions.get::<Option<Figures>>().cloned().flatten();
        let figures = figures.ok_or(Problem::Absent)?;
        let shown = parts.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        let shown = shown.and_then(|v| v.strip_prefix("Bearer ")).unwrap_or_default();
        let good_secret = shown.as_bytes().ct_eq(figures.token.as_bytes()).into();
        let standing = Standing { good_secret, ..Standing::default() };
        if !allows(Need::MachineToken, &standing) {
            return Err(Problem::Absent);
        }
        Ok(Self(figures.handle))
    }
}

/// The figures, with those that are looked up when somebody asks.
pub async fn show(Scraper(handle): Scraper, State(app): State<App>) -> Answer<String> {
    let up = look_up(&app).await;
    if let Err(error) = &up {
        tracing::warn!(%error, "the figures of the database could not be looked up");
    }
    metrics::gauge!("cairn_database_up").set(if up.is_ok() { 1 } else { 0 });
    metrics::counter!("cairn_database_statements_total").absolute(app.db.statements());
    if let Some(bytes) = memory() {
        metrics::gauge!("process_resident_memory_bytes").set(bytes);
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        metrics::gauge!("process_open_fds").set(u32::try_from(open.count()).unwrap_or(u32::MAX));
    }
    Ok(handle.render())
}

async fn look_up(app: &App) -> db::Result<()> {
    let now = app.seam.now();
    let age = |since: Option<jiff::Timestamp>| {
        since.map_or(0.0, |since| now.duration_since(since).as_secs_f64().max(0.0))
    };
    let mut tx = app.db.read().await?;
    let jobs = jobs::backlog(&mut tx, now).await?;
    let (waiting, oldest) = mail::waiting(&mut tx, now).await?;
    metrics::gauge!("cairn_jobs_due").set(whole(jobs.due));
    metrics::gauge!("cairn_jobs_oldest_due_seconds").set(age(jobs.oldest));
    metrics::gauge!("cairn_jobs_failed").set(whole(jobs.failed));
    metrics::gauge!("cairn_outbox_waiting").set(whole(waiting));
    metrics::gauge!("cairn_outbox_oldest_seconds").set(age(oldest));
    Ok(())
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What of us is in memory, as Linux tells it.
fn memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}
