//! What participants see first: their start page, and the home of each relationship. Both answer
//! what happens next, and when.

mod next;
mod show;
mod situation;
mod start;
mod store;
mod timeline;

#[cfg(test)]
mod tests;

/// The routes of this feature.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new().get("/", start::page).get("/relationships/{relationship}", show::page)
}
