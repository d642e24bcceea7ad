//! Puts letters about a meeting into the outbox, with the act that wants them.

use db::{Result, Tx};
use jiff::{SignedDuration, Timestamp};
use mail::{About, Button, Letter, calendar::Method, link};
use people::{PersonId, post};
use programmes::relationship::store::Member;
use web::App;
use words::Arg;

use super::{invite, model::Meeting, when};
use crate::together::Together;

/// The purpose of links that pick a time.
pub const PICK: &str = "pick-slot";
/// The purpose of links that say what became of a meeting.
pub const MET: &str = "say-met";
/// Links say kindly that it is too late for so long after it is.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Times are on the table.
    Proposed,
    /// They still are.
    StillOpen,
    /// One was picked.
    Booked,
    /// It has another time or place.
    Moved,
    /// It is off.
    Cancelled,
    /// It is tomorrow.
    Reminder,
    /// Did it take place?
    Question,
}

impl News {
    fn kind(self) -> &'static str {
        match self {
            Self::Proposed => "meeting-proposed",
            Self::StillOpen => "meeting-still-open",
            Self::Booked => "meeting-booked",
            Self::Moved => "meeting-moved",
            Self::Cancelled => "meeting-cancelled",
            Self::Reminder => "meeting-reminder",
            Self::Question => "meeting-question",
        }
    }

    fn method(self) -> Option<Method> {
        match self {
            Self::Booked | Self::Moved => Some(Method::Request),
            Self::Cancelled => Some(Method::Cancel),
            Self::Proposed | Self::StillOpen | Self::Reminder | Self::Question => None,
        }
    }
}

/// Tells some of the people of a relationship about a meeting.
#[derive(Debug)]
pub struct Tell<'a> {
    /// The application.
    pub app: &'a App,
    /// The people.
    pub together: &'a Together,
    /// The meeting.
    pub meeting: &'a Meeting,
}

impl Tell<'_> {
    /// Writes to all but those named.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn all_but(&self, tx: &mut Tx, news: News, but: Option<&PersonId>) -> Result<()> {
        for reader in self.together.here().filter(|m| Some(&m.person.id) != but) {
            self.one(tx, news, reader).await?;
        }
        Ok(())
    }

    /// Writes to one of them; nothing happens for people without an address.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn one(&self, tx: &mut Tx, news: News, reader: &Member) -> Result<()> {
        let Some(to) = post::addressee(&reader.person) else { return Ok(()) };
        let letter = self.letter(tx, news, reader).await?;
        let invitation = news.method().and_then(|method| {
            invite::invitation(self.app, self.together, self.meeting, reader, method)
        });
        let about = About {
            organisation_id: self.meeting.organisation.as_str(),
            kind: news.kind(),
            subject: Some(("meeting", self.meeting.id.as_str())),
            send_after: self.app.seam.now(),
        };
        mail::write(tx, &self.app.seam, &to, about, &letter, invitation.as_ref()).await.map(drop)
    }

    async fn letter(&self, tx: &mut Tx, news: News, reader: &Member) -> Result<Letter> {
        let kind = news.kind();
        let mut letter = post::letter_to(&reader.person, &self.together.frame.organisation);
        letter.subject = self.say(&format!("{kind}-subject"), reader);
        letter.paragraphs = vec![self.say(&format!("{kind}-body"), reader)];
        letter.paragraphs.extend(self.particulars(news, reader));
        letter.buttons = self.buttons(tx, news, reader).await?;
        letter.after = match news {
            News::Proposed | News::StillOpen => vec![self.say("meeting-mail-none-suits", reader)],
            News::Booked | News::Moved => vec![self.say("meeting-mail-in-calendar", reader)],
            News::Cancelled => vec![self.say("meeting-mail-out-of-calendar", reader)],
            News::Question => vec![self.say("meeting-mail-no-need", reader)],
            News::Reminder => vec![],
        };
        Ok(letter)
    }

    /// The other's clock, the place and what it is about.
    fn particulars(&self, news: News, reader: &Member) -> Vec<String> {
        if matches!(news, News::Cancelled | News::Question) {
            return Vec::new();
        }
        let mut said = Vec::new();
        let (language, zone) = (reader.person.language, &reader.person.zone);
        if let Some(starts) = self.meeting.starts() {
            let others = self.together.others(&reader.person.id);
            said.push(when::elsewhere(language, starts, zone, &others));
        }
        let lines = [
            ("meeting-mail-place", &self.meeting.place),
            ("meeting-mail-agenda", &self.meeting.agenda),
        ];
        for (key, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
            said.push(words::say(language, key, &[("text", text.into())]));
        }
        said.retain(|text| !text.is_empty());
        said
    }

    async fn buttons(&self, tx: &mut Tx, news: News, reader: &Member) -> Result<Vec<Button>> {
        let settings = &self.app.settings;
        match news {
            News::Proposed | News::StillOpen => {
                let last = invite::last_chance(self.meeting).unwrap_or_else(|| self.app.seam.now());
                let secret = self.link(tx, reader, PICK, "", last).await?;
                let (language, zone) = (reader.person.language, &reader.person.zone);
                let now = self.app.seam.now();
                let ahead = self.meeting.slots().iter().filter(|slot| slot.starts > now);
                let button = |slot: &super::model::Slot| Button {
                    label: when::here(language, slot.starts, zone),
                    href: settings.link(&format!("/m/meeting/{secret}?slot={}", slot.id)),
                };
                Ok(ahead.map(button).collect())
            }
            News::Question => {
                let until = self.app.seam.now();
                let mut buttons = Vec::new();
                for (answer, key) in [("yes", "meeting-mail-met"), ("no", "meeting-mail-not-met")] {
                    let secret = self.link(tx, reader, MET, answer, until).await?;
                    let href = settings.link(&format!("/m/met/{secret}"));
                    buttons.push(Button { label: self.say(key, reader), href });
                }
                Ok(buttons)
            }
            News::Cancelled => {
                let href = settings.link(&format!("{}/meetings/new", self.together.path()));
                let open = self.together.is_open_to(&reader.person.id);
                let label = self.say("meeting-mail-propose", reader);
                Ok(open.then_some(Button { label, href }).into_iter().collect())
            }
            News::Booked | News::Moved | News::Reminder => {
                let href = settings.link(&invite::path(self.meeting));
                Ok(vec![Button { label: self.say("meeting-mail-open", reader), href }])
            }
        }
    }

    async fn link(
        &self,
        tx: &mut Tx,
        reader: &Member,
        purpose: &str,
        data: &str,
        until: Timestamp,
    ) -> Result<String> {
        let new = link::NewLink {
            organisation_id: self.meeting.organisation.as_str(),
            person_id: reader.person.id.as_str(),
            purpose,
            subject_id: self.meeting.id.as_str(),
            data,
            expires_at: until.saturating_add(LINKS_LAST).unwrap_or(until),
        };
        link::make(tx, &self.app.seam, &new).await
    }

    fn say(&self, key: &str, reader: &Member) -> String {
        let (language, zone) = (reader.person.language, &reader.person.zone);
        let when = self.meeting.starts().map(|at| when::here(language, at, zone));
        let day = self
            .meeting
            .starts()
            .map(|at| words::weekday_and_day(language, at.to_zoned(zone.clone()).date()));
        let partner = self.together.others_in_words(&reader.person.id, language);
        let by = self.meeting.proposed_by.as_ref().map(|id| self.together.name_of(id));
        let args = [
            ("partner", Arg::from(partner)),
            ("by", Arg::from(by.unwrap_or_default())),
            ("when", Arg::from(when.unwrap_or_default())),
            ("day", Arg::from(day.unwrap_or_default())),
            ("minutes", Arg::from(self.meeting.minutes)),
            ("programme", Arg::from(&self.together.frame.programme)),
            ("count", Arg::from(self.meeting.slots().len())),
        ];
        words::say(language, key, &args)
    }
}
