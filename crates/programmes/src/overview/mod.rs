//! Where programmes stand: the list of one's programmes, and each programme's home with its next
//! step. These pages show what all the other features know, so they come last.

mod activity;
mod coverage;
mod home;
mod list;
mod next;
mod store;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new().get("/programmes", list::page).get("/programmes/{programme}", home::page)
}
