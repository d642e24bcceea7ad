//! On the wall: which round it is, who sits where, and what comes next. The page renews itself, and
//! its links work without a script.

use askama::Template;
use axum::extract::{Query, State};
use jiff::Timestamp;
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Problem, Shell};
use words::Arg;

use super::{cross, model::Sitting, store};

/// Which round is looked at, where it is not the one that runs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    round: Option<usize>,
}

#[derive(Template)]
#[template(path = "tables/room.html")]
struct Page {
    page: Shell,
    base: String,
    seats: Vec<Seat>,
    out: Vec<String>,
    clock: String,
    previous: usize,
    next: usize,
    is_live: bool,
}

struct Seat {
    table: usize,
    giver: String,
    receiver: String,
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Query(which): Query<Which>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let track = cross::track(&mut tx, &permit).await?;
    let stored = store::newest(&mut tx, &viewer.organisation, &permit.programme).await?;
    let sitting = stored.ok_or(Problem::Absent)?.plan.sitting;
    let of = sitting.rounds.len();
    let live = sitting.now.clamp(1, of.max(1));
    let round = which.round.filter(|round| (1..=of).contains(round)).unwrap_or(live);
    let is_live = which.round.is_none();
    let args = [("round", Arg::from(round)), ("of", Arg::from(of))];
    web::html(&Page {
        page: viewer.page_titled(viewer.say("tables-room-title", &args)),
        base: format!("/programmes/{}/tables", permit.programme),
        seats: seats(&sitting, round),
        out: waiting(&sitting, round),
        clock: clock(
            viewer,
            &sitting,
            i64::from(track.design.rhythm.minutes.least),
            app.seam.now(),
        )
        .filter(|_| round == sitting.now)
        .unwrap_or_default(),
        previous: round.saturating_sub(1),
        next: if round < of { round + 1 } else { 0 },
        is_live,
    })
}

fn seats(sitting: &Sitting, round: usize) -> Vec<Seat> {
    let mut pairs = round.checked_sub(1).and_then(|at| sitting.rounds.get(at).cloned());
    let pairs = pairs.as_mut().map(|pairs| {
        pairs.sort_unstable();
        pairs.clone()
    });
    let seat = |(giver, receiver): (u32, u32)| Seat {
        table: giver as usize + 1,
        giver: sitting.givers.get(giver as usize).map_or(String::new(), |g| g.name.clone()),
        receiver: sitting
            .receivers
            .get(receiver as usize)
            .map_or(String::new(), |g| g.name.clone()),
    };
    pairs.unwrap_or_default().into_iter().map(seat).collect()
}

/// Those here who sit this round out.
fn waiting(sitting: &Sitting, round: usize) -> Vec<String> {
    let pairs = round.checked_sub(1).and_then(|at| sitting.rounds.get(at));
    let seated =
        |at: usize| pairs.is_some_and(|pairs| pairs.iter().any(|two| two.1 as usize == at));
    let all = sitting.receivers.iter().enumerate();
    let out = all.filter(|(at, guest)| guest.here && !seated(*at));
    out.map(|(_, guest)| guest.name.clone()).collect()
}

/// How much of the round is left.
fn clock(
    viewer: &people::permission::Viewer,
    sitting: &Sitting,
    minutes: i64,
    now: Timestamp,
) -> Option<String> {
    let runs = (1..=sitting.rounds.len()).contains(&sitting.now);
    let passed = (now.as_millisecond() - sitting.began) / 60_000;
    let left = (minutes - passed).max(0);
    runs.then(|| viewer.say("tables-clock", &[("minutes", Arg::from(left))]))
}
