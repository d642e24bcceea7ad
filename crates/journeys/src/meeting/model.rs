//! What a meeting is, and what may happen to it. Pure.

use jiff::{SignedDuration, Timestamp};
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::{MeetingId, SlotId, refused::Refused};

/// A meeting, from the first proposal to what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The relationship.
    pub relationship: RelationshipId,
    /// Where it stands.
    pub state: State,
    /// How long it takes.
    pub minutes: u32,
    /// A room or a link; may be empty.
    pub place: String,
    /// What it is about; may be empty.
    pub agenda: String,
    /// What calendars know it by.
    pub uid: String,
    /// Which version calendars have.
    pub sequence: u32,
    /// Who proposed it; none for one that was only written down afterwards.
    pub proposed_by: Option<PersonId>,
}

/// Where a meeting stands.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// Some times are on the table.
    Proposed(Vec<Slot>),
    /// One was picked.
    Booked(Timestamp),
    /// It took place.
    Held {
        /// When it began.
        starts: Timestamp,
        /// Who said so.
        by: Option<PersonId>,
    },
    /// It did not take place.
    Missed(Timestamp),
    /// It was taken back or called off.
    Cancelled(Option<Timestamp>),
}

/// A time on the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// When it begins.
    pub starts: Timestamp,
}

/// How long after its end a meeting counts as over, before anybody is asked about it.
const SETTLES: SignedDuration = SignedDuration::from_mins(30);

impl Meeting {
    /// When it begins or began, once that is known.
    #[must_use]
    pub fn starts(&self) -> Option<Timestamp> {
        match &self.state {
            State::Proposed(_) => None,
            State::Booked(at) | State::Missed(at) | State::Held { starts: at, .. } => Some(*at),
            State::Cancelled(at) => *at,
        }
    }

    /// The times on the table.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        match &self.state {
            State::Proposed(slots) => slots,
            State::Booked(_) | State::Held { .. } | State::Missed(_) | State::Cancelled(_) => &[],
        }
    }

    /// Whether it is agreed and still to come.
    #[must_use]
    pub fn is_ahead(&self, now: Timestamp) -> bool {
        matches!(self.state, State::Booked(at) if at > now)
    }

    /// Whether its time has passed and nobody has said what became of it.
    #[must_use]
    pub fn is_in_question(&self, now: Timestamp) -> bool {
        matches!(self.state, State::Booked(at) if at <= now)
    }

    /// When it is time to ask whether it took place.
    #[must_use]
    pub fn asked_from(starts: Timestamp, minutes: u32) -> Timestamp {
        starts + SignedDuration::from_mins(minutes.into()) + SETTLES
    }

    /// One of the times is picked. The first to pick decides.
    ///
    /// # Errors
    /// When it is not on the table any more, or its time has passed.
    pub fn pick(mut self, slot: &SlotId, now: Timestamp) -> Result<Self, Refused> {
        let slots = match &self.state {
            State::Proposed(slots) => slots,
            State::Booked(_) | State::Held { .. } | State::Missed(_) => {
                return Err(Refused::PickedAlready);
            }
            State::Cancelled(_) => return Err(Refused::CalledOff),
        };
        let starts = slots.iter().find(|s| s.id == *slot).ok_or(Refused::NoSuchSlot)?.starts;
        if starts <= now {
            return Err(Refused::SlotOver);
        }
        self.state = State::Booked(starts);
        Ok(self)
    }

    /// It is moved to another time; calendars get a new version.
    ///
    /// # Errors
    /// When it is not agreed or has begun, or the new time is not in the future.
    pub fn move_to(mut self, starts: Timestamp, now: Timestamp) -> Result<Self, Refused> {
        self.ask_ahead(now)?;
        if starts <= now {
            return Err(Refused::InThePast);
        }
        self.state = State::Booked(starts);
        self.sequence += 1;
        Ok(self)
    }

    /// It is called off, or its proposal is taken back.
    ///
    /// # Errors
    /// When it has begun, or was called off before.
    pub fn cancel(mut self, now: Timestamp) -> Result<Self, Refused> {
        match self.state {
            State::Proposed(_) => self.state = State::Cancelled(None),
            State::Booked(at) => {
                self.ask_ahead(now)?;
                self.sequence += 1;
                self.state = State::Cancelled(Some(at));
            }
            State::Held { .. } | State::Missed(_) => return Err(Refused::Begun),
            State::Cancelled(_) => return Err(Refused::CalledOff),
        }
        Ok(self)
    }

    /// Somebody says what became of it.
    ///
    /// # Errors
    /// When it was never agreed, or has not begun.
    pub fn tell(mut self, held: bool, by: &PersonId, now: Timestamp) -> Result<Self, Refused> {
        let starts = match self.state {
            State::Booked(at) if at > now => return Err(Refused::NotBegun),
            State::Booked(at) | State::Missed(at) | State::Held { starts: at, .. } => at,
            State::Proposed(_) => return Err(Refused::NotBooked),
            State::Cancelled(_) => return Err(Refused::CalledOff),
        };
        self.state =
            if held { State::Held { starts, by: Some(by.clone()) } } else { State::Missed(starts) };
        Ok(self)
    }

    /// What was said about a booked meeting is taken back.
    ///
    /// # Errors
    /// When nothing was said.
    pub fn untell(mut self) -> Result<Self, Refused> {
        let (State::Held { starts, .. } | State::Missed(starts)) = self.state else {
            return Err(Refused::NothingSaid);
        };
        self.state = State::Booked(starts);
        Ok(self)
    }

    fn ask_ahead(&self, now: Timestamp) -> Result<(), Refused> {
        match self.state {
            State::Booked(at) if at > now => Ok(()),
            State::Booked(_) | State::Held { .. } | State::Missed(_) => Err(Refused::Begun),
            State::Proposed(_) => Err(Refused::NotBooked),
            State::Cancelled(_) => Err(Refused::CalledOff),
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
