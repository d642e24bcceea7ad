//! Inviting people: paste addresses, look at the mail, send.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::State;
use db::Tx;
use jiff::Timestamp;
use mail::Letter;
use people::{
    ProgrammeId,
    permission::{CoordinatorOf, Viewer},
    person,
};
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Refusal, Shell};
use words::Language;

use super::{
    InvitationsSent,
    addresses::{self, Address, Pasted},
    letter::Kind,
    model::{GOOD_FOR, HELD_BACK, Invitation, Standing},
    part,
    send::Sender,
    store,
};
use crate::{
    enrolment,
    programme::{self, Frame, Tab, Track, frame},
};

/// More than this at once is a list to import.
const MOST: usize = 2000;

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    addresses: String,
    part: String,
    language: String,
    note: String,
}

#[derive(Template)]
#[template(path = "recruiting/invitation/invite.html")]
struct FormPage {
    page: Shell,
    frame: Frame,
    typed: Typed,
    parts: Vec<Choice>,
    languages: Vec<Choice>,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "recruiting/invitation/preview.html")]
struct PreviewPage {
    page: Shell,
    frame: Frame,
    typed: Typed,
    sorted: Sorted,
    repeated: usize,
    letter: Letter,
}

/// Pasted addresses, by what becomes of them.
#[derive(Debug, Default)]
struct Sorted {
    fresh: Vec<Address>,
    invited: Vec<String>,
    declined: Vec<String>,
    taking_part: Vec<String>,
}

/// What is asked for, once it makes sense.
struct Wanted<'a> {
    pasted: Pasted,
    track: &'a Track,
    role: Option<String>,
    language: Language,
    note: String,
}

/// The form.
pub(super) async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, &permit.viewer, &permit.programme, Tab::People).await?;
    let language = permit.viewer.language;
    let typed = Typed { language: language.tag().to_owned(), ..Typed::default() };
    web::html(&form(&permit.viewer, frame, typed, Errors::new(language)))
}

/// Shows who gets the mail and what it says, before anything is sent.
pub(super) async fn preview(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let mut errors = Errors::new(viewer.language);
    let Some(wanted) = read(&frame.tracks, &typed, &mut errors) else {
        return web::html_with_errors(&form(viewer, frame, typed, errors));
    };
    let now = app.seam.now();
    let sorted = sort(&mut tx, viewer, &permit.programme, &wanted, now).await?;
    let example = sorted.fresh.first().or(wanted.pasted.addresses.first());
    let invitation = invitation(&app, viewer, &permit.programme, &wanted, example, "");
    let (programme, tracks) = (frame.programme.clone(), frame.tracks.clone());
    let sender = Sender::of(&mut tx, programme, tracks, &viewer.person).await?;
    let letter = sender.letter(Kind::First, &invitation, "#").unwrap_or_default();
    let typed = Typed { addresses: addresses::write(&wanted.pasted.addresses), ..typed.clone() };
    let repeated = wanted.pasted.repeated;
    let page = viewer.page("invitation-preview-title");
    web::html(&PreviewPage { page, frame, typed, sorted, repeated, letter })
}

/// Sends.
pub(super) async fn send(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.write().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    may_invite(&frame.programme)?;
    let mut errors = Errors::new(viewer.language);
    let Some(wanted) = read(&frame.tracks, &typed, &mut errors) else {
        return web::html_with_errors(&form(viewer, frame, typed, errors));
    };
    let now = app.seam.now();
    let sorted = sort(&mut tx, viewer, &permit.programme, &wanted, now).await?;
    let several = sorted.fresh.len() > 1;
    let send_after = if several { now + HELD_BACK } else { now };
    let batch = app.seam.id();
    let (programme, tracks) = (frame.programme.clone(), frame.tracks.clone());
    let sender = Sender::of(&mut tx, programme, tracks, &viewer.person).await?;
    let known = known(&mut tx, viewer, &permit.programme, wanted.track).await?;
    for address in &sorted.fresh {
        let new = invitation(&app, viewer, &permit.programme, &wanted, Some(address), &batch);
        let stored = match known.get(&address.email) {
            // Taken back or too old: the same row begins anew.
            Some(old) => Invitation { id: old.id.clone(), ..new },
            None => new,
        };
        if !store::insert(&mut tx, &stored).await? {
            store::update(&mut tx, &stored).await?;
        }
        sender.mail(&mut tx, &app, Kind::First, &stored, send_after).await?;
    }
    let number = sorted.fresh.len();
    let fact =
        InvitationsSent { programme: permit.programme.clone(), batch: batch.clone(), number };
    let actor = Some(viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, viewer.organisation.as_str(), actor, &fact).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/invitations", permit.programme);
    let flash = Flash::done("invitation-sent").with("count", number);
    let undo = format!("{list}/undo/{batch}");
    web::see(&list, if several { flash.undo(&undo) } else { flash })
}

/// Invitations lead somewhere only while people can come in.
pub(super) fn may_invite(programme: &programme::Programme) -> Result<(), Refusal> {
    match programme.state {
        programme::State::Open | programme::State::Running => Ok(()),
        programme::State::Draft => Err(Refusal::conflict("invitation-programme-draft")),
        programme::State::Closed => Err(Refusal::conflict("invitation-programme-closed")),
    }
}

fn read<'a>(tracks: &'a [Track], typed: &Typed, errors: &mut Errors) -> Option<Wanted<'a>> {
    let pasted = addresses::read(&typed.addresses);
    if let Some(first) = pasted.unread.first() {
        let (line, text, more) = (first.line, first.text.as_str(), pasted.unread.len() - 1);
        let args = [("line", line.into()), ("text", text.into()), ("more", more.into())];
        errors.add("addresses", "invitation-unread-address", &args);
    } else if pasted.addresses.is_empty() {
        errors.add("addresses", "invitation-no-address", &[]);
    } else if pasted.addresses.len() > MOST {
        errors.add("addresses", "invitation-too-many", &[("most", MOST.into())]);
    }
    let note = errors.optional_text("note", &typed.note, 2000);
    let part = part::read(tracks, &typed.part);
    if part.is_none() {
        errors.add("part", "error-required", &[]);
    }
    let (track, role) = part.filter(|_| errors.is_empty())?;
    let language = Language::of_tag(&typed.language).unwrap_or_default();
    Some(Wanted { pasted, track, role, language, note })
}

async fn known(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: &ProgrammeId,
    track: &Track,
) -> db::Result<HashMap<String, Invitation>> {
    let all = store::of_programme(tx, &viewer.organisation, programme).await?;
    let of_track = all.into_iter().filter(|invitation| invitation.track == track.id);
    Ok(of_track.map(|invitation| (invitation.email.clone(), invitation)).collect())
}

/// Nobody is asked twice, nor after a no, nor when they take part already.
async fn sort(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: &ProgrammeId,
    wanted: &Wanted<'_>,
    now: Timestamp,
) -> db::Result<Sorted> {
    let known = known(tx, viewer, programme, wanted.track).await?;
    let enrolled =
        enrolment::store::of_programme(tx, &viewer.organisation, programme, None).await?;
    let enrolled: HashSet<_> =
        enrolled.into_iter().filter(|e| e.state.is_live()).map(|e| e.person).collect();
    let mut sorted = Sorted::default();
    for address in &wanted.pasted.addresses {
        let standing = known.get(&address.email).map(|known| known.standing(now, false));
        let person = person::by_email(tx, &viewer.organisation, &address.email).await?;
        let takes_part = person.is_some_and(|person| enrolled.contains(&person.id));
        match standing {
            _ if takes_part => sorted.taking_part.push(address.email.clone()),
            Some(Standing::Accepted) => sorted.taking_part.push(address.email.clone()),
            Some(Standing::Declined) => sorted.declined.push(address.email.clone()),
            Some(Standing::Sent | Standing::Reminded | Standing::Undeliverable) => {
                sorted.invited.push(address.email.clone());
            }
            Some(Standing::Withdrawn | Standing::Expired) | None => {
                sorted.fresh.push(address.clone());
            }
        }
    }
    Ok(sorted)
}

fn invitation(
    app: &App,
    viewer: &Viewer,
    programme: &ProgrammeId,
    wanted: &Wanted<'_>,
    to: Option<&Address>,
    batch: &str,
) -> Invitation {
    let now = app.seam.now();
    Invitation {
        id: app.seam.id().into(),
        organisation: viewer.organisation.clone(),
        programme: programme.clone(),
        track: wanted.track.id.clone(),
        email: to.map(|address| address.email.clone()).unwrap_or_default(),
        name: to.map(|address| address.name.clone()).unwrap_or_default(),
        role: wanted.role.clone(),
        language: wanted.language,
        note: wanted.note.clone(),
        batch: batch.to_owned(),
        invited_by: viewer.person.clone(),
        created_at: now,
        reminders: 0,
        reminded_at: None,
        accepted_at: None,
        declined_at: None,
        withdrawn_at: None,
        expires_at: now + GOOD_FOR,
        person: None,
    }
}

fn form(viewer: &Viewer, frame: Frame, typed: Typed, errors: Errors) -> FormPage {
    let language = |l: Language| Choice::new(l.tag(), l.name()).chosen_among(&[&typed.language]);
    FormPage {
        page: viewer.page("invitation-new-title"),
        parts: part::choices(&frame.tracks, viewer.language, &typed.part),
        languages: Language::ALL.into_iter().map(language).collect(),
        frame,
        typed,
        errors,
    }
}
