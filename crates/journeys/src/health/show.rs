//! One relationship as its coordinator sees it: counts, dates and check-ins; never what its members
//! wrote to each other.

use askama::Template;
use axum::extract::{Path, State};
use people::permission::{CoordinatorOf, Viewer};
use programmes::{
    RelationshipId,
    relationship::{reason, store as relationships, words as said},
};
use serde::Deserialize;
use web::{Answer, App, Problem, Shell};

use super::{
    list::day,
    model::Health,
    store::{self, CheckIn, Line},
};

/// The places of the path.
#[derive(Debug, Deserialize)]
pub struct Places {
    /// Which relationship.
    pub relationship: String,
}

#[derive(Template)]
#[template(path = "health/show.html")]
struct ShowPage {
    page: Shell,
    base: String,
    list: String,
    programme: String,
    health: String,
    kind: &'static str,
    why_health: String,
    members: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    why: Vec<String>,
    check_ins: Vec<CheckInShown>,
    is_open: bool,
    supervised: bool,
}

struct CheckInShown {
    name: String,
    when: String,
    going: String,
    low: bool,
    wants_help: bool,
    note: String,
}

/// What the pages about one relationship stand on.
pub(super) struct Looked {
    pub line: Line,
    pub programme: String,
    pub relationship: programmes::relationship::model::Relationship,
    pub frame: relationships::Frame,
}

/// A relationship of the coordinator's programme.
pub(super) async fn look(
    tx: &mut db::Tx,
    of: &CoordinatorOf,
    id: &str,
    app: &App,
) -> Result<Looked, Problem> {
    let id = RelationshipId::from(id.to_owned());
    let organisation = &of.viewer.organisation;
    let (programme, tracks) = store::tracks(tx, organisation, &of.programme).await?;
    let now = app.seam.now();
    let line = store::line(tx, organisation, &of.programme, &tracks, &id, now).await?;
    let line = line.ok_or(Problem::Absent)?;
    let found = relationships::find(tx, organisation, &id).await?;
    let relationship = found.ok_or(Problem::Absent)?;
    let frame = relationships::frame(tx, organisation, &relationship.track).await?;
    Ok(Looked { line, programme, relationship, frame })
}

/// The page.
pub async fn page(of: CoordinatorOf, State(app): State<App>, Path(places): Path<Places>) -> Answer {
    let mut tx = app.db.read().await?;
    let looked = look(&mut tx, &of, &places.relationship, &app).await?;
    let (viewer, line) = (&of.viewer, &looked.line);
    let counts = store::counts(&mut tx, &viewer.organisation, &line.id).await?;
    let check_ins = store::check_ins(&mut tx, &viewer.organisation, &line.id).await?;
    let names: Vec<&str> = line.members.iter().map(|m| m.name.as_str()).collect();
    let list = format!("/programmes/{}/relationships", of.programme);
    web::html(&ShowPage {
        page: viewer.page_titled(said::names(&names, viewer.language)),
        base: format!("{list}/{}", line.id),
        list,
        health: viewer.t(&format!("health-{}", line.health.word())),
        kind: line.health.kind(),
        why_health: viewer.t(&format!("health-{}-why", line.health.word())),
        members: members(&looked, viewer),
        facts: facts(&looked, &counts, viewer),
        why: reason::for_coordinator(&looked.relationship.reasons, viewer.language),
        check_ins: check_ins.into_iter().map(|one| check_in(one, viewer)).collect(),
        supervised: looked.frame.design.care.is_supervised(),
        is_open: line.health != Health::Ended,
        programme: looked.programme,
    })
}

fn members(looked: &Looked, viewer: &Viewer) -> Vec<(String, String)> {
    let offered = looked.line.health == Health::Offered;
    let text = |member: &store::Member| {
        let role = said::role(&looked.frame.design, &member.role);
        if offered {
            format!("{role}, {}", viewer.t(&format!("health-reply-{}", member.reply)))
        } else {
            role
        }
    };
    looked.line.members.iter().map(|m| (m.name.clone(), text(m))).collect()
}

fn facts(looked: &Looked, counts: &store::Counts, viewer: &Viewer) -> Vec<(String, String)> {
    let line = &looked.line;
    let goals = [("reached", counts.reached.into()), ("number", counts.goals.into())];
    vec![
        (viewer.t("home-since"), day(line.since, viewer)),
        (viewer.t("health-met"), line.held.to_string()),
        (viewer.t("health-last"), day(line.last_held, viewer)),
        (viewer.t("health-coming"), day(line.next_meeting, viewer)),
        (viewer.t("health-agreed"), day(counts.agreed_at, viewer)),
        (viewer.t("health-goals"), viewer.say("health-goals-reached", &goals)),
        (
            viewer.t("health-score"),
            line.score.map_or_else(|| "–".to_owned(), |score| format!("{score:.0}")),
        ),
    ]
}

fn check_in(one: CheckIn, viewer: &Viewer) -> CheckInShown {
    let going = one.answered_at.and(one.going);
    CheckInShown {
        when: day(Some(one.answered_at.unwrap_or(one.asked_at)), viewer),
        going: match going {
            Some(going) => viewer.t(&format!("check-in-going-{going}")),
            None => viewer.t("health-not-answered"),
        },
        low: going.is_some_and(|going| going <= 2),
        wants_help: one.wants_help,
        note: one.note,
        name: one.name,
    }
}
