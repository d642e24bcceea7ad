//! What can happen to an enrolment.

use jobs::Fact;
use people::{PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};

use super::model::Enrolment;
use crate::EnrolmentId;

macro_rules! about_an_enrolment {
    ($($(#[$doc:meta])* $name:ident = $stored:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            /// The programme.
            pub programme: ProgrammeId,
            /// The enrolment.
            pub enrolment: EnrolmentId,
            /// Whose it is.
            pub person: PersonId,
            /// The role.
            pub role: String,
        }
        impl $name {
            /// The fact about this enrolment.
            #[must_use]
            pub fn of(enrolment: &Enrolment) -> Self {
                Self {
                    programme: enrolment.programme.clone(),
                    enrolment: enrolment.id.clone(),
                    person: enrolment.person.clone(),
                    role: enrolment.role.clone(),
                }
            }
        }
        impl Fact for $name {
            const NAME: &'static str = $stored;
            fn subject(&self) -> (&'static str, &str) {
                ("enrolment", self.enrolment.as_str())
            }
            fn programme(&self) -> Option<&str> {
                Some(self.programme.as_str())
            }
        }
    )+};
}

about_an_enrolment! {
    /// Somebody sent their registration.
    EnrolmentApplied = "enrolment_applied";
    /// Somebody is in: a coordinator said yes, or their door did.
    EnrolmentApproved = "enrolment_approved";
    /// A coordinator said not this time.
    EnrolmentDeclined = "enrolment_declined";
    /// Somebody took their part back.
    EnrolmentWithdrawn = "enrolment_withdrawn";
    /// Somebody changed their answers, capacity or pause after having sent them.
    EnrolmentChanged = "enrolment_changed";
}

/// The names of all of them.
pub const FACTS: &[&str] = &[
    EnrolmentApplied::NAME,
    EnrolmentApproved::NAME,
    EnrolmentDeclined::NAME,
    EnrolmentWithdrawn::NAME,
    EnrolmentChanged::NAME,
];
