//! A programme, its states and its tracks. Pure.

use design::Design;
use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, ProgrammeId};
use web::Refusal;

use crate::TrackId;

/// A programme: a name, a frame of dates, and one or more tracks.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// As people know it.
    pub name: String,
    /// Where it is.
    pub state: State,
    /// The first day of registration.
    pub opens_on: Option<Date>,
    /// The last day of registration.
    pub closes_on: Option<Date>,
    /// When relationships start.
    pub starts_on: Option<Date>,
    /// When they end, where everybody ends together.
    pub ends_on: Option<Date>,
    /// The secret of the shared registration link.
    pub join_code: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// Where a programme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Being designed; nobody but its coordinators sees it.
    Draft,
    /// People can register.
    Open,
    /// Registration is closed: people are matched, then relationships run.
    Running,
    /// It is over.
    Closed,
}

impl State {
    /// As it is stored, and as it ends the keys of its sentences.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Running => "running",
            Self::Closed => "closed",
        }
    }

    /// The state of a stored text.
    #[must_use]
    pub fn of_str(text: &str) -> Option<Self> {
        [Self::Draft, Self::Open, Self::Running, Self::Closed]
            .into_iter()
            .find(|state| state.as_str() == text)
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub fn badge(self) -> &'static str {
        match self {
            Self::Draft => "info",
            Self::Open | Self::Running => "ok",
            Self::Closed => "quiet",
        }
    }
}

impl Programme {
    /// Whether somebody may register on this day.
    #[must_use]
    pub fn takes_registrations(&self, today: Date) -> bool {
        self.state == State::Open && self.closes_on.is_none_or(|last| today <= last)
    }

    /// Opens registration, also again for those who come late.
    ///
    /// # Errors
    /// A closed programme stays closed, an open one is open, and a design that contradicts itself
    /// cannot be registered for.
    pub fn opened(&self, today: Date, flaws: usize) -> Result<Self, Refusal> {
        match self.state {
            State::Closed => Err(Refusal::conflict("programme-is-closed")),
            State::Open if self.takes_registrations(today) => {
                Err(Refusal::conflict("programme-is-open"))
            }
            State::Draft | State::Running | State::Open if flaws > 0 => {
                Err(Refusal::conflict("programme-has-flaws").with("count", flaws))
            }
            State::Draft | State::Running | State::Open => Ok(Self {
                state: State::Open,
                opens_on: Some(self.opens_on.map_or(today, |planned| planned.min(today))),
                // A last day that has passed would close the door again at once.
                closes_on: self.closes_on.filter(|last| *last >= today),
                ..self.clone()
            }),
        }
    }

    /// Closes registration.
    ///
    /// # Errors
    /// When it is not open.
    pub fn registration_closed(&self) -> Result<Self, Refusal> {
        match self.state {
            State::Open => Ok(Self { state: State::Running, ..self.clone() }),
            State::Draft | State::Running | State::Closed => {
                Err(Refusal::conflict("programme-is-not-open"))
            }
        }
    }

    /// Closes the whole programme.
    ///
    /// # Errors
    /// When it is closed already.
    pub fn closed(&self, now: Timestamp) -> Result<Self, Refusal> {
        match self.state {
            State::Closed => Err(Refusal::conflict("programme-is-closed")),
            State::Draft | State::Open | State::Running => {
                Ok(Self { state: State::Closed, closed_at: Some(now), ..self.clone() })
            }
        }
    }
}

/// One form of mentoring within a programme: a design of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// As people know it, where a programme has several.
    pub name: String,
    /// Its own copy of the design.
    pub design: Design,
    /// Rises with each change.
    pub design_version: i64,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn programme(state: State) -> Programme {
        Programme {
            id: "p".to_owned().into(),
            organisation: "o".to_owned().into(),
            name: "Spring".to_owned(),
            state,
            opens_on: None,
            closes_on: None,
            starts_on: None,
            ends_on: None,
            join_code: None,
            created_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
        }
    }

    #[test]
    fn the_way_leads_from_draft_to_closed_and_registration_may_open_again() {
        let today = date(2026, 3, 2);
        let open = programme(State::Draft).opened(today, 0).unwrap();
        assert_eq!((open.state, open.opens_on), (State::Open, Some(today)));
        let running = open.registration_closed().unwrap();
        assert_eq!(running.opened(today, 0).unwrap().state, State::Open);
        let closed = running.closed(Timestamp::UNIX_EPOCH).unwrap();
        assert!(closed.opened(today, 0).is_err() && closed.closed(Timestamp::UNIX_EPOCH).is_err());
    }

    #[test]
    fn a_design_that_contradicts_itself_cannot_be_registered_for() {
        let refusal = programme(State::Draft).opened(date(2026, 3, 2), 2).unwrap_err();
        assert_eq!(refusal.key, "programme-has-flaws");
    }

    #[test]
    fn the_last_day_of_registration_counts_and_the_next_does_not() {
        let last = date(2026, 3, 31);
        let open = Programme { closes_on: Some(last), ..programme(State::Open) };
        assert!(open.takes_registrations(last));
        assert!(!open.takes_registrations(last.tomorrow().unwrap()));
        assert!(!programme(State::Running).takes_registrations(last));
        let again = open.opened(last.tomorrow().unwrap(), 0).unwrap();
        assert!(again.takes_registrations(last.tomorrow().unwrap()));
    }
}
