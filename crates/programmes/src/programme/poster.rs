//! The shared link as a code to scan, and a poster with it to print.

use askama::Template;
use axum::{extract::State, response::IntoResponse as _};
use people::permission::CoordinatorOf;
use qrcode::{EcLevel, QrCode, render::svg};
use web::{Answer, App, Problem, Shell};

use super::{
    frame::{Frame, Tab, frame},
    model::Programme,
    store,
};

#[derive(Template)]
#[template(path = "programme/poster.html")]
struct Page {
    page: Shell,
    frame: Frame,
    address: String,
    closes: Option<String>,
}

/// The poster.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, &permit.viewer, &permit.programme, Tab::None).await?;
    let language = permit.viewer.language;
    web::html(&Page {
        page: permit.viewer.page_titled(frame.programme.name.clone()),
        address: join_address(&app, &frame.programme).ok_or(Problem::Absent)?,
        closes: frame.programme.closes_on.map(|day| words::day(language, day)),
        frame,
    })
}

/// The code as a picture that scales.
pub async fn qr(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, &permit.viewer.organisation, &permit.programme).await?;
    let address = join_address(&app, &found.ok_or(Problem::Absent)?).ok_or(Problem::Absent)?;
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| Problem::fault("an address did not fit into a code", error))?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(320, 320).build();
    Ok(([("content-type", "image/svg+xml")], picture).into_response())
}

/// The address of the shared link.
pub(crate) fn join_address(app: &App, programme: &Programme) -> Option<String> {
    programme.join_code.as_ref().map(|code| app.settings.link(&format!("/join/{code}")))
}
