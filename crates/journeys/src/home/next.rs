//! What happens next, and when: one answer for every state. Pure.

use jiff::{Timestamp, civil::Date};
use programmes::relationship::model::{Closure, Reply, State};

use super::situation::Situation;

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Say yes or no, by then.
    Answer(Timestamp),
    /// The others have until then to answer.
    Wait(Timestamp),
    /// Choose one of the proposed dates.
    Pick,
    /// Say whether the meeting took place.
    Log,
    /// They meet.
    Meet(Timestamp),
    /// Somebody else chooses one of the proposed dates.
    Picking,
    /// Find a date, for a first meeting on or before a day.
    FirstDate(Option<Date>),
    /// Find the next date, about then.
    FurtherDate(Option<Date>),
    /// It goes on by itself on a day.
    Resume(Date),
    /// It is over.
    Over(Closure),
    /// The member has left.
    Left,
}

impl Next {
    /// What happens next for a member.
    #[must_use]
    pub fn of(situation: &Situation) -> Self {
        match &situation.relationship.state {
            State::Closed(close) => Self::Over(close.closure),
            _ if situation.has_left => Self::Left,
            State::Offered(offer) if situation.reply == Reply::Pending => Self::Answer(offer.until),
            State::Offered(offer) => Self::Wait(offer.until),
            State::Paused(_, pause) => Self::Resume(pause.until),
            State::Active(course) => Self::of_running(situation, course.since),
        }
    }

    fn of_running(situation: &Situation, since: Timestamp) -> Self {
        if situation.to_pick > 0 {
            return Self::Pick;
        }
        if let Some(at) = situation.next_meeting {
            return Self::Meet(at);
        }
        if situation.to_log > 0 {
            return Self::Log;
        }
        if situation.proposed > 0 {
            return Self::Picking;
        }
        let by = situation.meet_by(since);
        if situation.held == 0 { Self::FirstDate(by) } else { Self::FurtherDate(by) }
    }

    /// The key of its words: `next-<word>-title` and `next-<word>-text`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Answer(_) => "answer",
            Self::Wait(_) => "wait",
            Self::Pick => "pick",
            Self::Log => "log",
            Self::Meet(_) => "meet",
            Self::Picking => "picking",
            Self::FirstDate(_) => "first-date",
            Self::FurtherDate(_) => "next-date",
            Self::Resume(_) => "resume",
            Self::Over(Closure::Completed) => "completed",
            Self::Over(_) => "over",
            Self::Left => "left",
        }
    }

    /// Whether it waits for the member themselves.
    #[must_use]
    pub fn is_theirs(&self) -> bool {
        match self {
            Self::Answer(_)
            | Self::Pick
            | Self::Log
            | Self::FirstDate(_)
            | Self::FurtherDate(_) => true,
            Self::Wait(_)
            | Self::Meet(_)
            | Self::Picking
            | Self::Resume(_)
            | Self::Over(_)
            | Self::Left => false,
        }
    }
}
