//! Answering straight from the mail. The link chooses; only the button sends, because mail scanners
//! open links.

use askama::Template;
use axum::extract::{Query, State};
use people::{permission::Anyone, person};
use programmes::relationship::words as said;
use serde::Deserialize;
use web::{Answer, App, Errors, Form, Problem, Refusal, Shell};

use super::{
    answer::{self, Asked, Words},
    model::{Said, question},
    permit::CheckInLink,
    store::{self, CheckIn},
};

/// What was tapped in the mail.
#[derive(Debug, Deserialize)]
pub struct Tapped {
    #[serde(default)]
    going: String,
    #[serde(default)]
    done: bool,
}

#[derive(Template)]
#[template(path = "checkin/link.html")]
struct LinkPage {
    page: Shell,
    form: Option<Asked>,
    done: bool,
}

/// The question with what was tapped chosen, and one button.
pub async fn page(
    link: CheckInLink,
    State(app): State<App>,
    Query(tapped): Query<Tapped>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let (anyone, check_in) = open(&mut tx, &link).await?;
    if tapped.done || !check_in.runs {
        let title = if tapped.done { "check-in-thanks-title" } else { "check-in-over-title" };
        let done = tapped.done;
        return web::html(&LinkPage { page: anyone.page(title), form: None, done });
    }
    let before = check_in.said.as_ref();
    let words = Words {
        going: if tapped.going.is_empty() {
            before.map(|said| said.going.to_string()).unwrap_or_default()
        } else {
            tapped.going
        },
        help: before.filter(|said| said.wants_help).map(|_| "on".to_owned()).unwrap_or_default(),
        note: before.and_then(|said| said.note.clone()).unwrap_or_default(),
    };
    let errors = Errors::new(anyone.visit.language);
    web::html(&shown(&anyone, &link.secret, &check_in, words, errors))
}

/// The answer.
pub async fn act(link: CheckInLink, State(app): State<App>, Form(words): Form<Words>) -> Answer {
    let mut tx = app.db.write().await?;
    let (anyone, check_in) = open(&mut tx, &link).await?;
    if !check_in.runs {
        return Err(Refusal::conflict("check-in-not-running").into());
    }
    let mut errors = Errors::new(anyone.visit.language);
    let said = Said::parse(&words.going, &words.help, &words.note, &mut errors);
    let Some(said) = said else {
        let page = shown(&anyone, &link.secret, &check_in, words, errors);
        return web::html_with_errors(&page);
    };
    let (organisation, who) = (&link.organisation, &link.person);
    answer::write(&mut tx, &app, organisation, who, &check_in.id, &said).await?;
    tx.commit().await?;
    web::go(&format!("/m/check-in/{}?done=true", link.secret))
}

async fn open(tx: &mut db::Tx, link: &CheckInLink) -> Result<(Anyone, CheckIn), Problem> {
    let (organisation, who) = (&link.organisation, &link.person);
    let found = store::find(tx, organisation, who, &link.check_in).await?;
    let check_in = found.ok_or(Problem::Absent)?;
    let person = person::find(tx, organisation, who).await?.ok_or(Problem::Absent)?;
    let mut anyone = link.anyone.clone();
    if !anyone.visit.language_chosen {
        anyone.visit.language = person.language;
    }
    Ok((anyone, check_in))
}

fn shown(
    anyone: &Anyone,
    secret: &str,
    check_in: &CheckIn,
    words: Words,
    errors: Errors,
) -> LinkPage {
    let language = anyone.visit.language;
    let names: Vec<&str> = check_in.partners.iter().map(String::as_str).collect();
    let partner = said::names(&names, language);
    let title = words::say(language, "check-in-title-with", &[("partner", (&partner).into())]);
    let asked = question(&check_in.design, &check_in.role).map(str::to_owned);
    let plain = || words::say(language, "check-in-question", &[("partner", (&partner).into())]);
    let action = format!("/m/check-in/{secret}");
    let question = asked.unwrap_or_else(plain);
    LinkPage {
        page: anyone.page_titled(title),
        form: Some(Asked::with(action, question, words, errors)),
        done: false,
    }
}
