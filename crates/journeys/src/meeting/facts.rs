//! What happened to meetings. Facts name no place, no agenda and nobody's words.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::model::Meeting;
use crate::together::Together;

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name {
                /// The meeting.
                pub meeting: String,
                /// The relationship it belongs to.
                pub relationship: String,
                /// The programme.
                pub programme: String,
                /// When it begins or began (milliseconds since 1970), once that is known.
                pub starts_at: Option<i64>,
            }
            impl $name {
                pub(super) fn of(meeting: &Meeting, together: &Together) -> Self {
                    Self {
                        meeting: meeting.id.as_str().to_owned(),
                        relationship: meeting.relationship.as_str().to_owned(),
                        programme: together.relationship.programme.as_str().to_owned(),
                        starts_at: meeting.starts().map(Timestamp::as_millisecond),
                    }
                }
            }
            impl jobs::Fact for $name {
                const NAME: &'static str = $text;
                fn subject(&self) -> (&'static str, &str) {
                    ("relationship", &self.relationship)
                }
                fn programme(&self) -> Option<&str> {
                    Some(&self.programme)
                }
            }
        )+
        /// The names of all facts about meetings.
        pub const FACTS: &[&str] = &[$($text),+];
    };
}

facts! {
    /// Times were put on the table.
    MeetingProposed = "meeting_proposed";
    /// One of them was picked.
    MeetingBooked = "meeting_booked";
    /// It was moved to another time.
    MeetingMoved = "meeting_moved";
    /// It was called off.
    MeetingCancelled = "meeting_cancelled";
    /// It took place.
    MeetingHeld = "meeting_held";
    /// It did not take place.
    MeetingMissed = "meeting_missed";
    /// What was said about it was taken back.
    MeetingUntold = "meeting_untold";
}
