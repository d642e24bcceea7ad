//! Deciding on applications. Pure.

use jiff::{SignedDuration, Timestamp};
use people::ProgrammeId;
use serde::{Deserialize, Serialize};
use web::Refusal;

use crate::{
    EnrolmentId,
    enrolment::{Enrolment, State},
};

db::id! {
    /// Applications that were decided together.
    DecisionId;
}

/// How long the mails of a decision wait, so that it can be taken back.
pub const HELD_BACK: SignedDuration = SignedDuration::from_mins(15);

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// They take part.
    Approved,
    /// Not this time.
    Declined,
}

impl Outcome {
    /// As it is stored and sent by forms.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Declined => "declined",
        }
    }

    /// The outcome of a stored text.
    #[must_use]
    pub fn of_str(text: &str) -> Option<Self> {
        [Self::Approved, Self::Declined].into_iter().find(|outcome| outcome.as_str() == text)
    }

    /// The enrolment's state that it leads to.
    #[must_use]
    pub fn state(self) -> State {
        match self {
            Self::Approved => State::Approved,
            Self::Declined => State::Declined,
        }
    }
}

/// What was decided together.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// What.
    pub outcome: Outcome,
    /// About which enrolments, and what they were before.
    pub items: Vec<Item>,
    /// When.
    pub decided_at: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

/// One enrolment of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Which.
    pub enrolment: EnrolmentId,
    /// Its state before, as stored.
    pub was: String,
}

impl Decision {
    /// Until when it can be taken back.
    #[must_use]
    pub fn until(&self) -> Timestamp {
        self.decided_at + HELD_BACK
    }

    /// The same, taken back.
    ///
    /// # Errors
    /// When its mails have left, or it was taken back already.
    pub fn undone(&self, now: Timestamp) -> Result<Self, Refusal> {
        if self.undone_at.is_some() {
            return Err(Refusal::conflict("application-undone-already"));
        }
        if self.until() <= now {
            return Err(Refusal::conflict("application-undo-too-late"));
        }
        Ok(Self { undone_at: Some(now), ..self.clone() })
    }
}

/// Decides on an application. None when it is not to be decided: somebody was first, or it was
/// never sent. A no may become a yes; a yes does not become a no here, because people may be
/// together by then.
#[must_use]
pub fn decided(
    enrolment: &Enrolment,
    outcome: Outcome,
    note: Option<&str>,
    now: Timestamp,
) -> Option<Enrolment> {
    let open = match (enrolment.state, outcome) {
        (State::Applied, Outcome::Approved | Outcome::Declined)
        | (State::Declined, Outcome::Approved) => true,
        (State::Declined, Outcome::Declined)
        | (State::Started | State::Approved | State::Withdrawn, _) => false,
    };
    open.then(|| Enrolment {
        state: outcome.state(),
        decided_at: Some(now),
        decision_note: note.map(str::to_owned),
        ..enrolment.clone()
    })
}

/// The enrolment as it was before a decision. None when something has happened to it since.
#[must_use]
pub fn reopened(enrolment: &Enrolment, outcome: Outcome, was: &str) -> Option<Enrolment> {
    (enrolment.state == outcome.state()).then(|| Enrolment {
        state: State::of_str(was).unwrap_or(State::Applied),
        decided_at: None,
        decision_note: None,
        ..enrolment.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enrolment::EntryDoor;

    fn enrolment(state: State) -> Enrolment {
        Enrolment {
            id: "e".to_owned().into(),
            organisation: "o".to_owned().into(),
            programme: "p".to_owned().into(),
            track: "t".to_owned().into(),
            person: "d".to_owned().into(),
            role: "mentor".to_owned(),
            state,
            door: EntryDoor::Open,
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

    #[test]
    fn only_what_waits_is_decided_and_a_no_may_become_a_yes() {
        let now = Timestamp::UNIX_EPOCH;
        for (state, outcome, to) in [
            (State::Applied, Outcome::Approved, Some(State::Approved)),
            (State::Applied, Outcome::Declined, Some(State::Declined)),
            (State::Declined, Outcome::Approved, Some(State::Approved)),
            (State::Declined, Outcome::Declined, None),
            (State::Approved, Outcome::Declined, None),
            (State::Started, Outcome::Approved, None),
            (State::Withdrawn, Outcome::Approved, None),
        ] {
            let decided = decided(&enrolment(state), outcome, None, now);
            assert_eq!(decided.map(|e| e.state), to, "{state:?} {outcome:?}");
        }
    }

    #[test]
    fn a_decision_is_taken_back_within_a_quarter_of_an_hour_and_once() {
        let decision = Decision {
            id: "d".to_owned().into(),
            programme: "p".to_owned().into(),
            outcome: Outcome::Approved,
            items: vec![],
            decided_at: Timestamp::UNIX_EPOCH,
            undone_at: None,
        };
        let at = |minutes| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        let undone = decision.undone(at(14)).unwrap();
        assert!(undone.undone(at(14)).is_err() && decision.undone(at(15)).is_err());
    }

    #[test]
    fn what_has_moved_on_is_not_reopened() {
        let approved = enrolment(State::Approved);
        let back = reopened(&approved, Outcome::Approved, "applied");
        assert_eq!(back.unwrap().state, State::Applied);
        assert!(reopened(&enrolment(State::Withdrawn), Outcome::Approved, "applied").is_none());
    }
}
