//! The coordinator's desk: the plan by table and by person, who is here, and the round that runs.

use askama::Template;
use axum::extract::State;
use people::permission::{CoordinatorOf, Viewer};
use web::{Answer, App, Choice, Problem, Shell};
use words::Arg;

use super::{
    cross::{self, Cross},
    model::{Guest, Sitting, Turn},
    store,
};
use crate::programme::{Frame, Tab, frame};

#[derive(Template)]
#[template(path = "tables/desk.html")]
struct Page {
    page: Shell,
    frame: Frame,
    base: String,
    choices: Vec<Choice>,
    counts: String,
    plan: Option<Shown>,
    newcomers: Vec<Person>,
    can_plan: bool,
}

/// A plan on its page.
struct Shown {
    version: i64,
    now: usize,
    rounds: Vec<usize>,
    state: String,
    is_over: bool,
    told: bool,
    can_undo: bool,
    tables: Vec<Row>,
    people: Vec<Row>,
    out: String,
}

/// Somebody and what they do in each round.
pub(super) struct Row {
    pub id: String,
    pub name: String,
    pub table: usize,
    pub turns: Vec<String>,
    pub here: bool,
}

struct Person {
    id: String,
    name: String,
}

/// The page.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let track = cross::track(&mut tx, &permit).await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::Matching).await?;
    let cross = Cross::today(&mut tx, &app, &permit, &track).await?;
    let stored = store::newest(&mut tx, &viewer.organisation, &permit.programme).await?;
    let span = track.design.rounds_at_an_event().ok_or(Problem::Absent)?;
    let choice = |rounds: u16| {
        let label = viewer.say("tables-rounds-choice", &[("rounds", Arg::from(rounds))]);
        Choice::new(rounds.to_string(), label).chosen_among(&[span.least.to_string()])
    };
    let person = |guest: &Guest| Person { id: guest.person.clone(), name: guest.name.clone() };
    let newcomers = stored.as_ref().map(|stored| cross.newcomers(&stored.plan.sitting));
    web::html(&Page {
        page: viewer.page("tables-title"),
        base: format!("/programmes/{}/tables", permit.programme),
        choices: (span.least..=span.most).map(choice).collect(),
        counts: viewer.say(
            "tables-counts",
            &[
                ("givers", Arg::from(cross.givers.len())),
                ("receivers", Arg::from(cross.receivers.len())),
            ],
        ),
        newcomers: newcomers.unwrap_or_default().into_iter().map(person).collect(),
        can_plan: stored.as_ref().is_none_or(|stored| stored.plan.sitting.is_over()),
        plan: stored.as_ref().map(|stored| shown(viewer, stored)),
        frame,
    })
}

fn shown(viewer: &Viewer, stored: &store::Stored) -> Shown {
    let sitting = &stored.plan.sitting;
    let of = sitting.rounds.len();
    let args = [("round", Arg::from(sitting.now)), ("of", Arg::from(of))];
    let state = match sitting.now {
        0 => "tables-state-before",
        now if now > of => "tables-state-over",
        _ => "tables-state-running",
    };
    Shown {
        version: stored.version,
        now: sitting.now,
        rounds: (1..=of).collect(),
        state: viewer.say(state, &args),
        is_over: sitting.is_over(),
        told: stored.told_at.is_some(),
        can_undo: !stored.plan.before.is_empty(),
        tables: by_table(viewer, sitting),
        people: by_person(viewer, sitting),
        out: out(viewer, sitting),
    }
}

/// Each table with its guests.
pub(super) fn by_table(viewer: &Viewer, sitting: &Sitting) -> Vec<Row> {
    let turn = |turn: Turn| match turn {
        Turn::At(_, other) => {
            sitting.receivers.get(other).map_or(String::new(), |g| g.name.clone())
        }
        Turn::Out => viewer.t("tables-free"),
    };
    let row = |(at, guest): (usize, &Guest)| Row {
        id: guest.person.clone(),
        name: guest.name.clone(),
        table: at + 1,
        turns: sitting.of_giver(at).into_iter().map(turn).collect(),
        here: guest.here,
    };
    sitting.givers.iter().enumerate().map(row).collect()
}

/// Each guest with their tables.
pub(super) fn by_person(viewer: &Viewer, sitting: &Sitting) -> Vec<Row> {
    let turn = |turn: Turn| match turn {
        Turn::At(table, other) => {
            let name = sitting.givers.get(other).map_or("", |guest| guest.name.as_str());
            let args = [("table", Arg::from(table)), ("name", Arg::from(name))];
            viewer.say("tables-at", &args)
        }
        Turn::Out => viewer.t("tables-out"),
    };
    let row = |(at, guest): (usize, &Guest)| Row {
        id: guest.person.clone(),
        name: guest.name.clone(),
        table: 0,
        turns: sitting.of_receiver(at).into_iter().map(turn).collect(),
        here: guest.here,
    };
    sitting.receivers.iter().enumerate().map(row).collect()
}

/// How often anybody sits out.
fn out(viewer: &Viewer, sitting: &Sitting) -> String {
    let waits = |turns: Vec<Turn>| turns.iter().filter(|turn| **turn == Turn::Out).count();
    let receivers = sitting.receivers.iter().enumerate().filter(|(_, guest)| guest.here);
    let all: Vec<usize> = receivers.map(|(at, _)| waits(sitting.of_receiver(at))).collect();
    match (all.iter().min(), all.iter().max()) {
        (_, Some(0)) | (None, _) | (_, None) => viewer.t("tables-nobody-waits"),
        (Some(least), Some(most)) => {
            let args = [("least", Arg::from(*least)), ("most", Arg::from(*most))];
            viewer.say("tables-waits", &args)
        }
    }
}
