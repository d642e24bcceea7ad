//! What a change does to people who have registered already: shown before it is stored.

use askama::Template;
use design::{Flaw, Topic};
use people::permission::CoordinatorOf;
use web::{Answer, App, Shell};

use super::save::Change;
use crate::{
    enrolment,
    programme::{Frame, said, said_all},
};

#[derive(Template)]
#[template(path = "designing/effect.html")]
struct Page<'a> {
    page: Shell,
    frame: &'a Frame,
    lines: Vec<Line>,
    flaws: Vec<String>,
    registered: i64,
    posted: Vec<(&'a str, &'a str)>,
    action: String,
    back: &'a str,
}

struct Line {
    title: String,
    was: String,
    now: String,
}

/// The page that asks.
pub(super) async fn page(
    app: &App,
    permit: &CoordinatorOf,
    change: &Change<'_>,
    topics: &[Topic],
) -> Answer {
    let viewer = &permit.viewer;
    let (old, new) = (&change.track.design, &change.design);
    let line = |topic: &Topic| Line {
        title: said(viewer.language, &topic.title()),
        was: said_all(viewer.language, &old.says(*topic)),
        now: said_all(viewer.language, &new.says(*topic)),
    };
    let mut tx = app.db.read().await?;
    let counts = enrolment::store::counts(&mut tx, &viewer.organisation, &permit.programme).await?;
    let here = counts.iter().filter(|c| c.track == change.track.id && c.state.is_live());
    let new_flaws: Vec<Flaw> =
        new.flaws().into_iter().filter(|flaw| !old.flaws().contains(flaw)).collect();
    web::html(&Page {
        page: viewer.page("designing-effect-title"),
        frame: &change.frame,
        lines: topics.iter().map(line).collect(),
        flaws: new_flaws.iter().map(|flaw| said(viewer.language, &flaw.sentence)).collect(),
        registered: here.map(|count| count.number).sum(),
        posted: change.fields.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect(),
        action: viewer.visit.path.clone(),
        back: &change.back,
    })
}
