//! The permit of this area: a secret from a mail.

use axum::extract::FromRequestParts;
use http::request::Parts;
use people::{
    OrganisationId, PersonId,
    permission::{Anyone, Need, Standing, allows, place},
    person::Person,
};
use web::{App, Guard, Problem, Shell};
use words::Language;

/// Somebody who came by a link of a mail.
#[derive(Debug, Clone)]
pub struct MailLink {
    /// What the request said.
    pub anyone: Anyone,
    /// The secret itself, to post to.
    pub secret: String,
    /// Whose link it is.
    pub person: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub data: String,
    purpose: String,
}

/// How a page behind a link speaks.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The language.
    pub language: Language,
    anyone: Anyone,
}

impl MailLink {
    /// That it was made for this.
    ///
    /// # Errors
    /// [`Problem::Absent`] when it was made for something else.
    pub fn ask_purpose(&self, purpose: &str) -> Result<(), Problem> {
        if self.purpose == purpose { Ok(()) } else { Err(Problem::Absent) }
    }

    /// The language chosen in this browser, else the person's own.
    #[must_use]
    pub fn reader(&self, person: &Person) -> Reader {
        let mut anyone = self.anyone.clone();
        if !anyone.visit.language_chosen {
            anyone.visit.language = person.language;
        }
        Reader { language: anyone.visit.language, anyone }
    }
}

impl Reader {
    /// The frame of a page for them.
    #[must_use]
    pub fn page_titled(&self, title: String) -> Shell {
        self.anyone.page_titled(title)
    }
}

impl Guard for MailLink {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for MailLink {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let anyone = Anyone::from_request_parts(parts, app).await?;
        let secret = place(parts, "secret").await?;
        let link = mail::link::find(&mut app.db.read().await?, &app.seam, &secret).await?;
        let standing = Standing { good_secret: link.is_some(), ..Standing::default() };
        match link {
            Some(link) if allows(Need::MailLink, &standing) => Ok(Self {
                anyone,
                secret,
                person: PersonId::from(link.person_id),
                organisation: OrganisationId::from(link.organisation_id),
                subject: link.subject_id,
                data: link.data,
                purpose: link.purpose,
            }),
            _ => Err(Problem::Absent),
        }
    }
}

/// A calendar that subscribes by somebody's secret address.
#[derive(Debug, Clone)]
pub struct FeedAddress {
    /// Whose calendar it is.
    pub person: PersonId,
    /// Their organisation.
    pub organisation: OrganisationId,
}

impl Guard for FeedAddress {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for FeedAddress {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let file = place(parts, "secret").await?;
        let secret = file.strip_suffix(".ics").ok_or(Problem::Absent)?;
        let link = mail::link::find(&mut app.db.read().await?, &app.seam, secret).await?;
        let link = link.filter(|link| link.purpose == crate::meeting::FEED);
        let standing = Standing { good_secret: link.is_some(), ..Standing::default() };
        match link {
            Some(link) if allows(Need::MailLink, &standing) => Ok(Self {
                person: PersonId::from(link.person_id),
                organisation: OrganisationId::from(link.organisation_id),
            }),
            _ => Err(Problem::Absent),
        }
    }
}
