//! The start page: what waits for you, your relationships, your parts in programmes.

use askama::Template;
use axum::extract::State;
use people::permission::{SignedIn, Viewer};
use people::person::initials;
use programmes::{RelationshipId, relationship::words as said, request};
use web::{Answer, App, Shell};

use super::{
    next::Next,
    show::{Badge, NextShown, next, stands},
    situation::Situation,
    store::{self, Part},
};

#[derive(Template)]
#[template(path = "home/start.html")]
struct StartPage {
    page: Shell,
    tasks: Vec<Task>,
    relationships: Vec<Tile>,
    ended: Vec<Tile>,
    parts: Vec<PartShown>,
    coordinates: bool,
    administers: bool,
}

/// Something that waits for the person.
struct Task {
    icon: &'static str,
    title: String,
    text: String,
    when: String,
    href: String,
    button: String,
}

/// A part in a programme.
struct PartShown {
    href: String,
    name: String,
    text: String,
}

/// A relationship in short.
struct Tile {
    id: RelationshipId,
    partner: String,
    initials: String,
    programme: String,
    role: String,
    is_over: bool,
    badge: Badge,
    next: NextShown,
}

/// The page.
pub async fn page(SignedIn(viewer): SignedIn, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let (organisation, person) = (&viewer.organisation, &viewer.person);
    let mut parts = store::parts(&mut tx, organisation, person).await?;
    let now = app.seam.now();
    let situations = store::situations(&mut tx, organisation, person, &parts, now).await?;
    parts.retain(Part::is_current);
    let asked = request::tasks(&mut tx, organisation, person).await?;
    let mut tasks: Vec<Task> = asked.into_iter().map(|one| asked_task(one, &viewer)).collect();
    tasks.extend(situations.iter().flat_map(|s| self::tasks(s, &viewer)));
    let (ended, relationships) = situations
        .iter()
        .map(|situation| tile(situation, &viewer))
        .partition(|tile: &Tile| tile.is_over);
    // Somebody who runs programmes and takes part in none comes for the week's list.
    let only_runs = viewer.coordinates_any() && !viewer.is_administrator();
    if only_runs && parts.is_empty() && situations.is_empty() {
        return web::go("/monday");
    }
    let first = viewer.name.split_whitespace().next().unwrap_or(&viewer.name).to_owned();
    web::html(&StartPage {
        page: viewer.page_titled(viewer.say("start-title", &[("name", first.into())])),
        tasks,
        relationships,
        ended,
        parts: parts.into_iter().map(|part| part_shown(part, &viewer)).collect(),
        coordinates: viewer.coordinates_any(),
        administers: viewer.is_administrator(),
    })
}

fn part_shown(part: Part, viewer: &Viewer) -> PartShown {
    let standing = viewer.say(&format!("part-{}", part.state), &[("number", part.taken.into())]);
    PartShown {
        href: format!("/programmes/{}/part", part.programme),
        text: format!("{} · {standing}", said::role(&part.design, &part.role)),
        name: part.name,
    }
}

fn tile(situation: &Situation, viewer: &Viewer) -> Tile {
    let names: Vec<&str> = situation.partners.iter().map(|p| p.name.as_str()).collect();
    let partner = said::names(&names, viewer.language);
    let stands = if situation.has_left { "closed" } else { stands(&situation.relationship) };
    Tile {
        id: situation.relationship.id.clone(),
        initials: names.first().map(|name| initials(name)).unwrap_or_default(),
        partner,
        programme: situation.programme.clone(),
        role: said::role(&situation.design, &situation.role),
        is_over: stands == "closed",
        badge: Badge::of(stands, viewer),
        next: next(situation, viewer),
    }
}

/// A request to answer, or somebody to find.
fn asked_task(task: request::Task, viewer: &Viewer) -> Task {
    match task {
        request::Task::Answer { name, programme, until, href } => Task {
            icon: "inbox",
            title: viewer.say("request-task-answer", &[("name", name.into())]),
            text: programme,
            when: {
                let day = said::day_of(until, &viewer.zone, viewer.language);
                viewer.say("request-answer-by", &[("day", day.into())])
            },
            href,
            button: viewer.t("request-answer"),
        },
        request::Task::Find { role, programme, href } => Task {
            icon: "search",
            title: viewer.say("request-task-find", &[("role", role.into())]),
            text: programme,
            when: String::new(),
            href,
            button: viewer.t("request-task-find-do"),
        },
    }
}

/// What waits for the person in one relationship, the most pressing first.
fn tasks(situation: &Situation, viewer: &Viewer) -> Vec<Task> {
    let mut tasks = Vec::new();
    let home = format!("/relationships/{}", situation.relationship.id);
    let next_step = Next::of(situation);
    if next_step.is_theirs() {
        let shown = next(situation, viewer);
        let (icon, href) = match next_step {
            Next::Answer(_) => ("mail-open", home.clone()),
            Next::FirstDate(_) | Next::FurtherDate(_) => {
                ("calendar-add", format!("{home}/meetings/new"))
            }
            _ => ("calendar", format!("{home}/meetings")),
        };
        let button = viewer.t(&format!("next-{}-do", shown.word));
        tasks.push(Task {
            icon,
            title: shown.title,
            text: situation.programme.clone(),
            when: shown.when,
            href,
            button,
        });
    }
    let runs = stands(&situation.relationship) == "active" && !situation.has_left;
    let names: Vec<&str> =
        situation.partners.iter().filter(|p| !p.left).map(|p| p.name.as_str()).collect();
    let partner = said::names(&names, viewer.language);
    let mut ask = |icon: &'static str, word: &str, path: &str| {
        tasks.push(Task {
            icon,
            title: viewer.say(&format!("task-{word}-title"), &[("partner", (&partner).into())]),
            text: viewer.t(&format!("task-{word}-text")),
            when: String::new(),
            href: format!("{home}/{path}"),
            button: viewer.t(&format!("task-{word}-do")),
        });
    };
    if runs && situation.open_check_in {
        ask("gauge", "check-in", "check-in");
    }
    if runs && situation.must_agree() {
        ask("note", "agreement", "agreement");
    }
    tasks
}
