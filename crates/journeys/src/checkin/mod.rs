//! Check-ins: how is it going, in one tap, now and then. The coordinator sees the answer, never
//! what people talk about.

mod answer;
mod ask;
pub mod facts;
mod letters;
mod link;
mod model;
mod permit;
mod remind;
mod store;

#[cfg(test)]
mod tests;

pub use ask::ask_due;
pub use remind::remind_due;

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/m/check-in/{secret}", link::page)
        .post("/m/check-in/{secret}", link::act)
        .get("/relationships/{relationship}/check-in", answer::page)
        .post("/relationships/{relationship}/check-in", answer::act)
}
