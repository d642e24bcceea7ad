//! What can happen to a programme.

use jobs::Fact;
use people::ProgrammeId;
use serde::{Deserialize, Serialize};

use crate::TrackId;

macro_rules! about_a_programme {
    ($($(#[$doc:meta])* $name:ident = $stored:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            /// The programme.
            pub programme: ProgrammeId,
            $($(#[$field_doc])* pub $field: $type,)*
        }
        impl Fact for $name {
            const NAME: &'static str = $stored;
            fn subject(&self) -> (&'static str, &str) {
                ("programme", self.programme.as_str())
            }
            fn programme(&self) -> Option<&str> {
                Some(self.programme.as_str())
            }
        }
    )+};
}

about_a_programme! {
    /// A programme was made from a design.
    ProgrammeCreated = "programme_created" {
        /// Its name then.
        name: String,
    }
    /// A programme got another name or other dates.
    ProgrammeChanged = "programme_changed" {}
    /// A track's design was changed.
    DesignChanged = "design_changed" {
        /// The track.
        track: TrackId,
        /// The topics that read differently now.
        topics: Vec<String>,
        /// The version that it made.
        version: i64,
        /// Whether people had registered already.
        running: bool,
    }
    /// Registration was opened.
    RegistrationOpened = "registration_opened" {}
    /// Registration was closed.
    RegistrationClosed = "registration_closed" {}
    /// The programme was closed; what still runs in it closes with it.
    ProgrammeClosed = "programme_closed" {}
}

/// The names of all of them.
pub const FACTS: &[&str] = &[
    ProgrammeCreated::NAME,
    ProgrammeChanged::NAME,
    DesignChanged::NAME,
    RegistrationOpened::NAME,
    RegistrationClosed::NAME,
    ProgrammeClosed::NAME,
];
