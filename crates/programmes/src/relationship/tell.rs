//! Puts letters to the people of a relationship into the outbox, with the act that wants them.

use db::{Result, Tx};
use jiff::{SignedDuration, Timestamp};
use mail::{Letter, link};
use people::{PersonId, post};
use web::App;

use super::{
    letters::{self, OfferLinks, To},
    model::{Relationship, Reply},
    permit::PURPOSE,
    store::{self, Frame, Member},
};

/// Links say kindly that the time is over for so long after it is.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Those to whom something is told.
#[derive(Debug)]
pub struct Tell<'a> {
    app: &'a App,
    relationship: &'a Relationship,
    frame: &'a Frame,
    members: Vec<Member>,
}

impl<'a> Tell<'a> {
    /// The people of a relationship.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn about(
        tx: &mut Tx,
        app: &'a App,
        relationship: &'a Relationship,
        frame: &'a Frame,
    ) -> Result<Self> {
        let members = store::members(tx, &relationship.organisation, &relationship.id).await?;
        Ok(Self { app, relationship, frame, members })
    }

    /// Asks all who have not answered, from an instant on; with links that answer.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn ask(
        &self,
        tx: &mut Tx,
        kind: &str,
        until: Timestamp,
        send_after: Timestamp,
    ) -> Result<()> {
        for reader in self.members.iter().filter(|m| m.seat.reply == Reply::Pending) {
            if reader.person.email.is_none() {
                continue;
            }
            let links = self.links(tx, reader, until).await?;
            let others = self.others(reader);
            let to = To { reader, others: &others, frame: self.frame };
            let reasons = &self.relationship.reasons;
            let letter = if kind == "offer-reminder" {
                letters::reminder(to, reasons, until, &links)
            } else {
                letters::offer(to, reasons, until, &links)
            };
            self.send(tx, reader, kind, &letter, send_after).await?;
        }
        Ok(())
    }

    /// Writes to some of them. The letter is told who reads it and who the others are.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn write(
        &self,
        tx: &mut Tx,
        kind: &str,
        who: impl Fn(&Member) -> bool,
        letter: impl Fn(To<'_>) -> Letter,
    ) -> Result<()> {
        for reader in self.members.iter().filter(|member| who(member)) {
            let others = self.others(reader);
            let letter = letter(To { reader, others: &others, frame: self.frame });
            self.send(tx, reader, kind, &letter, self.app.seam.now()).await?;
        }
        Ok(())
    }

    /// The address of the relationship's home.
    #[must_use]
    pub fn home(&self) -> String {
        self.app.settings.link(&format!("/relationships/{}", self.relationship.id))
    }

    /// The name of one of them.
    #[must_use]
    pub fn name_of(&self, person: &PersonId) -> String {
        let found = self.members.iter().find(|member| member.person.id == *person);
        found.map(|member| member.person.name.clone()).unwrap_or_default()
    }

    async fn links(&self, tx: &mut Tx, reader: &Member, until: Timestamp) -> Result<OfferLinks> {
        let mut made = Vec::new();
        for answer in ["yes", "no"] {
            let new = link::NewLink {
                organisation_id: self.relationship.organisation.as_str(),
                person_id: reader.person.id.as_str(),
                purpose: PURPOSE,
                subject_id: self.relationship.id.as_str(),
                data: answer,
                expires_at: until.saturating_add(LINKS_LAST).unwrap_or(until),
            };
            let secret = link::make(tx, &self.app.seam, &new).await?;
            made.push(self.app.settings.link(&format!("/m/offer/{secret}")));
        }
        let [yes, no] = <[String; 2]>::try_from(made).unwrap_or_default();
        Ok(OfferLinks { yes, no, page: self.home() })
    }

    /// The others, without those who said no or left before this was closed.
    fn others(&self, reader: &Member) -> Vec<&Member> {
        let there = |member: &&Member| {
            member.person.id != reader.person.id && member.seat.reply != Reply::Declined
        };
        let there: Vec<&Member> = self.members.iter().filter(there).collect();
        if there.is_empty() {
            return self.members.iter().filter(|m| m.person.id != reader.person.id).collect();
        }
        there
    }

    async fn send(
        &self,
        tx: &mut Tx,
        reader: &Member,
        kind: &str,
        letter: &Letter,
        after: Timestamp,
    ) -> Result<()> {
        let subject = Some(("relationship", self.relationship.id.as_str()));
        post::send_after(tx, self.app, &reader.person, kind, subject, letter, after).await
    }
}
