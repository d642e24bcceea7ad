//! How a relationship is written in the database, and read again.

use std::str::FromStr as _;

use db::{Column, Error, Result, Row};
use design::Design;
use jiff::{Timestamp, civil::Date};

use super::model::{Close, Closure, Course, Offer, Pause, Relationship, Reply, Seat, State};

/// The columns that [`relationship`] reads, of the table `r`.
pub const COLUMNS: &str = "r.id, r.organisation_id, r.programme_id, r.track_id, r.round_id, r.state, \
    r.offered_at, r.offered_until, r.reminded_at, r.active_since, r.ends_on, r.paused_since, \
    r.paused_until, r.closed_at, r.closure, r.closed_by, r.score, r.reasons";

/// The columns that [`seat`] reads, of the table `s`.
pub const SEAT_COLUMNS: &str = "s.id as seat_id, s.relationship_id, s.enrolment_id, s.person_id, s.role, s.reply, s.replied_at, s.left_at";

/// A relationship without its seats.
///
/// # Errors
/// When a column is missing or holds something unknown.
pub fn relationship(row: &Row) -> Result<Relationship> {
    let reasons: String = row.get("reasons")?;
    Ok(Relationship {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        track: row.get("track_id")?,
        round: row.get("round_id")?,
        seats: Vec::new(),
        state: state(row)?,
        score: row.get("score")?,
        // Reasons are for people to read; without them the relationship stands all the same.
        reasons: serde_json::from_str(&reasons).unwrap_or_default(),
    })
}

/// A seat.
///
/// # Errors
/// When a column is missing or holds something unknown.
pub fn seat(row: &Row) -> Result<Seat> {
    Ok(Seat {
        id: row.get("seat_id")?,
        enrolment: row.get("enrolment_id")?,
        person: row.get("person_id")?,
        role: row.get("role")?,
        reply: row.get("reply")?,
        replied_at: instant(row, "replied_at")?,
        left_at: instant(row, "left_at")?,
    })
}

/// An instant that may be missing.
///
/// # Errors
/// When there is no such column.
pub fn instant(row: &Row, column: &str) -> Result<Option<Timestamp>> {
    let ms: Option<i64> = row.get(column)?;
    Ok(ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
}

/// A day that may be missing.
///
/// # Errors
/// When there is no such column.
pub fn day(row: &Row, column: &str) -> Result<Option<Date>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.and_then(|text| Date::from_str(&text).ok()))
}

/// The design of a track, in the column `design`.
///
/// # Errors
/// When it cannot be read.
pub fn design(row: &Row) -> Result<Design> {
    let text: String = row.get("design")?;
    serde_json::from_str(&text)
        .map_err(|e| Error::Column { column: "design".to_owned(), reason: e.to_string() })
}

fn state(row: &Row) -> Result<State> {
    let name: String = row.get("state")?;
    let at = |column: &str| instant(row, column)?.ok_or_else(|| missing(column));
    let course =
        || Ok::<_, Error>(Course { since: at("active_since")?, ends_on: day(row, "ends_on")? });
    Ok(match name.as_str() {
        "offered" => State::Offered(Offer {
            from: at("offered_at")?,
            until: at("offered_until")?,
            reminded_at: instant(row, "reminded_at")?,
        }),
        "active" => State::Active(course()?),
        "paused" => {
            let until = day(row, "paused_until")?.ok_or_else(|| missing("paused_until"))?;
            State::Paused(course()?, Pause { since: at("paused_since")?, until })
        }
        "closed" => State::Closed(Close {
            at: at("closed_at")?,
            closure: row.get("closure")?,
            by: row.get("closed_by")?,
            since: instant(row, "active_since")?,
        }),
        _ => return Err(unknown("state", &name)),
    })
}

fn missing(column: &str) -> Error {
    Error::Column { column: column.to_owned(), reason: "is missing in this state".to_owned() }
}

fn unknown(column: &str, value: &str) -> Error {
    Error::Column { column: column.to_owned(), reason: format!("«{value}» is not known") }
}

/// A kind of value that is stored as one of a few words.
macro_rules! words {
    ($type:ty { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// The word that it is stored as.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl Column for $type {
            fn read(row: &Row, column: &str) -> std::result::Result<Self, String> {
                match String::read(row, column)?.as_str() {
                    $($word => Ok(Self::$variant),)+
                    other => Err(format!("«{other}» is not known")),
                }
            }
        }
    };
}

words!(Closure {
    Completed = "completed",
    EndedEarly = "ended_early",
    Declined = "declined",
    Expired = "expired",
    Undone = "undone",
});
words!(Reply { Pending = "pending", Accepted = "accepted", Declined = "declined" });
