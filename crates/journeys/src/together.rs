//! The people of a relationship, as one of them meets them: what every page inside it starts from.

use db::Tx;
use jiff::Timestamp;
use people::{OrganisationId, PersonId};
use programmes::{
    RelationshipId,
    relationship::{
        model::{Relationship, Reply, State},
        store::{self, Frame, Member},
        words as said,
    },
    screening,
};
use web::{Problem, Refusal};
use words::Language;

/// A relationship with its people and what stands around it.
#[derive(Debug, Clone)]
pub struct Together {
    /// The relationship.
    pub relationship: Relationship,
    /// All who have or had a seat.
    pub members: Vec<Member>,
    /// Design, programme and organisation.
    pub frame: Frame,
    /// Whether those who take part may have contact today: a check or a consent that the design
    /// asks for may have ended since they met last.
    pub cleared: bool,
}

/// As much of a relationship as its cards need.
#[derive(Debug, Clone)]
pub struct Place {
    /// The relationship.
    pub relationship: RelationshipId,
    /// Whether the viewer may write in it.
    pub is_open: bool,
}

impl Place {
    /// The path of its home.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/relationships/{}", self.relationship)
    }
}

impl Together {
    /// Reads it.
    ///
    /// # Errors
    /// [`Problem::Absent`] when there is none; a fault when the database refuses.
    pub async fn load(
        tx: &mut Tx,
        organisation: &OrganisationId,
        id: &RelationshipId,
        now: Timestamp,
    ) -> Result<Self, Problem> {
        let relationship = store::find(tx, organisation, id).await?.ok_or(Problem::Absent)?;
        let members = store::members(tx, organisation, id).await?;
        let frame = store::frame(tx, organisation, &relationship.track).await?;
        let mut together = Self { relationship, members, frame, cleared: true };
        together.cleared = together.is_cleared(tx, now).await?;
        Ok(together)
    }

    async fn is_cleared(&self, tx: &mut Tx, now: Timestamp) -> Result<bool, Problem> {
        let seat = |m: &Member| (m.person.id.clone(), m.seat.role.clone());
        let here: Vec<_> = self.here().map(seat).collect();
        let today = now.to_zoned(self.frame.zone.clone()).date();
        let Relationship { organisation, programme, .. } = &self.relationship;
        let design = &self.frame.design;
        let open = screening::uncleared(tx, organisation, programme, design, &here, today).await?;
        Ok(open.is_empty())
    }

    /// Whether contact rests because a check or a consent does not hold today.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.relationship.is_running() && !self.cleared
    }

    /// Those who take part; after the end, those who did until then.
    pub fn here(&self) -> impl Iterator<Item = &Member> {
        let end = match &self.relationship.state {
            State::Closed(close) => Some(close.at),
            State::Offered(_) | State::Active(_) | State::Paused(..) => None,
        };
        self.members.iter().filter(move |member| {
            member.seat.reply == Reply::Accepted
                && member.seat.left_at.is_none_or(|left| end == Some(left))
        })
    }

    /// One of those who take part.
    #[must_use]
    pub fn member(&self, person: &PersonId) -> Option<&Member> {
        self.here().find(|member| member.person.id == *person)
    }

    /// The others.
    #[must_use]
    pub fn others(&self, person: &PersonId) -> Vec<&Member> {
        self.here().filter(|member| member.person.id != *person).collect()
    }

    /// The names of the others, as a list in words.
    #[must_use]
    pub fn others_in_words(&self, person: &PersonId, language: Language) -> String {
        said::partners(&self.others(person), language)
    }

    /// The name of somebody who has or had a seat.
    #[must_use]
    pub fn name_of(&self, person: &PersonId) -> String {
        let found = self.members.iter().find(|member| member.person.id == *person);
        found.map(|member| member.person.name.clone()).unwrap_or_default()
    }

    /// Whether a person may write here now.
    #[must_use]
    pub fn is_open_to(&self, person: &PersonId) -> bool {
        self.relationship.is_running() && self.cleared && self.member(person).is_some()
    }

    /// That a person may write here now.
    ///
    /// # Errors
    /// When it does not run, or they do not take part any more.
    pub fn ask_open_to(&self, person: &PersonId) -> Result<(), Problem> {
        if self.is_open_to(person) {
            return Ok(());
        }
        let key = match &self.relationship.state {
            State::Offered(_) => "relationship-refused-not-running",
            State::Active(_) | State::Paused(..) if !self.cleared => "clearance-no-contact",
            State::Active(_) | State::Paused(..) | State::Closed(_) => "relationship-refused-over",
        };
        Err(Refusal::conflict(key).into())
    }

    /// As one of them meets it on a card.
    #[must_use]
    pub fn place(&self, person: &PersonId) -> Place {
        Place { relationship: self.relationship.id.clone(), is_open: self.is_open_to(person) }
    }

    /// The path of its home.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/relationships/{}", self.relationship.id)
    }
}
