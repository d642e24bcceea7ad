//! The steps of a goal: added, ticked with one tap, put in order, removed.

use axum::extract::{Path, State};
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Errors, Form, Problem};

use super::{
    StepId,
    create::day,
    model::Step,
    show::{self, Seen, StepDraft},
    store,
};

/// A goal has at most so many steps.
const MOST: usize = 50;

/// What the form for a step sends.
#[derive(Debug, Deserialize)]
pub struct New {
    #[serde(default)]
    words: String,
    #[serde(default)]
    step_due_on: String,
}

/// Adds a step at the end.
pub async fn add(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    Form(new): Form<New>,
) -> Answer {
    let mut errors = Errors::new(holder.viewer.language);
    let words = errors.text("words", &new.words, 300);
    let due_on = day(&mut errors, "step_due_on", &new.step_due_on);
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    if seen.goal.steps.len() >= MOST {
        errors.add("words", "goal-too-many-steps", &[("most", MOST.into())]);
    }
    if !errors.is_empty() {
        let step = StepDraft { words: new.words, due_on: new.step_due_on };
        return web::html_with_errors(&show::shown(&holder, &seen, None, step, errors));
    }
    let last = seen.goal.steps.last().map_or(0, |step| step.position);
    let id = StepId::from(app.seam.id());
    let step = Step { id, position: last + 1, words, due_on, done_at: None };
    store::insert_step(&mut tx, &seen.goal.id, &step).await?;
    tx.commit().await?;
    web::go(&path(&seen))
}

/// What a tap says: so that the same tap twice has one effect.
#[derive(Debug, Deserialize)]
pub struct Tick {
    #[serde(default)]
    done: String,
}

/// Ticks a step, or unticks it.
pub async fn tick(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id, step)): Path<(String, String, String)>,
    Form(tick): Form<Tick>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let step = find(&seen, step)?;
    let at = (tick.done != "no").then(|| step.done_at.unwrap_or_else(|| app.seam.now()));
    store::tick(&mut tx, &seen.goal.id, &step.id, at).await?;
    tx.commit().await?;
    web::go(&path(&seen))
}

/// Where to.
#[derive(Debug, Deserialize)]
pub struct Shift {
    #[serde(default)]
    to: String,
}

/// Moves a step up or down by one place.
pub async fn shift(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id, step)): Path<(String, String, String)>,
    Form(shift): Form<Shift>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let step = find(&seen, step)?;
    if let Some((one, other)) = seen.goal.neighbours(&step.id, shift.to == "up") {
        store::place(&mut tx, &seen.goal.id, &one.id, other.position).await?;
        store::place(&mut tx, &seen.goal.id, &other.id, one.position).await?;
    }
    tx.commit().await?;
    web::go(&path(&seen))
}

/// Removes a step.
pub async fn remove(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id, step)): Path<(String, String, String)>,
) -> Answer {
    let mut tx = app.db.write().await?;
    let seen = show::hold(&mut tx, &app, &holder, &id).await?;
    let step = find(&seen, step)?;
    store::remove_step(&mut tx, &seen.goal.id, &step.id).await?;
    tx.commit().await?;
    web::go(&path(&seen))
}

fn find(seen: &Seen, step: String) -> Result<&Step, Problem> {
    let id = StepId::from(step);
    seen.goal.steps.iter().find(|step| step.id == id).ok_or(Problem::Absent)
}

fn path(seen: &Seen) -> String {
    format!("{}/goals/{}", seen.together.path(), seen.goal.id)
}
