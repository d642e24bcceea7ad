//! One's own list; and when all is over, with whom one would like to go on.

use askama::Template;
use axum::extract::State;
use web::{Answer, App, Problem, Shell};

use super::{letters::said, store};
use crate::enrolment::Enrolled;

#[derive(Template)]
#[template(path = "tables/mine.html")]
struct Page {
    page: Shell,
    turns: Vec<String>,
    state: &'static str,
    met: Vec<Met>,
    action: String,
}

/// Somebody whom they met.
struct Met {
    id: String,
    name: String,
    wished: bool,
}

/// The page.
pub async fn page(permit: Enrolled, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let stored = store::newest(&mut tx, &viewer.organisation, &permit.programme).await?;
    let planned = stored.filter(|stored| stored.plan.sitting.knows(viewer.person.as_str()));
    let Some(stored) = planned else {
        let page = viewer.page("tables-mine-title");
        let (turns, met, action) = (vec![], vec![], String::new());
        return web::html(&Page { page, turns, state: "none", met, action });
    };
    let sitting = &stored.plan.sitting;
    let turns = sitting.of_person(viewer.person.as_str()).ok_or(Problem::Absent)?;
    let organisation = &viewer.organisation;
    let wishes = store::wishes(&mut tx, organisation, &stored.id, &viewer.person).await?;
    let met = turns.iter().filter_map(|(_, _, other)| *other).map(|guest| Met {
        id: guest.person.clone(),
        name: guest.name.clone(),
        wished: wishes.contains(&guest.person),
    });
    web::html(&Page {
        page: viewer.page("tables-mine-title"),
        met: if sitting.is_over() { met.collect() } else { vec![] },
        state: match sitting.now {
            0 => "before",
            _ if sitting.is_over() => "over",
            _ => "running",
        },
        turns: turns
            .iter()
            .map(|(round, turn, other)| {
                let name = other.map_or("", |guest| guest.name.as_str());
                said(viewer.language, *round, *turn, name)
            })
            .collect(),
        action: format!("/programmes/{}/my-tables", permit.programme),
    })
}
