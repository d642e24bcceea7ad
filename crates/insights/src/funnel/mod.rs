//! One funnel with one denominator: everybody who was invited or came by themselves.

mod model;
mod share;
mod show;
mod store;

pub use model::{Path, Stage, stages};

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/report", show::page)
        .post("/programmes/{programme}/report/share", share::make)
        .get("/report/{secret}", share::page)
}
