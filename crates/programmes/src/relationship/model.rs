//! What a relationship is, the states it goes through, and the rules of every step. Pure.
//!
//! A step takes the relationship as it was and gives it as it is afterwards, or says why not.

use std::collections::BTreeMap;

use design::{Chooser, Design, Length};
use jiff::{Span, Timestamp, civil::Date};
use people::{OrganisationId, PersonId, ProgrammeId};

use super::{reason::Reason, refused::Refused};
use crate::ids::{EnrolmentId, RelationshipId, RoundId, SeatId, TrackId};

/// The longest pause, in days: eight weeks.
pub const LONGEST_PAUSE: i64 = 56;

/// People who were brought together, with their parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The track, and so the design.
    pub track: TrackId,
    /// The round that suggested it.
    pub round: Option<RoundId>,
    /// Its seats, also those that were left.
    pub seats: Vec<Seat>,
    /// Where it stands.
    pub state: State,
    /// The score that the engine gave it, 0 to 100.
    pub score: Option<f64>,
    /// Why these people.
    pub reasons: Vec<Reason>,
}

/// Where a relationship stands, with what is known then.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// The people have been asked.
    Offered(Offer),
    /// It runs.
    Active(Course),
    /// It rests, and goes on by itself.
    Paused(Course, Pause),
    /// It is over.
    Closed(Close),
}

/// A question to the people whether they want this.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// From when they see it: after the time in which a round can be undone.
    pub from: Timestamp,
    /// Until when it can be answered.
    pub until: Timestamp,
    /// When those who had not answered were reminded.
    pub reminded_at: Option<Timestamp>,
}

/// The time in which a relationship runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// When all had accepted.
    pub since: Timestamp,
    /// Its last day; none where no end is set.
    pub ends_on: Option<Date>,
}

/// A rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Pause {
    /// Since when.
    pub since: Timestamp,
    /// The day on which it goes on.
    pub until: Date,
}

/// The end.
#[derive(Debug, Clone, PartialEq)]
pub struct Close {
    /// When.
    pub at: Timestamp,
    /// How it came.
    pub closure: Closure,
    /// Who did it; none when time did.
    pub by: Option<PersonId>,
    /// Since when it had run, if it ever did.
    pub since: Option<Timestamp>,
}

/// How an end came. None of them is anybody's fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closure {
    /// It ran to its end.
    Completed,
    /// Somebody ended it before.
    EndedEarly,
    /// Somebody said no to the offer.
    Declined,
    /// The offer was not answered in time.
    Expired,
    /// The round that suggested it was undone.
    Undone,
}

/// A place in a relationship.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// The enrolment that it counts against.
    pub enrolment: EnrolmentId,
    /// Who has it.
    pub person: PersonId,
    /// The role's name in the design.
    pub role: String,
    /// What the person said to the offer.
    pub reply: Reply,
    /// When they said it.
    pub replied_at: Option<Timestamp>,
    /// When they left.
    pub left_at: Option<Timestamp>,
}

/// What a person said to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Nothing yet.
    Pending,
    /// Yes.
    Accepted,
    /// No.
    Declined,
}

/// The fewest seats of each role without which there is no relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Least(BTreeMap<String, usize>);

impl Least {
    /// As a design says.
    #[must_use]
    pub fn of(design: &Design) -> Self {
        Self(design.roles.iter().map(|r| (r.name.clone(), r.seats.least.into())).collect())
    }

    fn is_met_by<'a>(&self, seats: impl Iterator<Item = &'a Seat>) -> bool {
        let mut have: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all = 0;
        for seat in seats {
            *have.entry(seat.role.as_str()).or_default() += 1;
            all += 1;
        }
        // One person alone is no relationship, whatever the design allows.
        all >= 2
            && self.0.iter().all(|(role, least)| have.get(role.as_str()).unwrap_or(&0) >= least)
    }
}

impl Relationship {
    /// The seats that nobody has left.
    pub fn open_seats(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.left_at.is_none())
    }

    /// The seat of a person who has not left.
    #[must_use]
    pub fn seat_of(&self, person: &PersonId) -> Option<&Seat> {
        self.open_seats().find(|seat| seat.person == *person)
    }

    /// Whether it is neither over nor only offered.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, State::Active(_) | State::Paused(..))
    }

    /// A person says yes. When all who are asked have, it runs until `ends_on`.
    ///
    /// # Errors
    /// When there is nothing to answer any more.
    pub fn accept(
        mut self,
        person: &PersonId,
        at: Timestamp,
        ends_on: Option<Date>,
    ) -> Result<Self, Refused> {
        self.answer(person, at, Reply::Accepted)?;
        if self.open_seats().all(|seat| seat.reply == Reply::Accepted) {
            self.state = State::Active(Course { since: at, ends_on });
        }
        Ok(self)
    }

    /// A person says no. A group goes on without them while the design's least is met.
    ///
    /// # Errors
    /// When there is nothing to answer any more.
    pub fn decline(
        mut self,
        person: &PersonId,
        at: Timestamp,
        least: &Least,
        ends_on: Option<Date>,
    ) -> Result<Self, Refused> {
        self.answer(person, at, Reply::Declined)?;
        Ok(self.without_who_said_no(person, at, least, ends_on))
    }

    /// A person takes their part in the programme back. An offer is off for them also when they had
    /// said yes or the time to answer is over; what runs they leave.
    ///
    /// # Errors
    /// When it is over, or they have no seat in it.
    pub fn withdraw(
        mut self,
        person: &PersonId,
        at: Timestamp,
        least: &Least,
        ends_on: Option<Date>,
    ) -> Result<Self, Refused> {
        if !matches!(self.state, State::Offered(_)) {
            return self.leave(person, at, least);
        }
        let mut open = self.seats.iter_mut().filter(|seat| seat.left_at.is_none());
        let seat = open.find(|seat| seat.person == *person).ok_or(Refused::NoSeat)?;
        seat.reply = Reply::Declined;
        seat.replied_at = Some(at);
        Ok(self.without_who_said_no(person, at, least, ends_on))
    }

    fn without_who_said_no(
        mut self,
        person: &PersonId,
        at: Timestamp,
        least: &Least,
        ends_on: Option<Date>,
    ) -> Self {
        self.leave_seats(at, |seat| seat.reply == Reply::Declined);
        if !least.is_met_by(self.open_seats()) {
            return self.closed(at, Closure::Declined, Some(person.clone()));
        }
        if self.open_seats().all(|seat| seat.reply == Reply::Accepted) {
            self.state = State::Active(Course { since: at, ends_on });
        }
        self
    }

    /// The time to answer is over. A group that has its least runs with those who said yes.
    ///
    /// # Errors
    /// When it is not on offer, or there is still time.
    pub fn expire(
        mut self,
        at: Timestamp,
        least: &Least,
        ends_on: Option<Date>,
    ) -> Result<Self, Refused> {
        let State::Offered(offer) = &self.state else { return Err(Refused::NotOnOffer) };
        if at < offer.until {
            return Err(Refused::TooEarly);
        }
        let accepted = |seat: &&Seat| seat.reply == Reply::Accepted;
        if !least.is_met_by(self.open_seats().filter(accepted)) {
            return Ok(self.closed(at, Closure::Expired, None));
        }
        self.leave_seats(at, |seat| seat.reply == Reply::Pending);
        self.state = State::Active(Course { since: at, ends_on });
        Ok(self)
    }

    /// It rests until a day, at most eight weeks from today.
    ///
    /// # Errors
    /// When it does not run, or the day is not within the eight weeks.
    pub fn pause(mut self, until: Date, today: Date, at: Timestamp) -> Result<Self, Refused> {
        let course = match self.state {
            State::Active(course) => course,
            State::Paused(..) => return Err(Refused::PausedAlready),
            State::Offered(_) => return Err(Refused::NotRunning),
            State::Closed(_) => return Err(Refused::Over),
        };
        if until <= today {
            return Err(Refused::PauseInThePast);
        }
        if until > today.saturating_add(Span::new().days(LONGEST_PAUSE)) {
            return Err(Refused::PauseTooLong);
        }
        self.state = State::Paused(course, Pause { since: at, until });
        Ok(self)
    }

    /// It goes on.
    ///
    /// # Errors
    /// When it does not rest.
    pub fn resume(mut self) -> Result<Self, Refused> {
        let State::Paused(course, _) = self.state else { return Err(Refused::NotPaused) };
        self.state = State::Active(course);
        Ok(self)
    }

    /// A person leaves. Two are no relationship any more; a group goes on while its least is met.
    ///
    /// # Errors
    /// When it does not run, or they have no seat in it.
    pub fn leave(
        mut self,
        person: &PersonId,
        at: Timestamp,
        least: &Least,
    ) -> Result<Self, Refused> {
        match self.state {
            State::Active(_) | State::Paused(..) => {}
            State::Offered(_) => return Err(Refused::NotRunning),
            State::Closed(_) => return Err(Refused::Over),
        }
        if self.seat_of(person).is_none() {
            return Err(Refused::NoSeat);
        }
        let others = self.open_seats().filter(|seat| seat.person != *person);
        if !least.is_met_by(others) {
            return Ok(self.closed(at, Closure::EndedEarly, Some(person.clone())));
        }
        self.leave_seats(at, |seat| seat.person == *person);
        Ok(self)
    }

    /// It is over for all.
    ///
    /// # Errors
    /// When it was over before.
    pub fn close(
        self,
        at: Timestamp,
        closure: Closure,
        by: Option<PersonId>,
    ) -> Result<Self, Refused> {
        match self.state {
            State::Closed(_) => Err(Refused::Over),
            State::Offered(_) | State::Active(_) | State::Paused(..) => {
                Ok(self.closed(at, closure, by))
            }
        }
    }

    /// Its last day has passed.
    ///
    /// # Errors
    /// When it does not run, or its last day is not over.
    pub fn complete(self, today: Date, at: Timestamp) -> Result<Self, Refused> {
        let (State::Active(course) | State::Paused(course, _)) = &self.state else {
            return Err(Refused::NotRunning);
        };
        if course.ends_on.is_none_or(|last| last >= today) {
            return Err(Refused::TooEarly);
        }
        Ok(self.closed(at, Closure::Completed, None))
    }

    fn answer(&mut self, person: &PersonId, at: Timestamp, reply: Reply) -> Result<(), Refused> {
        let offer = match &self.state {
            State::Offered(offer) => offer,
            State::Active(_) | State::Paused(..) => return Err(Refused::AcceptedAlready),
            State::Closed(_) => return Err(Refused::Over),
        };
        if at >= offer.until {
            return Err(Refused::OfferOver);
        }
        let seat =
            self.seats.iter_mut().find(|seat| seat.person == *person).ok_or(Refused::NoSeat)?;
        match seat.reply {
            Reply::Pending => {}
            Reply::Accepted => return Err(Refused::AcceptedAlready),
            Reply::Declined => return Err(Refused::DeclinedAlready),
        }
        seat.reply = reply;
        seat.replied_at = Some(at);
        Ok(())
    }

    fn leave_seats(&mut self, at: Timestamp, who: impl Fn(&Seat) -> bool) {
        for seat in &mut self.seats {
            if seat.left_at.is_none() && who(seat) {
                seat.left_at = Some(at);
            }
        }
    }

    fn closed(mut self, at: Timestamp, closure: Closure, by: Option<PersonId>) -> Self {
        let since = match &self.state {
            State::Active(course) | State::Paused(course, _) => Some(course.since),
            State::Offered(_) => None,
            State::Closed(close) => close.since,
        };
        self.leave_seats(at, |_| true);
        self.state = State::Closed(Close { at, closure, by, since });
        self
    }
}

/// The last day of a relationship that begins on a day: a turn lasts until the next, a cohort ends together, others after the
/// design's length.
#[must_use]
pub fn last_day(design: &Design, begins: Date, programme_ends: Option<Date>) -> Option<Date> {
    let together = programme_ends.filter(|end| *end > begins);
    // Whoever is drawn anew every few weeks is free again when the next turn comes.
    if let Chooser::Coffee { every_weeks, .. } = design.matching.chooser {
        let turn = Span::new().weeks(i64::from(every_weeks)).days(-1);
        return begins.checked_add(turn).ok();
    }
    let span = match design.rhythm.length {
        Length::Months(n) => Span::new().months(n),
        Length::Weeks(n) => Span::new().weeks(n),
        Length::Days(n) => Span::new().days(n),
        Length::Meetings(_) | Length::AsHost | Length::Ongoing => return together,
    };
    if design.rhythm.entry == design::Entry::Cohort && together.is_some() {
        return together;
    }
    begins.checked_add(span).ok()
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
