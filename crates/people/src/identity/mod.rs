//! How people sign in: by a mailed one-time link or a password; and the sessions that follow.

mod limit;
mod link;
mod password;
mod session;
mod sign_in;
mod store;
mod switches;

pub use limit::count as count_attempt;
pub use link::{mail_link, make as make_link};
pub use password::{PasswordChanged, check_password, hash_password, set_password};
pub use session::{ClientAddress, SetCookie, end_all, open_session, viewer};
pub(crate) use store::{Session, sessions_of};

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/sign-in", sign_in::page)
        .post("/sign-in/link", link::ask)
        .get("/sign-in/link/{secret}", link::page)
        .post("/sign-in/link/{secret}", link::follow)
        .post("/sign-in/password", password::sign_in)
        .post("/sign-out", session::sign_out)
        .post("/account/password", password::change)
        .post("/account/sessions/{session}/end", session::end)
        .post("/theme", switches::theme)
        .post("/language", switches::language)
}
