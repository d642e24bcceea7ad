//! The report for somebody without a sign-in, behind a link that ends by itself.

use axum::{
    extract::{FromRequestParts, State},
    response::Response,
};
use http::request::Parts;
use jiff::SignedDuration;
use mail::link::{self, NewLink};
use people::{
    OrganisationId, ProgrammeId,
    permission::{Anyone, CoordinatorOf, Need, Standing, allows, place},
};
use web::{Answer, App, Flash, Guard, Problem};

use super::show::{Scope, build};

const PURPOSE: &str = "read-report";
const DAYS: i64 = 90;

/// The smallest cell that somebody may see who must not recognise persons.
const SMALLEST_CELL: u32 = 5;

/// Somebody who was given the link of a report.
#[derive(Debug)]
pub struct ReportReader {
    anyone: Anyone,
    organisation: OrganisationId,
    programme: ProgrammeId,
}

impl Guard for ReportReader {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for ReportReader {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let secret = place(parts, "secret").await?;
        let found = link::find(&mut app.db.read().await?, &app.seam, &secret).await?;
        let good = found.filter(|link| link.purpose == PURPOSE);
        let standing = Standing { good_secret: good.is_some(), ..Standing::default() };
        let (true, Some(link)) = (allows(Need::MailLink, &standing), good) else {
            return Err(Problem::Absent);
        };
        Ok(Self {
            anyone: Anyone::from_request_parts(parts, app).await?,
            organisation: OrganisationId::from(link.organisation_id),
            programme: ProgrammeId::from(link.subject_id),
        })
    }
}

/// Makes a link of 90 days to hand on.
pub async fn make(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let new = NewLink {
        organisation_id: permit.viewer.organisation.as_str(),
        person_id: permit.viewer.person.as_str(),
        purpose: PURPOSE,
        subject_id: permit.programme.as_str(),
        data: "",
        expires_at: app.seam.now() + SignedDuration::from_hours(24 * DAYS),
    };
    let secret = link::make(&mut tx, &app.seam, &new).await?;
    tx.commit().await?;
    let address = app.settings.link(&format!("/report/{secret}"));
    let flash = Flash::done("funnel-shared").with("address", address);
    web::see(&format!("/programmes/{}/report", permit.programme), flash)
}

/// The report without persons: small cells hidden.
pub async fn page(reader: ReportReader, State(app): State<App>) -> Answer<Response> {
    let language = reader.anyone.visit.language;
    let scope = Scope {
        organisation: &reader.organisation,
        programme: &reader.programme,
        least: Some(SMALLEST_CELL),
    };
    let page = build(&app, scope, language, |title| reader.anyone.page_titled(title)).await?;
    web::html(&page)
}
