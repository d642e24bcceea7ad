//! A recurring job: on the days of the design, everybody in a running relationship is asked how it
//! is going. Never in a pause, never after the end.

use std::collections::BTreeMap;

use db::Tx;
use jiff::SignedDuration;
use jobs::Trouble;
use mail::link;
use people::post;
use programmes::{
    TrackId,
    relationship::store::{self as relationships, Frame, Member},
};
use web::App;

use super::{
    letters,
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
    let members = relationships::members(tx, &running.organisation, &running.relationship).await?;
    let there: Vec<&Member> = members.iter().filter(|m| m.seat.left_at.is_none()).collect();
    for reader in &there {
        let person = &reader.person;
        let (organisation, relationship) = (&running.organisation, &running.relationship);
        let asked = store::ask(tx, &app.seam, organisation, relationship, &person.id, day).await?;
        let Some(id) = asked else { continue };
        if person.email.is_none() {
            continue;
        }
        let new = link::NewLink {
            organisation_id: organisation.as_str(),
            person_id: person.id.as_str(),
            purpose: PURPOSE,
            subject_id: &id,
            data: "",
            expires_at: app.seam.now() + LINKS_LAST,
        };
        let secret = link::make(tx, &app.seam, &new).await?;
        let others: Vec<&str> = there
            .iter()
            .filter(|m| m.person.id != person.id)
            .map(|m| m.person.name.as_str())
            .collect();
        let base = app.settings.link(&format!("/m/check-in/{secret}"));
        let letter = letters::ask(reader, &others, frame, &base);
        // So that the end of the relationship takes back a mail that has not left.
        let subject = Some(("relationship", relationship.as_str()));
        post::send(tx, app, person, "check-in", subject, &letter).await?;
    }
    Ok(())
}
