//! The concerns that somebody is in charge of, and those that they said themselves.

use askama::Template;
use axum::extract::State;
use people::{
    permission::{SignedIn, Viewer},
    person,
};
use web::{Answer, App, Shell};

use super::{access, model::Concern, store};

#[derive(Template)]
#[template(path = "safeguarding/list.html")]
struct Page {
    page: Shell,
    lead: Vec<Line>,
    own: Vec<Line>,
}

struct Line {
    href: String,
    who: String,
    when: String,
    is_open: bool,
}

/// The page.
pub async fn page(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let (organisation, me) = (&viewer.organisation, &viewer.person);
    let (mut lead, mut own) = (Vec::new(), Vec::new());
    for concern in store::open_or_own(&mut tx, organisation, me).await? {
        if concern.raised_by == *me {
            own.push(line(&viewer, &concern, String::new()));
        } else if concern.leads(&access::around(&mut tx, &concern).await?).contains(me) {
            let by = person::find(&mut tx, organisation, &concern.raised_by).await?;
            lead.push(line(&viewer, &concern, by.map_or(String::new(), |person| person.name)));
        }
    }
    web::html(&Page { page: viewer.page("concerns-title"), lead, own })
}

fn line(viewer: &Viewer, concern: &Concern, who: String) -> Line {
    Line {
        href: format!("/concerns/{}", concern.id),
        who,
        when: words::moment(viewer.language, &concern.raised_at.to_zoned(viewer.zone.clone())),
        is_open: concern.is_open(),
    }
}
