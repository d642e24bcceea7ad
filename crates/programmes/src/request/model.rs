//! What a request is, the states it goes through, and the rules of every step. Pure.

use design::{Chooser, Design, Reach, RoleName};
use jiff::{SignedDuration, Timestamp};
use people::{OrganisationId, PersonId, ProgrammeId};

use super::refused::Refused;
use crate::{
    ids::{EnrolmentId, RelationshipId, RequestId, TrackId},
    relationship::reason::Reason,
};

/// How many wishes may stand behind those that are open.
const BEHIND: usize = 3;
/// Whoever said no, or nothing, is not asked by the same person again for so long.
pub const REST: SignedDuration = SignedDuration::from_hours(24 * 90);
/// The longest message, in characters.
pub const LONGEST_MESSAGE: usize = 600;

/// How people of a design ask each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The role that asks.
    pub asks: RoleName,
    /// The role that is asked.
    pub asked: RoleName,
    /// The most open requests of one person.
    pub at_once: usize,
    /// Days until the person asked is reminded.
    pub remind_day: u16,
    /// Days until the next is asked.
    pub expire_day: u16,
    /// The most open requests that one person has before others are suggested instead; none where
    /// each open request counts against a free place.
    pub popular_after: Option<u16>,
    /// After how long without a sign of life somebody is no longer shown.
    pub stale_after: Option<SignedDuration>,
}

impl Rules {
    /// As a design says; none where people do not find each other by asking.
    #[must_use]
    pub fn of(design: &Design) -> Option<Self> {
        let Chooser::Asks { role, at_once } = &design.matching.chooser else { return None };
        let (giver, receiver) = design.two_sides()?;
        let asked = if receiver.name == *role { giver } else { receiver };
        let (popular_after, stale_after) = match &design.reach {
            Reach::Membership { popular_after, stale_after_weeks, .. }
            | Reach::Anyone { popular_after, stale_after_weeks } => {
                let weeks = SignedDuration::from_hours(24 * 7 * i64::from(*stale_after_weeks));
                (Some((*popular_after).max(1)), Some(weeks))
            }
            Reach::Inside | Reach::Segment { .. } | Reach::Across { .. } => (None, None),
        };
        Some(Self {
            asks: role.clone(),
            asked: asked.name.clone(),
            at_once: usize::from((*at_once).max(1)),
            remind_day: design.journey.requests.remind_day,
            expire_day: design.journey.requests.expire_day,
            popular_after,
            stale_after,
        })
    }

    /// The most requests that one person has, open and waiting.
    #[must_use]
    pub fn most(&self) -> usize {
        self.at_once + BEHIND
    }

    /// How many more can be asked of somebody with these free places and open requests.
    #[must_use]
    pub fn room(&self, free: i64, open: i64) -> i64 {
        if free <= 0 {
            return 0;
        }
        (self.popular_after.map_or(free, i64::from) - open).max(0)
    }

    /// When a request that is sent now is reminded of.
    #[must_use]
    pub fn remind_at(&self, since: Timestamp) -> Timestamp {
        since + SignedDuration::from_hours(24 * i64::from(self.remind_day))
    }
}

/// Somebody asks somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The track.
    pub track: TrackId,
    /// Who asks.
    pub asker: Side,
    /// Who is asked.
    pub asked: Side,
    /// The place in the asker's order.
    pub place: i64,
    /// What the asker writes; the two of them read it.
    pub message: String,
    /// How well the two suit each other, 0 to 100.
    pub score: Option<f64>,
    /// Why these two.
    pub reasons: Vec<Reason>,
    /// Where it stands.
    pub state: State,
    /// When it was put on the list.
    pub created_at: Timestamp,
    /// When the asker heard that it ended without them.
    pub told_at: Option<Timestamp>,
}

/// A person with their part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The part.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// It is asked when one before it has ended.
    Waiting,
    /// It has been asked.
    Open(Open),
    /// It is over. What was open stays on record.
    Ended(Ended, Option<Open>),
}

/// A question that somebody has before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Since when.
    pub since: Timestamp,
    /// Until when it can be answered.
    pub until: Timestamp,
    /// When the person was reminded.
    pub reminded_at: Option<Timestamp>,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub how: End,
    /// When.
    pub at: Timestamp,
    /// What came of it.
    pub relationship: Option<RelationshipId>,
}

/// The ways in which a request ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Yes.
    Accepted,
    /// No; it needs no reason.
    Declined,
    /// No answer in time.
    Expired,
    /// The asker took it back, or has found somebody.
    Withdrawn,
    /// The person asked has no place any more, or takes no part.
    Passed,
}

impl End {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Accepted, Self::Declined, Self::Expired, Self::Withdrawn, Self::Passed];

    /// As it is stored, and as it ends the keys of its sentences.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::Passed => "passed",
        }
    }
}

impl State {
    /// As it is stored, and as it ends the keys of its sentences.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Open(_) => "open",
            Self::Ended(ended, _) => ended.how.word(),
        }
    }
}

impl Request {
    /// Whether it is neither answered nor over.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        matches!(self.state, State::Waiting | State::Open(_))
    }

    /// The open question, while it is.
    #[must_use]
    pub const fn open(&self) -> Option<&Open> {
        match &self.state {
            State::Open(open) => Some(open),
            State::Waiting | State::Ended(..) => None,
        }
    }

    /// How it ended, if it did.
    #[must_use]
    pub const fn end(&self) -> Option<End> {
        match &self.state {
            State::Ended(ended, _) => Some(ended.how),
            State::Waiting | State::Open(_) => None,
        }
    }

    /// It is asked now.
    #[must_use]
    pub fn sent(mut self, rules: &Rules, at: Timestamp) -> Self {
        let until = at + SignedDuration::from_hours(24 * i64::from(rules.expire_day.max(1)));
        self.state = State::Open(Open { since: at, until, reminded_at: None });
        self
    }

    /// It is over, whatever it was.
    #[must_use]
    pub fn ended(mut self, how: End, at: Timestamp) -> Self {
        let was = self.open().cloned();
        self.state = State::Ended(Ended { how, at, relationship: None }, was);
        self
    }

    /// The person asked answers.
    ///
    /// # Errors
    /// When there is nothing to answer (any more).
    pub fn answered(self, yes: bool, at: Timestamp) -> Result<Self, Refused> {
        match &self.state {
            State::Open(_) => {}
            State::Waiting => return Err(Refused::NotAsked),
            State::Ended(..) => return Err(Refused::Over),
        }
        Ok(self.ended(if yes { End::Accepted } else { End::Declined }, at))
    }

    /// The asker takes it back.
    ///
    /// # Errors
    /// When it is over.
    pub fn withdrawn(self, at: Timestamp) -> Result<Self, Refused> {
        if self.is_live() { Ok(self.ended(End::Withdrawn, at)) } else { Err(Refused::Over) }
    }

    /// The asker wants it back on the list: open where it was, if there is still time and room.
    ///
    /// # Errors
    /// When it was not taken back.
    pub fn restored(mut self, room: bool, at: Timestamp) -> Result<Self, Refused> {
        let State::Ended(Ended { how: End::Withdrawn, .. }, was) = self.state else {
            return Err(Refused::NotWithdrawn);
        };
        self.state = match was {
            Some(open) if room && open.until > at => State::Open(open),
            Some(_) | None => State::Waiting,
        };
        Ok(self)
    }

    /// Nobody answered in time.
    ///
    /// # Errors
    /// When it is not open, or there is still time.
    pub fn expired(self, at: Timestamp) -> Result<Self, Refused> {
        match self.open() {
            Some(open) if open.until <= at => Ok(self.ended(End::Expired, at)),
            Some(_) => Err(Refused::TooEarly),
            None => Err(Refused::Over),
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
