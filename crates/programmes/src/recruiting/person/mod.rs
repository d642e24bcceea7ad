//! A person's own page, for administrators: what is known, where they take part, what they run.

mod appoint;
mod show;
#[cfg(test)]
mod tests;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/people/{person}", show::page)
        .post("/people/{person}/appoint", appoint::appoint)
        .post("/people/{person}/end-appointment", appoint::end)
}
