//! Answering a request straight from the mail. Opening the link changes nothing, because mail
//! scanners open links: it shows one button, and the button posts.

use askama::Template;
use axum::extract::State;
use people::person;
use web::{Answer, App, Problem, Shell};

use super::{
    answer,
    model::{End, Ended, State as Standing},
    permit::RequestLink,
    store,
};
use crate::relationship::{reason, words as said};

#[derive(Template)]
#[template(path = "request/link.html")]
struct Page {
    page: Shell,
    secret: String,
    says_yes: bool,
    /// open, yes, no, over.
    stands: &'static str,
    name: String,
    place: String,
    message: String,
    why: Vec<String>,
    until: String,
    home: String,
}

/// Who asks, and one button.
pub async fn page(link: RequestLink, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, &link.organisation, &link.request).await?;
    let request = found.filter(|q| q.asked.person == link.person).ok_or(Problem::Absent)?;
    let reader = person::find(&mut tx, &link.organisation, &link.person).await?;
    let asker = person::find(&mut tx, &link.organisation, &request.asker.person).await?;
    let (reader, asker) = reader.zip(asker).ok_or(Problem::Absent)?;
    let (stands, home) = match &request.state {
        Standing::Open(_) => ("open", String::new()),
        Standing::Ended(Ended { how: End::Accepted, relationship, .. }, _) => (
            "yes",
            relationship.as_ref().map(|id| format!("/relationships/{id}")).unwrap_or_default(),
        ),
        Standing::Ended(Ended { how: End::Declined, .. }, _) => ("no", String::new()),
        Standing::Waiting | Standing::Ended(..) => ("over", String::new()),
    };
    let title = match (stands, link.says_yes) {
        ("open", true) => "request-link-yes-title",
        ("open", false) => "request-link-no-title",
        ("yes", _) => "request-said-yes-title",
        ("no", _) => "request-link-said-no-title",
        _ => "request-over-title",
    };
    let mut anyone = link.anyone;
    if !anyone.visit.language_chosen {
        anyone.visit.language = reader.language;
    }
    let language = anyone.visit.language;
    let title = words::say(language, title, &[("name", asker.name.as_str().into())]);
    let until = request.open().map(|open| said::day_of(open.until, &reader.zone, language));
    web::html(&Page {
        secret: link.secret,
        says_yes: link.says_yes,
        stands,
        place: said::place(&asker),
        name: asker.name,
        message: request.message,
        why: reason::for_partners(&request.reasons, language),
        until: until.unwrap_or_default(),
        home,
        page: anyone.page_titled(title),
    })
}

/// Answers, and shows how things stand now.
pub async fn act(link: RequestLink, State(app): State<App>) -> Answer {
    let mut tx = app.db.write().await?;
    let (organisation, id, person) = (&link.organisation, &link.request, &link.person);
    if link.says_yes {
        answer::say_yes(&mut tx, &app, organisation, id, person).await?;
    } else {
        answer::say_no(&mut tx, &app, organisation, id, person).await?;
    }
    tx.commit().await?;
    web::go(&format!("/m/request/{}", link.secret))
}
