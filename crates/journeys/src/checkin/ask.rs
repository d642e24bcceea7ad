//! A recurring job: on the days of the design, everybody in a running relationship is asked how it
//! is going. Never in a pause, never after the end.

use std::collections::BTreeMap;

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use mail::link;
use people::post;
use programmes::{
    RelationshipId, TrackId,
    relationship::store::{self as relationships, Frame, Member},
};
use web::App;

use super::{
    letters::{self, Time},
    model::due_day,
    permit::PURPOSE,
    store::{self, Running},
};

/// So long the links of the mail answer.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Asks everybody who is due.
///
/// # Errors
/// When the database refuses.
pub async fn ask_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let mut frames: BTreeMap<TrackId, Frame> = BTreeMap::new();
    for running in store::running(tx, now).await? {
        if !frames.contains_key(&running.track) {
            let frame = relationships::frame(tx, &running.organisation, &running.track).await?;
            frames.insert(running.track.clone(), frame);
        }
        let Some(frame) = frames.get(&running.track) else { continue };
        let Some(rules) = &frame.design.journey.checkins else { continue };
        let Some(day) = due_day(rules, running.since, now) else { continue };
        if day > running.asked {
            ask(app, tx, &running, frame, day).await?;
        }
    }
    Ok(())
}

async fn ask(
    app: &App,
    tx: &mut Tx,
    running: &Running,
    frame: &Frame,
    day: i64,
) -> Result<(), Trouble> {
    let (organisation, relationship) = (&running.organisation, &running.relationship);
    let members = relationships::members(tx, organisation, relationship).await?;
    let there: Vec<&Member> = members.iter().filter(|m| m.seat.left_at.is_none()).collect();
    for reader in &there {
        let person = &reader.person.id;
        let asked = store::ask(tx, &app.seam, organisation, relationship, person, day).await?;
        let Some(check_in) = asked else { continue };
        let about = About { relationship, check_in: &check_in, frame, there: &there };
        about.write(app, tx, Time::First, reader).await?;
    }
    Ok(())
}

/// What a mail asks about, and who is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct About<'a> {
    /// The relationship.
    pub relationship: &'a RelationshipId,
    /// The check-in.
    pub check_in: &'a str,
    /// What stands around the relationship.
    pub frame: &'a Frame,
    /// Those who take part now.
    pub there: &'a [&'a Member],
}

impl About<'_> {
    /// Writes to one of them; nothing happens for people without an address.
    pub(super) async fn write(
        self,
        app: &App,
        tx: &mut Tx,
        time: Time,
        reader: &Member,
    ) -> db::Result<()> {
        let person = &reader.person;
        if person.email.is_none() {
            return Ok(());
        }
        let new = link::NewLink {
            organisation_id: person.organisation.as_str(),
            person_id: person.id.as_str(),
            purpose: PURPOSE,
            subject_id: self.check_in,
            data: "",
            expires_at: app.seam.now() + LINKS_LAST,
        };
        let secret = link::make(tx, &app.seam, &new).await?;
        let others: Vec<&str> = self
            .there
            .iter()
            .filter(|m| m.person.id != person.id)
            .map(|m| m.person.name.as_str())
            .collect();
        let base = app.settings.link(&format!("/m/check-in/{secret}"));
        let letter = letters::ask(time, reader, &others, self.frame, &base);
        // So that the end of the relationship takes back a mail that has not left.
        let subject = Some(("relationship", self.relationship.as_str()));
        post::send(tx, app, person, time.kind(), subject, &letter).await
    }
}
