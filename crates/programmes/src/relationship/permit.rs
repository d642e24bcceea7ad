//! The permits of this feature: a seat in the relationship of the path, or a secret from a mail.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::{
    OrganisationId, PersonId,
    permission::{Anyone, Need, Standing, Viewer, allows, place},
};
use web::{App, Guard, Problem};

use super::{model::Seat, store};
use crate::ids::RelationshipId;

/// Somebody who holds or held a seat in the relationship in the path.
#[derive(Debug, Clone)]
pub struct SeatHolder {
    /// Who.
    pub viewer: Viewer,
    /// In which relationship.
    pub relationship: RelationshipId,
    /// The seat.
    pub seat: Seat,
}

/// Somebody who came by a link that answers an offer.
#[derive(Debug, Clone)]
pub struct OfferLink {
    /// What the request said.
    pub anyone: Anyone,
    /// The secret itself, to post to.
    pub secret: String,
    /// Whose link it is.
    pub person: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// Which offer it answers.
    pub relationship: RelationshipId,
    /// Whether it says yes.
    pub says_yes: bool,
}

/// The purpose of links that answer offers.
pub const PURPOSE: &str = "answer-offer";

impl Guard for SeatHolder {
    const NEED: &'static str = Need::SeatHolder.words();
}
impl Guard for OfferLink {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for SeatHolder {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let viewer = Viewer::of(parts, app).await?;
        let relationship = RelationshipId::from(place(parts, "relationship").await?);
        let mut tx = app.db.read().await?;
        let (organisation, person) = (&viewer.organisation, &viewer.person);
        let seat =
            store::seat_to_look_from(&mut tx, organisation, &relationship, person, app.seam.now())
                .await?;
        let standing = Standing { holds_seat: seat.is_some(), ..viewer.standing() };
        match seat {
            Some(seat) if allows(Need::SeatHolder, &standing) => {
                Ok(Self { viewer, relationship, seat })
            }
            _ => Err(Problem::Absent),
        }
    }
}

impl FromRequestParts<App> for OfferLink {
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
            relationship: RelationshipId::from(link.subject_id),
            says_yes: link.data == "yes",
        })
    }
}
