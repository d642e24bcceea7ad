//! Programmes: from the gallery of designs to the close.

mod close;
mod create;
mod dates;
pub mod facts;
mod fields;
mod fit;
mod frame;
mod gallery;
mod model;
mod open;
mod poster;
mod preset;
mod said;
mod settings;
pub mod store;

pub use create::{NewProgramme, create};
pub use fields::Fields;
pub use frame::{Frame, Tab, finds, frame};
pub use model::{Programme, State, Track};
pub use open::close_overdue;
pub(crate) use poster::join_address;
pub use said::{said, said_all};

use jiff::civil::Date;
use people::permission::Viewer;
use web::App;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/new", gallery::page)
        .get("/programmes/new/fit", fit::page)
        .get("/programmes/new/{preset}", preset::page)
        .get("/programmes/new/{preset}/start", create::page)
        .post("/programmes/new/{preset}/start", create::submit)
        .get("/programmes/{programme}/settings", settings::page)
        .post("/programmes/{programme}/settings", settings::save)
        .post("/programmes/{programme}/open", open::open)
        .get("/programmes/{programme}/close-registration", open::ask_to_close)
        .post("/programmes/{programme}/close-registration", open::close)
        .get("/programmes/{programme}/close", close::ask)
        .post("/programmes/{programme}/close", close::close)
        .get("/programmes/{programme}/poster", poster::page)
        .get("/programmes/{programme}/qr.svg", poster::qr)
}

/// Today, where the organisation's dates hang.
#[must_use]
pub fn today(app: &App, viewer: &Viewer) -> Date {
    app.seam.now().to_zoned(viewer.organisation_zone.clone()).date()
}
