//! The shared link: what the programme is, what happens next, and a way in.

use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use db::Tx;
use design::Design;
use http::request::Parts;
use jiff::civil::Date;
use people::{
    identity::{self, ClientAddress},
    permission::{Anyone, Viewer},
    person::parse_email,
};
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Form, Problem, Refusal, Shell, Visit};

use super::{
    confirm,
    model::{EntryDoor, is_open_to_all},
    start::{NewEnrolment, start},
};
use crate::programme::{self, Programme, Track};

/// What somebody types who is not signed in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    email: String,
    /// Track and role, as `track:role`.
    part: String,
}

/// Who visits: perhaps somebody who is signed in, from some address.
#[derive(Debug)]
pub struct Visitor {
    viewer: Option<Viewer>,
    address: ClientAddress,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let viewer = identity::viewer(app, &visit, &parts.headers).await?;
        let address = ClientAddress::from_request_parts(parts, app).await?;
        Ok(Self { viewer, address })
    }
}

#[derive(Template)]
#[template(path = "enrolment/join.html")]
struct Page {
    page: Shell,
    designs: Vec<Design>,
    parts: Vec<Choice>,
    dates: Vec<(String, String)>,
    minutes: usize,
    code: String,
    is_open: bool,
    signed_in: Option<String>,
    typed: Typed,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "enrolment/join_sent.html")]
struct SentPage {
    page: Shell,
    email: String,
    code: String,
    demo: bool,
}

/// The page.
pub async fn page(
    anyone: Anyone,
    State(app): State<App>,
    Path(code): Path<String>,
    visitor: Visitor,
) -> Answer {
    let errors = Errors::new(anyone.visit.language);
    let page = show(&app, &anyone, visitor.viewer, code, Typed::default(), errors).await?;
    web::html(&page)
}

/// Begins at once for somebody who is signed in; else mails a link to the address. Whether we know
/// the address, the answer does not say.
pub async fn submit(
    anyone: Anyone,
    State(app): State<App>,
    Path(code): Path<String>,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let (programme, tracks, _) = load(&mut app.db.read().await?, &code).await?;
    if !programme.takes_registrations(today(&app, &anyone)) {
        return Err(Refusal::conflict("enrolment-not-open").into());
    }
    let mut errors = Errors::new(anyone.visit.language);
    let part = chosen(&tracks, &typed.part);
    if part.is_none() {
        errors.add("part", "enrolment-choose-part", &[]);
    }
    if let (Some(viewer), Some((track, role))) = (&visitor.viewer, part) {
        return begin(&app, viewer, &programme, track, role).await;
    }
    let name = errors.text("name", &typed.name, 120);
    let email = parse_email(&typed.email);
    if email.is_none() {
        errors.add("email", "error-email", &[]);
    }
    let (Some(email), Some((track, role)), true) = (email, part, errors.is_empty()) else {
        let page = show(&app, &anyone, visitor.viewer, code, typed, errors).await?;
        return web::html_with_errors(&page);
    };
    let asked = confirm::Asked {
        name,
        email: email.clone(),
        track: track.id.clone(),
        role: role.to_owned(),
    };
    identity::count_attempt(&app, "join", &email, &visitor.address.0, 5).await?;
    confirm::send(&app, &anyone, &programme, &asked).await?;
    let page = anyone.page("enrolment-sent-title");
    web::html(&SentPage { page, email, code, demo: app.settings.demo })
}

async fn begin(
    app: &App,
    viewer: &Viewer,
    programme: &Programme,
    track: &Track,
    role: &str,
) -> Answer {
    let mut tx = app.db.write().await?;
    let new = NewEnrolment {
        organisation: &programme.organisation,
        programme: &programme.id,
        track: &track.id,
        person: &viewer.person,
        role,
        door: EntryDoor::Open,
    };
    start(&mut tx, &app.seam, new).await?;
    tx.commit().await?;
    web::go(&format!("/programmes/{}/register", programme.id))
}

type Loaded = (Programme, Vec<Track>, Vec<Choice>);

/// The programme of a code with its tracks and the parts that the shared link leads to.
async fn load(tx: &mut Tx, code: &str) -> Answer<Loaded> {
    let programme = programme::store::by_code(tx, code).await?.ok_or(Problem::Absent)?;
    let tracks = programme::store::tracks(tx, &programme.organisation, &programme.id).await?;
    let parts = parts(&tracks);
    Ok((programme, tracks, parts))
}

/// The parts that somebody with the shared link may take.
fn parts(tracks: &[Track]) -> Vec<Choice> {
    let several = tracks.len() > 1;
    let of_track = |track: &Track| {
        let roles = track.design.roles.iter().filter(|r| is_open_to_all(&track.design, &r.name));
        roles
            .map(|role| {
                let label = if several {
                    format!("{}: {}", track.name, role.label.one)
                } else {
                    role.label.one.clone()
                };
                Choice::new(format!("{}:{}", track.id, role.name), capitalised(&label))
                    .hint(role.task.clone())
            })
            .collect::<Vec<_>>()
    };
    tracks.iter().flat_map(of_track).collect()
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The chosen part, or the only one.
fn chosen<'a>(tracks: &'a [Track], value: &str) -> Option<(&'a Track, &'a str)> {
    let open: Vec<(&Track, &str)> = tracks
        .iter()
        .flat_map(|track| track.design.roles.iter().map(move |role| (track, role.name.as_str())))
        .filter(|(track, role)| is_open_to_all(&track.design, role))
        .collect();
    match open.as_slice() {
        [only] => Some(*only),
        several => several.iter().copied().find(|(t, role)| format!("{}:{role}", t.id) == value),
    }
}

fn today(app: &App, anyone: &Anyone) -> Date {
    let zone = anyone.organisation.as_ref().map_or(jiff::tz::TimeZone::UTC, |o| o.zone.clone());
    app.seam.now().to_zoned(zone).date()
}

async fn show(
    app: &App,
    anyone: &Anyone,
    viewer: Option<Viewer>,
    code: String,
    typed: Typed,
    errors: Errors,
) -> Answer<Page> {
    let (programme, tracks, parts) = load(&mut app.db.read().await?, &code).await?;
    let parts: Vec<Choice> =
        parts.into_iter().map(|part| part.chosen_among(&[&typed.part])).collect();
    let page = match &viewer {
        Some(viewer) => viewer.page_titled(programme.name.clone()),
        None => anyone.page_titled(programme.name.clone()),
    };
    let minutes = tracks.iter().flat_map(|track| {
        track
            .design
            .roles
            .iter()
            .map(|role| track.design.form.asked(&role.name).count().div_ceil(2))
    });
    Ok(Page {
        is_open: programme.takes_registrations(today(app, anyone)) && !parts.is_empty(),
        minutes: minutes.max().unwrap_or(1).max(2),
        dates: next_dates(&page, &programme),
        designs: tracks.into_iter().map(|track| track.design).collect(),
        signed_in: viewer.map(|viewer| viewer.name),
        page,
        parts,
        code,
        typed,
        errors,
    })
}

/// What happens next, and when: what and the day.
pub(crate) fn next_dates(page: &Shell, programme: &Programme) -> Vec<(String, String)> {
    let day = |key: &str, date: Option<Date>| {
        date.map(|date| (page.t(key), words::day(page.language, date)))
    };
    [
        day("enrolment-date-closes", programme.closes_on),
        day("enrolment-date-starts", programme.starts_on),
        day("enrolment-date-ends", programme.ends_on),
    ]
    .into_iter()
    .flatten()
    .collect()
}
