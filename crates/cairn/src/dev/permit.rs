//! The permit of the demo's own pages.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::permission::{Anyone, Need, Standing, allows};
use web::{App, Guard, Problem};

/// Anyone, while the installation is a demo.
#[derive(Debug)]
pub struct Demo(pub Anyone);

impl Guard for Demo {
    const NEED: &'static str = Need::DemoOnly.words();
}

impl FromRequestParts<App> for Demo {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let standing = Standing { demo: app.settings.demo, ..Standing::default() };
        if !allows(Need::DemoOnly, &standing) {
            return Err(Problem::Absent);
        }
        Ok(Self(Anyone::from_request_parts(parts, app).await?))
    }
}
