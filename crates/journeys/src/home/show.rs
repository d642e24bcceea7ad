//! The home of a relationship: where we are, what happens next and when, with whom and why.

use askama::Template;
use axum::extract::State;
use db::Tx;
use people::{permission::Viewer, person::initials};
use programmes::{
    RelationshipId,
    relationship::{
        SeatHolder,
        model::{Relationship, State as Standing},
        reason, words as said,
    },
};
use web::{Answer, App, Problem, Shell};

use super::{
    next::Next,
    situation::Situation,
    store,
    timeline::{Moment, timeline},
};
use crate::{
    conversation, goal, meeting,
    together::{Place, Together},
};

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    page: Shell,
    id: RelationshipId,
    programme: String,
    badge: Badge,
    next: NextShown,
    partners: Vec<PartnerShown>,
    why: Vec<String>,
    agreement: AgreementShown,
    check_in: bool,
    runs: Runs,
    facts: Vec<(String, String)>,
    moments: Vec<Moment>,
    inside: Option<Inside>,
    contact_rests: bool,
}

/// What the features say on their cards, once there is something to do together.
struct Inside {
    meetings: meeting::Card,
    goals: goal::Card,
    conversation: conversation::Card,
}

/// What happens next, in words.
pub(super) struct NextShown {
    pub word: &'static str,
    pub title: String,
    pub text: String,
    pub when: String,
    act: Act,
}

/// The button beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Answer,
    Pick,
    Log,
    Propose,
    Resume,
    GoHome,
    Nothing,
}

impl Act {
    fn of(next: &Next) -> Self {
        match next {
            Next::Answer(_) => Self::Answer,
            Next::Pick => Self::Pick,
            Next::Log => Self::Log,
            Next::FirstDate(_) | Next::FurtherDate(_) => Self::Propose,
            Next::Resume(_) => Self::Resume,
            Next::Over(_) | Next::Left => Self::GoHome,
            Next::Wait(_) | Next::Meet(_) | Next::Picking => Self::Nothing,
        }
    }
}

/// The word of a state, with its colour.
pub(super) struct Badge {
    pub text: String,
    pub kind: &'static str,
}

impl Badge {
    pub(super) fn of(stands: &'static str, viewer: &Viewer) -> Self {
        let kind = match stands {
            "offered" => "info",
            "active" => "ok",
            "paused" => "warn",
            _ => "quiet",
        };
        Self { text: viewer.t(&format!("state-{stands}")), kind }
    }
}

struct PartnerShown {
    name: String,
    initials: String,
    role: String,
    place: String,
    clock: String,
    waiting: bool,
}

struct AgreementShown {
    shown: bool,
    waits: bool,
    audience: &'static str,
}

/// What can be done, by the state.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    NotYet,
    Now,
    Rests,
    Over,
}

/// The page.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let viewer = &holder.viewer;
    let now = app.seam.now();
    let mut tx = app.db.read().await?;
    let (organisation, id) = (&viewer.organisation, &holder.relationship);
    let found = store::situation(&mut tx, organisation, &viewer.person, id, now).await?;
    let situation = found.ok_or(Problem::Absent)?;
    let happened = store::happened(&mut tx, organisation, id).await?;
    let runs = runs(&situation);
    let inside = inside(&mut tx, viewer, id, runs).await?;
    let together = Together::load(&mut tx, organisation, id, now).await?;
    web::html(&HomePage {
        page: viewer.page_titled(title(&situation, viewer)),
        id: id.clone(),
        programme: situation.programme.clone(),
        badge: Badge::of(stands(&situation.relationship), viewer),
        next: next(&situation, viewer),
        partners: partners(&situation, viewer, now),
        why: reason::for_partners(&situation.relationship.reasons, viewer.language),
        agreement: AgreementShown {
            shown: runs == Runs::Now || runs == Runs::Rests,
            waits: situation.must_agree(),
            audience: said::audience(&together.frame.design),
        },
        check_in: situation.open_check_in && runs == Runs::Now,
        facts: facts(&situation, viewer),
        moments: timeline(&happened, &viewer.zone, viewer.language),
        inside,
        contact_rests: together.rests(),
        runs,
    })
}

async fn inside(
    tx: &mut Tx,
    viewer: &Viewer,
    id: &RelationshipId,
    runs: Runs,
) -> Answer<Option<Inside>> {
    let is_open = match runs {
        Runs::NotYet => return Ok(None),
        Runs::Now | Runs::Rests => true,
        Runs::Over => false,
    };
    let place = Place { relationship: id.clone(), is_open };
    Ok(Some(Inside {
        meetings: meeting::Card::load(tx, viewer, &place).await?,
        goals: goal::Card::load(tx, viewer, &place).await?,
        conversation: conversation::Card::load(tx, viewer, &place).await?,
    }))
}

fn title(situation: &Situation, viewer: &Viewer) -> String {
    let names: Vec<&str> =
        situation.partners.iter().filter(|p| !p.left).map(|p| p.name.as_str()).collect();
    let all: Vec<&str> = situation.partners.iter().map(|p| p.name.as_str()).collect();
    let names = if names.is_empty() { all } else { names };
    viewer.say("home-title", &[("partner", said::names(&names, viewer.language).into())])
}

fn runs(situation: &Situation) -> Runs {
    match &situation.relationship.state {
        Standing::Closed(_) => Runs::Over,
        _ if situation.has_left => Runs::Over,
        Standing::Offered(_) => Runs::NotYet,
        Standing::Active(_) => Runs::Now,
        Standing::Paused(..) => Runs::Rests,
    }
}

/// The word for the state's badge.
pub(super) fn stands(relationship: &Relationship) -> &'static str {
    match &relationship.state {
        Standing::Offered(_) => "offered",
        Standing::Active(_) => "active",
        Standing::Paused(..) => "paused",
        Standing::Closed(_) => "closed",
    }
}

/// What happens next, in the reader's words and on their clock.
pub(super) fn next(situation: &Situation, viewer: &Viewer) -> NextShown {
    let next = Next::of(situation);
    let (word, language) = (next.word(), viewer.language);
    let day = |day| words::weekday_and_day(language, day);
    let when = match &next {
        Next::Answer(at) | Next::Wait(at) => {
            viewer.say("next-until", &[("day", said::day_of(*at, &viewer.zone, language).into())])
        }
        Next::Meet(at) => words::moment(language, &at.to_zoned(viewer.zone.clone())),
        Next::FirstDate(Some(by)) => viewer.say("next-at-latest", &[("day", day(*by).into())]),
        Next::FurtherDate(Some(by)) => viewer.say("next-about", &[("day", day(*by).into())]),
        Next::Resume(on) => viewer.say("next-on", &[("day", day(*on).into())]),
        Next::Pick | Next::Log => viewer.t("next-now"),
        Next::FirstDate(None) | Next::FurtherDate(None) => viewer.t("next-soon"),
        Next::Picking | Next::Over(_) | Next::Left => String::new(),
    };
    let waiting: Vec<&str> = situation
        .partners
        .iter()
        .filter(|p| !p.left && (!p.answered || word != "wait"))
        .map(|p| p.name.as_str())
        .collect();
    let partner = said::names(&waiting, language);
    NextShown {
        title: viewer.say(&format!("next-{word}-title"), &[("partner", (&partner).into())]),
        text: viewer.say(&format!("next-{word}-text"), &[("partner", (&partner).into())]),
        act: Act::of(&next),
        when,
        word,
    }
}

fn partners(situation: &Situation, viewer: &Viewer, now: jiff::Timestamp) -> Vec<PartnerShown> {
    let running = runs(situation) != Runs::Over;
    let offered = runs(situation) == Runs::NotYet;
    situation
        .partners
        .iter()
        .filter(|partner| !partner.left || !running)
        .map(|partner| {
            let there = now.to_zoned(partner.zone.clone());
            let elsewhere = there.offset() != viewer.zone.to_offset(now);
            let time = words::clock_time(&there);
            PartnerShown {
                initials: initials(&partner.name),
                name: partner.name.clone(),
                role: said::role(&situation.design, &partner.role),
                place: partner.place.clone(),
                clock: if elsewhere && running {
                    viewer.say("home-clock", &[("time", time.into())])
                } else {
                    String::new()
                },
                waiting: offered && !partner.answered,
            }
        })
        .collect()
}

fn facts(situation: &Situation, viewer: &Viewer) -> Vec<(String, String)> {
    let language = viewer.language;
    let mut facts =
        vec![(viewer.t("home-your-part"), said::role(&situation.design, &situation.role))];
    if let Standing::Active(course) | Standing::Paused(course, _) = &situation.relationship.state {
        let since = course.since.to_zoned(viewer.zone.clone()).date();
        facts.push((viewer.t("home-since"), words::day(language, since)));
        if let Some(last) = course.ends_on {
            facts.push((viewer.t("home-ends-on"), words::day(language, last)));
        }
        facts.push((viewer.t("home-met"), said_meetings(situation, viewer)));
    }
    facts
}

fn said_meetings(situation: &Situation, viewer: &Viewer) -> String {
    viewer.say("home-met-times", &[("number", situation.held.into())])
}
