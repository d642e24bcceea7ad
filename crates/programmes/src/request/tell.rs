//! What the steps of a request share: the places of the two, and the letters to them.

use db::Tx;
use design::Design;
use jiff::{SignedDuration, Timestamp};
use mail::link::{self, NewLink};
use people::{PersonId, person, person::Person, post};
use web::{App, Problem};

use super::{
    letters::{self, Buttons, To},
    model::{Open, Request},
    permit::PURPOSE,
    refused::Refused,
};
use crate::{
    programme,
    relationship::{
        capacity,
        store::{Frame, Places},
    },
};

/// Links say kindly that the time is over for so long after it is.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24 * 30);
/// For so long a request that was taken back can be put on the list again before anybody hears.
pub(super) const SECOND_THOUGHTS: SignedDuration = SignedDuration::from_mins(5);

/// The free places of an enrolment.
pub(super) fn free(places: &Places, design: &Design, role: &str) -> i64 {
    if places.approved { (capacity(places, design, role) - places.taken).max(0) } else { 0 }
}

/// In a programme that is over nobody begins.
pub(super) async fn still_runs(tx: &mut Tx, request: &Request) -> Result<(), Problem> {
    let found = programme::store::find(tx, &request.organisation, &request.programme).await?;
    let closed = |p: &programme::Programme| p.state == programme::State::Closed;
    if found.as_ref().is_none_or(closed) { Err(Refused::Over.into()) } else { Ok(()) }
}

/// Asks the person, with links that answer; again when it is a reminder.
pub(super) async fn ask(
    tx: &mut Tx,
    app: &App,
    request: &Request,
    open: &Open,
    frame: &Frame,
    again: bool,
) -> Result<(), Problem> {
    let Some((asker, asked)) = both(tx, request).await? else { return Ok(()) };
    if asked.email.is_none() {
        return Ok(());
    }
    let mut links = Vec::new();
    for data in ["yes", "no"] {
        let new = NewLink {
            organisation_id: request.organisation.as_str(),
            person_id: asked.id.as_str(),
            purpose: PURPOSE,
            subject_id: request.id.as_str(),
            data,
            expires_at: open.until.saturating_add(LINKS_LAST).unwrap_or(open.until),
        };
        let secret = link::make(tx, &app.seam, &new).await?;
        links.push(app.settings.link(&format!("/m/request/{secret}")));
    }
    let page = app.settings.link(&format!("{}/{}", list_of(request, false), request.id));
    let [yes, no] = <[String; 2]>::try_from(links).unwrap_or_default();
    let to = To { reader: &asked, other: &asker, frame };
    let letter = letters::asked(to, request, open.until, &Buttons { yes, no, page }, again);
    let kind = if again { "request-reminder" } else { "request" };
    let subject = Some(("request", request.id.as_str()));
    post::send(tx, app, &asked, kind, subject, &letter).await?;
    Ok(())
}

/// Tells the person asked that there is nothing to answer any more; not before the asker's second
/// thoughts are over.
pub(super) async fn off(
    tx: &mut Tx,
    app: &App,
    request: &Request,
    frame: &Frame,
    not_before: Timestamp,
) -> Result<(), Problem> {
    // A mail that has not left yet would ask for something that is over.
    mail::withdraw(tx, &app.seam, "request", request.id.as_str()).await?;
    let Some((asker, asked)) = both(tx, request).await? else { return Ok(()) };
    let letter = letters::off(To { reader: &asked, other: &asker, frame });
    let subject = Some(("request", request.id.as_str()));
    post::send_after(tx, app, &asked, "request-off", subject, &letter, not_before).await?;
    Ok(())
}

/// Tells the asker who could not, and who is asked now.
pub(super) async fn next(
    tx: &mut Tx,
    app: &App,
    ended: &[&Request],
    now_asked: &[&Request],
    still_open: bool,
    frame: &Frame,
) -> Result<(), Problem> {
    let Some(first) = ended.first() else { return Ok(()) };
    let organisation = &first.organisation;
    let Some(reader) = person::find(tx, organisation, &first.asker.person).await? else {
        return Ok(());
    };
    let not = names(tx, ended).await?;
    let asked = names(tx, now_asked).await?;
    let until = now_asked.iter().filter_map(|request| request.open()).map(|open| open.until).min();
    let mine = list_of(first, true);
    let find = mine.replace("/requests", "/find");
    let next = letters::Next {
        not,
        asked: until.map(|until| (asked, until)),
        still_open,
        list: app.settings.link(&mine),
        find: app.settings.link(&find),
    };
    let letter = letters::next(&reader, frame, &next);
    let subject = Some(("enrolment", first.asker.enrolment.as_str()));
    post::send(tx, app, &reader, "request-next", subject, &letter).await?;
    Ok(())
}

async fn names(tx: &mut Tx, requests: &[&Request]) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for request in requests {
        let found = person::find(tx, &request.organisation, &request.asked.person).await?;
        names.extend(found.map(|person| person.name));
    }
    Ok(names)
}

async fn both(tx: &mut Tx, request: &Request) -> Result<Option<(Person, Person)>, Problem> {
    let find = async |tx: &mut Tx, id: &PersonId| person::find(tx, &request.organisation, id).await;
    let asker = find(tx, &request.asker.person).await?;
    let asked = find(tx, &request.asked.person).await?;
    Ok(asker.zip(asked))
}

/// The page with one's requests, of the asker or of the person asked.
pub(super) fn list_of(request: &Request, asker: bool) -> String {
    let side = if asker { &request.asker } else { &request.asked };
    format!("/programmes/{}/enrolments/{}/requests", request.programme, side.enrolment)
}
