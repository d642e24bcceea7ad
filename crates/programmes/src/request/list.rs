//! One's own requests: what one has asked, in order, with who answers by when and who is asked
//! then; or what one has been asked.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use people::{PersonId, permission::Viewer, person, person::initials};
use web::{Answer, App, Flash, Shell};

use super::{
    answer::At,
    find::{Part, either},
    model::{Request, State as Standing},
    store, tell, withdraw,
};
use crate::{enrolment::Enrolled, relationship::words as said};

#[derive(Template)]
#[template(path = "request/list.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    asks: bool,
    live: Vec<Line>,
    over: Vec<Line>,
    find: String,
    can_ask: bool,
    most: usize,
}

/// One request in the list.
struct Line {
    name: String,
    initials: String,
    place: String,
    /// The end of the badge's key.
    state: &'static str,
    kind: &'static str,
    when: String,
    message: String,
    /// The request's own address: a page for the one asked, the verbs for the asker.
    href: String,
    /// Where the relationship is that came of it.
    home: String,
    is_open: bool,
    can_go_up: bool,
}

/// The page.
pub async fn page(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let part = either(&mut tx, &permit, &enrolment).await?;
    let asks = part.mine.role == part.rules.asks;
    let (organisation, id) = (&viewer.organisation, &part.mine.id);
    let requests = match asks {
        true => store::of_asker(&mut tx, organisation, id).await?,
        false => store::of_asked(&mut tx, organisation, id).await?,
    };
    let (live, over) = lines(&mut tx, viewer, &part, &requests, asks).await?;
    let title = if asks { "request-list-title" } else { "request-asked-title" };
    web::html(&Page {
        page: viewer.page(title),
        trail: part.trail(viewer, false),
        can_ask: live.len() < part.rules.most(),
        most: part.rules.most(),
        find: part.find(),
        asks,
        live,
        over,
    })
}

async fn lines(
    tx: &mut Tx,
    viewer: &Viewer,
    part: &Part,
    requests: &[Request],
    asks: bool,
) -> Answer<(Vec<Line>, Vec<Line>)> {
    let mut people: HashMap<PersonId, person::Person> = HashMap::new();
    let (mut live, mut over) = (Vec::new(), Vec::new());
    for request in requests {
        let id = if asks { &request.asked.person } else { &request.asker.person };
        if !people.contains_key(id) {
            let found = person::find(tx, &viewer.organisation, id).await?;
            people.extend(found.map(|found| (id.clone(), found)));
        }
        let Some(other) = people.get(id) else { continue };
        let line = line(viewer, part, request, other, live.is_empty());
        if request.is_live() { live.push(line) } else { over.push(line) }
    }
    if asks {
        // The newest first, as on the other side.
        over.reverse();
    }
    Ok((live, over))
}

fn line(
    viewer: &Viewer,
    part: &Part,
    request: &Request,
    other: &person::Person,
    first: bool,
) -> Line {
    let day = |at| said::day_of(at, &viewer.zone, viewer.language);
    let (kind, when) = match &request.state {
        Standing::Waiting => ("quiet", viewer.t("request-then-asked")),
        Standing::Open(open) => {
            ("info", viewer.say("request-answer-by", &[("day", day(open.until).into())]))
        }
        Standing::Ended(ended, _) => {
            let kind = if ended.relationship.is_some() { "ok" } else { "quiet" };
            (kind, day(ended.at))
        }
    };
    let home = match &request.state {
        Standing::Ended(ended, _) => ended.relationship.as_ref(),
        Standing::Waiting | Standing::Open(_) => None,
    };
    Line {
        name: other.name.clone(),
        initials: initials(&other.name),
        place: said::place(other),
        state: request.state.word(),
        kind,
        when,
        message: request.message.clone(),
        href: format!("{}/{}", part.list(), request.id),
        home: home.map(|id| format!("/relationships/{id}")).unwrap_or_default(),
        is_open: request.open().is_some(),
        can_go_up: matches!(request.state, Standing::Waiting) && !first,
    }
}

/// Moves a wish one place up.
pub async fn sooner(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let mut tx = app.db.write().await?;
    let mut mine = withdraw::own(&mut tx, &permit, &at).await?;
    let all = store::of_asker(&mut tx, &mine.organisation, &mine.asker.enrolment).await?;
    let before = all.into_iter().filter(|one| one.is_live() && one.place < mine.place);
    if let Some(mut before) = before.max_by_key(|one| one.place) {
        std::mem::swap(&mut mine.place, &mut before.place);
        store::save(&mut tx, &mine).await?;
        store::save(&mut tx, &before).await?;
    }
    tx.commit().await?;
    web::see(&tell::list_of(&mine, true), Flash::done("request-moved"))
}
