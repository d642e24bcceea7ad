//! Finding somebody: who can be asked now, best first, with the reason in a sentence; searchable.

use askama::Template;
use axum::extract::{Path, Query, State};
use db::Tx;
use design::AnswerKind;
use people::{permission::Viewer, person::initials};
use serde::Deserialize;
use web::{Answer, App, Problem, Shell};

use super::{
    candidates::{Candidate, Candidates, candidates},
    model::Rules,
    store,
};
use crate::{
    enrolment::{Enrolled, Enrolment, State as Stands},
    programme::{self, Programme, Track},
    relationship::words as said,
    round::{participant::Participant, reasons::is_open, told},
};

/// People on one page.
const PAGE: usize = 20;
/// Topics on one card.
const TOPICS: usize = 4;

#[derive(Template)]
#[template(path = "request/find.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    cards: Vec<Card>,
    search: String,
    find: String,
    list: String,
    on_list: usize,
    can_ask: bool,
    shown: String,
    previous: String,
    next: String,
    is_searched: bool,
}

/// Somebody who can be asked.
struct Card {
    href: String,
    name: String,
    initials: String,
    place: String,
    why: String,
    topics: Vec<String>,
    is_full: bool,
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    page: usize,
}

/// A part from which people are asked, with what stands around it.
pub(super) struct Part {
    pub mine: Enrolment,
    pub programme: Programme,
    pub track: Track,
    pub rules: Rules,
}

/// The viewer's own part in the path, where people find each other by asking.
pub(super) async fn either(tx: &mut Tx, permit: &Enrolled, enrolment: &str) -> Answer<Part> {
    let mine = permit.own(enrolment)?.clone();
    let organisation = &permit.viewer.organisation;
    let programme = programme::store::find(tx, organisation, &permit.programme).await?;
    let track = programme::store::track(tx, organisation, &permit.programme, &mine.track).await?;
    let (programme, track) = programme.zip(track).ok_or(Problem::Absent)?;
    let rules = Rules::of(&track.design).ok_or(Problem::Absent)?;
    if mine.state != Stands::Approved {
        return Err(Problem::Absent);
    }
    Ok(Part { mine, programme, track, rules })
}

/// The same, of the role that asks.
pub(super) async fn part(tx: &mut Tx, permit: &Enrolled, enrolment: &str) -> Answer<Part> {
    let part = either(tx, permit, enrolment).await?;
    let is_over = part.programme.state == programme::State::Closed;
    if part.mine.role == part.rules.asks && !is_over { Ok(part) } else { Err(Problem::Absent) }
}

impl Part {
    pub(super) fn find(&self) -> String {
        format!("/programmes/{}/enrolments/{}/find", self.mine.programme, self.mine.id)
    }

    pub(super) fn list(&self) -> String {
        format!("/programmes/{}/enrolments/{}/requests", self.mine.programme, self.mine.id)
    }

    /// The role that is asked, as people read it.
    pub(super) fn asked_label(&self) -> String {
        said::role(&self.track.design, &self.rules.asked)
    }

    /// The pages above, with the list of people when it is one of them.
    pub(super) fn trail(&self, viewer: &Viewer, find: bool) -> Vec<(String, String)> {
        let part = format!("/programmes/{}/part", self.mine.programme);
        let mut trail = vec![(part, self.programme.name.clone())];
        if find {
            let title = [("role", self.asked_label().into())];
            trail.push((self.find(), viewer.say("request-find-title", &title)));
        }
        trail
    }
}

/// The page.
pub async fn page(
    permit: Enrolled,
    State(app): State<App>,
    Path((_, enrolment)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let part = part(&mut tx, &permit, &enrolment).await?;
    let when = (programme::today(&app, viewer), app.seam.now());
    let found = candidates(&mut tx, &part.track, &part.rules, &part.mine, when).await?;
    let mine = store::of_asker(&mut tx, &viewer.organisation, &part.mine.id).await?;
    let on_list = mine.iter().filter(|request| request.is_live()).count();
    let (cards, all) =
        found.as_ref().map(|found| cards(viewer, &part, found, &wanted)).unwrap_or_default();
    let title = viewer.say("request-find-title", &[("role", part.asked_label().into())]);
    let to = |page: usize| {
        let page = if page == 0 { String::new() } else { page.to_string() };
        format!("{}{}", part.find(), web::query(&[("q", &wanted.q), ("page", &page)]))
    };
    let first = wanted.page.saturating_mul(PAGE);
    let args =
        [("from", (first + 1).into()), ("to", (first + cards.len()).into()), ("of", all.into())];
    web::html(&Page {
        page: viewer.page_titled(title),
        trail: part.trail(viewer, false),
        find: part.find(),
        list: part.list(),
        on_list,
        can_ask: found.is_some(),
        shown: viewer.say("request-shown", &args),
        previous: if wanted.page > 0 { to(wanted.page - 1) } else { String::new() },
        next: if first + PAGE < all { to(wanted.page + 1) } else { String::new() },
        is_searched: !wanted.q.trim().is_empty(),
        search: wanted.q,
        cards,
    })
}

/// The cards of a page, and how many there are in all.
fn cards(viewer: &Viewer, part: &Part, found: &Candidates, wanted: &Wanted) -> (Vec<Card>, usize) {
    let words: Vec<String> = wanted.q.split_whitespace().map(str::to_lowercase).collect();
    let fits = |one: &&Candidate| {
        let text = searched(part, &found.asking.people[one.fit.other]);
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let all: Vec<&Candidate> = found.all.iter().filter(fits).collect();
    let here = all.iter().skip(wanted.page.saturating_mul(PAGE)).take(PAGE);
    (here.map(|one| card(viewer, part, found, one)).collect(), all.len())
}

fn card(viewer: &Viewer, part: &Part, found: &Candidates, one: &Candidate) -> Card {
    let person = &found.asking.people[one.fit.other];
    let asking = &found.asking;
    let pair = asking.pair(&one.fit);
    let why = told::why_this_partner(
        viewer.language,
        &asking.design,
        &asking.asked,
        &pair,
        &asking.people,
        found.gives,
    );
    Card {
        href: format!("{}/{}", part.find(), one.enrolment),
        initials: initials(&person.name),
        place: place(part, person).join(", "),
        name: person.name.clone(),
        topics: topics(part, person).into_iter().take(TOPICS).collect(),
        is_full: one.load.is_full,
        why,
    }
}

/// What stands on somebody's business card.
fn place(part: &Part, person: &Participant) -> Vec<String> {
    ["job_title", "department", "site", "organisation"]
        .into_iter()
        .filter(|fact| is_open(&part.track.design, &[fact]))
        .filter_map(|fact| person.fact(fact).first().cloned())
        .collect()
}

/// The topics that somebody names and partners may see.
fn topics(part: &Part, person: &Participant) -> Vec<String> {
    let design = &part.track.design;
    let questions = design.form.asked(&part.rules.asked).filter(|question| {
        matches!(question.kind, AnswerKind::Topics { .. } | AnswerKind::MultipleChoice { .. })
            && is_open(design, &[&question.key])
    });
    questions.flat_map(|question| person.fact(&question.key).to_vec()).collect()
}

/// Where a search looks: in nothing that partners may not see.
fn searched(part: &Part, person: &Participant) -> String {
    let design = &part.track.design;
    let open = design.form.asked(&part.rules.asked).filter(|q| is_open(design, &[&q.key]));
    let facts = open.flat_map(|question| person.fact(&question.key).iter());
    let mut text = vec![person.name.clone()];
    text.extend(place(part, person));
    text.extend(facts.cloned());
    text.extend(person.fact("languages").iter().cloned());
    text.join(" ").to_lowercase()
}
