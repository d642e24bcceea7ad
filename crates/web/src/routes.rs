//! Routes that name what they need.
//!
//! A handler's first argument is a permit: a type that only the permission check can issue. A
//! handler without one does not compile as a route, and the list of routes says what each needs.

use axum::{
    Router,
    handler::Handler,
    routing::{MethodFilter, on},
};

use crate::App;

/// A permit: evidence that the visitor may do this.
pub trait Guard {
    /// What it takes, as in the table of permissions: `coordinator of the programme`.
    const NEED: &'static str;
}

/// A handler's arguments, of which the first is a permit.
pub trait Guarded {
    /// What the permit takes.
    const NEED: &'static str;
}

macro_rules! guarded {
    ($($rest:ident),*) => {
        impl<M, P: Guard, $($rest),*> Guarded for (M, P, $($rest,)*) {
            const NEED: &'static str = P::NEED;
        }
    };
}
guarded!();
guarded!(A);
guarded!(A, B);
guarded!(A, B, C);
guarded!(A, B, C, D);

/// One line of the list of routes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Route {
    /// `GET` or `POST`, also `PUT` and `DELETE` of the API.
    pub method: &'static str,
    /// The path with its places in braces.
    pub path: &'static str,
    /// What it takes.
    pub needs: &'static str,
}

/// Routes under construction: the router and the list that describes it.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<Route>,
}

impl Routes {
    /// No routes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Guarded + 'static,
    {
        self.add("GET", MethodFilter::GET, path, handler)
    }

    /// A verb.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Guarded + 'static,
    {
        self.add("POST", MethodFilter::POST, path, handler)
    }

    /// Replaces a resource of the API.
    #[must_use]
    pub fn put<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Guarded + 'static,
    {
        self.add("PUT", MethodFilter::PUT, path, handler)
    }

    /// Removes a resource of the API.
    #[must_use]
    pub fn delete<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Guarded + 'static,
    {
        self.add("DELETE", MethodFilter::DELETE, path, handler)
    }

    fn add<H, T>(
        mut self,
        method: &'static str,
        filter: MethodFilter,
        path: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: Guarded + 'static,
    {
        self.list.push(Route { method, path, needs: T::NEED });
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// Adds another feature's routes.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self.router = self.router.merge(other.router);
        self
    }

    /// A larger body than usual is allowed for these routes (bytes).
    #[must_use]
    pub fn allow_body(mut self, most: usize) -> Self {
        self.router = self.router.layer(axum::extract::DefaultBodyLimit::max(most));
        self
    }

    /// The list, in the order of declaration.
    #[must_use]
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The router.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
