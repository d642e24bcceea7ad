//! A person's part in a programme. Pure.

use design::{Approval, Audience, Design, Way};
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};
use serde_json::Value;
use web::Refusal;

use crate::{EnrolmentId, TrackId};

/// A person's part in a programme: one role in one track.
#[derive(Debug, Clone, PartialEq)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The track.
    pub track: TrackId,
    /// The person.
    pub person: PersonId,
    /// The role's name in the design.
    pub role: String,
    /// How far it has come.
    pub state: State,
    /// How they came in.
    pub door: EntryDoor,
    /// Relationships they can hold; the design's usual number where they said nothing.
    pub capacity: Option<i64>,
    /// Higher comes first when places are short.
    pub priority: i64,
    /// No new relationship before this day.
    pub paused_until: Option<Date>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When the answers were sent.
    pub applied_at: Option<Timestamp>,
    /// When somebody decided on it.
    pub decided_at: Option<Timestamp>,
    /// A word about the decision.
    pub decision_note: Option<String>,
    /// When the person took it back.
    pub withdrawn_at: Option<Timestamp>,
}

/// How far an enrolment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Begun, not sent.
    Started,
    /// Sent, waiting for a decision.
    Applied,
    /// In.
    Approved,
    /// Not this time.
    Declined,
    /// Taken back by the person.
    Withdrawn,
}

impl State {
    const ALL: [Self; 5] =
        [Self::Started, Self::Applied, Self::Approved, Self::Declined, Self::Withdrawn];

    /// As it is stored, and as it ends the keys of its sentences.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a stored text.
    #[must_use]
    pub fn of_str(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether the person counts as taking part, or asking to.
    #[must_use]
    pub fn is_live(self) -> bool {
        match self {
            Self::Started | Self::Applied | Self::Approved => true,
            Self::Declined | Self::Withdrawn => false,
        }
    }
}

/// The door by which somebody came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryDoor {
    /// A mailed invitation.
    Invitation,
    /// The shared link.
    Open,
    /// A list.
    Import,
    /// Somebody put their name forward.
    Nomination,
    /// The coordinator entered them.
    Coordinator,
}

impl EntryDoor {
    const ALL: [Self; 5] =
        [Self::Invitation, Self::Open, Self::Import, Self::Nomination, Self::Coordinator];

    /// As it is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Open => "open",
            Self::Import => "import",
            Self::Nomination => "nomination",
            Self::Coordinator => "coordinator",
        }
    }

    /// The door of a stored text.
    #[must_use]
    pub fn of_str(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.as_str() == text)
    }
}

/// An answer to one question of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The question's key.
    pub question: String,
    /// What was answered.
    pub value: Value,
    /// Who may see it, fixed when it was written.
    pub audience: Audience,
    /// When.
    pub answered_at: Timestamp,
}

impl Enrolment {
    /// Sends the answers: the person is in at once where the design or their door says so, and
    /// else waits for a decision.
    ///
    /// # Errors
    /// When it was sent or decided already.
    pub fn applied(&self, design: &Design, now: Timestamp) -> Result<Self, Refusal> {
        match self.state {
            State::Started => {}
            State::Applied | State::Approved => {
                return Err(Refusal::conflict("enrolment-is-sent"));
            }
            State::Declined => return Err(Refusal::conflict("enrolment-is-declined")),
            State::Withdrawn => return Err(Refusal::conflict("enrolment-is-withdrawn")),
        }
        let needs = approval(design, &self.role, self.door);
        Ok(Self {
            state: if needs.is_some() { State::Applied } else { State::Approved },
            applied_at: Some(now),
            decided_at: needs.is_none().then_some(now),
            ..self.clone()
        })
    }

    /// Takes it back.
    ///
    /// # Errors
    /// When there is nothing to take back.
    pub fn withdrawn(&self, now: Timestamp) -> Result<Self, Refusal> {
        if self.state.is_live() {
            Ok(Self { state: State::Withdrawn, withdrawn_at: Some(now), ..self.clone() })
        } else {
            Err(Refusal::conflict("enrolment-is-over"))
        }
    }

    /// Begins anew after having been taken back.
    #[must_use]
    pub fn begun_again(&self, door: EntryDoor, now: Timestamp) -> Self {
        Self {
            state: State::Started,
            door,
            created_at: now,
            applied_at: None,
            decided_at: None,
            decision_note: None,
            withdrawn_at: None,
            ..self.clone()
        }
    }

    /// Whether new relationships wait on this day.
    #[must_use]
    pub fn is_paused(&self, today: Date) -> bool {
        self.paused_until.is_some_and(|until| today < until)
    }
}

/// Who has to say yes before somebody is in, if anybody. An invitation, a list or the
/// coordinator's own hand is a yes already.
#[must_use]
pub fn approval(design: &Design, role: &str, door: EntryDoor) -> Option<Approval> {
    match door {
        EntryDoor::Invitation | EntryDoor::Import | EntryDoor::Coordinator => None,
        EntryDoor::Open | EntryDoor::Nomination => {
            let ways: Vec<&Way> = ways(design, role).collect();
            if ways.contains(&&Way::Open) {
                return None;
            }
            let asked = ways.iter().find_map(|way| match way {
                Way::Application { approval } => Some(*approval),
                Way::Open
                | Way::Invitation
                | Way::Nomination { .. }
                | Way::Roster
                | Way::Trigger { .. } => None,
            });
            Some(asked.unwrap_or(Approval::Coordinator))
        }
    }
}

/// Whether somebody who has the shared link may come in with this role.
#[must_use]
pub fn is_open_to_all(design: &Design, role: &str) -> bool {
    ways(design, role).any(|way| match way {
        Way::Open | Way::Application { .. } => true,
        Way::Invitation | Way::Nomination { .. } | Way::Roster | Way::Trigger { .. } => false,
    })
}

fn ways<'a>(design: &'a Design, role: &'a str) -> impl Iterator<Item = &'a Way> {
    design
        .doors
        .iter()
        .filter(move |door| door.roles.is_empty() || door.roles.iter().any(|name| name == role))
        .map(|door| &door.way)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn any_design() -> Design {
        design::presets()[0].design()
    }

    fn started(door: EntryDoor) -> Enrolment {
        let design = any_design();
        Enrolment {
            id: "e".to_owned().into(),
            organisation: "o".to_owned().into(),
            programme: "p".to_owned().into(),
            track: "t".to_owned().into(),
            person: "d".to_owned().into(),
            role: design.roles[0].name.clone(),
            state: State::Started,
            door,
            capacity: None,
            priority: 0,
            paused_until: None,
            created_at: Timestamp::UNIX_EPOCH,
            applied_at: None,
            decided_at: None,
            decision_note: None,
            withdrawn_at: None,
        }
    }

    fn with_ways(ways: Vec<Way>) -> Design {
        let doors = ways.into_iter().map(|way| design::Door { way, roles: Vec::new() }).collect();
        Design { doors, ..any_design() }
    }

    #[test]
    fn an_application_waits_for_a_yes_and_an_invitation_is_one() {
        let design = with_ways(vec![Way::Application { approval: Approval::Coordinator }]);
        let now = Timestamp::UNIX_EPOCH;
        let state = |door| started(door).applied(&design, now).unwrap().state;
        assert_eq!(state(EntryDoor::Open), State::Applied);
        assert_eq!(state(EntryDoor::Invitation), State::Approved);
    }

    #[test]
    fn an_open_door_lets_people_in_at_once() {
        let design = with_ways(vec![Way::Open]);
        let enrolment = started(EntryDoor::Open).applied(&design, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(enrolment.state, State::Approved);
        assert!(enrolment.decided_at.is_some());
    }

    #[test]
    fn the_shared_link_opens_no_door_that_the_design_does_not_have() {
        let role = any_design().roles[0].name.clone();
        assert!(!is_open_to_all(&with_ways(vec![Way::Invitation, Way::Roster]), &role));
        assert!(is_open_to_all(&with_ways(vec![Way::Invitation, Way::Open]), &role));
    }

    #[test]
    fn nothing_is_sent_twice_and_what_was_taken_back_may_begin_again() {
        let now = Timestamp::UNIX_EPOCH;
        let sent = started(EntryDoor::Open).applied(&any_design(), now).unwrap();
        assert!(sent.applied(&any_design(), now).is_err());
        let gone = sent.withdrawn(now).unwrap();
        assert!(gone.withdrawn(now).is_err());
        assert_eq!(gone.begun_again(EntryDoor::Invitation, now).state, State::Started);
    }
}
