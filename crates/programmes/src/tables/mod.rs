//! Speed rounds at an event: nobody meets the same person twice, those who sit out take turns, and
//! whoever comes late or leaves changes only the rounds to come.

mod again;
mod change;
mod cross;
mod desk;
mod facts;
mod letters;
mod make;
mod mine;
mod model;
mod paper;
mod plan;
mod room;
mod store;
#[cfg(test)]
mod tests;

pub use facts::FACTS;

db::id! {
    /// A plan of who sits with whom.
    PlanId;
}

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/tables", desk::page)
        .post("/programmes/{programme}/tables", make::act)
        .post("/programmes/{programme}/tables/discard", make::discard)
        .post("/programmes/{programme}/tables/people", change::people)
        .post("/programmes/{programme}/tables/step", change::step)
        .post("/programmes/{programme}/tables/undo", change::undo)
        .post("/programmes/{programme}/tables/tell", change::tell)
        .get("/programmes/{programme}/tables/print", paper::page)
        .get("/programmes/{programme}/tables/room", room::page)
        .get("/programmes/{programme}/my-tables", mine::page)
        .post("/programmes/{programme}/my-tables", again::act)
}
