//! A person's own part in a programme: where it stands, the answers, capacity and pause, and the
//! way out.

use askama::Template;
use axum::extract::State;
use db::Tx;
use design::{Chooser, Design, Role};
use jiff::civil::Date;
use web::{Answer, App, Choice, Problem, Shell};

use super::{
    join::next_dates,
    model::{Enrolment, State as EnrolmentState},
    permit::Enrolled,
    step,
};
use crate::programme::{self, Programme};

#[derive(Template)]
#[template(path = "enrolment/part.html")]
struct Page {
    page: Shell,
    programme: Programme,
    parts: Vec<Part>,
    dates: Vec<(String, String)>,
    join: Option<String>,
}

struct Part {
    mine: Enrolment,
    role: String,
    task: String,
    state: &'static str,
    kind: &'static str,
    says: String,
    resume: Option<String>,
    capacity: Vec<Choice>,
    paused: Option<String>,
    paused_until: String,
    has_questions: bool,
    /// Where this part finds people, or is asked: addresses with their words.
    finds: Vec<(String, String)>,
    at_tables: bool,
}

/// The page.
pub async fn page(permit: Enrolled, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let organisation = &permit.viewer.organisation;
    let programme = programme::store::find(&mut tx, organisation, &permit.programme).await?;
    let programme = programme.ok_or(Problem::Absent)?;
    let page = permit.viewer.page_titled(programme.name.clone());
    let today = programme::today(&app, &permit.viewer);
    let mut parts = Vec::new();
    for mine in &permit.enrolments {
        parts.push(part(&mut tx, &permit, &page, mine, today).await?);
    }
    web::html(&Page {
        dates: next_dates(&page, &programme),
        join: programme
            .join_code
            .as_ref()
            .filter(|_| programme.takes_registrations(today))
            .map(|c| format!("/join/{c}")),
        page,
        programme,
        parts,
    })
}

async fn part(
    tx: &mut Tx,
    permit: &Enrolled,
    page: &Shell,
    mine: &Enrolment,
    today: Date,
) -> Answer<Part> {
    let (_, track) = step::load(tx, permit, mine).await?;
    let role = track.design.role(&mine.role);
    let resume = if mine.state == EnrolmentState::Started {
        Some(format!("/programmes/{}/register", mine.programme))
    } else {
        None
    };
    let state = mine.state.as_str();
    let says = match mine.state {
        EnrolmentState::Declined => mine.decision_note.clone().unwrap_or_default(),
        EnrolmentState::Started
        | EnrolmentState::Applied
        | EnrolmentState::Approved
        | EnrolmentState::Withdrawn => page.t(&format!("enrolment-says-{state}")),
    };
    let paused = mine.paused_until.filter(|_| mine.is_paused(today));
    Ok(Part {
        role: role.map_or_else(String::new, |role| role.label.one.clone()),
        task: role.map_or_else(String::new, |role| role.task.clone()),
        kind: match mine.state {
            EnrolmentState::Approved => "ok",
            EnrolmentState::Started | EnrolmentState::Applied => "info",
            EnrolmentState::Declined | EnrolmentState::Withdrawn => "quiet",
        },
        state,
        says,
        resume,
        capacity: role.map(|role| capacities(role, mine)).unwrap_or_default(),
        paused: paused.map(|day| words::day(page.language, day)),
        paused_until: paused.map(|day| day.to_string()).unwrap_or_default(),
        has_questions: track.design.form.asked(&mine.role).next().is_some(),
        finds: finds(page, &track.design, mine),
        at_tables: mine.state == EnrolmentState::Approved
            && track.design.rounds_at_an_event().is_some(),
        mine: mine.clone(),
    })
}

/// Where people find each other by asking: those who can be asked, and the requests.
fn finds(page: &Shell, design: &Design, mine: &Enrolment) -> Vec<(String, String)> {
    let Chooser::Asks { role, .. } = &design.matching.chooser else { return Vec::new() };
    if mine.state != EnrolmentState::Approved {
        return Vec::new();
    }
    let base = format!("/programmes/{}/enrolments/{}", mine.programme, mine.id);
    if mine.role != *role {
        return vec![(format!("{base}/requests"), page.t("request-asked-title"))];
    }
    let asked = design.two_sides().map(|(gives, receives)| {
        if receives.name == *role { gives } else { receives }.label.one.clone()
    });
    let find = page.t1("request-find-title", "role", asked.unwrap_or_default());
    vec![(format!("{base}/find"), find), (format!("{base}/requests"), page.t("request-list-title"))]
}

fn capacities(role: &Role, mine: &Enrolment) -> Vec<Choice> {
    let now = [mine.capacity.unwrap_or(role.load.usual.into()).to_string()];
    let (least, most) = (role.load.least.max(1), role.load.most.max(1));
    if least >= most {
        return Vec::new();
    }
    (least..=most).map(|n| Choice::new(n.to_string(), n.to_string()).chosen_among(&now)).collect()
}

pub(super) fn address(mine: &Enrolment) -> String {
    format!("/programmes/{}/part", mine.programme)
}
