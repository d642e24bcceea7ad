//! The pages of a track's design: twelve topics, each readable at a glance and editable by itself;
//! the design file to download and upload; the registration form.

mod boundary;
mod care;
mod channel;
mod conditions;
mod effect;
mod file;
mod journey;
mod matching;
pub(crate) mod names;
mod overview;
mod population;
mod purpose;
mod question;
mod questions;
mod recruitment;
mod roles;
mod save;
mod time;
mod topic;

use crate::programme::Fields;

use db::Tx;
use people::permission::CoordinatorOf;
use web::{Answer, Problem};

use crate::{
    TrackId,
    programme::{self, Frame, Tab, Track, store},
};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/tracks/{track}/design", overview::page)
        .get("/programmes/{programme}/tracks/{track}/design/file", file::page)
        .get("/programmes/{programme}/tracks/{track}/design/design.toml", file::download)
        .post("/programmes/{programme}/tracks/{track}/design/file", file::upload)
        .get("/programmes/{programme}/tracks/{track}/design/form", questions::page)
        .post("/programmes/{programme}/tracks/{track}/design/form", questions::welcome)
        .get("/programmes/{programme}/tracks/{track}/design/form/preview", questions::preview)
        .get("/programmes/{programme}/tracks/{track}/design/form/new", question::new)
        .post("/programmes/{programme}/tracks/{track}/design/form/new", question::add)
        .get("/programmes/{programme}/tracks/{track}/design/form/{question}", question::page)
        .post("/programmes/{programme}/tracks/{track}/design/form/{question}", question::save)
        .post(
            "/programmes/{programme}/tracks/{track}/design/form/{question}/move",
            questions::shift,
        )
        .post(
            "/programmes/{programme}/tracks/{track}/design/form/{question}/remove",
            questions::remove,
        )
        .get("/programmes/{programme}/tracks/{track}/design/{topic}", topic::page)
        .post("/programmes/{programme}/tracks/{track}/design/{topic}", topic::save)
}

/// The track of the path, if it belongs to the programme that is coordinated.
async fn load(tx: &mut Tx, permit: &CoordinatorOf, track: &str) -> Answer<(Frame, Track)> {
    let frame = programme::frame(tx, &permit.viewer, &permit.programme, Tab::Design).await?;
    let id = TrackId::from(track.to_owned());
    let track = store::track(tx, &permit.viewer.organisation, &permit.programme, &id).await?;
    Ok((frame, track.ok_or(Problem::Absent)?))
}

/// Puts the design above a page that lies below it.
fn deeper(frame: &mut Frame, permit: &CoordinatorOf, track: &Track) {
    frame.trail.push((address(track), permit.viewer.t("designing-title")));
}

/// The address of a track's design pages.
#[must_use]
pub fn address(track: &Track) -> String {
    format!("/programmes/{}/tracks/{}/design", track.programme, track.id)
}
