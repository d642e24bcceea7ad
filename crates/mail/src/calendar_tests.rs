use icalendar::{Calendar, CalendarComponent, Component as _};

use super::*;

fn event() -> Event {
    Event {
        uid: "0193-meeting@cairn.test".to_owned(),
        sequence: 2,
        stamp: "2026-11-02T08:00:00Z".parse().unwrap(),
        starts: "2026-11-24T09:00:00Z".parse().unwrap(),
        minutes: 60,
        summary: "You and Chidi; mentoring, again".to_owned(),
        description: "Agenda:\n1. How was it?\n2. Æblegrød, naïveté und Größe".to_owned(),
        place: "Room 4\\B, second floor".to_owned(),
        page: "http://cairn.test/relationships/1/meetings/2".to_owned(),
    }
}

fn invitation(method: Method) -> Invitation {
    Invitation {
        method,
        event: event(),
        organiser: "Larkspur: mentoring".to_owned(),
        attendees: vec![
            ("Dana Whitlock".to_owned(), "dana@larkspur.example".to_owned()),
            ("Chidi \"C\" Okafor, PhD".to_owned(), "chidi@larkspur.example".to_owned()),
        ],
    }
}

/// What one parser finds: names, parameters and values in order.
type Found = Vec<(String, Vec<(String, String)>, String)>;

/// The `ical` crate: gives values as they stand in the file, unfolded.
fn by_ical(ics: &str) -> Vec<Found> {
    let calendars: Vec<_> = ical::IcalParser::new(ics.as_bytes()).map(|c| c.unwrap()).collect();
    assert_eq!(calendars.len(), 1);
    let events = calendars[0].events.iter();
    events
        .map(|event| {
            let properties = event.properties.iter();
            properties
                .map(|p| {
                    let parameters = p.params.clone().unwrap_or_default();
                    let parameters =
                        parameters.into_iter().map(|(n, v)| (n, v.join(","))).collect();
                    (p.name.clone(), parameters, p.value.clone().unwrap_or_default())
                })
                .collect()
        })
        .collect()
}

/// The `icalendar` crate: gives texts as they were meant.
fn by_icalendar(ics: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = ics.parse().unwrap();
    let events = calendar.components.into_iter().map(|c| match c {
        CalendarComponent::Event(event) => event,
        other => panic!("only events are in it: {other:?}"),
    });
    events.collect()
}

fn value<'a>(found: &'a Found, name: &str) -> &'a str {
    let mut those = found.iter().filter(|(n, ..)| n == name);
    let (_, _, value) = those.next().unwrap_or_else(|| panic!("{name} is there"));
    assert!(those.next().is_none(), "{name} is there once");
    value
}

#[test]
fn an_invitation_reads_as_it_stands() {
    insta::assert_snapshot!(invitation(Method::Request).to_ics().replace("\r\n", "\n"));
}

#[test]
fn two_independent_parsers_read_the_same_meeting() {
    let ics = invitation(Method::Request).to_ics();
    let ours = event();
    let [found] = by_ical(&ics).try_into().unwrap();
    assert_eq!(value(&found, "UID"), ours.uid);
    assert_eq!(value(&found, "SEQUENCE"), "2");
    assert_eq!(value(&found, "DTSTAMP"), "20261102T080000Z");
    assert_eq!(value(&found, "DTSTART"), "20261124T090000Z");
    assert_eq!(value(&found, "DTEND"), "20261124T100000Z");
    assert_eq!(value(&found, "STATUS"), "CONFIRMED");
    assert_eq!(found.iter().filter(|(n, ..)| n == "ATTENDEE").count(), 2);
    let [read] = by_icalendar(&ics).try_into().unwrap();
    assert_eq!(read.get_uid(), Some(ours.uid.as_str()));
    assert_eq!(read.get_sequence(), Some(2));
    assert_eq!(read.property_value("SUMMARY"), Some(ours.summary.as_str()));
    assert_eq!(read.property_value("DESCRIPTION"), Some(ours.description.as_str()));
    assert_eq!(read.property_value("LOCATION"), Some(ours.place.as_str()));
}

#[test]
fn nobody_is_asked_to_answer_what_they_have_agreed_on() {
    let ics = invitation(Method::Request).to_ics();
    let [found] = by_ical(&ics).try_into().unwrap();
    for (_, parameters, _) in found.iter().filter(|(n, ..)| n == "ATTENDEE") {
        assert!(parameters.contains(&("RSVP".to_owned(), "FALSE".to_owned())));
        assert!(parameters.contains(&("PARTSTAT".to_owned(), "ACCEPTED".to_owned())));
    }
}

#[test]
fn an_end_takes_the_meeting_out() {
    let ics = invitation(Method::Cancel).to_ics();
    assert!(ics.contains("\r\nMETHOD:CANCEL\r\n"));
    let [found] = by_ical(&ics).try_into().unwrap();
    assert_eq!(value(&found, "STATUS"), "CANCELLED");
    assert_eq!(value(&found, "UID"), event().uid);
}

#[test]
fn lines_end_with_crlf_and_have_at_most_75_octets() {
    let mut long = invitation(Method::Request);
    for width in 0..90 {
        long.event.summary = format!("{}{}", "x".repeat(width), "ø€𝄞".repeat(60));
        let ics = long.to_ics();
        assert!(ics.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
        for line in ics.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        let [read] = by_icalendar(&ics).try_into().unwrap();
        assert_eq!(read.property_value("SUMMARY"), Some(long.event.summary.as_str()));
    }
}

#[test]
fn hostile_names_and_places_add_no_line() {
    let hostile = [
        "x\r\nATTENDEE:mailto:eve@evil.example",
        "x\nEND:VEVENT\nBEGIN:VALARM\nACTION:EMAIL",
        "\u{85}\u{2028}STATUS:CANCELLED\u{0}\u{7}",
        "\";X=\"y:mailto:eve@evil.example",
        "a;b,c\\n\\;d:e\"",
        "\\",
        "'; drop table meeting; --",
    ];
    for text in hostile {
        let mut bad = invitation(Method::Request);
        bad.event.summary = text.to_owned();
        bad.event.place = text.to_owned();
        bad.event.description = text.to_owned();
        bad.event.uid = text.to_owned();
        bad.event.page = format!("http://cairn.test/{text}");
        bad.organiser = text.to_owned();
        bad.attendees = vec![(text.to_owned(), format!("dana@larkspur.example{text}"))];
        let plain = invitation(Method::Request);
        let ics = bad.to_ics();
        let [found] = by_ical(&ics).try_into().unwrap();
        let names = |found: &Found| found.iter().map(|(n, ..)| n.clone()).collect::<Vec<_>>();
        let [usual] = by_ical(&plain.to_ics()).try_into().unwrap();
        let mut usual = names(&usual);
        let second = usual.iter().rposition(|n| n == "ATTENDEE").unwrap();
        usual.remove(second);
        assert_eq!(names(&found), usual, "{text:?}");
        assert_eq!(by_icalendar(&ics).len(), 1);
    }
}

#[test]
fn the_senders_address_is_filled_in_when_it_leaves() {
    let address = "a-rather-long-name-for-a-mailbox@mentoring.department.larkspur.example";
    let ics = sent_by(&invitation(Method::Request).to_ics(), address);
    assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75));
    let [found] = by_ical(&ics).try_into().unwrap();
    assert_eq!(value(&found, "ORGANIZER"), format!("mailto:{address}"));
    let [same] = by_icalendar(&ics).try_into().unwrap();
    assert_eq!(same.property_value("SUMMARY"), Some(event().summary.as_str()));
}

#[test]
fn a_feed_holds_all_and_a_file_holds_one() {
    let later = Event { uid: "other@cairn.test".to_owned(), ..event() };
    let feed = feed("Mentoring", &[event(), later]);
    assert_eq!(by_ical(&feed).len(), 2);
    assert_eq!(by_icalendar(&file(&event())).len(), 1);
    assert!(!feed.contains("ATTENDEE"));
}
