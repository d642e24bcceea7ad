//! Beginning an enrolment: by the shared link, an invitation, or a coordinator's hand.

use db::{Result, Tx};
use jobs::Seam;
use people::{OrganisationId, PersonId, ProgrammeId};

use super::{
    model::{Enrolment, EntryDoor, State},
    store,
};
use crate::{EnrolmentId, TrackId};

/// Who begins what.
#[derive(Debug, Clone, Copy)]
pub struct NewEnrolment<'a> {
    /// The organisation.
    pub organisation: &'a OrganisationId,
    /// The programme.
    pub programme: &'a ProgrammeId,
    /// The track.
    pub track: &'a TrackId,
    /// Who.
    pub person: &'a PersonId,
    /// With which role of the track's design.
    pub role: &'a str,
    /// By which door.
    pub door: EntryDoor,
}

/// Begins an enrolment, or gives the one that is there. One that was taken back begins anew. An
/// invitation outranks the shared link: it is a yes in advance.
///
/// # Errors
/// When the database refuses it.
pub async fn start(tx: &mut Tx, seam: &Seam, new: NewEnrolment<'_>) -> Result<Enrolment> {
    let now = seam.now();
    let fresh = Enrolment {
        id: EnrolmentId::from(seam.id()),
        organisation: new.organisation.clone(),
        programme: new.programme.clone(),
        track: new.track.clone(),
        person: new.person.clone(),
        role: new.role.to_owned(),
        state: State::Started,
        door: new.door,
        capacity: None,
        priority: 0,
        paused_until: None,
        created_at: now,
        applied_at: None,
        decided_at: None,
        decision_note: None,
        withdrawn_at: None,
    };
    if store::insert(tx, &fresh).await? {
        return Ok(fresh);
    }
    let Some(there) = store::of_role(tx, new.organisation, new.track, new.person, new.role).await?
    else {
        return Err(db::Error::NoRow("the enrolment that stood in the way".to_owned()));
    };
    let better_door = there.state == State::Started && new.door == EntryDoor::Invitation;
    let again = match there.state {
        State::Withdrawn => there.begun_again(new.door, now),
        State::Started if better_door => Enrolment { door: new.door, ..there.clone() },
        State::Started | State::Applied | State::Approved | State::Declined => return Ok(there),
    };
    store::update(tx, &again, None).await?;
    Ok(again)
}
