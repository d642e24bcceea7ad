//! One-click sign-in as anybody of the demo.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::IntoResponse as _,
};
use people::{
    PersonId,
    identity::open_session,
    person::{self, Person},
};
use web::{Answer, App, Problem, Shell};

use super::Demo;

#[derive(Template)]
#[template(path = "dev/sign_in.html")]
struct ListPage {
    page: Shell,
    people: Vec<(Person, String)>,
}

#[derive(Template)]
#[template(path = "dev/confirm.html")]
struct ConfirmPage {
    page: Shell,
    person: Person,
}

/// The parts that one can play.
pub async fn list(Demo(anyone): Demo, State(app): State<App>) -> Answer {
    let mut people = Vec::new();
    for (email, key) in crate::demo::PARTS {
        if let Some(organisation) = &anyone.organisation {
            let mut tx = app.db.read().await?;
            if let Some(person) = person::by_email(&mut tx, &organisation.id, email).await? {
                people.push((person, anyone.visit.t(key)));
            }
        }
    }
    web::html(&ListPage { page: anyone.page("dev-sign-in-title"), people })
}

/// The page behind the printed link: one button, as with mailed links.
pub async fn confirm(
    Demo(anyone): Demo,
    State(app): State<App>,
    Path(id): Path<PersonId>,
) -> Answer {
    let organisation = anyone.organisation.clone().ok_or(Problem::Absent)?;
    let mut tx = app.db.read().await?;
    let person = person::find(&mut tx, &organisation.id, &id).await?.ok_or(Problem::Absent)?;
    web::html(&ConfirmPage { page: anyone.page("sign-in-title"), person })
}

/// Signs in.
pub async fn follow(
    Demo(anyone): Demo,
    State(app): State<App>,
    Path(id): Path<PersonId>,
) -> Answer {
    let organisation = anyone.organisation.clone().ok_or(Problem::Absent)?;
    let mut tx = app.db.write().await?;
    let person = person::find(&mut tx, &organisation.id, &id).await?.ok_or(Problem::Absent)?;
    let cookie = open_session(&mut tx, &app, &person.id, &anyone.visit.device).await?;
    tx.commit().await?;
    Ok((cookie, web::go("/")).into_response())
}
