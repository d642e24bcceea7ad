//! An invitation and where it stands. Pure.

use jiff::{SignedDuration, Timestamp};
use people::{OrganisationId, PersonId, ProgrammeId};
use web::Refusal;
use words::Language;

use crate::TrackId;

db::id! {
    /// An invitation: somebody was asked to take part.
    InvitationId;
}

/// How long an invitation is good.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24 * 60);
/// How long mails to several people wait, so that they can be taken back.
pub const HELD_BACK: SignedDuration = SignedDuration::from_mins(2);

/// Somebody was asked to take part.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// To what.
    pub programme: ProgrammeId,
    /// To which of its tracks.
    pub track: TrackId,
    /// Who: the address, in lower case.
    pub email: String,
    /// Their name, or empty.
    pub name: String,
    /// As what; none lets them choose.
    pub role: Option<String>,
    /// The language of its mails.
    pub language: Language,
    /// The sender's own words.
    pub note: String,
    /// What was sent together.
    pub batch: String,
    /// Who asked.
    pub invited_by: PersonId,
    /// When.
    pub created_at: Timestamp,
    /// How many reminders went.
    pub reminders: i64,
    /// When they were last written to after the first mail.
    pub reminded_at: Option<Timestamp>,
    /// When they said yes.
    pub accepted_at: Option<Timestamp>,
    /// When they said no.
    pub declined_at: Option<Timestamp>,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// Who said yes.
    pub person: Option<PersonId>,
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Mailed, not answered.
    Sent,
    /// Reminded, not answered.
    Reminded,
    /// Its mail could not be delivered.
    Undeliverable,
    /// They came.
    Accepted,
    /// They said no.
    Declined,
    /// It was taken back.
    Withdrawn,
    /// It is too old.
    Expired,
}

impl Standing {
    /// All of them, in the order of the list's filter.
    pub const ALL: [Self; 7] = [
        Self::Sent,
        Self::Reminded,
        Self::Undeliverable,
        Self::Accepted,
        Self::Declined,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// As it ends the keys of its sentences, and as addresses name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Reminded => "reminded",
            Self::Undeliverable => "undeliverable",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// The kind of mark that shows it.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Accepted => "ok",
            Self::Undeliverable => "bad",
            Self::Reminded => "warn",
            Self::Sent => "",
            Self::Declined | Self::Withdrawn | Self::Expired => "off",
        }
    }

    /// Whether an answer is still awaited.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Sent | Self::Reminded | Self::Undeliverable)
    }
}

impl Invitation {
    /// Where it stands.
    #[must_use]
    pub fn standing(&self, now: Timestamp, undeliverable: bool) -> Standing {
        if self.accepted_at.is_some() {
            Standing::Accepted
        } else if self.declined_at.is_some() {
            Standing::Declined
        } else if self.withdrawn_at.is_some() {
            Standing::Withdrawn
        } else if self.expires_at <= now {
            Standing::Expired
        } else if undeliverable {
            Standing::Undeliverable
        } else if self.reminders > 0 {
            Standing::Reminded
        } else {
            Standing::Sent
        }
    }

    /// Whether it can be said yes to now. A no can be taken back.
    ///
    /// # Errors
    /// When it was taken back or is too old.
    pub fn may_be_accepted(&self, now: Timestamp) -> Result<(), Refusal> {
        match self.standing(now, false) {
            Standing::Withdrawn => Err(Refusal::conflict("invitation-is-withdrawn")),
            Standing::Expired => Err(Refusal::conflict("invitation-is-expired")),
            Standing::Accepted
            | Standing::Declined
            | Standing::Sent
            | Standing::Reminded
            | Standing::Undeliverable => Ok(()),
        }
    }

    /// The same, sent anew by hand.
    ///
    /// # Errors
    /// When there is nothing left to ask.
    pub fn sent_again(&self, now: Timestamp) -> Result<Self, Refusal> {
        match self.standing(now, false) {
            Standing::Accepted => Err(Refusal::conflict("invitation-is-accepted")),
            Standing::Declined => Err(Refusal::conflict("invitation-is-declined")),
            Standing::Sent
            | Standing::Reminded
            | Standing::Undeliverable
            | Standing::Withdrawn
            | Standing::Expired => Ok(Self {
                withdrawn_at: None,
                reminded_at: Some(now),
                expires_at: now + GOOD_FOR,
                ..self.clone()
            }),
        }
    }

    /// Taken back.
    ///
    /// # Errors
    /// When it is answered or taken back already.
    pub fn withdrawn(&self, now: Timestamp) -> Result<Self, Refusal> {
        match self.standing(now, false) {
            Standing::Accepted => Err(Refusal::conflict("invitation-is-accepted")),
            Standing::Declined => Err(Refusal::conflict("invitation-is-declined")),
            Standing::Withdrawn => Err(Refusal::conflict("invitation-is-withdrawn")),
            Standing::Sent | Standing::Reminded | Standing::Undeliverable | Standing::Expired => {
                Ok(Self { withdrawn_at: Some(now), ..self.clone() })
            }
        }
    }
}

/// How a programme reminds people whom it invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminding {
    /// Days after the last mail.
    pub after_days: i64,
    /// How often at most.
    pub most: i64,
}

impl Default for Reminding {
    fn default() -> Self {
        Self { after_days: 4, most: 2 }
    }
}

impl Reminding {
    /// Whether it is time to remind.
    #[must_use]
    pub fn is_due(self, invitation: &Invitation, now: Timestamp) -> bool {
        let last = invitation.reminded_at.unwrap_or(invitation.created_at);
        let wait = SignedDuration::from_hours(24 * self.after_days);
        invitation.standing(now, false).is_open()
            && invitation.reminders < self.most
            && last + wait <= now
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn sent() -> Invitation {
        Invitation {
            id: "i".to_owned().into(),
            organisation: "o".to_owned().into(),
            programme: "p".to_owned().into(),
            track: "t".to_owned().into(),
            email: "dana@larkspur.example".to_owned(),
            name: String::new(),
            role: None,
            language: Language::English,
            note: String::new(),
            batch: "b".to_owned(),
            invited_by: "bea".to_owned().into(),
            created_at: at(0),
            reminders: 0,
            reminded_at: None,
            accepted_at: None,
            declined_at: None,
            withdrawn_at: None,
            expires_at: at(0) + GOOD_FOR,
            person: None,
        }
    }

    #[test]
    fn reminders_wait_four_days_come_twice_and_stop_after_an_answer() {
        let usual = Reminding::default();
        assert!(!usual.is_due(&sent(), at(95)) && usual.is_due(&sent(), at(96)));
        let once = Invitation { reminders: 1, reminded_at: Some(at(96)), ..sent() };
        assert!(!usual.is_due(&once, at(97)) && usual.is_due(&once, at(192)));
        assert!(!usual.is_due(&Invitation { reminders: 2, ..once.clone() }, at(500)));
        for done in [
            Invitation { accepted_at: Some(at(1)), ..sent() },
            Invitation { declined_at: Some(at(1)), ..sent() },
            Invitation { withdrawn_at: Some(at(1)), ..sent() },
        ] {
            assert!(!usual.is_due(&done, at(500)), "{done:?}");
        }
        assert!(!usual.is_due(&sent(), at(24 * 60)), "too old");
    }

    #[test]
    fn a_no_may_become_a_yes_but_what_was_taken_back_may_not() {
        let no = Invitation { declined_at: Some(at(1)), ..sent() };
        assert!(no.may_be_accepted(at(2)).is_ok());
        let gone = sent().withdrawn(at(1)).unwrap();
        assert!(gone.may_be_accepted(at(2)).is_err() && gone.withdrawn(at(2)).is_err());
        assert!(gone.sent_again(at(3)).unwrap().may_be_accepted(at(4)).is_ok());
        assert!(no.sent_again(at(3)).is_err(), "no thanks is respected");
    }
}
