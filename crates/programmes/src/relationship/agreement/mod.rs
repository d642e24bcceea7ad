//! The agreement of a relationship: proposed by the design, changed by its members, agreed by all.
//! A change makes a new version that everybody is asked about again. Only members read it.

mod agree;
mod change;
pub mod model;
mod show;
pub mod store;

#[cfg(test)]
mod tests;

/// The routes of this feature.
pub(super) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/relationships/{relationship}/agreement", show::page)
        .post("/relationships/{relationship}/agreement/agree", agree::act)
        .get("/relationships/{relationship}/agreement/change", change::page)
        .post("/relationships/{relationship}/agreement/change", change::act)
}
