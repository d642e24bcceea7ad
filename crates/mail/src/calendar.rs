//! Calendar files (RFC 5545, 5546): an invitation, its update, its end.

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use jiff::{SignedDuration, Timestamp};

/// What a calendar file asks of the reader's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Put it in, or change it to this (a higher sequence).
    Request,
    /// Take it out.
    Cancel,
    /// For a feed or a download: nobody is asked.
    Publish,
}

impl Method {
    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// A meeting as calendars know it.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// What is asked.
    pub method: Method,
    /// The same for all versions of one meeting.
    pub uid: String,
    /// Higher with each version.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// When it begins.
    pub starts: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What it is called.
    pub summary: String,
    /// What it is about.
    pub description: String,
    /// Where it is: a room or a link.
    pub place: String,
    /// Who invites: name and address.
    pub organiser: (String, String),
    /// Who is invited: names and addresses.
    pub attendees: Vec<(String, String)>,
}

impl Invitation {
    /// The file. Instants are in UTC, which no calendar gets wrong around a clock change.
    #[must_use]
    pub fn to_ics(&self) -> String {
        let mut event = Event::new();
        let ends = self.starts + SignedDuration::from_mins(self.minutes.into());
        event
            .uid(&self.uid)
            .sequence(self.sequence)
            .add_property("DTSTAMP", utc(self.stamp))
            .add_property("DTSTART", utc(self.starts))
            .add_property("DTEND", utc(ends))
            .summary(&self.summary)
            .description(&self.description);
        if !self.place.is_empty() {
            event.location(&self.place);
        }
        let status = if self.method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" };
        event.add_property("STATUS", status);
        let mut organiser = Property::new("ORGANIZER", mailto(&self.organiser.1));
        organiser.add_parameter("CN", &plain(&self.organiser.0));
        event.append_property(organiser.done());
        for (name, address) in &self.attendees {
            let mut attendee = Property::new("ATTENDEE", mailto(address));
            attendee
                .add_parameter("CN", &plain(name))
                .add_parameter("CUTYPE", "INDIVIDUAL")
                .add_parameter("ROLE", "REQ-PARTICIPANT")
                .add_parameter("PARTSTAT", "NEEDS-ACTION")
                .add_parameter("RSVP", "TRUE");
            event.append_multi_property(attendee.done());
        }
        let mut calendar = Calendar::empty();
        calendar
            .append_property(("VERSION", "2.0"))
            .append_property(("PRODID", "-//Cairn//Mentoring//EN"))
            .append_property(("CALSCALE", "GREGORIAN"))
            .append_property(("METHOD", self.method.name()))
            .push(event.done());
        calendar.to_string()
    }
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn mailto(address: &str) -> String {
    format!("mailto:{address}")
}

/// Parameter values may not hold quotes or control characters.
fn plain(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() && *c != '"').collect();
    format!("\"{clean}\"")
}
