//! The programmes that somebody coordinates; an administrator also sees which others there are.

use askama::Template;
use axum::extract::State;
use people::permission::{ProgrammeMaker, coordinators_of};
use web::{Answer, App, Shell};

use super::{
    home::standing,
    next::{PHASES, phase, step},
};
use crate::programme::{store, today};

#[derive(Template)]
#[template(path = "overview/list.html")]
struct Page {
    page: Shell,
    own: Vec<Line>,
    others: Vec<Other>,
}

struct Line {
    href: String,
    name: String,
    state: String,
    badge: &'static str,
    phase: usize,
    of: usize,
    phase_name: String,
    form: String,
    approved: i64,
    applied: i64,
    together: i64,
    next: String,
}

struct Other {
    name: String,
    state: String,
    badge: &'static str,
    coordinators: String,
}

/// The page.
pub async fn page(ProgrammeMaker(viewer): ProgrammeMaker, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for programme in store::list_of(&mut tx, &viewer.organisation).await? {
        let state = viewer.t(&format!("programme-state-{}", programme.state.as_str()));
        let badge = programme.state.badge();
        if !viewer.coordinates(&programme.id) {
            let people = coordinators_of(&mut tx, &viewer.organisation, &programme.id).await?;
            let names: Vec<String> = people.into_iter().map(|person| person.name).collect();
            let name = programme.name;
            others.push(Other { name, state, badge, coordinators: names.join(", ") });
            continue;
        }
        let tracks = store::tracks(&mut tx, &viewer.organisation, &programme.id).await?;
        let standing = standing(&mut tx, &viewer, &programme.id, &tracks).await?;
        let at = phase(&programme, &standing);
        let next = step(&programme, "", &standing, today(&app, &viewer));
        own.push(Line {
            href: format!("/programmes/{}", programme.id),
            state,
            badge,
            phase: at + 1,
            of: PHASES.len(),
            phase_name: viewer.t(&format!("programme-phase-{}", PHASES[at])),
            form: tracks.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(" · "),
            approved: standing.approved,
            applied: standing.applied,
            together: standing.together,
            next: viewer.say(
                &format!("programme-next-{}", next.name),
                &[("count", standing.applied.into())],
            ),
            name: programme.name,
        });
    }
    if !viewer.is_administrator() {
        others.clear();
    }
    web::html(&Page { page: viewer.page("programmes-title"), own, others })
}
