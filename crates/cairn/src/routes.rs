//! Every route of the product.

use web::Routes;

use crate::{dev, health};

/// Every route, with what it needs.
#[must_use]
pub fn all() -> Routes {
    Routes::new()
        .merge(health::routes())
        .merge(people::routes())
        .merge(programmes::routes())
        .merge(journeys::routes())
        .merge(insights::routes())
        .merge(dev::routes())
}
