//! Importing people from a spreadsheet: upload, say what the columns mean, look, import, undo.

mod answer;
mod carry_out;
mod columns;
pub mod console;
mod facts;
mod forget;
mod load;
mod mapping;
mod model;
mod plan;
mod preview;
mod said;
mod scope;
mod store;
#[cfg(test)]
mod tests;
mod undo;
mod upload;

use people::permission::{Administrator, CoordinatorOf};

pub use facts::{ImportUndone, PeopleImported};
pub use forget::forget_previews;

/// Bytes of a request that carries a file: the file's bound and room for the form round it.
const MOST_BODY: usize = (16 << 20) + (64 << 10);

/// The routes of this feature: the same pages for a programme and for the organisation.
pub(crate) fn routes() -> web::Routes {
    let uploads = web::Routes::new()
        .post("/programmes/{programme}/import", upload::upload::<CoordinatorOf>)
        .post("/people/import", upload::upload::<Administrator>)
        .allow_body(MOST_BODY);
    web::Routes::new()
        .get("/programmes/{programme}/import", upload::page::<CoordinatorOf>)
        .get("/programmes/{programme}/import/{import}", preview::page::<CoordinatorOf>)
        .get("/programmes/{programme}/import/{import}/columns", columns::page::<CoordinatorOf>)
        .post("/programmes/{programme}/import/{import}/columns", columns::save::<CoordinatorOf>)
        .get("/programmes/{programme}/import/{import}/errors.csv", preview::errors::<CoordinatorOf>)
        .post("/programmes/{programme}/import/{import}/carry-out", carry_out::post::<CoordinatorOf>)
        .post("/programmes/{programme}/import/{import}/undo", undo::undo::<CoordinatorOf>)
        .get("/people/import", upload::page::<Administrator>)
        .get("/people/import/{import}", preview::page::<Administrator>)
        .get("/people/import/{import}/columns", columns::page::<Administrator>)
        .post("/people/import/{import}/columns", columns::save::<Administrator>)
        .get("/people/import/{import}/errors.csv", preview::errors::<Administrator>)
        .post("/people/import/{import}/carry-out", carry_out::post::<Administrator>)
        .post("/people/import/{import}/undo", undo::undo::<Administrator>)
        .merge(uploads)
}
