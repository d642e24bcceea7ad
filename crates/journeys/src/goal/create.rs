//! A new goal. Only its title is needed; the rest may come later.

use askama::Template;
use axum::extract::State;
use design::Design;
use jiff::civil::Date;
use programmes::relationship::SeatHolder;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Shell};

use super::{
    GoalId, StepId,
    facts::GoalSet,
    model::{Audience, Goal, Step},
    store,
};
use crate::together::Together;

/// What the forms for a new goal and for a change send.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Draft {
    /// What.
    #[serde(default)]
    pub title: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// By when.
    #[serde(default)]
    pub due_on: String,
    /// Who can see it.
    #[serde(default)]
    pub audience: String,
    /// The first step; only of a new goal.
    #[serde(default)]
    pub first_step: String,
}

/// What was understood of it.
#[derive(Debug, Clone)]
pub struct Understood {
    pub(super) title: String,
    pub(super) why: String,
    pub(super) due_on: Option<Date>,
    pub(super) audience: Audience,
    first_step: String,
}

impl Draft {
    /// Reads it; what is wrong is said at the fields.
    pub fn understand(&self, errors: &mut Errors, design: &Design) -> Understood {
        Understood {
            title: errors.text("title", &self.title, 200),
            why: errors.optional_text("why", &self.why, 2000),
            due_on: day(errors, "due_on", &self.due_on),
            audience: Audience::chosen(&self.audience, design),
            first_step: errors.optional_text("first_step", &self.first_step, 300),
        }
    }
}

/// A day that may be missing.
pub fn day(errors: &mut Errors, field: &str, text: &str) -> Option<Date> {
    let text = web::blank(text)?;
    let day = text.parse().ok();
    if day.is_none() {
        errors.add(field, "goal-no-day", &[]);
    }
    day
}

#[derive(Template)]
#[template(path = "goal/create.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    draft: Draft,
    audiences: Vec<Choice>,
    errors: Errors,
}

/// The form.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    let draft = Draft {
        audience: Audience::shared(&together.frame.design).word().to_owned(),
        ..Draft::default()
    };
    web::html(&asked(&holder, &together, draft, Errors::new(of.language)))
}

/// Writes it down.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(draft): Form<Draft>) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let mut tx = app.db.write().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    let understood = draft.understand(&mut errors, &together.frame.design);
    together.ask_open_to(&of.person)?;
    if !errors.is_empty() {
        return web::html_with_errors(&asked(&holder, &together, draft, errors));
    }
    let goal = goal(&app, &holder, understood);
    store::insert(&mut tx, &goal, app.seam.now()).await?;
    if goal.audience.is_shared() {
        let fact = GoalSet::of(&goal, &together);
        let actor = Some(of.person.as_str());
        jobs::record(&mut tx, &app.seam, of.organisation.as_str(), actor, &fact).await?;
    }
    tx.commit().await?;
    let path = format!("{}/goals/{}", together.path(), goal.id);
    web::see(&path, Flash::done("goal-created"))
}

fn goal(app: &App, holder: &SeatHolder, understood: Understood) -> Goal {
    let first = Step {
        id: StepId::from(app.seam.id()),
        position: 1,
        words: understood.first_step,
        due_on: None,
        done_at: None,
    };
    Goal {
        id: GoalId::from(app.seam.id()),
        organisation: holder.viewer.organisation.clone(),
        relationship: holder.relationship.clone(),
        title: understood.title,
        why: understood.why,
        due_on: understood.due_on,
        audience: understood.audience,
        created_by: holder.viewer.person.clone(),
        reached_at: None,
        deleted_at: None,
        steps: if first.words.is_empty() { Vec::new() } else { vec![first] },
    }
}

fn asked(holder: &SeatHolder, together: &Together, draft: Draft, errors: Errors) -> Page {
    let of = &holder.viewer;
    Page {
        page: of.page("goal-create-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        audiences: Audience::of_word(&draft.audience).choices(of.language, &together.frame.design),
        draft,
        errors,
    }
}

impl Page {
    fn goals(&self) -> String {
        format!("{}/goals", self.home)
    }
}
