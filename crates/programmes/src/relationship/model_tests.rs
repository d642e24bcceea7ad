use jiff::civil::date;

use super::*;

fn seat(person: &str, role: &str) -> Seat {
    Seat {
        id: SeatId::from(format!("seat of {person}")),
        enrolment: EnrolmentId::from(format!("enrolment of {person}")),
        person: PersonId::from(person.to_owned()),
        role: role.to_owned(),
        reply: Reply::Pending,
        replied_at: None,
        left_at: None,
    }
}

fn at(day: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * day)
}

fn offered(seats: Vec<Seat>) -> Relationship {
    Relationship {
        id: RelationshipId::from("r".to_owned()),
        organisation: OrganisationId::from("o".to_owned()),
        programme: ProgrammeId::from("p".to_owned()),
        track: TrackId::from("t".to_owned()),
        round: None,
        seats,
        state: State::Offered(Offer { from: at(0), until: at(7), reminded_at: None }),
        score: None,
        reasons: Vec::new(),
    }
}

fn pair() -> Relationship {
    offered(vec![seat("chidi", "mentor"), seat("dana", "mentee")])
}

fn group() -> Relationship {
    offered(["a", "b", "c", "d"].map(|p| seat(p, "peer")).to_vec())
}

fn least(role: &str, n: usize) -> Least {
    Least(BTreeMap::from([(role.to_owned(), n)]))
}

fn pair_least() -> Least {
    Least(BTreeMap::from([("mentor".to_owned(), 1), ("mentee".to_owned(), 1)]))
}

fn who(name: &str) -> PersonId {
    PersonId::from(name.to_owned())
}

fn running() -> Relationship {
    let last = Some(date(1970, 9, 1));
    pair().accept(&who("chidi"), at(1), last).unwrap().accept(&who("dana"), at(2), last).unwrap()
}

fn closure(relationship: &Relationship) -> Option<Closure> {
    match &relationship.state {
        State::Closed(close) => Some(close.closure),
        _ => None,
    }
}

#[test]
fn a_pair_runs_when_both_said_yes_and_not_before() {
    let one = pair().accept(&who("chidi"), at(1), None).unwrap();
    assert!(matches!(one.state, State::Offered(_)));
    let both = one.accept(&who("dana"), at(2), None).unwrap();
    assert_eq!(both.state, State::Active(Course { since: at(2), ends_on: None }));
}

#[test]
fn one_no_ends_a_pair_and_frees_both_seats() {
    let one = pair().accept(&who("chidi"), at(1), None).unwrap();
    let none = one.decline(&who("dana"), at(2), &pair_least(), None).unwrap();
    assert_eq!(closure(&none), Some(Closure::Declined));
    assert_eq!(none.open_seats().count(), 0);
}

#[test]
fn a_group_goes_on_without_those_who_said_no_while_its_least_is_met() {
    let three = group().decline(&who("a"), at(1), &least("peer", 3), None).unwrap();
    assert!(matches!(three.state, State::Offered(_)));
    let two = three.decline(&who("b"), at(1), &least("peer", 3), None).unwrap();
    assert_eq!(closure(&two), Some(Closure::Declined));
}

#[test]
fn the_last_no_of_a_group_starts_it_for_the_others() {
    let mut group = group();
    for name in ["a", "b", "c"] {
        group = group.accept(&who(name), at(1), None).unwrap();
    }
    let runs = group.decline(&who("d"), at(2), &least("peer", 3), None).unwrap();
    assert!(runs.is_running());
    assert_eq!(runs.open_seats().count(), 3);
}

#[test]
fn nobody_answers_twice_or_too_late_or_for_others() {
    let yes = pair().accept(&who("chidi"), at(1), None).unwrap();
    assert_eq!(yes.clone().accept(&who("chidi"), at(1), None), Err(Refused::AcceptedAlready));
    assert_eq!(
        yes.clone().decline(&who("chidi"), at(1), &pair_least(), None),
        Err(Refused::AcceptedAlready)
    );
    assert_eq!(yes.clone().accept(&who("dana"), at(7), None), Err(Refused::OfferOver));
    assert_eq!(yes.accept(&who("farid"), at(1), None), Err(Refused::NoSeat));
    assert_eq!(running().accept(&who("dana"), at(3), None), Err(Refused::AcceptedAlready));
}

#[test]
fn an_offer_expires_at_its_time_and_not_before() {
    let one = pair().accept(&who("chidi"), at(1), None).unwrap();
    assert_eq!(one.clone().expire(at(6), &pair_least(), None), Err(Refused::TooEarly));
    assert_eq!(closure(&one.expire(at(7), &pair_least(), None).unwrap()), Some(Closure::Expired));
    let mut group = group();
    for name in ["a", "b", "c"] {
        group = group.accept(&who(name), at(1), None).unwrap();
    }
    let runs = group.expire(at(7), &least("peer", 3), None).unwrap();
    assert_eq!((runs.is_running(), runs.open_seats().count()), (true, 3));
}

#[test]
fn a_pause_lasts_from_one_day_to_eight_weeks() {
    let today = date(1970, 3, 1);
    let pause = |until| running().pause(until, today, at(59));
    assert_eq!(pause(today), Err(Refused::PauseInThePast));
    assert_eq!(pause(date(1970, 4, 27)), Err(Refused::PauseTooLong));
    let rests = pause(date(1970, 4, 26)).unwrap();
    assert_eq!(rests.clone().pause(date(1970, 4, 1), today, at(59)), Err(Refused::PausedAlready));
    assert_eq!(rests.resume().unwrap(), running());
    assert_eq!(running().resume(), Err(Refused::NotPaused));
    assert_eq!(pair().pause(date(1970, 3, 2), today, at(59)), Err(Refused::NotRunning));
}

#[test]
fn leaving_ends_a_pair_and_only_a_seat_of_a_group() {
    let over = running().leave(&who("dana"), at(30), &pair_least()).unwrap();
    assert_eq!(closure(&over), Some(Closure::EndedEarly));
    assert_eq!(over.clone().leave(&who("dana"), at(31), &pair_least()), Err(Refused::Over));
    let State::Closed(close) = &over.state else { panic!() };
    assert_eq!((close.since, &close.by), (Some(at(2)), &Some(who("dana"))));
    let mut circle = group();
    for name in ["a", "b", "c", "d"] {
        circle = circle.accept(&who(name), at(1), None).unwrap();
    }
    let three = circle.leave(&who("a"), at(30), &least("peer", 3)).unwrap();
    assert_eq!((three.is_running(), three.open_seats().count()), (true, 3));
    assert_eq!(three.leave(&who("a"), at(31), &least("peer", 3)), Err(Refused::NoSeat));
}

#[test]
fn one_person_alone_is_no_relationship_whatever_the_design_allows() {
    let left = running().leave(&who("dana"), at(30), &Least(BTreeMap::new())).unwrap();
    assert_eq!(closure(&left), Some(Closure::EndedEarly));
}

#[test]
fn it_is_complete_when_its_last_day_has_passed() {
    assert_eq!(running().complete(date(1970, 9, 1), at(243)), Err(Refused::TooEarly));
    let done = running().complete(date(1970, 9, 2), at(244)).unwrap();
    assert_eq!(closure(&done), Some(Closure::Completed));
    assert_eq!(done.close(at(245), Closure::EndedEarly, None), Err(Refused::Over));
}

#[test]
fn a_cohort_ends_together_and_others_after_their_length() {
    let mut design = design::presets()[0].design();
    design.rhythm.length = Length::Months(9);
    design.rhythm.entry = design::Entry::Cohort;
    let begins = date(2026, 11, 2);
    let common = Some(date(2027, 6, 30));
    assert_eq!(last_day(&design, begins, common), common);
    assert_eq!(last_day(&design, begins, None), Some(date(2027, 8, 2)));
    assert_eq!(last_day(&design, begins, Some(date(2026, 1, 1))), Some(date(2027, 8, 2)));
    design.rhythm.entry = design::Entry::Rolling;
    assert_eq!(last_day(&design, begins, common), Some(date(2027, 8, 2)));
    design.rhythm.length = Length::Ongoing;
    assert_eq!(last_day(&design, begins, None), None);
}
