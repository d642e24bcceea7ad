//! One goal: its steps, what would make it stronger, and its words to change.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use programmes::relationship::SeatHolder;
use web::{Answer, App, Choice, Errors, Problem, Shell};

use super::{GoalId, card::Line, create::Draft, model::Goal, store};
use crate::together::Together;

#[derive(Template)]
#[template(path = "goal/show.html")]
pub(super) struct Page {
    page: Shell,
    home: String,
    partner: String,
    line: Line,
    why: String,
    draft: Draft,
    step: StepDraft,
    audiences: Vec<Choice>,
    is_mine: bool,
    is_open: bool,
    edits: bool,
    errors: Errors,
}

/// A step as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct StepDraft {
    pub words: String,
    pub due_on: String,
}

/// A goal that somebody may see, with its people.
pub(super) struct Seen {
    pub goal: Goal,
    pub together: Together,
}

/// Holds a goal for a change by somebody who may change it.
///
/// # Errors
/// [`Problem::Absent`] when there is none for them; a refusal when the relationship is over.
pub(super) async fn hold(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    id: &str,
) -> Result<Seen, Problem> {
    let of = &holder.viewer;
    let found = store::hold(tx, &of.organisation, &GoalId::from(id.to_owned())).await?;
    let found = found.filter(|goal| goal.deleted_at.is_none());
    let seen = seen(tx, app, holder, found).await?;
    seen.together.ask_open_to(&of.person)?;
    Ok(seen)
}

/// Holds a goal for being taken away or brought back by its owner.
///
/// # Errors
/// As [`hold`].
pub(super) async fn hold_own(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    id: &str,
) -> Result<Seen, Problem> {
    let of = &holder.viewer;
    let found = store::hold(tx, &of.organisation, &GoalId::from(id.to_owned())).await?;
    let seen = seen(tx, app, holder, found.filter(|goal| goal.created_by == of.person)).await?;
    seen.together.ask_open_to(&of.person)?;
    Ok(seen)
}

async fn seen(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    found: Option<Goal>,
) -> Result<Seen, Problem> {
    let of = &holder.viewer;
    let goal = found
        .filter(|g| g.relationship == holder.relationship && g.is_visible_to(&of.person))
        .ok_or(Problem::Absent)?;
    let together =
        Together::load(tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    Ok(Seen { goal, together })
}

/// The page.
pub async fn page(
    holder: SeatHolder,
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, &of.organisation, &GoalId::from(id)).await?;
    let found = found.filter(|goal| goal.deleted_at.is_none());
    let seen = seen(&mut tx, &app, &holder, found).await?;
    web::html(&shown(&holder, &seen, None, StepDraft::default(), Errors::new(of.language)))
}

/// The page, with what was typed where something was wrong.
pub(super) fn shown(
    holder: &SeatHolder,
    seen: &Seen,
    draft: Option<Draft>,
    step: StepDraft,
    errors: Errors,
) -> Page {
    let (of, Seen { goal, together }) = (&holder.viewer, seen);
    let edits = draft.is_some();
    let draft = draft.unwrap_or_else(|| Draft {
        title: goal.title.clone(),
        why: goal.why.clone(),
        due_on: goal.due_on.map(|day| day.to_string()).unwrap_or_default(),
        audience: goal.audience.word().to_owned(),
        first_step: String::new(),
    });
    Page {
        page: of.page_titled(goal.title.clone()),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        line: Line::of(goal, &together.place(&of.person), of),
        why: goal.why.clone(),
        audiences: goal.audience.choices(of.language, &seen.together.frame.design),
        is_mine: goal.created_by == of.person,
        is_open: together.is_open_to(&of.person),
        draft,
        step,
        edits,
        errors,
    }
}

impl Page {
    fn goals(&self) -> String {
        format!("{}/goals", self.home)
    }
}
