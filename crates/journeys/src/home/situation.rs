//! How things stand in a relationship as one member sees them. Pure.

use std::sync::Arc;

use design::Design;
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use programmes::relationship::model::{Relationship, Reply};

/// Somebody else in the relationship.
#[derive(Debug, Clone)]
pub struct Partner {
    /// As shown.
    pub name: String,
    /// What they do and where.
    pub place: String,
    /// Where their clock hangs.
    pub zone: TimeZone,
    /// The role's name in the design.
    pub role: String,
    /// Whether they have left.
    pub left: bool,
    /// Whether they have answered the offer.
    pub answered: bool,
}

/// How things stand.
#[derive(Debug, Clone)]
pub struct Situation {
    /// The relationship, without its seats.
    pub relationship: Relationship,
    /// The programme's name.
    pub programme: String,
    /// The track's design.
    pub design: Arc<Design>,
    /// The zone of the organisation's dates.
    pub zone: TimeZone,
    /// The member's own role.
    pub role: String,
    /// What the member said to the offer.
    pub reply: Reply,
    /// Whether the member has left a group that may go on.
    pub has_left: bool,
    /// The others.
    pub partners: Vec<Partner>,
    /// The next meeting that is fixed.
    pub next_meeting: Option<Timestamp>,
    /// Proposed dates that wait for the member's choice.
    pub to_pick: i64,
    /// Proposed dates that wait for somebody else's choice.
    pub proposed: i64,
    /// Meetings that took place.
    pub held: i64,
    /// When the last of them was.
    pub last_held: Option<Timestamp>,
    /// Meetings that were fixed, are over, and of which nobody has said whether they took place.
    pub to_log: i64,
    /// Whether a check-in waits for the member.
    pub open_check_in: bool,
    /// The wording of the agreement, 0 while nobody has touched the proposal.
    pub agreement_version: i64,
    /// The newest wording that the member agreed to, 0 for none.
    pub consented_version: i64,
}

impl Situation {
    /// Whether the agreement waits for the member.
    #[must_use]
    pub fn must_agree(&self) -> bool {
        (self.design.has_agreement() || self.agreement_version > 0)
            && self.consented_version < self.agreement_version.max(1)
    }

    /// The day by which the next meeting should take place: the first a few days after the start,
    /// later ones at the design's pace.
    #[must_use]
    pub fn meet_by(&self, since: Timestamp) -> Option<Date> {
        let day = |at: Timestamp| at.to_zoned(self.zone.clone()).date();
        let days = match self.last_held {
            None => u32::from(self.design.journey.first_meeting_days),
            Some(last) => self.pace_at(last.duration_since(since))?,
        };
        let from = day(self.last_held.unwrap_or(since));
        from.checked_add(jiff::Span::new().days(i64::from(days))).ok()
    }

    /// Days between two meetings, so long after the start.
    fn pace_at(&self, elapsed: SignedDuration) -> Option<u32> {
        let cadence = &self.design.rhythm.cadence;
        let mut left = elapsed.as_hours() / 24;
        for (pace, stretch) in &cadence.first {
            if left < i64::from(stretch.days()) {
                return pace.days();
            }
            left -= i64::from(stretch.days());
        }
        cadence.then.days()
    }
}
