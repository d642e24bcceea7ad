use jiff::ToSpan as _;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn slot(id: &str, starts: &str) -> Slot {
    Slot { id: SlotId::from(id.to_owned()), starts: at(starts) }
}

fn proposed() -> Meeting {
    Meeting {
        id: MeetingId::from("m".to_owned()),
        organisation: OrganisationId::from("o".to_owned()),
        relationship: RelationshipId::from("r".to_owned()),
        state: State::Proposed(vec![
            slot("a", "2026-11-24T09:00:00Z"),
            slot("b", "2026-11-26T09:00:00Z"),
        ]),
        minutes: 60,
        place: String::new(),
        agenda: String::new(),
        uid: "m@cairn.test".to_owned(),
        sequence: 0,
        proposed_by: Some(dana()),
    }
}

fn dana() -> PersonId {
    PersonId::from("dana".to_owned())
}

fn id(text: &str) -> SlotId {
    SlotId::from(text.to_owned())
}

fn booked() -> Meeting {
    proposed().pick(&id("a"), at("2026-11-22T09:00:00Z")).unwrap()
}

#[test]
fn the_first_to_pick_decides() {
    let now = at("2026-11-22T09:00:00Z");
    assert_eq!(booked().state, State::Booked(at("2026-11-24T09:00:00Z")));
    assert_eq!(booked().pick(&id("b"), now), Err(Refused::PickedAlready));
    assert_eq!(proposed().pick(&id("z"), now), Err(Refused::NoSuchSlot));
    assert_eq!(proposed().pick(&id("a"), at("2026-11-24T09:00:00Z")), Err(Refused::SlotOver));
}

#[test]
fn each_version_that_calendars_get_has_a_higher_number() {
    let now = at("2026-11-22T09:00:00Z");
    let moved = booked().move_to(at("2026-11-25T09:00:00Z"), now).unwrap();
    assert_eq!((booked().sequence, moved.sequence), (0, 1));
    assert_eq!(moved.clone().cancel(now).unwrap().sequence, 2);
    assert_eq!(moved.cancel(now).unwrap().cancel(now), Err(Refused::CalledOff));
    assert_eq!(proposed().cancel(now).unwrap().sequence, 0);
}

#[test]
fn what_has_begun_is_neither_moved_nor_called_off() {
    let later = at("2026-11-24T09:00:01Z");
    assert_eq!(booked().cancel(later), Err(Refused::Begun));
    assert_eq!(booked().move_to(later + 1.hour(), later), Err(Refused::Begun));
    assert_eq!(
        booked().move_to(at("2026-11-20T09:00:00Z"), at("2026-11-22T09:00:00Z")),
        Err(Refused::InThePast)
    );
}

#[test]
fn one_may_change_ones_mind_about_what_became_of_it() {
    let (before, after) = (at("2026-11-24T08:00:00Z"), at("2026-11-24T11:00:00Z"));
    assert_eq!(booked().tell(true, &dana(), before), Err(Refused::NotBegun));
    let held = booked().tell(true, &dana(), after).unwrap();
    let missed = held.clone().tell(false, &dana(), after).unwrap();
    assert_eq!(missed.state, State::Missed(at("2026-11-24T09:00:00Z")));
    assert_eq!(held.untell().unwrap(), booked());
    assert_eq!(booked().untell(), Err(Refused::NothingSaid));
    assert_eq!(proposed().tell(true, &dana(), after), Err(Refused::NotBooked));
}
