//! Reports over everything, read-only. The only area that may read other features' tables; it
//! writes nothing but the links by which a report is shared.

pub mod export;
pub mod funnel;
mod interval;
pub mod monday;

pub use interval::{Share, shown};

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new().merge(monday::routes()).merge(funnel::routes())
}
