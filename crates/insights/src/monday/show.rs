//! The list's page.

use askama::Template;
use axum::extract::State;
use people::permission::ProgrammeMaker;
use web::{Answer, App, Shell};

use super::{
    Task, most_urgent,
    store::{self, Asked},
};

#[derive(Template)]
#[template(path = "monday/show.html")]
struct Page {
    page: Shell,
    lines: Vec<Line>,
    more: usize,
}

struct Line {
    id: String,
    programme: String,
    what: String,
    why: String,
    go: String,
    message: String,
    href: String,
}

/// What a coordinator has to do this week, over all their programmes.
pub async fn page(ProgrammeMaker(viewer): ProgrammeMaker, State(app): State<App>) -> Answer {
    let now = app.seam.now();
    let asked = Asked {
        organisation: &viewer.organisation,
        coordinator: &viewer.person,
        now,
        today: now.to_zoned(viewer.organisation_zone.clone()).date(),
    };
    let tasks = store::tasks(&mut app.db.read().await?, &asked).await?;
    let (tasks, more) = most_urgent(tasks);
    let say = |task: &Task, part: &str| {
        let args = [("count", task.count.into()), ("programme", task.programme.as_str().into())];
        viewer.say(&format!("{}{part}", task.key()), &args)
    };
    let lines = tasks
        .iter()
        .enumerate()
        .map(|(at, task)| Line {
            id: format!("message-{at}"),
            programme: task.programme.clone(),
            what: say(task, ""),
            why: say(task, "-why"),
            go: say(task, "-go"),
            message: say(task, "-message"),
            href: task.href(),
        })
        .collect();
    web::html(&Page { page: viewer.page("monday-title"), lines, more })
}
