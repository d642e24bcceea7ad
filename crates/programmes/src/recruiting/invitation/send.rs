//! Mailing an invitation: a link of its own for each mail.

use db::{Result, Tx};
use jiff::Timestamp;
use mail::{About, Addressee};
use people::{PersonId, organisation, person};
use web::App;

use super::{
    letter::{self, Kind, Subject},
    model::Invitation,
    store,
};
use crate::programme::{Programme, Track};

/// The kind of noun that the outbox knows invitations by.
pub(super) const NOUN: &str = "invitation";

/// What is the same for all invitations of a programme.
pub(super) struct Sender {
    pub programme: Programme,
    pub tracks: Vec<Track>,
    organisation: String,
    inviter: String,
}

impl Sender {
    /// In the name of somebody.
    pub async fn of(
        tx: &mut Tx,
        programme: Programme,
        tracks: Vec<Track>,
        by: &PersonId,
    ) -> Result<Self> {
        let home = organisation::store::one(tx, &programme.organisation).await?;
        let inviter = person::find(tx, &programme.organisation, by).await?;
        let inviter = inviter.map(|person| person.name).unwrap_or_default();
        Ok(Self { programme, tracks, organisation: home.name, inviter })
    }

    /// The mail; none when the invitation's track is gone.
    pub fn letter(
        &self,
        kind: Kind,
        invitation: &Invitation,
        address: &str,
    ) -> Option<mail::Letter> {
        let track = self.tracks.iter().find(|track| track.id == invitation.track)?;
        let about = Subject {
            programme: &self.programme,
            design: &track.design,
            organisation: &self.organisation,
            inviter: &self.inviter,
        };
        Some(letter::letter(kind, invitation, about, address))
    }

    /// Puts the mail of an invitation in the outbox.
    pub async fn mail(
        &self,
        tx: &mut Tx,
        app: &App,
        kind: Kind,
        invitation: &Invitation,
        send_after: Timestamp,
    ) -> Result<()> {
        let secret = app.seam.secret();
        let address = app.settings.link(&format!("/invitation/{secret}"));
        let Some(letter) = self.letter(kind, invitation, &address) else { return Ok(()) };
        store::add_link(tx, &invitation.id, &secret, app.seam.now_ms()).await?;
        let to = Addressee {
            person_id: invitation.person.as_ref().map(ToString::to_string),
            name: invitation.name.clone(),
            email: invitation.email.clone(),
        };
        let about = About {
            organisation_id: invitation.organisation.as_str(),
            kind: match kind {
                Kind::First => "invitation",
                Kind::Reminder => "invitation-reminder",
            },
            subject: Some((NOUN, invitation.id.as_str())),
            send_after,
        };
        mail::write(tx, &app.seam, &to, about, &letter, None).await?;
        Ok(())
    }
}
