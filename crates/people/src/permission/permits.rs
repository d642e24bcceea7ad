//! The permits of this area: extractors that only the table can issue.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use web::{App, Guard, Problem, Shell, Visit};

use super::{Need, Standing, Viewer, allows};
use crate::{
    ProgrammeId, identity,
    organisation::{self, Organisation},
};

/// Nobody in particular.
#[derive(Debug, Clone)]
pub struct Anyone {
    /// What the request said.
    pub visit: Visit,
    /// The organisation of this installation; none before its first run.
    pub organisation: Option<Organisation>,
}

impl Anyone {
    /// The frame of a page for somebody we do not know.
    #[must_use]
    pub fn page(&self, title_key: &str) -> Shell {
        self.page_titled(self.visit.t(title_key))
    }

    /// The same with a title in words.
    #[must_use]
    pub fn page_titled(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.visit, title);
        let name = self.organisation.as_ref().map(|o| o.name.clone());
        shell.organisation = name.unwrap_or_else(|| "Cairn".to_owned());
        shell
    }
}

/// Somebody who is signed in, about themselves.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Viewer);

/// Somebody who runs the organisation.
#[derive(Debug, Clone)]
pub struct Administrator(pub Viewer);

/// Somebody who may start programmes.
#[derive(Debug, Clone)]
pub struct ProgrammeMaker(pub Viewer);

/// A coordinator of the programme in the path.
#[derive(Debug, Clone)]
pub struct CoordinatorOf {
    /// Who.
    pub viewer: Viewer,
    /// Of which programme.
    pub programme: ProgrammeId,
}

macro_rules! guard {
    ($($permit:ty => $need:ident;)*) => {$(
        impl Guard for $permit {
            const NEED: &'static str = Need::$need.words();
        }
    )*};
}
guard! {
    Anyone => Anyone;
    SignedIn => SignedIn;
    Administrator => Administrator;
    ProgrammeMaker => ProgrammeMaker;
    CoordinatorOf => CoordinatorOfProgramme;
}

impl Viewer {
    /// What is true of them by their appointments alone.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing {
            signed_in: true,
            administrator: self.is_administrator(),
            coordinates_any: self.coordinates_any(),
            ..Standing::default()
        }
    }

    /// The signed-in person of a request, or the way to sign in and come back.
    ///
    /// # Errors
    /// [`Problem::SignInFirst`] when nobody is signed in; a fault when the database refuses.
    pub async fn of(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(viewer) = parts.extensions.get::<Self>() {
            return Ok(viewer.clone());
        }
        let visit = Visit::from_request_parts(parts, app).await?;
        let Some(viewer) = identity::viewer(app, &visit, &parts.headers).await? else {
            return Err(Problem::SignInFirst(visit.path));
        };
        parts.extensions.insert(viewer.clone());
        Ok(viewer)
    }
}

/// A place of the path, as `programme` of `/programmes/{programme}`.
///
/// # Errors
/// [`Problem::Absent`] when the path has no such place.
pub async fn place(parts: &mut Parts, name: &str) -> Result<String, Problem> {
    let Path(mut places) = Path::<HashMap<String, String>>::from_request_parts(parts, &())
        .await
        .map_err(|_| Problem::Absent)?;
    places.remove(name).ok_or(Problem::Absent)
}

fn check(need: Need, standing: &Standing) -> Result<(), Problem> {
    if allows(need, standing) { Ok(()) } else { Err(Problem::Absent) }
}

impl FromRequestParts<App> for Anyone {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        check(Need::Anyone, &Standing::default())?;
        let visit = Visit::from_request_parts(parts, app).await?;
        let organisation = organisation::store::only(&mut app.db.read().await?).await?;
        Ok(Self { visit, organisation })
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        check(Need::SignedIn, &viewer.standing())?;
        Ok(Self(viewer))
    }
}

impl FromRequestParts<App> for Administrator {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        check(Need::Administrator, &viewer.standing())?;
        Ok(Self(viewer))
    }
}

impl FromRequestParts<App> for ProgrammeMaker {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        check(Need::ProgrammeMaker, &viewer.standing())?;
        Ok(Self(viewer))
    }
}

impl FromRequestParts<App> for CoordinatorOf {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        let programme = ProgrammeId::from(place(parts, "programme").await?);
        let standing =
            Standing { coordinates_this: viewer.coordinates(&programme), ..viewer.standing() };
        check(Need::CoordinatorOfProgramme, &standing)?;
        Ok(Self { viewer, programme })
    }
}
