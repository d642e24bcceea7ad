//! Answering an invitation from its mail. Opening a page changes nothing: mail scanners do that too.

use askama::Template;
use axum::{
    extract::{FromRequestParts, State},
    response::IntoResponse as _,
};
use db::Tx;
use http::{HeaderMap, request::Parts};
use people::{
    PersonId, identity,
    permission::{Anyone, Need, Standing as Facts, allows, place},
    person::{self, NewPerson},
};
use web::{Answer, App, Flash, Guard, Problem, Refusal, Shell};
use words::Language;

use super::{
    InvitationAccepted, InvitationDeclined,
    letter::outcome_list,
    model::{Invitation, Standing},
    send::NOUN,
    store,
};
use crate::{
    enrolment::{self, EntryDoor, NewEnrolment},
    programme::{self, Programme, State as ProgrammeState, Track},
};

/// Whoever holds the secret of an invitation's mail.
#[derive(Debug, Clone)]
pub struct Invited {
    anyone: Anyone,
    secret: String,
    invitation: Invitation,
    programme: Programme,
    track: Track,
}

impl Guard for Invited {
    const NEED: &'static str = Need::MailLink.words();
}

impl FromRequestParts<App> for Invited {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let mut anyone = Anyone::from_request_parts(parts, app).await?;
        let secret = place(parts, "secret").await?;
        let mut tx = app.db.read().await?;
        let found = store::of_secret(&mut tx, &secret).await?;
        if !allows(Need::MailLink, &Facts { good_secret: found.is_some(), ..Facts::default() }) {
            return Err(Problem::Absent);
        }
        let invitation = found.ok_or(Problem::Absent)?;
        let (organisation, id) = (&invitation.organisation, &invitation.programme);
        let programme = programme::store::find(&mut tx, organisation, id).await?;
        let track = programme::store::track(&mut tx, organisation, id, &invitation.track).await?;
        // The mail's language, unless the visitor chose another here.
        if !anyone.visit.language_chosen {
            anyone.visit.language = invitation.language;
        }
        Ok(Self {
            anyone,
            secret,
            programme: programme.ok_or(Problem::Absent)?,
            track: track.ok_or(Problem::Absent)?,
            invitation,
        })
    }
}

#[derive(Template)]
#[template(path = "recruiting/invitation/answer.html")]
struct Page {
    page: Shell,
    secret: String,
    design: design::Design,
    role: Option<design::Role>,
    outcomes: Vec<String>,
    dates: Vec<(String, String)>,
    inviter: String,
    note: String,
    standing: Standing,
    is_open: bool,
    until: String,
}

#[derive(Template)]
#[template(path = "recruiting/invitation/decline.html")]
struct DeclinePage {
    page: Shell,
    secret: String,
    programme: Programme,
}

/// What it is, and the two answers.
pub(super) async fn page(permit: Invited, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let invitation = &permit.invitation;
    let inviter = person::find(&mut tx, &invitation.organisation, &invitation.invited_by).await?;
    let page = permit.anyone.page_titled(permit.programme.name.clone());
    let design = permit.track.design;
    let zone = permit.anyone.organisation.map_or(jiff::tz::TimeZone::UTC, |home| home.zone);
    web::html(&Page {
        secret: permit.secret,
        outcomes: outcome_list(invitation.role.as_deref(), &design),
        role: invitation.role.as_deref().and_then(|role| design.role(role)).cloned(),
        dates: enrolment::next_dates(&page, &permit.programme),
        inviter: inviter.map(|person| person.name).unwrap_or_default(),
        note: invitation.note.clone(),
        standing: invitation.standing(app.seam.now(), false),
        is_open: is_open(&permit.programme),
        until: words::day(page.language, invitation.expires_at.to_zoned(zone).date()),
        design,
        page,
    })
}

/// Yes: makes the person known, lets them in, and leads to the questions.
pub(super) async fn accept(permit: Invited, State(app): State<App>, headers: HeaderMap) -> Answer {
    let onward = format!("/programmes/{}/register", permit.programme.id);
    if !is_open(&permit.programme) {
        return Err(Refusal::conflict("invitation-not-open").into());
    }
    let viewer = identity::viewer(&app, &permit.anyone.visit, &headers).await?;
    let mut tx = app.db.write().await?;
    let invitation = hold(&mut tx, &permit).await?;
    invitation.may_be_accepted(app.seam.now())?;
    if invitation.accepted_at.is_some() {
        // The link lets somebody in once; afterwards they sign in like everybody.
        let theirs = viewer.is_some_and(|viewer| Some(viewer.person) == invitation.person);
        return if theirs { web::go(&onward) } else { Err(Problem::SignInFirst(onward)) };
    }
    let person = known_or_new(&mut tx, &app, &invitation).await?;
    begin(&mut tx, &app, &invitation, &person).await?;
    let accepted = Invitation {
        accepted_at: Some(app.seam.now()),
        declined_at: None,
        person: Some(person.clone()),
        ..invitation
    };
    store::update(&mut tx, &accepted).await?;
    mail::withdraw(&mut tx, &app.seam, NOUN, accepted.id.as_str()).await?;
    let fact = InvitationAccepted::of(&accepted);
    let organisation = accepted.organisation.as_str();
    jobs::record(&mut tx, &app.seam, organisation, Some(person.as_str()), &fact).await?;
    if viewer.is_some_and(|viewer| viewer.person == person) {
        tx.commit().await?;
        return web::go(&onward);
    }
    if has_office(&mut tx, &accepted, &person).await? {
        tx.commit().await?;
        return Err(Problem::SignInFirst(onward));
    }
    let cookie =
        identity::open_session(&mut tx, &app, &person, &permit.anyone.visit.device).await?;
    tx.commit().await?;
    Ok((cookie, web::go(&onward)).into_response())
}

/// Asks once more before the no.
pub(super) async fn ask(permit: Invited) -> Answer {
    let page = permit.anyone.page("invitation-decline-title");
    web::html(&DeclinePage { page, secret: permit.secret, programme: permit.programme })
}

/// No, thanks: nothing more is sent.
pub(super) async fn decline(permit: Invited, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let invitation = hold(&mut tx, &permit).await?;
    if invitation.accepted_at.is_some() {
        return Err(Refusal::conflict("invitation-decline-accepted").into());
    }
    if invitation.declined_at.is_none() {
        let declined = Invitation { declined_at: Some(app.seam.now()), ..invitation };
        store::update(&mut tx, &declined).await?;
        mail::withdraw(&mut tx, &app.seam, NOUN, declined.id.as_str()).await?;
        let fact = InvitationDeclined::of(&declined);
        jobs::record(&mut tx, &app.seam, declined.organisation.as_str(), None, &fact).await?;
    }
    tx.commit().await?;
    web::see(&format!("/invitation/{}", permit.secret), Flash::done("invitation-declined"))
}

/// Whether somebody who was asked can come in: also while others can no longer register.
fn is_open(programme: &Programme) -> bool {
    matches!(programme.state, ProgrammeState::Open | ProgrammeState::Running)
}

async fn hold(tx: &mut Tx, permit: &Invited) -> Answer<Invitation> {
    let Invitation { organisation, programme, id, .. } = &permit.invitation;
    store::hold(tx, organisation, programme, id).await?.ok_or(Problem::Absent)
}

async fn known_or_new(tx: &mut Tx, app: &App, invitation: &Invitation) -> db::Result<PersonId> {
    let organisation = &invitation.organisation;
    if let Some(known) = person::by_email(tx, organisation, &invitation.email).await? {
        return Ok(known.id);
    }
    let name = if invitation.name.is_empty() {
        invitation.email.split('@').next().unwrap_or_default().replace(['.', '_'], " ")
    } else {
        invitation.name.clone()
    };
    let language: Option<Language> = Some(invitation.language);
    let email = Some(invitation.email.clone());
    let new = NewPerson { name, email, language, ..NewPerson::default() };
    person::create(tx, &app.seam, organisation, &new).await
}

/// Begins their part, unless they have one in this track already.
async fn begin(
    tx: &mut Tx,
    app: &App,
    invitation: &Invitation,
    person: &PersonId,
) -> db::Result<()> {
    let (organisation, programme) = (&invitation.organisation, &invitation.programme);
    let parts = enrolment::store::of_person_in(tx, organisation, programme, person).await?;
    if parts.iter().any(|part| part.track == invitation.track && part.state.is_live()) {
        return Ok(());
    }
    let new = NewEnrolment {
        organisation,
        programme,
        track: &invitation.track,
        person,
        role: invitation.role.as_deref().unwrap_or_default(),
        door: EntryDoor::Invitation,
    };
    enrolment::start(tx, &app.seam, new).await.map(drop)
}

/// Whoever runs something here signs in by themselves: a forwarded invitation must not do it.
async fn has_office(tx: &mut Tx, invitation: &Invitation, person: &PersonId) -> db::Result<bool> {
    let of = people::permission::appointments_of(tx, &invitation.organisation, person).await?;
    Ok(!of.is_empty())
}
