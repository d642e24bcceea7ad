//! «Did you meet?», answered straight from the mail. Opening the link changes nothing: it shows
//! one button, and the button posts.

use askama::Template;
use axum::extract::State;
use web::{Answer, App, Problem, Shell};

use super::{MeetingId, model::State as Stands, step, store, tell};
use crate::{permit::MailLink, together::Together};

#[derive(Template)]
#[template(path = "meeting/met_link.html")]
struct Page {
    page: Shell,
    secret: String,
    says_yes: bool,
    answered: bool,
    day: String,
    home: String,
}

/// The question with one button, or thanks.
pub async fn page(link: MailLink, State(app): State<App>) -> Answer {
    link.ask_purpose(tell::MET)?;
    let id = MeetingId::from(link.subject.clone());
    let mut tx = app.db.read().await?;
    let meeting = store::find(&mut tx, &link.organisation, &id).await?.ok_or(Problem::Absent)?;
    let together =
        Together::load(&mut tx, &link.organisation, &meeting.relationship, app.seam.now()).await?;
    let me = together.member(&link.person).ok_or(Problem::Absent)?;
    let reader = link.reader(&me.person);
    let answered = match meeting.state {
        Stands::Held { .. } => Some("meeting-met-link-held-title"),
        Stands::Missed(_) => Some("meeting-met-link-missed-title"),
        Stands::Booked(_) => None,
        Stands::Proposed(_) | Stands::Cancelled(_) => Some("meeting-met-link-off-title"),
    };
    let says_yes = link.data == "yes";
    let open = if says_yes { "meeting-met-link-yes-title" } else { "meeting-met-link-no-title" };
    let partner = together.others_in_words(&me.person.id, reader.language);
    let args = [("partner", partner.into())];
    let title = words::say(reader.language, answered.unwrap_or(open), &args);
    let day = meeting.starts().map(|at| at.to_zoned(me.person.zone.clone()).date());
    web::html(&Page {
        page: reader.page_titled(title),
        says_yes,
        answered: answered.is_some(),
        day: day.map(|day| words::weekday_and_day(reader.language, day)).unwrap_or_default(),
        home: together.path(),
        secret: link.secret,
    })
}

/// Answers, and shows how things stand now. Whoever answers last is believed.
pub async fn act(link: MailLink, State(app): State<App>) -> Answer {
    link.ask_purpose(tell::MET)?;
    let id = MeetingId::from(link.subject.clone());
    let mut tx = app.db.write().await?;
    let held = step::hold(&mut tx, &app, &link.organisation, &id, &link.person).await?;
    let is = held.was.clone().tell(link.data == "yes", &link.person, app.seam.now())?;
    step::follow(&mut tx, &app, &held, &is, Some(&link.person)).await?;
    tx.commit().await?;
    web::go(&format!("/m/met/{}", link.secret))
}
