//! The permit of somebody who takes part in the programme of the path, or coordinates it.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::{
    ProgrammeId,
    permission::{Need, Standing, Viewer, allows, place},
};
use web::{App, Guard, Problem};

use super::{
    model::{Enrolment, State},
    store,
};

/// Somebody who takes part in the programme of the path, or coordinates it.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// Who.
    pub viewer: Viewer,
    /// In which programme.
    pub programme: ProgrammeId,
    /// Their own parts in it, the newest first; none for a coordinator who takes no part.
    pub enrolments: Vec<Enrolment>,
}

impl Enrolled {
    /// Their own enrolment of this id.
    ///
    /// # Errors
    /// [`Problem::Absent`] when it is somebody else's or in another programme.
    pub fn own(&self, id: &str) -> Result<&Enrolment, Problem> {
        self.enrolments.iter().find(|mine| mine.id.as_str() == id).ok_or(Problem::Absent)
    }
}

impl Guard for Enrolled {
    const NEED: &'static str = Need::EnrolledInProgramme.words();
}

impl FromRequestParts<App> for Enrolled {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        let programme = ProgrammeId::from(place(parts, "programme").await?);
        let mut tx = app.db.read().await?;
        let (organisation, person) = (&viewer.organisation, &viewer.person);
        let enrolments = store::of_person_in(&mut tx, organisation, &programme, person).await?;
        let standing = Standing {
            enrolled: enrolments.iter().any(|mine| mine.state != State::Withdrawn),
            coordinates_this: viewer.coordinates(&programme),
            ..viewer.standing()
        };
        if allows(Need::EnrolledInProgramme, &standing) {
            Ok(Self { viewer, programme, enrolments })
        } else {
            Err(Problem::Absent)
        }
    }
}
