//! The permit of a link that answers a check-in.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::{
    OrganisationId, PersonId,
    permission::{Anyone, Need, Standing, allows, place},
};
use web::{App, Guard, Problem};

/// The purpose of links that answer check-ins.
pub const PURPOSE: &str = "answer-check-in";

/// Somebody who came by a link that answers a check-in.
#[derive(Debug, Clone)]
pub struct CheckInLink {
    /// What the request said.
    pub anyone: Anyone,
    /// The secret itself, to post to.
    pub secret: String,
    /// Whose link it is.
    pub person: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// Which check-in it answers.
    pub check_in: String,
}

impl Guard for CheckInLink {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for CheckInLink {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let anyone = Anyone::from_request_parts(parts, app).await?;
        let secret = place(parts, "secret").await?;
        let link = mail::link::find(&mut app.db.read().await?, &app.seam, &secret).await?;
        let link = link.filter(|link| link.purpose == PURPOSE);
        let standing = Standing { good_secret: link.is_some(), ..Standing::default() };
        match link {
            Some(link) if allows(Need::MailLink, &standing) => Ok(Self {
                anyone,
                secret,
                person: PersonId::from(link.person_id),
                organisation: OrganisationId::from(link.organisation_id),
                check_in: link.subject_id,
            }),
            _ => Err(Problem::Absent),
        }
    }
}
