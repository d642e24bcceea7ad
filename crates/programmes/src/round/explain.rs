//! How it is proved that no other matching is better, in words.

use askama::Template;
use axum::extract::{Path, State};
use people::permission::CoordinatorOf;
use web::{Answer, App, Shell};

use super::{
    desk::{At, Desk},
    told,
    view::Proof,
};

#[derive(Template)]
#[template(path = "round/proof.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    proof: Proof,
    total: String,
    bound: String,
    /// The fingerprint in groups, so that it can be read out and fits a phone.
    digest_parts: Vec<String>,
    seed: u64,
    engine: String,
}

/// The page.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn page(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    web::html(&Page {
        page: permit.viewer.page("round-proof-title"),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        proof: desk.proof(permit.viewer.language),
        total: told::points(desk.outcome.total),
        bound: told::points(desk.outcome.bound),
        digest_parts: groups(&desk.round.input_digest),
        seed: desk.round.seed,
        engine: desk.round.engine_version.clone(),
    })
}

fn groups(digest: &str) -> Vec<String> {
    digest.as_bytes().chunks(8).map(|part| String::from_utf8_lossy(part).into_owned()).collect()
}
