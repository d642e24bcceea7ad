//! This week: one list of at most seven things to do, each with its reason and a ready message.

mod model;
mod show;
mod store;

pub use model::{Kind, MOST, Task, most_urgent};

pub(crate) fn routes() -> web::Routes {
    web::Routes::new().get("/monday", show::page)
}
