//! What can happen to invitations.

use jobs::Fact;
use people::ProgrammeId;
use serde::{Deserialize, Serialize};

use super::model::{Invitation, InvitationId};

/// People were invited, together.
#[derive(Debug, Serialize, Deserialize)]
pub struct InvitationsSent {
    /// To which programme.
    pub programme: ProgrammeId,
    /// What was sent together.
    pub batch: String,
    /// How many.
    pub number: usize,
}

impl Fact for InvitationsSent {
    const NAME: &'static str = "invitations_sent";
    fn subject(&self) -> (&'static str, &str) {
        ("programme", self.programme.as_str())
    }
    fn programme(&self) -> Option<&str> {
        Some(self.programme.as_str())
    }
}

macro_rules! about_an_invitation {
    ($($(#[$doc:meta])* $name:ident = $stored:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// To which programme.
            pub programme: ProgrammeId,
            /// Which.
            pub invitation: InvitationId,
        }
        impl $name {
            pub(super) fn of(invitation: &Invitation) -> Self {
                Self { programme: invitation.programme.clone(), invitation: invitation.id.clone() }
            }
        }
        impl Fact for $name {
            const NAME: &'static str = $stored;
            fn subject(&self) -> (&'static str, &str) {
                ("invitation", self.invitation.as_str())
            }
            fn programme(&self) -> Option<&str> {
                Some(self.programme.as_str())
            }
        }
    )+};
}

about_an_invitation! {
    /// Somebody said yes to an invitation.
    InvitationAccepted = "invitation_accepted";
    /// Somebody said no to one.
    InvitationDeclined = "invitation_declined";
    /// An invitation was taken back.
    InvitationWithdrawn = "invitation_withdrawn";
}
