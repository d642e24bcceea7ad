//! What surrounds every request: who it is from, what it may carry, and the headers and the face of its answer.

use std::time::Duration;

use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{self, Next},
    response::{Html, IntoResponse as _, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer,
};

use crate::{
    App, Shell, Visit, assets, cookies, flash,
    problem::{Problem, Refusal, Told},
};

const MOST_BODY: usize = 1024 * 1024;

/// Puts the common layers round the router and gives it its assets and its page for «not found».
pub fn protect(router: Router<App>, app: App) -> Router {
    router
        .route("/assets/{content}/{name}", get(assets::serve))
        .fallback(async || Problem::Absent)
        .method_not_allowed_fallback(async || Problem::Absent)
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(middleware::from_fn_with_state(app.clone(), surround))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(60),
        ))
        .layer(CompressionLayer::new())
        .with_state(app)
}

async fn surround(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let visit = Visit::read(request.uri(), request.headers());
    let is_asset = request.uri().path().starts_with("/assets/");
    let foreign = is_foreign_write(&app, request.method(), request.headers());
    request.extensions_mut().insert(visit.clone());
    let mut response = if foreign {
        Problem::from(Refusal::bad_request("error-foreign-form")).into_response()
    } else {
        next.run(request).await
    };
    if let Some(told) = response.extensions_mut().remove::<Told>() {
        response = face(&app, &visit, &told, response);
    }
    let shown = visit.flash.is_some() && !response.status().is_redirection() && !is_asset;
    if shown && !visit.wants_part {
        response.headers_mut().append(header::SET_COOKIE, cookies::write(flash::COOKIE, "", 0));
    }
    if !is_asset {
        response
            .headers_mut()
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
    }
    secure(&app, response.headers_mut());
    response
}

/// A write that another site's page made the browser send.
fn is_foreign_write(app: &App, method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else { return false };
    let own = app.settings.public_url.origin().ascii_serialization();
    let host = text("host").unwrap_or_default();
    origin != own && origin.split_once("://").is_none_or(|(_, at)| at != host)
}

fn secure(app: &App, headers: &mut HeaderMap) {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'";
    let fixed = [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers
            .entry(http::HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    if app.settings.is_secure() {
        let value = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Shell,
    text: String,
    reference: Option<String>,
}

fn face(app: &App, visit: &Visit, told: &Told, bare: Response) -> Response {
    let status = bare.status();
    let reference = told.fault.as_ref().map(|(attempted, cause)| {
        let reference = app.seam.id();
        tracing::error!(%reference, attempted, cause, "a fault");
        reference
    });
    let (title, text) = match (&told.refusal, status) {
        (Some(refusal), _) => ("error-refused-title", refusal.say(visit.language)),
        (None, StatusCode::NOT_FOUND) => ("error-absent-title", visit.t("error-absent")),
        (None, StatusCode::SERVICE_UNAVAILABLE) => ("error-later-title", visit.t("error-later")),
        (None, _) => ("error-fault-title", visit.t("error-fault")),
    };
    let title = visit.t(title);
    let mut response = if visit.wants_json {
        let key = told.refusal.as_ref().map_or("", |r| r.key);
        let body = serde_json::json!({
            "status": status.as_u16(), "title": title, "detail": text, "code": key, "reference": reference,
        });
        let mut response = axum::Json(body).into_response();
        let problem = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, problem);
        response
    } else {
        let page = ProblemPage { page: Shell::new(visit, title), text, reference };
        Html(page.render().unwrap_or_default()).into_response()
    };
    *response.status_mut() = status;
    if let Some(after) = bare.headers().get(header::RETRY_AFTER) {
        response.headers_mut().insert(header::RETRY_AFTER, after.clone());
    }
    response
}
