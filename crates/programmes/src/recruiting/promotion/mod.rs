//! The promotion kit: what a coordinator needs to tell people about the programme.

mod kit;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new().get("/programmes/{programme}/promotion", kit::page)
}
