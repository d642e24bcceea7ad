//! Calendar files (RFC 5545, 5546): an invitation, its update, its end, a file to download, a feed.
//!
//! Written here and not by a library, so that what names and places from outside can do to a line
//! (escaping, quoting, folding at 75 octets) is decided in one place; tests read the files back
//! with two independent parsers. Instants are in UTC, which no calendar gets wrong around a clock
//! change.

use jiff::{SignedDuration, Timestamp};

/// What a mailed calendar file asks of the reader's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Put it in, or change it to this (a higher sequence).
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// A meeting as one reader's calendar knows it.
#[derive(Debug, Clone)]
pub struct Event {
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
    /// Where it is: a room or a link; may be empty.
    pub place: String,
    /// Its page here.
    pub page: String,
}

/// A meeting as it is mailed.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// What is asked.
    pub method: Method,
    /// The meeting.
    pub event: Event,
    /// The name under which we invite. The address is the sender's, filled in by [`sent_by`]: an
    /// organiser who is also the reader would keep some calendars from taking the meeting in.
    pub organiser: String,
    /// Who takes part: names and addresses. They have agreed on the time already, so nobody is
    /// asked to answer.
    pub attendees: Vec<(String, String)>,
}

/// Stands for the sender until the mail leaves.
const SENDER: &str = "calendar@cairn.invalid";
const LONGEST_LINE: usize = 75;

impl Invitation {
    /// The file.
    #[must_use]
    pub fn to_ics(&self) -> String {
        let mut out = Lines::begin(self.method.name());
        out.event_head(&self.event);
        out.line("ORGANIZER", &[("CN", &self.organiser)], &mailto(SENDER));
        for (name, address) in &self.attendees {
            let part = [
                ("CUTYPE", "INDIVIDUAL"),
                ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", "ACCEPTED"),
                ("RSVP", "FALSE"),
                ("CN", name),
            ];
            out.line("ATTENDEE", &part, &mailto(address));
        }
        let status = if self.method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" };
        out.event_tail(status);
        out.end()
    }
}

/// A file to download: one meeting, and nobody is asked anything.
#[must_use]
pub fn file(event: &Event) -> String {
    let mut out = Lines::begin("PUBLISH");
    out.event_head(event);
    out.event_tail("CONFIRMED");
    out.end()
}

/// A calendar to subscribe to.
#[must_use]
pub fn feed(name: &str, events: &[Event]) -> String {
    let mut out = Lines::begin("PUBLISH");
    out.text("X-WR-CALNAME", name);
    out.text("NAME", name);
    out.line("REFRESH-INTERVAL", &[("VALUE", "DURATION")], "PT1H");
    out.line("X-PUBLISHED-TTL", &[], "PT1H");
    for event in events {
        out.event_head(event);
        out.event_tail("CONFIRMED");
    }
    out.end()
}

/// The file with the sender's address as the organiser's, at the moment when it is sent.
#[must_use]
pub fn sent_by(ics: &str, address: &str) -> String {
    let whole = ics.replace("\r\n ", "").replace(SENDER, &clean(address));
    let mut out = Lines(String::with_capacity(ics.len()));
    for line in whole.split_terminator("\r\n") {
        out.folded(line);
    }
    out.0
}

struct Lines(String);

impl Lines {
    fn begin(method: &str) -> Self {
        let mut out = Self(String::new());
        out.line("BEGIN", &[], "VCALENDAR");
        out.line("VERSION", &[], "2.0");
        out.line("PRODID", &[], "-//Cairn//Mentoring//EN");
        out.line("CALSCALE", &[], "GREGORIAN");
        out.line("METHOD", &[], method);
        out
    }

    fn event_head(&mut self, event: &Event) {
        let ends = event.starts + SignedDuration::from_mins(event.minutes.into());
        self.line("BEGIN", &[], "VEVENT");
        self.text("UID", &event.uid);
        self.line("SEQUENCE", &[], &event.sequence.to_string());
        self.line("DTSTAMP", &[], &utc(event.stamp));
        self.line("DTSTART", &[], &utc(event.starts));
        self.line("DTEND", &[], &utc(ends));
        self.text("SUMMARY", &event.summary);
        if !event.description.is_empty() {
            self.text("DESCRIPTION", &event.description);
        }
        if !event.place.is_empty() {
            self.text("LOCATION", &event.place);
        }
        if !event.page.is_empty() {
            self.line("URL", &[], &clean(&event.page));
        }
    }

    fn event_tail(&mut self, status: &str) {
        self.line("STATUS", &[], status);
        self.line("TRANSP", &[], "OPAQUE");
        // Colleagues who share a calendar see a busy hour, not who is mentored by whom.
        self.line("CLASS", &[], "PRIVATE");
        self.line("END", &[], "VEVENT");
    }

    fn end(mut self) -> String {
        self.line("END", &[], "VCALENDAR");
        self.0
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &[], &escaped(value));
    }

    fn line(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (parameter, value) in parameters {
            line.push_str(&format!(";{parameter}={}", quoted(value)));
        }
        line.push(':');
        line.push_str(value);
        self.folded(&line);
    }

    /// At most 75 octets a line, never cut within a character.
    fn folded(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn mailto(address: &str) -> String {
    format!("mailto:{}", clean(address))
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A parameter's value. Plain words stand bare, as some calendars insist for `RSVP=FALSE`; a
/// quotation mark cannot be written at all.
fn quoted(value: &str) -> String {
    if !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return value.to_owned();
    }
    let clean = value.chars().filter(|c| !c.is_control());
    let clean: String = clean.map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{clean}\"")
}

/// An address: no spaces, no control characters.
fn clean(address: &str) -> String {
    address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
