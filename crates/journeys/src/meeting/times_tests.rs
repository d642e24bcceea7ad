use jiff::civil::date;

use super::*;

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn hours(day: i8, from: i8, to: i8) -> Hours {
    Hours { day, from: time(from, 0, 0, 0), to: time(to, 0, 0, 0) }
}

/// The same hours from Monday to Friday.
fn party(name: &str, from: i8, to: i8) -> Party {
    Party { zone: zone(name), hours: (1..=5).map(|day| hours(day, from, to)).collect() }
}

fn silent(name: &str) -> Party {
    Party { zone: zone(name), hours: Vec::new() }
}

fn wanted(from: Date) -> Wanted {
    Wanted { count: 3, minutes: 60, from }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The proposed times on the clock of a zone.
fn said(times: &Times, name: &str) -> Vec<String> {
    let clock = |t: &Timestamp| t.to_zoned(zone(name)).strftime("%a %d %b %H:%M").to_string();
    times.starts.iter().map(clock).collect()
}

const MONDAY: &str = "2026-11-02T08:00:00Z";

#[test]
fn times_lie_on_different_days_at_different_hours_and_never_today() {
    let two = [party("Europe/Copenhagen", 9, 16), party("Europe/Copenhagen", 8, 17)];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(times.basis, Basis::Said);
    let expected = ["Tue 03 Nov 10:00", "Thu 05 Nov 14:00", "Mon 09 Nov 11:00"];
    assert_eq!(said(&times, "Europe/Copenhagen"), expected);
}

#[test]
fn times_suit_everybody_on_their_own_clock() {
    let zones = ["Europe/Copenhagen", "America/New_York"];
    let two = zones.map(|name| party(name, 9, 17));
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(times.starts.len(), 3);
    for start in &times.starts {
        for name in zones {
            let begins = start.to_zoned(zone(name));
            let ends = (*start + SignedDuration::from_hours(1)).to_zoned(zone(name));
            assert!(begins.hour() >= 9 && begins.weekday().to_monday_one_offset() <= 5);
            assert!(ends.time() <= time(17, 0, 0, 0), "{begins} to {ends}");
        }
    }
}

#[test]
fn half_hour_zones_meet_on_the_half_hour() {
    let two = [party("Asia/Kolkata", 9, 17), party("Europe/London", 8, 16)];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(said(&times, "Asia/Kolkata")[0], "Tue 03 Nov 13:30");
    assert_eq!(said(&times, "Europe/London")[0], "Tue 03 Nov 08:00");
}

#[test]
fn silence_means_usual_working_hours() {
    let two = [silent("Europe/Copenhagen"), party("Europe/Copenhagen", 15, 20)];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(times.basis, Basis::Usual);
    assert_eq!(said(&times, "Europe/Copenhagen")[0], "Tue 03 Nov 15:00");
}

#[test]
fn said_hours_that_never_meet_fall_back_to_usual_ones() {
    let two = [party("Europe/Copenhagen", 6, 8), party("Europe/Copenhagen", 18, 20)];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(times.basis, Basis::Usual);
    assert_eq!(times.starts.len(), 3);
}

#[test]
fn the_other_side_of_the_world_has_no_common_working_hour() {
    let two = [silent("Europe/Copenhagen"), silent("Pacific/Auckland")];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(times, Times { starts: Vec::new(), basis: Basis::Nothing });
}

#[test]
fn what_is_taken_is_not_proposed() {
    let two = [party("Europe/Copenhagen", 10, 12), party("Europe/Copenhagen", 9, 16)];
    let taken = [Stretch { from: at("2026-11-03T09:30:00Z"), to: at("2026-11-03T10:00:00Z") }];
    let times = common(&two, &taken, at(MONDAY), wanted(date(2026, 11, 2)));
    assert_eq!(said(&times, "Europe/Copenhagen")[0], "Tue 03 Nov 11:00");
}

#[test]
fn one_free_day_a_week_still_gives_three_times() {
    let one = Party { zone: zone("Europe/Copenhagen"), hours: vec![hours(5, 9, 12)] };
    let times = common(&[one.clone(), one], &[], at(MONDAY), wanted(date(2026, 11, 2)));
    let expected = ["Fri 06 Nov 10:00", "Fri 13 Nov 11:00", "Fri 20 Nov 11:00"];
    assert_eq!(said(&times, "Europe/Copenhagen"), expected);
}

/// How many hours apart two clocks are at the proposed times, in turn; and both keep their hours.
fn apart_over(two: [(&str, i8, i8); 2], from: Date, now: &str) -> Vec<i32> {
    let parties = two.map(|(name, from, to)| party(name, from, to));
    let firm = Wanted { count: 18, minutes: 60, from };
    let times = common(&parties, &[], at(now), firm);
    let mut apart = Vec::new();
    for start in &times.starts {
        let [one, other] = two.map(|(name, from, to)| {
            let clock = start.to_zoned(zone(name));
            assert!((from..to).contains(&clock.hour()), "{clock}");
            clock.offset().seconds()
        });
        apart.push((one - other) / 3600);
    }
    apart.dedup();
    apart
}

#[test]
fn in_autumn_the_clocks_change_a_week_apart_and_both_keep_their_hours() {
    // Europe leaves summer time on 25 October 2026, New York on 1 November.
    let two = [("Europe/Copenhagen", 14, 17), ("America/New_York", 9, 12)];
    assert_eq!(apart_over(two, date(2026, 10, 19), "2026-10-18T08:00:00Z"), [6, 5, 6]);
}

#[test]
fn in_spring_the_clocks_change_two_weeks_apart_and_both_keep_their_hours() {
    // New York enters summer time on 14 March 2027, Europe on 28 March.
    let two = [("Europe/Copenhagen", 14, 17), ("America/New_York", 9, 12)];
    assert_eq!(apart_over(two, date(2027, 3, 10), "2027-03-09T08:00:00Z"), [6, 5, 6]);
}

#[test]
fn hours_in_the_gap_of_a_clock_change_are_none() {
    // In Copenhagen 2027-03-28 has no time from 02:00 to 03:00.
    let night = Party { zone: zone("Europe/Copenhagen"), hours: vec![hours(7, 2, 3)] };
    let firm = Wanted { count: 1, minutes: 60, from: date(2027, 3, 28) };
    let times = common(&[night.clone(), night], &[], at("2027-03-27T08:00:00Z"), firm);
    assert_eq!(said(&times, "Europe/Copenhagen"), ["Sun 04 Apr 02:00"]);
}

#[test]
fn tomorrow_is_everybodys_tomorrow() {
    // On Monday evening in New York it is Tuesday in Auckland: nothing on Auckland's Tuesday.
    let every_day = |name, from, to| Party {
        zone: zone(name),
        hours: (1..=7).map(|day| hours(day, from, to)).collect(),
    };
    let two = [every_day("America/New_York", 12, 18), every_day("Pacific/Auckland", 7, 12)];
    let times = common(&two, &[], at("2026-11-03T01:00:00Z"), wanted(date(2026, 11, 2)));
    assert_eq!(times.basis, Basis::Said);
    for start in &times.starts {
        assert!(start.to_zoned(zone("Pacific/Auckland")).date() >= date(2026, 11, 4));
        assert!(start.to_zoned(zone("America/New_York")).date() >= date(2026, 11, 3));
    }
}

#[test]
fn later_times_can_be_asked_for() {
    let two = [party("Europe/Copenhagen", 9, 16), silent("Europe/Copenhagen")];
    let times = common(&two, &[], at(MONDAY), wanted(date(2026, 12, 1)));
    assert!(said(&times, "Europe/Copenhagen")[0].starts_with("Tue 01 Dec"));
}
