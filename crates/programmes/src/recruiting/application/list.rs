//! The table of applications.

use askama::Template;
use axum::extract::{Query, State};
use people::{
    permission::{CoordinatorOf, Viewer},
    person::initials,
};
use serde::Deserialize;
use web::{Answer, App, Choice, NavItem, Shell};

use super::{
    model::{Decision, HELD_BACK},
    store::{self, PAGE, Search, Sort},
};
use crate::{
    enrolment::{self, State as EnrolmentState, store::Count},
    programme::{Frame, Tab, frame},
    recruiting::{self, Place},
};

#[derive(Template)]
#[template(path = "recruiting/application/list.html")]
struct Page {
    page: Shell,
    frame: Frame,
    tabs: Vec<NavItem>,
    states: Vec<NavItem>,
    text: String,
    roles: Vec<Choice>,
    sorts: Vec<Choice>,
    state: String,
    lines: Vec<Row>,
    can_decide: bool,
    filtered: bool,
    any: bool,
    here: String,
    places: Vec<Places>,
    undoable: Vec<Undoable>,
    shown: String,
    previous: String,
    next: String,
}

struct Row {
    id: String,
    name: String,
    initials: String,
    sub: String,
    department: String,
    role: String,
    when: String,
    state: String,
    mark: &'static str,
    ticks: bool,
}

/// A role, how many of it are in and waiting.
struct Places {
    label: String,
    approved: i64,
    waiting: i64,
}

struct Undoable {
    text: String,
    action: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    state: Option<String>,
    role: String,
    sort: String,
    page: String,
}

impl Asked {
    fn search(&self) -> Search {
        Search {
            text: self.q.trim().chars().filter(|c| !c.is_control()).take(100).collect(),
            state: match self.state.as_deref() {
                None => Some(EnrolmentState::Applied),
                Some(text) => EnrolmentState::of_str(text),
            },
            role: self.role.clone(),
            sort: Sort::ALL.into_iter().find(|s| s.as_str() == self.sort).unwrap_or_default(),
            page: self.page.parse().unwrap_or(1).clamp(1, 10_000),
        }
    }

    fn link(&self, home: &str, state: Option<&str>, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs =
            [("q", self.q.as_str()), ("role", &self.role), ("sort", &self.sort), ("page", &page)];
        let rest = web::query(&pairs);
        // An empty state means all of them; no state means those that wait.
        match state {
            None => format!("{home}{rest}"),
            Some(state) if rest.is_empty() => format!("{home}?state={state}"),
            Some(state) => format!("{home}{rest}&state={state}"),
        }
    }
}

/// The page.
pub(super) async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Answer {
    let viewer = &permit.viewer;
    let search = asked.search();
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let organisation = &viewer.organisation;
    let found = store::search(&mut tx, organisation, &permit.programme, &search).await?;
    let counts = enrolment::store::counts(&mut tx, organisation, &permit.programme).await?;
    let since = app.seam.now() - HELD_BACK;
    let undoable = store::undoable(&mut tx, organisation, &permit.programme, since).await?;
    web::html(&show(viewer, frame, &asked, search, found, &counts, &undoable))
}

fn show(
    viewer: &Viewer,
    frame: Frame,
    asked: &Asked,
    search: Search,
    (lines, total): (Vec<store::Line>, i64),
    counts: &[Count],
    undoable: &[Decision],
) -> Page {
    let home = format!("/programmes/{}/applications", frame.programme.id);
    let state = asked.state.as_deref();
    let first = (search.page - 1) * PAGE;
    let last = first + lines.len();
    let all = usize::try_from(total).unwrap_or(0);
    let link = |page: usize| asked.link(&home, state, page);
    let page = viewer.page("application-title");
    Page {
        tabs: recruiting::tabs(viewer, &frame.programme.id, Place::Applications),
        states: states(viewer, asked, &home, counts),
        roles: roles(&frame, &search.role),
        sorts: sorts(viewer, search.sort),
        can_decide: matches!(
            search.state,
            Some(EnrolmentState::Applied | EnrolmentState::Declined) | None
        ),
        filtered: !search.text.is_empty() || !search.role.is_empty(),
        any: !counts.is_empty(),
        lines: lines.into_iter().map(|line| row(viewer, &frame, line)).collect(),
        here: link(search.page),
        places: places(&frame, counts),
        undoable: undoable
            .iter()
            .map(|decision| undoable_line(viewer, &home, decision))
            .filter(|undo| !page.offers_undo(&undo.action))
            .collect(),
        shown: viewer.say(
            "application-shown",
            &[("from", (first + 1).min(last).into()), ("to", last.into()), ("total", all.into())],
        ),
        previous: if search.page > 1 { link(search.page - 1) } else { String::new() },
        next: if last < all { link(search.page + 1) } else { String::new() },
        state: state.unwrap_or("applied").to_owned(),
        text: search.text,
        frame,
        page,
    }
}

fn states(viewer: &Viewer, asked: &Asked, home: &str, counts: &[Count]) -> Vec<NavItem> {
    let now = asked.state.as_deref();
    let all = [
        (None, Some(EnrolmentState::Applied), "applied"),
        (Some("approved"), Some(EnrolmentState::Approved), "approved"),
        (Some("declined"), Some(EnrolmentState::Declined), "declined"),
        (Some("started"), Some(EnrolmentState::Started), "started"),
        (Some("withdrawn"), Some(EnrolmentState::Withdrawn), "withdrawn"),
        (Some(""), None, "all"),
    ];
    let first_page = Asked { page: String::new(), ..asked.clone() };
    all.into_iter()
        .map(|(value, state, key)| NavItem {
            href: first_page.link(home, value, 1),
            label: viewer.t(&format!("application-state-{key}")),
            icon: "people",
            current: value == now || (now == Some("applied") && value.is_none()),
            badge: Some(
                counts
                    .iter()
                    .filter(|count| state.is_none_or(|state| count.state == state))
                    .map(|count| count.number)
                    .sum::<i64>()
                    .to_string(),
            ),
        })
        .collect()
}

fn roles(frame: &Frame, chosen: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for role in frame.tracks.iter().flat_map(|track| &track.design.roles) {
        if !choices.iter().any(|choice| choice.value == role.name) {
            let choice = Choice::new(&*role.name, &*role.label.many);
            choices.push(choice.chosen_among(&[chosen]));
        }
    }
    choices
}

fn sorts(viewer: &Viewer, chosen: Sort) -> Vec<Choice> {
    Sort::ALL
        .into_iter()
        .map(|sort| {
            let label = viewer.t(&format!("application-sort-{}", sort.as_str()));
            Choice::new(sort.as_str(), label).chosen_among(&[chosen.as_str()])
        })
        .collect()
}

fn row(viewer: &Viewer, frame: &Frame, line: store::Line) -> Row {
    let role = role_label(frame, &line);
    let state = line.state;
    Row {
        initials: initials(&line.name),
        sub: line.job_title.or(line.email).unwrap_or_default(),
        department: line.department.unwrap_or_default(),
        role: match line.capacity {
            Some(capacity) if capacity > 1 => format!("{role} × {capacity}"),
            _ => role,
        },
        when: words::day(viewer.language, line.at.to_zoned(viewer.zone.clone()).date()),
        state: viewer.t(&format!("application-state-{}", state.as_str())),
        mark: mark(state),
        ticks: matches!(state, EnrolmentState::Applied | EnrolmentState::Declined),
        id: line.id.to_string(),
        name: line.name,
    }
}

/// The kind of mark that shows a state.
pub(super) fn mark(state: EnrolmentState) -> &'static str {
    match state {
        EnrolmentState::Approved => "ok",
        EnrolmentState::Applied => "warn",
        EnrolmentState::Started => "",
        EnrolmentState::Declined | EnrolmentState::Withdrawn => "off",
    }
}

fn role_label(frame: &Frame, line: &store::Line) -> String {
    let track = frame.tracks.iter().find(|track| track.id == line.track);
    let label = track.and_then(|track| track.design.role(&line.role)).map(|r| r.label.one.clone());
    let label = label.unwrap_or_else(|| line.role.clone());
    match track {
        Some(track) if frame.tracks.len() > 1 => format!("{}: {label}", track.name),
        _ => label,
    }
}

fn places(frame: &Frame, counts: &[Count]) -> Vec<Places> {
    let several = frame.tracks.len() > 1;
    let of = |track: &crate::TrackId, role: &str, state| {
        let fits = |c: &&Count| &c.track == track && c.role == role && c.state == state;
        counts.iter().filter(fits).map(|count| count.number).sum()
    };
    let mut places = Vec::new();
    for track in &frame.tracks {
        places.extend(track.design.roles.iter().map(|role| Places {
            label: if several {
                format!("{}: {}", track.name, role.label.many)
            } else {
                role.label.many.clone()
            },
            approved: of(&track.id, &role.name, EnrolmentState::Approved),
            waiting: of(&track.id, &role.name, EnrolmentState::Applied),
        }));
    }
    places
}

fn undoable_line(viewer: &Viewer, home: &str, decision: &Decision) -> Undoable {
    let until = words::clock_time(&decision.until().to_zoned(viewer.zone.clone()));
    let key = format!("application-undoable-{}", decision.outcome.as_str());
    let args = [("count", decision.items.len().into()), ("until", until.as_str().into())];
    Undoable { text: viewer.say(&key, &args), action: format!("{home}/undo/{}", decision.id) }
}
