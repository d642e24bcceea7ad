//! What can happen to a request, as others hear of it. No fact says who was asked.

use jobs::Fact;
use people::ProgrammeId;
use serde::{Deserialize, Serialize};

use super::model::Request;
use crate::ids::{EnrolmentId, RequestId, TrackId};

macro_rules! about_a_request {
    ($($(#[$doc:meta])* $name:ident = $stored:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name {
                /// The request.
                pub request: RequestId,
                /// The programme.
                pub programme: ProgrammeId,
                /// The track.
                pub track: TrackId,
                /// Whose request it is.
                pub enrolment: EnrolmentId,
            }
            impl $name {
                /// The fact about this request.
                #[must_use]
                pub fn of(request: &Request) -> Self {
                    Self {
                        request: request.id.clone(),
                        programme: request.programme.clone(),
                        track: request.track.clone(),
                        enrolment: request.asker.enrolment.clone(),
                    }
                }
            }
            impl Fact for $name {
                const NAME: &'static str = $stored;
                fn subject(&self) -> (&'static str, &str) {
                    ("request", self.request.as_str())
                }
                fn programme(&self) -> Option<&str> {
                    Some(self.programme.as_str())
                }
            }
        )+
        /// The names of all of them.
        pub const FACTS: &[&str] = &[$($stored),+];
    };
}

about_a_request! {
    /// Somebody put a wish on their list.
    RequestMade = "request_made";
    /// The person asked said yes.
    RequestAccepted = "request_accepted";
    /// The person asked said no.
    RequestDeclined = "request_declined";
    /// Nobody answered in time.
    RequestExpired = "request_expired";
    /// The asker took it back.
    RequestWithdrawn = "request_withdrawn";
    /// The asker wanted it back.
    RequestRestored = "request_restored";
}
