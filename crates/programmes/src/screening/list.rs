//! Everybody of whom something has to hold before contact, and how it stands.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State;
use db::Tx;
use jiff::civil::Date;
use people::{
    OrganisationId, PersonId, ProgrammeId,
    permission::{CoordinatorOf, Viewer},
    person,
};
use web::{Answer, App, Shell};

use super::{
    model::{Clearance, Kind, Standing, needs, needs_any, warn_days},
    store,
};
use crate::{
    enrolment::{self, Enrolment, State as Enrolled},
    programme::{self, Frame, Tab, Track, frame, today},
};

#[derive(Template)]
#[template(path = "screening/list.html")]
struct Page {
    page: Shell,
    frame: Frame,
    lines: Vec<Line>,
    asks: bool,
    open: usize,
}

struct Line {
    name: String,
    role: String,
    kind: String,
    standing: String,
    mark: &'static str,
    by_whom: String,
    href: String,
    rank: u8,
}

/// The page: what does not hold comes first.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let recorded = store::of_programme(&mut tx, &viewer.organisation, &permit.programme).await?;
    let people = concerned(&mut tx, &viewer.organisation, &frame.tracks).await?;
    let mut lines = Vec::new();
    for (enrolment, track, kind) in &people {
        let of = |one: &&Clearance| one.person == enrolment.person && one.kind == *kind;
        let mine: Vec<&Clearance> = recorded.iter().filter(of).collect();
        let name = person::find(&mut tx, &viewer.organisation, &enrolment.person).await?;
        let name = name.map_or(String::new(), |person| person.name);
        lines.push(line(viewer, (enrolment, track, *kind), name, &mine, today(&app, viewer)));
    }
    lines.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
    web::html(&Page {
        page: viewer.page("clearances-title"),
        open: lines.iter().filter(|line| line.mark == "bad").count(),
        asks: frame.tracks.iter().any(|track| needs_any(&track.design)),
        frame,
        lines,
    })
}

type Concerned<'a> = (Enrolment, &'a Track, Kind);

/// Everybody who takes part or asks to, once for each thing that has to hold of them.
async fn concerned<'a>(
    tx: &mut Tx,
    organisation: &OrganisationId,
    tracks: &'a [Track],
) -> db::Result<Vec<Concerned<'a>>> {
    let mut all = Vec::new();
    for track in tracks.iter().filter(|track| needs_any(&track.design)) {
        for state in [Enrolled::Approved, Enrolled::Applied] {
            let people = enrolment::store::of_track(tx, organisation, &track.id, state).await?;
            for one in people {
                let kinds = needs(&track.design, &one.role);
                all.extend(kinds.into_iter().map(|kind| (one.clone(), track, kind)));
            }
        }
    }
    Ok(all)
}

fn line(
    viewer: &Viewer,
    (enrolment, track, kind): (&Enrolment, &Track, Kind),
    name: String,
    mine: &[&Clearance],
    today: Date,
) -> Line {
    let standing = Standing::of(mine, today, warn_days(&track.design));
    let (key, day, mark, rank) = match standing {
        Standing::Missing => ("missing", None, "bad", 0),
        Standing::Over(on) => ("over", Some(on), "bad", 1),
        Standing::EndsSoon(on) => ("soon", Some(on), "warn", 2),
        Standing::Holds(Some(on)) => ("holds", Some(on), "ok", 3),
        Standing::Holds(None) => ("given", None, "ok", 3),
    };
    let day = day.map(|day| words::day(viewer.language, day)).unwrap_or_default();
    let role = track.design.role(&enrolment.role).map(|role| role.label.one.clone());
    Line {
        name,
        role: role.unwrap_or_else(|| enrolment.role.clone()),
        kind: viewer.t(&format!("clearance-{}", kind.word())),
        standing: viewer.say(&format!("clearance-standing-{key}"), &[("day", day.into())]),
        mark,
        rank,
        by_whom: mine.first().map_or(String::new(), |one| one.by_whom.clone()),
        href: format!(
            "/programmes/{}/clearances/{}/{}",
            enrolment.programme,
            enrolment.id,
            kind.word()
        ),
    }
}

/// How many of those who take part in a programme have something open, or soon over.
///
/// # Errors
/// When the database refuses it.
pub async fn open_people(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    today: Date,
) -> db::Result<usize> {
    let tracks = programme::store::tracks(tx, organisation, programme).await?;
    if !tracks.iter().any(|track| needs_any(&track.design)) {
        return Ok(0);
    }
    let mut open: HashSet<PersonId> = HashSet::new();
    let recorded = store::of_programme(tx, organisation, programme).await?;
    for (one, track, kind) in concerned(tx, organisation, &tracks).await? {
        let of = |c: &&Clearance| c.person == one.person && c.kind == kind;
        let mine: Vec<&Clearance> = recorded.iter().filter(of).collect();
        let standing = Standing::of(&mine, today, warn_days(&track.design));
        if one.state == Enrolled::Approved && !matches!(standing, Standing::Holds(_)) {
            open.insert(one.person);
        }
    }
    Ok(open.len())
}
