//! What the relationship's home and the list say about goals.

use db::Tx;
use people::permission::Viewer;
use web::Problem;

use super::{
    model::{Goal, Step},
    store,
};
use crate::together::Place;

/// A goal in a list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its page.
    pub path: String,
    /// What.
    pub title: String,
    /// By when, or when it was reached.
    pub due: String,
    /// Who can see it.
    pub audience: &'static str,
    /// How many steps are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// The same in words.
    pub progress: String,
    /// The steps.
    pub steps: Vec<StepLine>,
    /// What to ask.
    pub asks: Vec<String>,
    /// Whether it is reached.
    pub is_reached: bool,
    /// Whether the viewer may change it.
    pub may_change: bool,
}

/// A step in a list.
#[derive(Debug, Clone)]
pub struct StepLine {
    /// Its id.
    pub id: String,
    /// What.
    pub words: String,
    /// By when.
    pub due: String,
    /// Whether it is done.
    pub done: bool,
}

impl Line {
    /// A goal as a viewer sees it.
    #[must_use]
    pub fn of(goal: &Goal, place: &Place, of: &Viewer) -> Self {
        let reached = goal.reached_at.map(|at| at.to_zoned(of.zone.clone()).date());
        let due = match (reached, goal.due_on) {
            (Some(day), _) => {
                of.say("goal-reached-on", &[("day", words::day(of.language, day).into())])
            }
            (None, Some(day)) => {
                of.say("goal-due-on", &[("day", words::day(of.language, day).into())])
            }
            (None, None) => String::new(),
        };
        let (done, all) = (goal.done(), goal.steps.len());
        Self {
            id: goal.id.to_string(),
            path: format!("{}/goals/{}", place.path(), goal.id),
            title: goal.title.clone(),
            due,
            audience: goal.audience.label(),
            progress: of.say("goal-steps-done", &[("done", done.into()), ("of", all.into())]),
            done,
            of: all,
            steps: goal.steps.iter().map(|step| StepLine::of(step, of)).collect(),
            asks: goal.missing().iter().map(|missing| of.t(missing.key())).collect(),
            is_reached: reached.is_some(),
            may_change: place.is_open && reached.is_none(),
        }
    }
}

impl StepLine {
    fn of(step: &Step, of: &Viewer) -> Self {
        let due = step
            .due_on
            .map(|day| of.say("goal-due-on", &[("day", words::day(of.language, day).into())]));
        Self {
            id: step.id.to_string(),
            words: step.words.clone(),
            due: due.unwrap_or_default(),
            done: step.done_at.is_some(),
        }
    }
}

/// What the relationship's home shows of goals: `goal/card.html` reads it as `goals`.
#[derive(Debug, Clone)]
pub struct Card {
    /// The open goals, the most urgent first; at most three.
    pub open: Vec<CardLine>,
    /// How many were reached.
    pub reached: usize,
    /// The path of the relationship's home.
    pub home: String,
    /// Whether the viewer may write.
    pub is_open: bool,
}

/// A goal with the step that comes next.
#[derive(Debug, Clone)]
pub struct CardLine {
    /// The goal.
    pub goal: Line,
    /// The step that comes next; empty when there is none.
    pub next: String,
}

impl Card {
    /// Reads it: one statement.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn load(tx: &mut Tx, of: &Viewer, place: &Place) -> Result<Self, Problem> {
        let id = &place.relationship;
        let goals = store::visible(tx, &of.organisation, id, &of.person).await?;
        let open = goals.iter().filter(|goal| goal.reached_at.is_none()).take(3);
        let line = |goal: &Goal| CardLine {
            next: goal.next_step().map(|step| step.words.clone()).unwrap_or_default(),
            goal: Line::of(goal, place, of),
        };
        Ok(Self {
            open: open.map(line).collect(),
            reached: goals.iter().filter(|goal| goal.reached_at.is_some()).count(),
            home: place.path(),
            is_open: place.is_open,
        })
    }
}
