//! The list of people.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use web::{Answer, App, Choice, Shell};

use super::store::{self, Found, Line, MOST_COUNTED, Search, Show};
use crate::{
    PersonId,
    permission::{Administrator, Viewer},
};

#[derive(Template)]
#[template(path = "directory/list.html")]
struct Page {
    page: Shell,
    text: String,
    shows: Vec<Choice>,
    filtered: bool,
    lines: Vec<Line>,
    shown: String,
    previous: String,
    next: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    show: String,
    after: String,
    before: String,
}

impl Asked {
    fn search(&self) -> Search {
        let id = |text: &str| web::blank(text).map(|text| PersonId::from(text.to_owned()));
        Search {
            text: self.q.trim().chars().take(100).filter(|c| !c.is_control()).collect(),
            show: match self.show.as_str() {
                "appointed" => Show::Appointed,
                "without-address" => Show::WithoutAddress,
                _ => Show::Everybody,
            },
            after: id(&self.after),
            before: id(&self.before),
        }
    }

    fn link(&self, side: &str, id: &PersonId) -> String {
        let mut query = web::query(&[("q", &self.q), ("show", &self.show)]);
        query.push_str(if query.is_empty() { "?" } else { "&" });
        format!("/people{query}{side}={id}")
    }
}

/// The page.
pub(super) async fn page(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Answer {
    let search = asked.search();
    let mut tx = app.db.read().await?;
    let found = store::search(&mut tx, &viewer.organisation, &search).await?;
    web::html(&show(&viewer, &asked, search, found))
}

fn show(viewer: &Viewer, asked: &Asked, search: Search, found: Found) -> Page {
    let edge = |at: Option<&Line>, side: &str, is: bool| {
        at.filter(|_| is).map_or_else(String::new, |line| asked.link(side, &line.id))
    };
    let shown = if found.total > MOST_COUNTED {
        viewer.say("directory-more-than", &[("count", MOST_COUNTED.into())])
    } else {
        viewer.say("directory-count", &[("count", found.total.into())])
    };
    let shows = ["everybody", "appointed", "without-address"].map(|value| {
        let choice = Choice::new(value, viewer.t(&format!("directory-show-{value}")));
        choice.chosen_among(&[if asked.show.is_empty() { "everybody" } else { &asked.show }])
    });
    Page {
        page: viewer.page("directory-title"),
        filtered: !search.text.is_empty() || search.show != Show::Everybody,
        text: search.text,
        shows: shows.to_vec(),
        previous: edge(found.lines.first(), "before", found.has_previous),
        next: edge(found.lines.last(), "after", found.has_next),
        lines: found.lines,
        shown,
    }
}
