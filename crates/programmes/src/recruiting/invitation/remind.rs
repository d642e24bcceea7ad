//! The recurring job that reminds people who have not answered.

use std::collections::HashMap;

use db::Tx;
use jobs::Trouble;
use people::{ProgrammeId, person};
use web::App;

use super::{
    letter::Kind,
    model::{Invitation, Reminding},
    send::{NOUN, Sender},
    store,
};
use crate::{enrolment, programme};

/// Reminds everybody whose time has come. Safe to run at any time and as often as one likes.
///
/// # Errors
/// When the database refuses it: then nobody was reminded, and it is tried again.
pub async fn remind(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    let now = app.seam.now();
    let mut known: HashMap<ProgrammeId, (Reminding, Option<Sender>)> = HashMap::new();
    for invitation in store::unanswered(tx, now).await? {
        let programme = invitation.programme.clone();
        if !known.contains_key(&programme) {
            known.insert(programme.clone(), of_programme(tx, &invitation).await?);
        }
        let Some((reminding, Some(sender))) = known.get(&programme) else { continue };
        if !reminding.is_due(&invitation, now)
            || came_by_another_door(app, tx, &invitation).await?
            || is_lost(tx, &invitation).await?
        {
            continue;
        }
        let reminders = invitation.reminders + 1;
        let reminded = Invitation { reminders, reminded_at: Some(now), ..invitation };
        store::update(tx, &reminded).await?;
        sender.mail(tx, app, Kind::Reminder, &reminded, now).await?;
    }
    Ok(())
}

/// A mail that came back is not followed by another.
async fn is_lost(tx: &mut Tx, invitation: &Invitation) -> db::Result<bool> {
    let lost = mail::undelivered(tx, invitation.organisation.as_str(), NOUN).await?;
    Ok(lost.contains(invitation.id.as_str()))
}

/// Whoever registered through the shared link needs no reminder: their invitation is answered.
async fn came_by_another_door(app: &App, tx: &mut Tx, invitation: &Invitation) -> db::Result<bool> {
    let (organisation, programme) = (&invitation.organisation, &invitation.programme);
    let Some(person) = person::by_email(tx, organisation, &invitation.email).await? else {
        return Ok(false);
    };
    let parts = enrolment::store::of_person_in(tx, organisation, programme, &person.id).await?;
    let came = parts.iter().any(|part| part.state.is_live());
    if came {
        let accepted_at = Some(app.seam.now());
        let person = Some(person.id);
        store::update(tx, &Invitation { accepted_at, person, ..invitation.clone() }).await?;
    }
    Ok(came)
}

async fn of_programme(
    tx: &mut Tx,
    invitation: &Invitation,
) -> db::Result<(Reminding, Option<Sender>)> {
    let (organisation, id) = (&invitation.organisation, &invitation.programme);
    let reminding = store::reminding(tx, organisation, id).await?;
    let Some(programme) = programme::store::find(tx, organisation, id).await? else {
        return Ok((reminding, None));
    };
    let tracks = programme::store::tracks(tx, organisation, id).await?;
    let sender = Sender::of(tx, programme, tracks, &invitation.invited_by).await?;
    Ok((reminding, Some(sender)))
}
