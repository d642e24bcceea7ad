//! The permit of a link in a mail that answers a request. On the pages a part in the programme is
//! the permit, and each looks whether the request is one's own.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::{
    OrganisationId, PersonId,
    permission::{Anyone, Need, Standing, allows, place},
};
use web::{App, Guard, Problem};

use crate::ids::RequestId;

/// The purpose of links that answer requests.
pub const PURPOSE: &str = "answer-request";

/// Somebody who came by a link that answers a request.
#[derive(Debug, Clone)]
pub struct RequestLink {
    /// What the request said.
    pub anyone: Anyone,
    /// The secret itself, to post to.
    pub secret: String,
    /// Whose link it is.
    pub person: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// Which request it answers.
    pub request: RequestId,
    /// Whether it says yes.
    pub says_yes: bool,
}

impl Guard for RequestLink {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for RequestLink {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let anyone = Anyone::from_request_parts(parts, app).await?;
        let secret = place(parts, "secret").await?;
        let link = mail::link::find(&mut app.db.read().await?, &app.seam, &secret).await?;
        let link = link.filter(|link| link.purpose == PURPOSE).ok_or(Problem::Absent)?;
        let standing = Standing { good_secret: true, ..Standing::default() };
        if !allows(Need::MailLink, &standing) {
            return Err(Problem::Absent);
        }
        Ok(Self {
            anyone,
            secret,
            person: PersonId::from(link.person_id),
            organisation: OrganisationId::from(link.organisation_id),
            request: RequestId::from(link.subject_id),
            says_yes: link.data == "yes",
        })
    }
}
