//! Picking a time straight from the mail. Opening the link changes nothing, because mail scanners
//! open links: it shows the times, each with a button that posts.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use web::{Answer, App, Form, Problem, Shell};

use super::{
    MeetingId,
    model::{Meeting, State as Stands},
    pick::{self, Choice},
    store, tell, when,
};
use crate::{permit::MailLink, together::Together};

#[derive(Template)]
#[template(path = "meeting/pick_link.html")]
struct Page {
    page: Shell,
    secret: String,
    times: Vec<Time>,
    place: String,
    agenda: String,
    length: String,
    booked: String,
    elsewhere: String,
    over: bool,
    home: String,
    meeting: String,
}

struct Time {
    slot: String,
    when: String,
    elsewhere: String,
    /// The button that was pressed in the mail.
    pressed: bool,
}

/// Which button of the mail was pressed.
#[derive(Debug, Default, Deserialize)]
pub struct Pressed {
    #[serde(default)]
    slot: String,
}

/// The times, or what became of them.
pub async fn page(
    link: MailLink,
    State(app): State<App>,
    Query(pressed): Query<Pressed>,
) -> Answer {
    link.ask_purpose(tell::PICK)?;
    let id = MeetingId::from(link.subject.clone());
    let mut tx = app.db.read().await?;
    let meeting = store::find(&mut tx, &link.organisation, &id).await?.ok_or(Problem::Absent)?;
    let together =
        Together::load(&mut tx, &link.organisation, &meeting.relationship, app.seam.now()).await?;
    let me = together.member(&link.person).ok_or(Problem::Absent)?;
    let reader = link.reader(&me.person);
    let others = together.others(&me.person.id);
    let partner = together.others_in_words(&me.person.id, reader.language);
    let (now, zone) = (app.seam.now(), &me.person.zone);
    let elsewhere = |at| when::elsewhere(reader.language, at, zone, &others);
    let mut times: Vec<Time> = meeting
        .slots()
        .iter()
        .filter(|slot| slot.starts > now)
        .map(|slot| Time {
            slot: slot.id.to_string(),
            when: when::here(reader.language, slot.starts, zone),
            elsewhere: elsewhere(slot.starts),
            pressed: slot.id.as_str() == pressed.slot,
        })
        .collect();
    times.sort_by_key(|time| !time.pressed);
    let over = times.is_empty() || !together.is_open_to(&me.person.id);
    let booked = meeting.starts().filter(|_| !matches!(meeting.state, Stands::Cancelled(_)));
    let key = match (booked, over) {
        (Some(_), _) => "meeting-link-booked-title",
        (None, true) => "meeting-link-over-title",
        (None, false) => "meeting-link-title",
    };
    let title = words::say(reader.language, key, &[("partner", partner.into())]);
    web::html(&Page {
        page: reader.page_titled(title),
        times,
        length: words::say(
            reader.language,
            "meeting-minutes",
            &[("minutes", meeting.minutes.into())],
        ),
        booked: booked.map(|at| when::here(reader.language, at, zone)).unwrap_or_default(),
        elsewhere: booked.map(elsewhere).unwrap_or_default(),
        over,
        home: together.path(),
        secret: link.secret.clone(),
        meeting: path_of(&meeting),
        place: meeting.place,
        agenda: meeting.agenda,
    })
}

/// Picks, and shows how things stand now: also when somebody else was first.
pub async fn act(link: MailLink, State(app): State<App>, Form(choice): Form<Choice>) -> Answer {
    link.ask_purpose(tell::PICK)?;
    let id = MeetingId::from(link.subject.clone());
    let mut tx = app.db.write().await?;
    pick::pick(&mut tx, &app, &link.organisation, &id, &link.person, &choice.slot).await?;
    tx.commit().await?;
    web::go(&format!("/m/meeting/{}", link.secret))
}

fn path_of(meeting: &Meeting) -> String {
    super::invite::path(meeting)
}

impl Page {
    /// The proposal that others would replace.
    fn replaced(&self) -> &str {
        self.meeting.rsplit('/').next().unwrap_or_default()
    }
}
