//! Answering an offer straight from the mail. Opening the link changes nothing, because mail
//! scanners open links: it shows one button, and the button posts.

use askama::Template;
use axum::extract::State;
use people::person::Person;
use web::{Answer, App, Problem, Shell};

use super::{
    answer,
    model::{Relationship, Reply, State as Standing},
    permit::OfferLink,
    reason,
    store::{self, Member},
    words as said,
};

#[derive(Template)]
#[template(path = "relationship/link.html")]
struct LinkPage {
    page: Shell,
    secret: String,
    says_yes: bool,
    stands: Stands,
    partners: String,
    places: Vec<(String, String)>,
    why: Vec<String>,
    until: String,
    home: String,
}

/// What the page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Open,
    SaidYes,
    Running,
    SaidNo,
    Over,
}

/// What the offer is, and one button.
pub async fn page(link: OfferLink, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, &link.organisation, &link.relationship).await?;
    let relationship = found.ok_or(Problem::Absent)?;
    let members = store::members(&mut tx, &link.organisation, &link.relationship).await?;
    let (mine, others): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.person.id == link.person);
    let me = mine.first().ok_or(Problem::Absent)?;
    let reader = &me.person;
    let stands = stands(&relationship, me, &app);
    let title = match stands {
        Stands::Open if link.says_yes => "offer-link-yes-title",
        Stands::Open => "offer-link-no-title",
        Stands::SaidYes => "offer-link-said-yes-title",
        Stands::Running => "offer-link-running-title",
        Stands::SaidNo => "offer-link-said-no-title",
        Stands::Over => "offer-link-over-title",
    };
    let mut anyone = link.anyone;
    if !anyone.visit.language_chosen {
        anyone.visit.language = reader.language;
    }
    let partners = said::partners(&others, anyone.visit.language);
    let title = words::say(anyone.visit.language, title, &[("partner", (&partners).into())]);
    web::html(&LinkPage {
        stands,
        partners,
        places: others.iter().map(|m| (m.person.name.clone(), said::place(&m.person))).collect(),
        why: reason::for_partners(&relationship.reasons, anyone.visit.language),
        until: until(&relationship, reader, anyone.visit.language),
        home: format!("/relationships/{}", relationship.id),
        says_yes: link.says_yes,
        secret: link.secret,
        page: anyone.page_titled(title),
    })
}

/// Answers, and shows how things stand now.
pub async fn act(link: OfferLink, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let (organisation, id, person) = (&link.organisation, &link.relationship, &link.person);
    if link.says_yes {
        answer::say_yes(&mut tx, &app, organisation, id, person).await?;
    } else {
        answer::say_no(&mut tx, &app, organisation, id, person).await?;
    }
    tx.commit().await?;
    web::go(&format!("/m/offer/{}", link.secret))
}

fn stands(relationship: &Relationship, me: &Member, app: &App) -> Stands {
    match (&relationship.state, me.seat.reply) {
        (_, Reply::Declined) => Stands::SaidNo,
        (Standing::Closed(_), _) => Stands::Over,
        (Standing::Active(_) | Standing::Paused(..), _) => Stands::Running,
        (Standing::Offered(_), Reply::Accepted) => Stands::SaidYes,
        (Standing::Offered(offer), Reply::Pending) if offer.until <= app.seam.now() => Stands::Over,
        (Standing::Offered(_), Reply::Pending) => Stands::Open,
    }
}

fn until(relationship: &Relationship, reader: &Person, language: words::Language) -> String {
    match &relationship.state {
        Standing::Offered(offer) => said::day_of(offer.until, &reader.zone, language),
        Standing::Active(_) | Standing::Paused(..) | Standing::Closed(_) => String::new(),
    }
}
