//! Everybody in the organisation: found, added, changed, taken out as a file.

mod add;
pub mod details;
mod edit;
mod export;
mod facts;
pub mod file;
mod form;
mod list;
pub mod store;

pub use details::Details;
pub use facts::{PeopleExported, PersonAdded, PersonChanged};

/// The routes of this feature. A person's own page shows programmes: it is in the area above.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/people", list::page)
        .get("/people/new", add::page)
        .post("/people/new", add::save)
        .get("/people/export.csv", export::csv)
        .get("/people/export.xlsx", export::xlsx)
        .get("/people/{person}/edit", edit::page)
        .post("/people/{person}/edit", edit::save)
}
