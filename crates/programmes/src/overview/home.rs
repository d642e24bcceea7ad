//! A programme's home: where it is, the one next step, who has signed up, whether places suffice,
//! and what happened lately.

use askama::Template;
use axum::extract::State;
use db::Tx;
use people::{
    ProgrammeId,
    permission::{CoordinatorOf, Viewer, coordinators_of},
};
use web::{Answer, App, Shell};

use super::{
    activity::{self, Moment},
    coverage::{Balance, Signed, coverage},
    next::{PHASES, Standing, Step, phase, step},
    store,
};
use crate::{
    designing,
    enrolment::{self, State as Enrolled},
    programme::{self, Frame, State as ProgrammeState, Tab, Track, today},
    screening,
};

/// Subjects shown before the rest is folded away.
const SUBJECTS: usize = 6;

#[derive(Template)]
#[template(path = "overview/home.html")]
struct Page {
    page: Shell,
    frame: Frame,
    state: String,
    phases: Vec<Phase>,
    next: Step,
    next_title: String,
    next_text: String,
    next_button: String,
    next_when: String,
    roles: Vec<RoleLine>,
    started: i64,
    tracks: Vec<TrackCoverage>,
    join: Option<String>,
    is_open: bool,
    can_close: bool,
    can_reopen: bool,
    moments: Vec<Moment>,
    dates: Vec<(String, String)>,
    coordinators: String,
    cares: bool,
    uncleared: usize,
}

struct Phase {
    name: String,
    is_done: bool,
    is_now: bool,
}

struct RoleLine {
    label: String,
    approved: i64,
    applied: i64,
}

struct TrackCoverage {
    name: String,
    all: Balance,
    kind: &'static str,
    sentence: String,
    subjects: Vec<Subject>,
    rest: Vec<Subject>,
    wanted: String,
    offered: String,
}

struct Subject {
    id: String,
    name: String,
    balance: Balance,
    shown: String,
    kind: &'static str,
}

/// The page.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = programme::frame(&mut tx, viewer, &permit.programme, Tab::Overview).await?;
    let standing = standing(&mut tx, viewer, &permit.programme, &frame.tracks).await?;
    let today = today(&app, viewer);
    let design = frame.tracks.first().map(designing::address).unwrap_or_default();
    let next = step(&frame.programme, &design, &standing, today);
    let say = |part: &str| {
        let key = format!("programme-next-{}{part}", next.name);
        viewer.say(&key, &[("count", standing.applied.into())])
    };
    let coordinators = coordinators_of(&mut tx, &viewer.organisation, &permit.programme).await?;
    let names: Vec<String> = coordinators.into_iter().map(|person| person.name).collect();
    let is_open = frame.programme.takes_registrations(today);
    let state = frame.programme.state;
    web::html(&Page {
        page: viewer.page_titled(frame.programme.name.clone()),
        state: viewer.t(&format!("programme-state-{}", state.as_str())),
        phases: phases(viewer, phase(&frame.programme, &standing)),
        next_title: say(""),
        next_text: say("-text"),
        next_button: say("-button"),
        next_when: next_when(viewer, &frame, &next),
        roles: roles(&mut tx, viewer, &permit.programme, &frame.tracks).await?,
        started: standing.started,
        tracks: coverages(&mut tx, viewer, &frame.tracks, state).await?,
        join: programme::join_address(&app, &frame.programme).filter(|_| is_open),
        is_open,
        can_close: state != ProgrammeState::Draft && state != ProgrammeState::Closed,
        can_reopen: state == ProgrammeState::Running || (state == ProgrammeState::Open && !is_open),
        moments: activity::recent(&mut tx, viewer, &permit.programme).await?,
        dates: dates(viewer, &frame),
        coordinators: names.join(", "),
        cares: frame.tracks.iter().any(|track| screening::needs_any(&track.design)),
        uncleared: {
            let organisation = &viewer.organisation;
            screening::open_people(&mut tx, organisation, &permit.programme, today).await?
        },
        next,
        frame,
    })
}

/// What is known of a programme.
pub(super) async fn standing(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: &ProgrammeId,
    tracks: &[Track],
) -> db::Result<Standing> {
    let counts = enrolment::store::counts(tx, &viewer.organisation, programme).await?;
    let of = |state| counts.iter().filter(|c| c.state == state).map(|c| c.number).sum();
    let (together, ever) = store::relationships(tx, &viewer.organisation, programme).await?;
    Ok(Standing {
        flaws: tracks.iter().map(|track| track.design.flaws().len()).sum(),
        started: of(Enrolled::Started),
        applied: of(Enrolled::Applied),
        approved: of(Enrolled::Approved),
        together,
        ever,
        asks: !tracks.is_empty()
            && tracks.iter().all(|track| programme::finds(&track.design) == Tab::Requests),
    })
}

fn phases(viewer: &Viewer, at: usize) -> Vec<Phase> {
    let phase = |(place, name): (usize, &&str)| Phase {
        name: viewer.t(&format!("programme-phase-{name}")),
        is_done: place < at,
        is_now: place == at,
    };
    PHASES.iter().enumerate().map(phase).collect()
}

fn next_when(viewer: &Viewer, frame: &Frame, next: &Step) -> String {
    let programme = &frame.programme;
    let (key, day) = match next.name {
        "invite" | "invite-more" | "decide" => ("programme-when-closes", programme.closes_on),
        "match" => ("programme-when-starts", programme.starts_on),
        "look" => ("programme-when-ends", programme.ends_on),
        _ => return String::new(),
    };
    let Some(day) = day else { return String::new() };
    viewer.say(key, &[("day", words::weekday_and_day(viewer.language, day).into())])
}

async fn roles(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: &ProgrammeId,
    tracks: &[Track],
) -> db::Result<Vec<RoleLine>> {
    let counts = enrolment::store::counts(tx, &viewer.organisation, programme).await?;
    let line = |track: &Track, role: &design::Role| {
        let of = |state| {
            let here = counts.iter().filter(|c| c.track == track.id && c.role == role.name);
            here.filter(|c| c.state == state).map(|c| c.number).sum()
        };
        RoleLine {
            label: role.label.many.clone(),
            approved: of(Enrolled::Approved),
            applied: of(Enrolled::Applied),
        }
    };
    let lines = tracks.iter().flat_map(|t| t.design.roles.iter().map(move |r| (t, r)));
    Ok(lines.map(|(track, role)| line(track, role)).collect())
}

async fn coverages(
    tx: &mut Tx,
    viewer: &Viewer,
    tracks: &[Track],
    state: ProgrammeState,
) -> db::Result<Vec<TrackCoverage>> {
    let mut all = Vec::new();
    if state == ProgrammeState::Draft || state == ProgrammeState::Closed {
        return Ok(all);
    }
    for track in tracks {
        let answers =
            enrolment::store::answers_of_track(tx, &viewer.organisation, &track.id).await?;
        let mut people = Vec::new();
        for state in [Enrolled::Applied, Enrolled::Approved] {
            people.extend(
                enrolment::store::of_track(tx, &viewer.organisation, &track.id, state).await?,
            );
        }
        let signed: Vec<Signed<'_>> = people
            .iter()
            .map(|mine| Signed {
                role: &mine.role,
                capacity: mine.capacity,
                answers: answers.get(&mine.id),
            })
            .collect();
        all.extend(shown(viewer, track, &signed));
    }
    Ok(all)
}

fn shown(viewer: &Viewer, track: &Track, people: &[Signed<'_>]) -> Option<TrackCoverage> {
    let found = coverage(&track.design, people)?;
    let (giver, receiver) = track.design.two_sides()?;
    if found.all == Balance::default() {
        return None;
    }
    let subject = |(place, (name, balance)): (usize, (String, Balance))| Subject {
        id: format!("subject-{place}"),
        shown: viewer.say(
            "coverage-shown",
            &[("offered", balance.offered.into()), ("wanted", balance.wanted.into())],
        ),
        kind: kind(balance),
        name,
        balance,
    };
    let mut subjects: Vec<Subject> = found.subjects.into_iter().enumerate().map(subject).collect();
    let rest = subjects.split_off(subjects.len().min(SUBJECTS));
    let worst = subjects.first().filter(|subject| subject.balance.short() > 0);
    let sentence = worst.map_or_else(
        || viewer.t("coverage-suffices"),
        |worst| {
            let args = [
                ("wanted", worst.balance.wanted.into()),
                ("offered", worst.balance.offered.into()),
                ("subject", worst.name.as_str().into()),
                ("receivers", receiver.label.many.as_str().into()),
                ("giver", giver.label.one.as_str().into()),
            ];
            viewer.say("coverage-worst", &args)
        },
    );
    Some(TrackCoverage {
        name: track.name.clone(),
        all: found.all,
        kind: kind(found.all),
        sentence,
        subjects,
        rest,
        wanted: receiver.label.many.clone(),
        offered: giver.label.one.clone(),
    })
}

fn kind(balance: Balance) -> &'static str {
    if balance.short() > 0 { "warn" } else { "ok" }
}

fn dates(viewer: &Viewer, frame: &Frame) -> Vec<(String, String)> {
    let programme = &frame.programme;
    [
        ("programme-opens-on", programme.opens_on),
        ("programme-closes-on", programme.closes_on),
        ("programme-starts-on", programme.starts_on),
        ("programme-ends-on", programme.ends_on),
    ]
    .into_iter()
    .filter_map(|(key, day)| Some((viewer.t(key), words::day(viewer.language, day?))))
    .collect()
}
