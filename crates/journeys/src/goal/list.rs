//! The goals of a relationship.

use askama::Template;
use axum::extract::State;
use programmes::relationship::SeatHolder;
use web::{Answer, App, Shell};

use super::{card::Line, store};
use crate::together::Together;

#[derive(Template)]
#[template(path = "goal/list.html")]
struct Page {
    page: Shell,
    home: String,
    partner: String,
    open: Vec<Line>,
    reached: Vec<Line>,
    is_open: bool,
}

/// The page.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let of = &holder.viewer;
    let mut tx = app.db.read().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    let goals = store::visible(&mut tx, &of.organisation, &holder.relationship, &of.person).await?;
    let place = together.place(&of.person);
    let lines = goals.iter().map(|goal| Line::of(goal, &place, of));
    let (reached, open) = lines.partition(|line| line.is_reached);
    web::html(&Page {
        page: of.page("goal-list-title"),
        home: together.path(),
        partner: together.others_in_words(&of.person, of.language),
        is_open: together.is_open_to(&of.person),
        open,
        reached,
    })
}
