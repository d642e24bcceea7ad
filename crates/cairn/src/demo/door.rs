//! A coordinator at work, through the same door as a browser but without the network between.

use ::people::{PersonId, identity::open_session};
use anyhow::{Context as _, bail, ensure};
use axum::{Router, body::Body, response::IntoResponse as _};
use http::{Request, header};
use tower::ServiceExt as _;
use web::App;

use crate::routes;

/// Somebody who is signed in.
pub(super) struct Visitor {
    router: Router,
    cookie: String,
}

impl Visitor {
    /// Signs somebody in.
    pub async fn enter(app: &App, person: &PersonId) -> anyhow::Result<Self> {
        let mut tx = app.db.write().await?;
        let cookie = open_session(&mut tx, app, person, "").await?;
        tx.commit().await?;
        let response = (cookie, ()).into_response();
        let set = response.headers().get(header::SET_COOKIE).context("a session has a cookie")?;
        let cookie = set.to_str()?.split(';').next().unwrap_or_default().to_owned();
        Ok(Self { router: web::protect(routes::all().into_router(), app.clone()), cookie })
    }

    /// Opens a page and gives its source.
    pub async fn get(&self, path: &str) -> anyhow::Result<String> {
        let (status, _, body) = self.send(Request::get(path), Body::empty()).await?;
        ensure!(status.is_success(), "{path} answers {status}");
        Ok(body)
    }

    /// Sends a form and gives the address that it leads to.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> anyhow::Result<String> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        let (status, location, body) = self.send(request, Body::from(body)).await?;
        match location {
            Some(location) => Ok(location),
            None => bail!("{path} answers {status}: {body}"),
        }
    }

    /// Signs out.
    pub async fn leave(self) -> anyhow::Result<()> {
        self.post("/sign-out", &[]).await.map(drop)
    }

    async fn send(
        &self,
        request: http::request::Builder,
        body: Body,
    ) -> anyhow::Result<(http::StatusCode, Option<String>, String)> {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .body(body)?;
        let response = self.router.clone().oneshot(request).await?;
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|l| l.to_str().map(str::to_owned)).transpose()?;
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
        Ok((status, location, String::from_utf8_lossy(&body).into_owned()))
    }
}
