//! Only while the installation is a demo: the outbox, one-click sign-in and the clock.

mod clock;
mod outbox;
mod permit;
mod sign_in;

pub use permit::Demo;

/// The routes of the demo.
pub fn routes() -> web::Routes {
    web::Routes::new()
        .get("/dev/outbox", outbox::list)
        .get("/dev/outbox/{mail}", outbox::show)
        .get("/dev/sign-in", sign_in::list)
        .get("/dev/sign-in/{person}", sign_in::confirm)
        .post("/dev/sign-in/{person}", sign_in::follow)
        .post("/dev/travel", clock::travel)
}
