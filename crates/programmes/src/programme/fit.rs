//! Which form fits: five questions that lead to one or two forms of mentoring, with the reasons.

use askama::Template;
use axum::extract::{Query, State};
use design::{Asked, Fit, Plan};
use people::permission::ProgrammeMaker;
use serde::Deserialize;
use web::{Answer, App, Choice, Shell};

use super::gallery::{Card, card};
use crate::designing::names::{name_of, of_name};

/// The answers, by the names that a design file has for them; what is empty is not answered.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answers {
    purpose: String,
    people: String,
    supply: String,
    lasts: String,
    channel: String,
}

#[derive(Template)]
#[template(path = "programme/fit.html")]
struct Page {
    page: Shell,
    purpose: Vec<Choice>,
    people: Vec<Choice>,
    supply: Vec<Choice>,
    lasts: Vec<Choice>,
    channel: Vec<Choice>,
    fits: Vec<Shown>,
}

struct Shown {
    card: Card,
    agrees: Vec<String>,
    differs: Vec<String>,
}

const PURPOSES: [&str; 12] = [
    "career",
    "leadership",
    "onboarding",
    "topic",
    "inclusion",
    "students",
    "training-follow-up",
    "reflection",
    "competencies",
    "networking",
    "project",
    "mentor-development",
];
const PEOPLE: [&str; 5] = ["colleagues", "segment", "organisations", "members", "anyone"];
const SUPPLY: [&str; 3] = ["enough", "few", "equals"];
const LASTS: [&str; 5] = ["once", "weeks", "half-year", "year", "open"];
const CHANNELS: [&str; 3] = ["hybrid", "in-person", "virtual"];

/// The page: the questions, and below them what fits as soon as one is answered.
pub async fn page(
    ProgrammeMaker(viewer): ProgrammeMaker,
    State(_): State<App>,
    Query(answers): Query<Answers>,
) -> Answer {
    let page = viewer.page("fit-title");
    let plan = answers.plan();
    let fits = if plan == Plan::default() { Vec::new() } else { plan.best() };
    let fits = fits.iter().map(|fit| shown(fit, &page)).collect();
    let offer = |stem: &str, names: &[&str], chosen: &str| {
        let choice = |name: &&str| {
            Choice::new(*name, page.t(&format!("{stem}-{name}"))).chosen_among(&[chosen])
        };
        names.iter().map(choice).collect()
    };
    web::html(&Page {
        purpose: offer("designing-population", &PURPOSES, &answers.purpose),
        people: offer("fit-people", &PEOPLE, &answers.people),
        supply: offer("fit-supply", &SUPPLY, &answers.supply),
        lasts: offer("fit-lasts", &LASTS, &answers.lasts),
        channel: offer("designing-channel", &CHANNELS, &answers.channel),
        fits,
        page,
    })
}

impl Answers {
    fn plan(&self) -> Plan {
        Plan {
            purpose: of_name(&self.purpose),
            people: of_name(&self.people),
            supply: of_name(&self.supply),
            lasts: of_name(&self.lasts),
            channel: of_name(&self.channel),
        }
    }
}

fn shown(fit: &Fit, page: &Shell) -> Shown {
    let own = Plan::of(&fit.design);
    // What the form itself says to a question: agreed or not, people want to read it.
    let says = |asked: &Asked| match asked {
        Asked::Purpose => page.t(&format!("designing-population-{}", name_of(&own.purpose))),
        Asked::People => page.t(&format!("fit-people-{}", name_of(&own.people))),
        Asked::Supply => page.t(&format!("fit-supply-{}", name_of(&own.supply))),
        Asked::Lasts => page.t(&format!("fit-lasts-{}", name_of(&own.lasts))),
        Asked::Channel => page.t(&format!("designing-channel-{}", name_of(&own.channel))),
    };
    let question = |asked: &Asked| match asked {
        Asked::Purpose => page.t("fit-purpose"),
        Asked::People => page.t("fit-people"),
        Asked::Supply => page.t("fit-supply"),
        Asked::Lasts => page.t("fit-lasts"),
        Asked::Channel => page.t("fit-channel"),
    };
    let line =
        |asked: &Asked| page.t2("fit-line", "question", question(asked), "answer", says(asked));
    Shown {
        card: card(&fit.preset, page),
        agrees: fit.agrees.iter().map(says).collect(),
        differs: fit.differs.iter().map(line).collect(),
    }
}
