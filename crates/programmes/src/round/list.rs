//! The rounds of a programme, and the door to the next.

use askama::Template;
use axum::extract::State;
use people::permission::CoordinatorOf;
use web::{Answer, App, Shell};

use super::{desk, open, pool::Who, store, view};
use crate::programme::{Frame, Tab, frame};

#[derive(Template)]
#[template(path = "round/list.html")]
struct Page {
    page: Shell,
    frame: Frame,
    programme_href: String,
    rounds: Vec<Line>,
    has_draft: bool,
    has_published: bool,
    wanting: usize,
    places: u32,
    equal: bool,
}

struct Line {
    href: String,
    when: String,
    state: &'static str,
}

/// The page.
///
/// # Errors
/// A fault when the database refuses.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let rounds = store::list(&mut tx, &viewer.organisation, &permit.programme).await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::Matching).await?;
    let track = open::track(&mut tx, &permit).await?;
    let input = open::today(&mut tx, &app, &permit, &track, Who::Approved).await?;
    let equal = track.design.is_symmetric();
    let (gives, receives) = match equal {
        true => (None, track.design.roles.first()),
        false => (track.design.givers().next(), track.design.receivers().next()),
    };
    let holds = |role: Option<&design::Role>, entrant: &super::input::Entrant| {
        role.is_some_and(|role| entrant.roles.contains_key(&role.name))
    };
    let now = app.seam.now();
    let line = |round: &super::model::Round| Line {
        href: desk::path(round, ""),
        when: words::moment(viewer.language, &round.created_at.to_zoned(viewer.zone.clone())),
        state: view::state_key(round.state, now),
    };
    web::html(&Page {
        page: viewer.page("rounds-title"),
        frame,
        programme_href: format!("/programmes/{}", permit.programme),
        has_draft: rounds.iter().any(|round| round.state.is_draft()),
        has_published: rounds.iter().any(|r| view::state_key(r.state, now) == "final"),
        rounds: rounds.iter().map(line).collect(),
        equal,
        wanting: input.people.iter().filter(|entrant| holds(receives, entrant)).count(),
        places: input
            .people
            .iter()
            .filter(|entrant| holds(gives, entrant))
            .map(|entrant| entrant.free)
            .sum(),
    })
}
