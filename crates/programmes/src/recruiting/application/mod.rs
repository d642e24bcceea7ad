//! Applications: who asked to take part, and what is decided.

mod decide;
mod facts;
mod letter;
mod list;
mod model;
mod show;
mod store;
#[cfg(test)]
mod tests;
mod undo;

pub use facts::DecisionUndone;
pub use model::Outcome;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/applications", list::page)
        .get("/programmes/{programme}/applications/{enrolment}", show::page)
        .post("/programmes/{programme}/applications/decide", decide::decide)
        .post("/programmes/{programme}/applications/undo/{decision}", undo::undo)
}
