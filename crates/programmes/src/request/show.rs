//! A request as the person asked sees it: who asks, what about, why the two would suit; yes or no.

use askama::Template;
use axum::extract::{Path, State};
use people::{person, person::initials};
use web::{Answer, App, Problem, Shell};

use super::{
    answer::At,
    ask::partners_see,
    find::either,
    model::{End, Ended, State as Standing},
    store,
};
use crate::{
    enrolment::Enrolled,
    ids::RequestId,
    relationship::{reason, words as said},
};

#[derive(Template)]
#[template(path = "request/show.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    name: String,
    initials: String,
    place: String,
    why: Vec<String>,
    message: String,
    answers: Vec<(String, String)>,
    is_open: bool,
    said_yes: bool,
    until: String,
    action: String,
    home: String,
}

/// The page.
pub async fn page(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let part = either(&mut tx, &permit, &at.1).await?;
    let id = RequestId::from(at.2.clone());
    let found = store::find(&mut tx, &viewer.organisation, &id).await?;
    // What only waits has not been asked: nobody knows of it but the asker.
    let mine = |q: &super::model::Request| {
        q.asked.enrolment == part.mine.id
            && !matches!(q.state, Standing::Waiting | Standing::Ended(_, None))
    };
    let request = found.filter(mine).ok_or(Problem::Absent)?;
    let asker = person::find(&mut tx, &viewer.organisation, &request.asker.person).await?;
    let asker = asker.ok_or(Problem::Absent)?;
    let title = viewer.say("request-show-title", &[("name", asker.name.as_str().into())]);
    let page = viewer.page_titled(title);
    let asks = &part.rules.asks;
    let answers = partners_see(&mut tx, &page, &part.track, &request.asker.enrolment, asks).await?;
    let mut trail = part.trail(viewer, false);
    trail.push((part.list(), viewer.t("request-asked-title")));
    let until = request.open().map(|o| said::day_of(o.until, &viewer.zone, viewer.language));
    let home = match &request.state {
        Standing::Ended(Ended { relationship: Some(id), .. }, _) => format!("/relationships/{id}"),
        Standing::Waiting | Standing::Open(_) | Standing::Ended(..) => String::new(),
    };
    web::html(&Page {
        trail,
        initials: initials(&asker.name),
        place: said::place(&asker),
        why: reason::for_partners(&request.reasons, viewer.language),
        answers,
        is_open: request.open().is_some(),
        said_yes: request.end() == Some(End::Accepted),
        until: until.unwrap_or_default(),
        action: format!("{}/{}", part.list(), request.id),
        home,
        name: asker.name,
        message: request.message,
        page,
    })
}
