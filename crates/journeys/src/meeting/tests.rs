//! Through the door: what meetings promise to the people in a relationship, on both databases.

use db::{db_test, params, testing::TestDb};
use ical::IcalParser;
use icalendar::{Calendar, CalendarComponent, Component as _};
use jiff::{SignedDuration, Timestamp};
use people::testing::{Browser, Page};
use programmes::{RelationshipId, testing::Stage};

use super::*;
use crate::testing::{links, lives_in, mails, pair, readable, stage, told, turn};

/// Dana proposes what the page suggests. Gives the meeting's path.
async fn proposed(dana: &Browser, id: &RelationshipId) -> String {
    let form = dana.get(&format!("/relationships/{id}/meetings/new")).await;
    assert_eq!(form.status, 200);
    let slots = form.attributes("input[name=slots]", "value");
    let mut fields: Vec<(&str, &str)> = slots.iter().map(|s| ("slots", s.as_str())).collect();
    fields.extend([
        ("minutes", "60"),
        ("place", "Room 4"),
        ("agenda", "Getting to know each other"),
    ]);
    let done = dana.post(&format!("/relationships/{id}/meetings/new"), &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location.unwrap()
}

/// Proposed by Dana and picked by Chidi: Tuesday 3 November, 10:00 in Copenhagen.
async fn booked(stage: &Stage, id: &RelationshipId) -> String {
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let path = proposed(&dana, id).await;
    let slot = chidi.get(&path).await.attributes("button[name=slot]", "value").remove(0);
    let done = chidi.post(&format!("{path}/pick"), &[("slot", &slot)]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    path
}

async fn states(stage: &Stage, id: &RelationshipId) -> Vec<String> {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select state from meeting where relationship_id = $1 order by created_at, id";
    let rows = tx.all(sql, params![id]).await.unwrap();
    rows.iter().map(|row| row.get("state").unwrap()).collect()
}

fn event(mail: &mail::Sent) -> icalendar::Event {
    let calendar: Calendar = mail.calendar.as_ref().unwrap().parse().unwrap();
    match calendar.components.into_iter().next().unwrap() {
        CalendarComponent::Event(event) => event,
        other => panic!("an event: {other:?}"),
    }
}

/// What both parsers say about a property of the mail's calendar file.
fn property(mail: &mail::Sent, name: &str) -> String {
    let ics = mail.calendar.as_ref().unwrap();
    let one = event(mail).property_value(name).unwrap().to_owned();
    let calendar = IcalParser::new(ics.as_bytes()).next().unwrap().unwrap();
    let found = calendar.events[0].properties.iter().find(|p| p.name == name).unwrap();
    assert_eq!(found.value.as_deref(), Some(one.as_str()));
    one
}

#[db_test]
async fn three_times_are_proposed_and_one_tap_in_the_mail_picks_one(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let path = proposed(&dana, &id).await;
    assert!(mails(&stage, "dana", "meeting-proposed").await.is_empty());
    let mail = told(&stage, "chidi", "meeting-proposed").await;
    insta::assert_snapshot!("proposed", readable(&mail));
    let slots = links(&mail);
    assert_eq!(slots.len(), 3);
    // Somebody who is not signed in: the link is enough.
    let stranger = stage.world.stranger();
    let page = stranger.get(&slots[1]).await;
    assert!(page.says("When do you meet Dana Whitlock?"), "{}", page.text());
    let buttons = page.attributes("button[name=slot]", "value");
    assert!(slots[1].ends_with(&buttons[0]), "the pressed one comes first");
    let action = page.attributes("main form", "action").remove(0);
    let done = stranger.post(&action, &[("slot", &buttons[0])]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let after = stranger.get(&done.location.unwrap()).await;
    assert!(after.says("It is agreed."), "{}", after.text());
    assert!(dana.get(&path).await.says("Thursday 5 November, 14:00 CET"));
}

#[db_test]
async fn a_scanner_that_follows_links_changes_nothing(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    proposed(&dana, &id).await;
    let scanner = stage.world.stranger();
    for link in links(&told(&stage, "chidi", "meeting-proposed").await) {
        assert_eq!(scanner.get(&link).await.status, 200);
    }
    assert_eq!(states(&stage, &id).await, ["proposed"]);
}

#[db_test]
async fn both_get_an_invitation_that_calendars_accept(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    booked(&stage, &id).await;
    for name in ["chidi", "dana"] {
        let mail = told(&stage, name, "meeting-booked").await;
        assert_eq!(mail.calendar_method.as_deref(), Some("REQUEST"));
        assert_eq!(property(&mail, "DTSTART"), "20261103T090000Z");
        assert_eq!(property(&mail, "DTEND"), "20261103T100000Z");
        assert_eq!(property(&mail, "SEQUENCE"), "0");
    }
    let mail = told(&stage, "chidi", "meeting-booked").await;
    insta::assert_snapshot!("booked", readable(&mail));
}

#[db_test]
async fn of_two_who_pick_at_once_one_wins_and_the_other_is_told(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let path = proposed(&dana, &id).await;
    let [one, other] = [stage.world.sign_in("chidi").await, stage.world.sign_in("chidi").await];
    let slots = one.get(&path).await.attributes("button[name=slot]", "value");
    let pick = format!("{path}/pick");
    let (first, second) = ([("slot", slots[0].as_str())], [("slot", slots[1].as_str())]);
    let (a, b) = tokio::join!(one.post(&pick, &first), other.post(&pick, &second));
    assert_eq!((a.status, b.status), (303, 303));
    let pages: Vec<Page> = vec![one.get(&path).await, other.get(&path).await];
    // The flash stands outside of the main text on this layout or inside: the whole page counts.
    let said = |text: &str| pages.iter().filter(|page| page.html.contains(text)).count();
    assert_eq!(said("It is a date"), 1);
    assert_eq!(said("Somebody was quicker"), 1);
    assert_eq!(mails(&stage, "dana", "meeting-booked").await.len(), 1);
    assert_eq!(states(&stage, &id).await, ["booked"]);
}

#[db_test]
async fn each_reads_their_own_clock_and_sees_the_others(test: TestDb) {
    let stage = stage(test).await;
    lives_in(&stage, "chidi", "Asia/Kolkata").await;
    let id = pair(&stage).await;
    let path = booked(&stage, &id).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let hers = dana.get(&path).await;
    assert!(hers.says("Tuesday 3 November, 10:00 CET"), "{}", hers.text());
    assert!(hers.says("for Chidi Okafor it is 14:30 IST"), "{}", hers.text());
    let his = chidi.get(&path).await;
    assert!(his.says("Tuesday 3 November, 14:30 IST"), "{}", his.text());
    let mail = told(&stage, "chidi", "meeting-booked").await;
    assert!(mail.subject.contains("14:30 IST") && mail.text.contains("10:00 CET"), "{}", mail.text);
}

#[db_test]
async fn moving_and_calling_off_reach_both_calendars_with_a_higher_sequence(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let path = booked(&stage, &id).await;
    let uid = property(&told(&stage, "dana", "meeting-booked").await, "UID");
    let dana = stage.world.sign_in("dana").await;
    let form = [
        ("own_date", "2026-11-12"),
        ("own_time", "15:30"),
        ("minutes", "45"),
        ("place", "https://meet.example/abc"),
    ];
    let done = dana.post(&format!("{path}/move"), &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    for name in ["chidi", "dana"] {
        let mail = told(&stage, name, "meeting-moved").await;
        assert_eq!(property(&mail, "UID"), uid);
        assert_eq!(property(&mail, "SEQUENCE"), "1");
        assert_eq!(property(&mail, "DTSTART"), "20261112T143000Z");
        assert_eq!(property(&mail, "DTEND"), "20261112T151500Z");
        // The first invitation had not left: it would only confuse.
        assert!(mails(&stage, name, "meeting-booked").await.is_empty());
    }
    insta::assert_snapshot!("moved", readable(&told(&stage, "chidi", "meeting-moved").await));
    assert!(dana.get(&format!("{path}/cancel")).await.says("Call off the meeting"));
    assert_eq!(dana.post(&format!("{path}/cancel"), &[]).await.status, 303);
    for name in ["chidi", "dana"] {
        let mail = told(&stage, name, "meeting-cancelled").await;
        assert_eq!(mail.calendar_method.as_deref(), Some("CANCEL"));
        assert_eq!(property(&mail, "UID"), uid);
        assert_eq!(property(&mail, "SEQUENCE"), "2");
        assert_eq!(property(&mail, "STATUS"), "CANCELLED");
    }
    insta::assert_snapshot!(
        "cancelled",
        readable(&told(&stage, "chidi", "meeting-cancelled").await)
    );
    assert_eq!(dana.post(&format!("{path}/cancel"), &[]).await.status, 409);
}

#[db_test]
async fn a_meeting_is_reminded_of_once_and_asked_about_once_across_a_clock_change(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    // Monday 29 March 2027, the day after Copenhagen enters summer time.
    let form = [("own_date", "2027-03-29"), ("own_time", "10:00"), ("minutes", "60")];
    let path =
        dana.post(&format!("/relationships/{id}/meetings/new"), &form).await.location.unwrap();
    let chidi = stage.world.sign_in("chidi").await;
    let slot = chidi.get(&path).await.attributes("button[name=slot]", "value").remove(0);
    chidi.post(&format!("{path}/pick"), &[("slot", &slot)]).await;
    let starts: Timestamp = "2027-03-29T08:00:00Z".parse().unwrap();
    let mail = told(&stage, "chidi", "meeting-booked").await;
    assert_eq!(property(&mail, "DTSTART"), "20270329T080000Z");
    // Every ten minutes from three days before to three days after.
    let world = &stage.world;
    let begin = starts - SignedDuration::from_hours(72);
    world.travel(begin.duration_since(world.app.seam.now()));
    let (mut reminded, mut asked) = (None, None);
    for _ in 0..(6 * 24 * 6) {
        turn!(stage, remind_due);
        turn!(stage, ask_due);
        let now = world.app.seam.now();
        if reminded.is_none() && !mails(&stage, "dana", "meeting-reminder").await.is_empty() {
            reminded = Some(starts.duration_since(now));
        }
        if asked.is_none() && !mails(&stage, "dana", "meeting-question").await.is_empty() {
            asked = Some(now.duration_since(starts));
        }
        world.travel(SignedDuration::from_mins(10));
    }
    assert_eq!(reminded, Some(SignedDuration::from_hours(24)));
    assert_eq!(asked, Some(SignedDuration::from_mins(90)));
    for (name, kind) in
        [("dana", "meeting-reminder"), ("chidi", "meeting-reminder"), ("chidi", "meeting-question")]
    {
        assert_eq!(mails(&stage, name, kind).await.len(), 1, "{name}: {kind}");
    }
    insta::assert_snapshot!("reminder", readable(&told(&stage, "chidi", "meeting-reminder").await));
}

#[db_test]
async fn did_you_meet_is_answered_from_the_mail_and_a_scanner_answers_nothing(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let path = booked(&stage, &id).await;
    stage.world.travel_days(2);
    turn!(stage, ask_due);
    let mail = told(&stage, "chidi", "meeting-question").await;
    insta::assert_snapshot!("question", readable(&mail));
    let stranger = stage.world.stranger();
    let [yes, no] = links(&mail).try_into().unwrap();
    for link in [&no, &yes] {
        assert_eq!(stranger.get(link).await.status, 200);
    }
    assert_eq!(states(&stage, &id).await, ["booked"]);
    assert_eq!(stranger.post(&yes, &[]).await.status, 303);
    assert_eq!(states(&stage, &id).await, ["held"]);
    assert!(stranger.get(&yes).await.says("Thank you"));
    // Dana's mind may differ, on her page; and she may take that back.
    let dana = stage.world.sign_in("dana").await;
    assert_eq!(dana.post(&format!("{path}/missed"), &[]).await.status, 303);
    assert_eq!(states(&stage, &id).await, ["missed"]);
    assert_eq!(dana.post(&format!("{path}/untell"), &[]).await.status, 303);
    assert_eq!(states(&stage, &id).await, ["booked"]);
}

#[db_test]
async fn one_tap_says_we_met_and_another_takes_it_back(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let log = format!("/relationships/{id}/meetings/log");
    let done = dana.post(&log, &[]).await;
    assert_eq!(done.status, 303);
    let list = dana.get(&done.location.unwrap()).await;
    assert!(list.html.contains("you met on Monday 2 November"), "{}", list.html);
    assert!(list.says("Monday 2 November took place"), "{}", list.text());
    let undo = list.attributes("form[action$=untell]", "action").remove(0);
    assert_eq!(dana.post(&undo, &[]).await.status, 303);
    assert!(states(&stage, &id).await.is_empty());
    for bad in ["2026-11-03", "yesterday"] {
        assert_eq!(dana.post(&log, &[("on", bad)]).await.status, 422, "{bad}");
    }
    assert_eq!(dana.post(&log, &[("on", "2026-10-30")]).await.status, 303);
    assert_eq!(states(&stage, &id).await, ["held"]);
}

#[db_test]
async fn an_end_takes_meetings_out_of_both_calendars_and_proposals_off_the_table(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let path = booked(&stage, &id).await;
    let dana = stage.world.sign_in("dana").await;
    let open = proposed(&dana, &id).await;
    let slot = links(&told(&stage, "chidi", "meeting-proposed").await).remove(0);
    assert_eq!(dana.post(&format!("/relationships/{id}/end"), &[]).await.status, 303);
    stage.world.run_jobs().await;
    for name in ["chidi", "dana"] {
        let mail = told(&stage, name, "meeting-cancelled").await;
        assert_eq!(mail.calendar_method.as_deref(), Some("CANCEL"));
        assert!(!mail.text.contains("/meetings/new"), "{}", mail.text);
    }
    assert_eq!(states(&stage, &id).await, ["cancelled", "cancelled"]);
    let late = stage.world.stranger().get(&slot).await;
    assert!(late.says("They have passed or were taken back"), "{}", late.text());
    assert_eq!(dana.get(&path).await.status, 200);
    assert_eq!(dana.get(&open).await.status, 200);
}

#[db_test]
async fn a_pause_calls_off_only_what_lies_within_it(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    booked(&stage, &id).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let form = [("own_date", "2026-12-15"), ("own_time", "10:00"), ("minutes", "60")];
    let late =
        dana.post(&format!("/relationships/{id}/meetings/new"), &form).await.location.unwrap();
    let slot = chidi.get(&late).await.attributes("button[name=slot]", "value").remove(0);
    chidi.post(&format!("{late}/pick"), &[("slot", &slot)]).await;
    let pause = format!("/relationships/{id}/pause");
    assert_eq!(dana.post(&pause, &[("until", "2026-12-01")]).await.status, 303);
    stage.world.run_jobs().await;
    assert_eq!(states(&stage, &id).await, ["cancelled", "booked"]);
}

#[db_test]
async fn the_calendar_of_ones_own_has_a_secret_address_that_can_be_ended(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    booked(&stage, &id).await;
    let (dana, stranger) = (stage.world.sign_in("dana").await, stage.world.stranger());
    let made = dana.post("/calendar/new", &[]).await;
    let address = made.attributes("#address", "value").remove(0);
    let path = address.strip_prefix("http://cairn.test").unwrap().to_owned();
    let feed = stranger.get(&path).await;
    assert_eq!(feed.status, 200);
    assert!(feed.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    assert!(feed.html.contains("SUMMARY:Meeting with Chidi Okafor\r\n"), "{}", feed.html);
    let mail = told(&stage, "dana", "meeting-booked").await;
    assert!(
        feed.html.contains(&format!("UID:{}", property(&mail, "UID"))),
        "one meeting, one entry"
    );
    assert_eq!(stranger.get(path.strip_suffix(".ics").unwrap()).await.status, 404);
    assert_eq!(stranger.get("/calendar/0123.ics").await.status, 404);
    // A new address ends the old one; then no address is good.
    let renewed = dana.post("/calendar/new", &[]).await.attributes("#address", "value").remove(0);
    assert_eq!(stranger.get(&path).await.status, 404);
    assert!(dana.get("/calendar").await.attributes("#address", "value").is_empty(), "shown once");
    assert_eq!(dana.post("/calendar/end", &[]).await.status, 303);
    let renewed = renewed.strip_prefix("http://cairn.test").unwrap();
    assert_eq!(stranger.get(renewed).await.status, 404);
}

#[db_test]
async fn nobody_else_sees_or_touches_a_meeting(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let path = booked(&stage, &id).await;
    for name in ["amal", "bea", "farid"] {
        let other = stage.world.sign_in(name).await;
        for page in ["", "/move", "/cancel", "/meeting.ics"] {
            assert_eq!(other.get(&format!("{path}{page}")).await.status, 404, "{name} {page}");
        }
        assert_eq!(other.get(&format!("/relationships/{id}/meetings")).await.status, 404);
        for verb in ["pick", "move", "cancel", "held", "missed", "untell"] {
            assert_eq!(
                other.post(&format!("{path}/{verb}"), &[]).await.status,
                404,
                "{name} {verb}"
            );
        }
        for verb in ["new", "log"] {
            let path = format!("/relationships/{id}/meetings/{verb}");
            assert_eq!(other.post(&path, &[]).await.status, 404, "{name} {verb}");
        }
    }
    assert_eq!(states(&stage, &id).await, ["booked"]);
    // A link for one purpose is none for another.
    proposed(&stage.world.sign_in("dana").await, &id).await;
    let secret = links(&told(&stage, "chidi", "meeting-proposed").await).remove(0);
    let secret = secret.trim_start_matches("/m/meeting/").split('?').next().unwrap().to_owned();
    assert_eq!(stage.world.stranger().get(&format!("/m/met/{secret}")).await.status, 404);
    assert_eq!(stage.world.stranger().get(&format!("/calendar/{secret}.ics")).await.status, 404);
}

#[db_test]
async fn what_was_typed_is_kept_when_something_is_wrong(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let new = format!("/relationships/{id}/meetings/new");
    let none = dana.post(&new, &[("minutes", "60"), ("place", "Café Ø")]).await;
    assert_eq!(none.status, 422);
    assert!(none.says("Please choose at least one time"), "{}", none.text());
    assert_eq!(none.attributes("input[name=place]", "value"), ["Café Ø"]);
    for (day, hour) in [("2026-11-24", ""), ("24.11.", "10:00"), ("2026-11-01", "10:00")] {
        let form = [("own_date", day), ("own_time", hour), ("minutes", "60")];
        let page = dana.post(&new, &form).await;
        assert_eq!(page.status, 422, "{day} {hour}");
        assert_eq!(page.attributes("input[name=own_date]", "value")[0], day);
    }
    assert!(states(&stage, &id).await.is_empty());
}

#[db_test]
async fn other_times_replace_the_ones_that_do_not_suit(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let first = proposed(&dana, &id).await;
    let instead = first.rsplit('/').next().unwrap();
    let form = [
        ("own_date", "2026-11-20"),
        ("own_time", "08:00"),
        ("minutes", "30"),
        ("instead", instead),
    ];
    let done = chidi.post(&format!("/relationships/{id}/meetings/new"), &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(states(&stage, &id).await, ["cancelled", "proposed"]);
    assert_eq!(links(&told(&stage, "dana", "meeting-proposed").await).len(), 1);
    let list = dana.get(&format!("/relationships/{id}/meetings")).await;
    assert!(list.says("Pick a time to meet Chidi Okafor"), "{}", list.text());
}

#[db_test]
async fn who_does_not_pick_is_asked_once_more_and_never_again(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    let form = [("own_date", "2026-11-20"), ("own_time", "08:00"), ("minutes", "30")];
    dana.post(&format!("/relationships/{id}/meetings/new"), &form).await;
    for _ in 0..10 {
        turn!(stage, nudge_due);
        stage.world.travel_days(1);
    }
    assert_eq!(mails(&stage, "chidi", "meeting-still-open").await.len(), 1);
    assert!(mails(&stage, "dana", "meeting-still-open").await.is_empty());
}

#[db_test]
async fn hostile_words_do_no_harm_in_the_page_or_the_calendar(test: TestDb) {
    let stage = stage(test).await;
    let id = pair(&stage).await;
    let (dana, chidi) = (stage.world.sign_in("dana").await, stage.world.sign_in("chidi").await);
    let place = "<script>alert(1)</script>\r\nATTENDEE:mailto:eve@evil.example";
    let agenda = "one\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n<img src=x onerror=alert(1)>";
    let form = [
        ("own_date", "2026-11-20"),
        ("own_time", "08:00"),
        ("minutes", "30"),
        ("place", place),
        ("agenda", agenda),
    ];
    let path =
        dana.post(&format!("/relationships/{id}/meetings/new"), &form).await.location.unwrap();
    let page = chidi.get(&path).await;
    assert!(!page.html.contains("<script>alert") && !page.html.contains("<img src=x"));
    let slot = page.attributes("button[name=slot]", "value").remove(0);
    chidi.post(&format!("{path}/pick"), &[("slot", &slot)]).await;
    let mail = told(&stage, "dana", "meeting-booked").await;
    assert!(!mail.html.contains("<script>alert"));
    let ics = mail.calendar.clone().unwrap();
    let calendar = IcalParser::new(ics.as_bytes()).next().unwrap().unwrap();
    assert_eq!(calendar.events.len(), 1);
    let attendees = calendar.events[0].properties.iter().filter(|p| p.name == "ATTENDEE");
    assert_eq!(attendees.count(), 2);
}
