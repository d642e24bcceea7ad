//! How relationships are doing, for the coordinator: counts and dates, never content. Health is
//! computed when it is looked at and stored nowhere, so that it cannot be stale.

mod close;
mod list;
mod message;
pub mod model;
mod show;
mod store;

#[cfg(test)]
mod tests;

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/relationships", list::page)
        .get("/programmes/{programme}/relationships/{relationship}", show::page)
        .get("/programmes/{programme}/relationships/{relationship}/close", close::page)
        .post("/programmes/{programme}/relationships/{relationship}/close", close::act)
        .get("/programmes/{programme}/relationships/{relationship}/message", message::page)
        .post("/programmes/{programme}/relationships/{relationship}/message", message::act)
}
