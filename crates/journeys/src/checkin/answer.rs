//! Answering in the browser: also when nobody asked, as somebody who would like help does.

use askama::Template;
use axum::extract::State;
use db::Tx;
use people::{OrganisationId, PersonId, permission, person, post};
use programmes::relationship::{
    self, SeatHolder,
    model::{Relationship, State as Standing},
    store as relationships, words as said,
};
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Flash, Form, Problem, Refusal, Shell};

use super::{
    facts::CheckInAnswered,
    letters,
    model::{Said, question},
    store,
};

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub struct Words {
    /// 1 to 5.
    #[serde(default)]
    pub going: String,
    /// `on` for help.
    #[serde(default)]
    pub help: String,
    /// For the coordinator.
    #[serde(default)]
    pub note: String,
}

#[derive(Template)]
#[template(path = "checkin/answer.html")]
struct CheckInPage {
    page: Shell,
    home: String,
    form: Asked,
}

/// The fields, also on the page behind a mail's link.
pub(super) struct Asked {
    pub action: String,
    pub question: String,
    pub points: Vec<Choice>,
    pub help: bool,
    pub note: String,
    pub errors: Errors,
}

impl Asked {
    /// The fields with what was typed or tapped before.
    pub(super) fn with(action: String, question: String, words: Words, errors: Errors) -> Self {
        let point = |n: u8| Choice {
            value: n.to_string(),
            label: n.to_string(),
            hint: String::new(),
            chosen: words.going.trim() == n.to_string(),
        };
        Self {
            action,
            question,
            points: (1..=5).map(point).collect(),
            help: !words.help.is_empty(),
            note: words.note,
            errors,
        }
    }
}

/// The question.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let (relationship, asked) = question_for(&mut tx, &holder).await?;
    running_since(&relationship, &holder.viewer.person)?;
    let errors = Errors::new(holder.viewer.language);
    web::html(&shown(&holder, asked, Words::default(), errors))
}

/// The answer.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(words): Form<Words>) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let said = Said::parse(&words.going, &words.help, &words.note, &mut errors);
    let mut tx = app.db.write().await?;
    let (relationship, asked) = question_for(&mut tx, &holder).await?;
    let since = running_since(&relationship, &of.person)?;
    let Some(said) = said else {
        return web::html_with_errors(&shown(&holder, asked, words, errors));
    };
    let today = app.seam.now().duration_since(since).as_hours() / 24;
    let open = open_or_new(&mut tx, &app, &holder, today).await?;
    let wants_help = said.wants_help;
    write(&mut tx, &app, &of.organisation, &of.person, &open, &said).await?;
    tx.commit().await?;
    let word = if wants_help { "check-in-thanks-help" } else { "check-in-thanks" };
    web::see(&format!("/relationships/{}", holder.relationship), Flash::done(word))
}

fn shown(holder: &SeatHolder, question: String, words: Words, errors: Errors) -> CheckInPage {
    let home = format!("/relationships/{}", holder.relationship);
    let of = &holder.viewer;
    CheckInPage {
        page: of.page("check-in-title"),
        form: Asked::with(format!("{home}/check-in"), question, words, errors),
        home,
    }
}

async fn question_for(tx: &mut Tx, holder: &SeatHolder) -> Result<(Relationship, String), Problem> {
    let of = &holder.viewer;
    let found = relationships::find(tx, &of.organisation, &holder.relationship).await?;
    let relationship = found.ok_or(Problem::Absent)?;
    let frame = relationships::frame(tx, &of.organisation, &relationship.track).await?;
    let members = relationships::members(tx, &of.organisation, &holder.relationship).await?;
    let others: Vec<&str> = members
        .iter()
        .filter(|m| m.person.id != of.person && m.seat.left_at.is_none())
        .map(|m| m.person.name.as_str())
        .collect();
    let partner = said::names(&others, of.language);
    let asked = question(&frame.design, &holder.seat.role).map(str::to_owned);
    let plain = || of.say("check-in-question", &[("partner", partner.into())]);
    Ok((relationship, asked.unwrap_or_else(plain)))
}

/// Only those who are in a running relationship say how it goes.
fn running_since(
    relationship: &Relationship,
    person: &PersonId,
) -> Result<jiff::Timestamp, Problem> {
    relationship.seat_of(person).ok_or(Problem::Absent)?;
    match &relationship.state {
        Standing::Active(course) | Standing::Paused(course, _) => Ok(course.since),
        Standing::Offered(_) | Standing::Closed(_) => {
            Err(Refusal::conflict("check-in-not-running").into())
        }
    }
}

/// The check-in that waits; else a new one, about today.
async fn open_or_new(
    tx: &mut Tx,
    app: &App,
    holder: &SeatHolder,
    today: i64,
) -> Result<String, Problem> {
    let of = &holder.viewer;
    let (organisation, person, relationship) = (&of.organisation, &of.person, &holder.relationship);
    if let Some(open) = store::open(tx, organisation, person, relationship).await? {
        return Ok(open.id);
    }
    // Held, so that two taps at once make one answer.
    relationships::hold(tx, organisation, relationship).await?;
    if let Some(id) = store::ask(tx, &app.seam, organisation, relationship, person, today).await? {
        return Ok(id);
    }
    let again = store::of_day(tx, organisation, relationship, person, today).await?;
    again.ok_or(Problem::Absent)
}

/// Writes what somebody says; their coordinators are told when they would like help.
///
/// # Errors
/// A fault when the database refuses.
pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    who: &PersonId,
    id: &str,
    said: &Said,
) -> Result<(), Problem> {
    let check_in = store::find(tx, organisation, who, id).await?.ok_or(Problem::Absent)?;
    if check_in.said.as_ref() == Some(said) {
        return Ok(());
    }
    store::answer(tx, organisation, who, id, said, app.seam.now()).await?;
    let fact = CheckInAnswered {
        check_in: id.to_owned(),
        programme: check_in.programme.as_str().to_owned(),
        wants_help: said.wants_help,
    };
    jobs::record(tx, &app.seam, organisation.as_str(), Some(who.as_str()), &fact).await?;
    let helped_before = check_in.said.as_ref().is_some_and(|before| before.wants_help);
    if said.wants_help && !helped_before {
        tell_coordinators(tx, app, organisation, who, &check_in).await?;
    }
    Ok(())
}

async fn tell_coordinators(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    who: &PersonId,
    check_in: &store::CheckIn,
) -> Result<(), Problem> {
    let Some(person) = person::find(tx, organisation, who).await? else { return Ok(()) };
    let found = relationship::store::find(tx, organisation, &check_in.relationship).await?;
    let track = found.ok_or(Problem::Absent)?.track;
    let frame = relationships::frame(tx, organisation, &track).await?;
    let page = app.settings.link(&format!(
        "/programmes/{}/relationships/{}",
        check_in.programme, check_in.relationship
    ));
    for coordinator in permission::coordinators_of(tx, organisation, &check_in.programme).await? {
        let letter =
            letters::help(&coordinator, &frame.organisation, &person.name, &frame.programme, &page);
        let subject = Some(("check_in", check_in.id.as_str()));
        post::send(tx, app, &coordinator, "check-in-help", subject, &letter).await?;
    }
    Ok(())
}
