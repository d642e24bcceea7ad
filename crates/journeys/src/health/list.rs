//! A programme's relationships: how each is doing, found, filtered, sorted, page by page.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use design::Design;
use jiff::Timestamp;
use people::permission::{CoordinatorOf, Viewer};
use programmes::{
    TrackId,
    programme::{self, Tab},
    relationship::words as said,
};
use web::{Answer, App, Choice, NavItem, Shell};

use super::{
    model::{Asked, Health, Order, ROWS},
    store::{self, Line, Listed, Member},
};

#[derive(Template)]
#[template(path = "health/list.html")]
struct ListPage {
    page: Shell,
    base: String,
    tabs: Vec<NavItem>,
    trail: Vec<(String, String)>,
    healths: Vec<NavItem>,
    filter: String,
    search: String,
    orders: Vec<Choice>,
    rows: Vec<RowShown>,
    none_at_all: bool,
    shown: String,
    previous: String,
    next: String,
}

struct RowShown {
    href: String,
    message: String,
    people: String,
    roles: String,
    health: String,
    kind: &'static str,
    held: i64,
    last: String,
    coming: String,
    score: String,
}

/// The list.
pub async fn page(of: CoordinatorOf, State(app): State<App>, Query(asked): Query<Asked>) -> Answer {
    let now = app.seam.now();
    let mut tx = app.db.read().await?;
    let organisation = &of.viewer.organisation;
    let frame = programme::frame(&mut tx, &of.viewer, &of.programme, Tab::Relationships).await?;
    let tracks: BTreeMap<TrackId, Design> =
        frame.tracks.into_iter().map(|track| (track.id, track.design)).collect();
    let listed = store::list(&mut tx, organisation, &of.programme, &tracks, &asked, now).await?;
    let base = format!("/programmes/{}/relationships", of.programme);
    let viewer = &of.viewer;
    let pages = Pages { base: &base, asked: &asked };
    web::html(&ListPage {
        page: viewer.page("health-title"),
        healths: healths(&listed, &asked, &pages, viewer),
        filter: asked.health().map(Health::word).unwrap_or_default().to_owned(),
        search: asked.search(),
        orders: orders(&asked, viewer),
        rows: listed.lines.iter().map(|line| row(line, &base, &tracks, viewer)).collect(),
        none_at_all: listed.counts.values().sum::<i64>() == 0 && asked.search().is_empty(),
        shown: shown(&listed, &asked, viewer),
        previous: if asked.page() > 1 { pages.at(asked.page() - 1) } else { String::new() },
        next: if asked.page() * ROWS < listed.found {
            pages.at(asked.page() + 1)
        } else {
            String::new()
        },
        tabs: frame.tabs,
        trail: frame.trail,
        base,
    })
}

/// The addresses of this list.
struct Pages<'a> {
    base: &'a str,
    asked: &'a Asked,
}

impl Pages<'_> {
    fn at(&self, page: i64) -> String {
        let health = self.asked.health().map(Health::word).unwrap_or_default();
        format!("{}&page={page}", self.of(health))
    }

    fn of(&self, health: &str) -> String {
        let search = encode(&self.asked.search());
        let sort = self.asked.order().word();
        format!("{}?health={health}&q={search}&sort={sort}", self.base)
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn healths(listed: &Listed, asked: &Asked, pages: &Pages<'_>, viewer: &Viewer) -> Vec<NavItem> {
    let tab = |word: &str, count: i64, current: bool| NavItem {
        href: pages.of(word),
        label: viewer.t(&format!("health-{}", if word.is_empty() { "all" } else { word })),
        icon: "relationship",
        current,
        badge: Some(count.to_string()),
    };
    let all = tab("", listed.counts.values().sum(), asked.health().is_none());
    let each = Health::ALL.into_iter().map(|health| {
        let count = listed.counts.get(health.word()).copied().unwrap_or(0);
        tab(health.word(), count, asked.health() == Some(health))
    });
    std::iter::once(all).chain(each).collect()
}

fn orders(asked: &Asked, viewer: &Viewer) -> Vec<Choice> {
    let choice = |order: Order| Choice {
        value: order.word().to_owned(),
        label: viewer.t(&format!("health-sort-{}", order.word())),
        hint: String::new(),
        chosen: asked.order() == order,
    };
    Order::ALL.into_iter().map(choice).collect()
}

fn shown(listed: &Listed, asked: &Asked, viewer: &Viewer) -> String {
    let from = (asked.page() - 1) * ROWS + 1;
    let to = (from + ROWS - 1).min(listed.found);
    let args = [("from", from.into()), ("to", to.into()), ("of", listed.found.into())];
    if to < from { String::new() } else { viewer.say("health-shown", &args) }
}

fn row(line: &Line, base: &str, tracks: &BTreeMap<TrackId, Design>, viewer: &Viewer) -> RowShown {
    let design = tracks.get(&line.track);
    let role = |name: &str| design.map_or_else(|| name.to_owned(), |d| said::role(d, name));
    let mut members: Vec<&Member> = line.members.iter().collect();
    // In the order in which the design names its roles, the same on every row.
    members.sort_by_key(|m| design.and_then(|d| d.roles.iter().position(|r| r.name == m.role)));
    let names: Vec<&str> = members.iter().map(|m| m.name.as_str()).collect();
    let roles: Vec<String> = members.iter().map(|m| role(&m.role)).collect();
    RowShown {
        href: format!("{base}/{}", line.id),
        message: format!("{base}/{}/message", line.id),
        people: said::names(&names, viewer.language),
        roles: roles.join(", "),
        health: viewer.t(&format!("health-{}", line.health.word())),
        kind: line.health.kind(),
        held: line.held,
        last: day(line.last_held, viewer),
        coming: day(line.next_meeting, viewer),
        score: line.score.map(|score| format!("{score:.0}")).unwrap_or_default(),
    }
}

/// A day, or a dash where there is none.
pub(super) fn day(at: Option<Timestamp>, viewer: &Viewer) -> String {
    let Some(at) = at else { return "–".to_owned() };
    words::day(viewer.language, at.to_zoned(viewer.zone.clone()).date())
}
