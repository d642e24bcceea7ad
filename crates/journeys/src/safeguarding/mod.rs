//! Safeguarding: from every page somebody can say that something is not right. Whoever is in charge
//! hears of it at once; those whom it is about never do.

mod access;
mod answer;
mod escalate;
mod facts;
mod letters;
mod list;
mod model;
mod raise;
mod show;
mod store;
#[cfg(test)]
mod tests;

pub use escalate::escalate_due;
pub use facts::FACTS;

db::id! {
    /// A concern.
    ConcernId;
}

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/concerns", list::page)
        .get("/concerns/new", raise::page)
        .post("/concerns/new", raise::act)
        .get("/concerns/{concern}", show::page)
        .post("/concerns/{concern}/answer", answer::act)
}
