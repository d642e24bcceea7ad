//! The engine at work beside the requests: on a thread of its own, kept when it is done.

use std::{
    collections::BTreeSet,
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use web::{Answer, App, Problem};

use super::{
    facts::RoundSolved,
    input::Input,
    model::{Decisions, Round, Settings},
    solve::{self, Refusals, Solved},
    store,
};

/// A coordinator waits so long for a page; what takes longer shows its progress.
const PATIENCE: Duration = Duration::from_millis(450);

/// Solves on a thread that requests do not need.
///
/// # Errors
/// A fault when the engine fails.
pub async fn solve(
    input: &Input,
    settings: &Settings,
    seed: u64,
) -> Answer<Result<Solved, Box<Refusals>>> {
    let (input, settings) = (input.clone(), settings.clone());
    beside(move || solve::solve(&input, &settings, seed)).await
}

/// Does what takes the processor for long on a thread that requests do not need.
///
/// # Errors
/// A fault when it panics.
pub async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|e| Problem::fault("a round is solved", e))
}

/// Begins to solve a round that was opened and waits a moment for it.
pub async fn begin(app: &App, round: &Round) {
    if !running().insert(round) {
        return;
    }
    let (app, round) = (app.clone(), round.clone());
    let task = tokio::spawn(async move {
        let kept = first(&app, &round).await;
        running().remove(&round);
        if let Err(problem) = kept {
            tracing::error!(round = %round.id, ?problem, "a round could not be solved");
        }
    });
    // What takes longer goes on by itself; the page shows that it does.
    let _ = tokio::time::timeout(PATIENCE, task).await;
}

/// Whether this program is solving a round now.
#[must_use]
pub fn is_running(round: &Round) -> bool {
    running().0.lock().unwrap_or_else(PoisonError::into_inner).contains(round.id.as_str())
}

async fn first(app: &App, round: &Round) -> Answer<()> {
    let input = store::input(&mut app.db.read().await?, round).await?;
    let solved = solve(&input, &round.decisions.now, round.seed).await?;
    let Ok(solved) = solved else { return Ok(()) };
    keep(app, round, &input, &round.decisions, &solved, None).await.map(drop)
}

/// Keeps what came out, with the decisions that led to it. Tells whether nobody else was faster.
///
/// # Errors
/// A fault when the database refuses.
pub async fn keep(
    app: &App,
    before: &Round,
    input: &Input,
    decisions: &Decisions,
    solved: &Solved,
    by: Option<&people::PersonId>,
) -> Answer<bool> {
    let mut tx = app.db.write().await?;
    let record = store::Solved {
        decisions,
        objective: input.objective_name(&decisions.now),
        outcome: &solved.outcome,
        certificate: &solved.certificate,
    };
    if !store::keep(&mut tx, &app.seam, before, &record).await? {
        return Ok(false);
    }
    let fact = RoundSolved::of(before, solved.outcome.relationships());
    let (organisation, by) = (before.organisation.as_str(), by.map(people::PersonId::as_str));
    jobs::record(&mut tx, &app.seam, organisation, by, &fact).await?;
    tx.commit().await?;
    Ok(true)
}

/// The rounds that this program is solving.
struct Running(Mutex<BTreeSet<String>>);

fn running() -> &'static Running {
    static RUNNING: OnceLock<Running> = OnceLock::new();
    RUNNING.get_or_init(|| Running(Mutex::default()))
}

impl Running {
    fn insert(&self, round: &Round) -> bool {
        let id = round.id.as_str().to_owned();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id)
    }

    fn remove(&self, round: &Round) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(round.id.as_str());
    }
}
