//! What machines ask: is it alive, is it ready, how is it doing.

use axum::{
    extract::{FromRequestParts, State},
    response::{IntoResponse, Response},
};
use http::{StatusCode, request::Parts};
use people::permission::Need;
use web::{Answer, App, Guard, Problem, Routes};

use crate::observe;

/// A machine that asks how the program is: needs nothing and costs no statement.
#[derive(Debug)]
pub struct Machine;

impl Guard for Machine {
    const NEED: &'static str = Need::Anyone.words();
}

impl FromRequestParts<App> for Machine {
    type Rejection = Problem;
    async fn from_request_parts(_: &mut Parts, _: &App) -> Result<Self, Problem> {
        Ok(Self)
    }
}

/// The routes for machines.
pub fn routes() -> Routes {
    Routes::new()
        .get("/healthz", alive)
        .get("/readyz", ready)
        .get("/metrics", observe::show)
        .get("/openapi.json", description)
}

async fn alive(_: Machine) -> &'static str {
    "alive\n"
}

/// What machines can ask, described. `bench/api` holds the answers against it.
async fn description(_: Machine) -> impl IntoResponse {
    const TEXT: &str = include_str!("openapi.json");
    ([(http::header::CONTENT_TYPE, "application/json")], TEXT)
}

/// Ready means: the database answers and has this program's tables.
async fn ready(_: Machine, State(app): State<App>) -> Answer {
    let not_yet =
        |why: String| -> Response { (StatusCode::SERVICE_UNAVAILABLE, why).into_response() };
    match db::pending(&app.db).await {
        Ok(steps) if steps.is_empty() => Ok("ready\n".into_response()),
        Ok(steps) => Ok(not_yet(format!("{} migrations are pending\n", steps.len()))),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            Ok(not_yet("the database does not answer\n".to_owned()))
        }
    }
}
