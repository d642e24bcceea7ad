use super::*;

fn rules() -> Rules {
    let presets = design::presets();
    let asks = presets.iter().map(design::Preset::design).find_map(|design| Rules::of(&design));
    asks.expect("a preset in which people ask each other")
}

fn at(day: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
}

fn request() -> Request {
    let side = |name: &str| Side {
        enrolment: EnrolmentId::from(name.to_owned()),
        person: PersonId::from(name.to_owned()),
    };
    Request {
        id: RequestId::from("r".to_owned()),
        organisation: OrganisationId::from("o".to_owned()),
        programme: ProgrammeId::from("p".to_owned()),
        track: TrackId::from("t".to_owned()),
        asker: side("dana"),
        asked: side("chidi"),
        place: 1,
        message: String::new(),
        score: None,
        reasons: Vec::new(),
        state: State::Waiting,
        created_at: at(0),
        told_at: None,
    }
}

#[test]
fn a_request_is_answered_only_while_it_is_open() {
    assert_eq!(request().answered(true, at(1)), Err(Refused::NotAsked));
    let open = request().sent(&rules(), at(1));
    assert_eq!(open.clone().answered(true, at(2)).map(|q| q.end()), Ok(Some(End::Accepted)));
    let no = open.answered(false, at(2)).expect("answered");
    assert_eq!(no.end(), Some(End::Declined));
    assert_eq!(no.answered(true, at(3)), Err(Refused::Over));
}

#[test]
fn it_expires_on_the_day_that_the_design_says_and_not_before() {
    let rules = rules();
    let open = request().sent(&rules, at(1));
    let last = 1 + i64::from(rules.expire_day);
    assert_eq!(open.clone().expired(at(last - 1)), Err(Refused::TooEarly));
    assert_eq!(open.expired(at(last)).map(|q| q.end()), Ok(Some(End::Expired)));
    assert_eq!(request().expired(at(last)), Err(Refused::Over));
}

#[test]
fn what_was_taken_back_by_mistake_is_open_again_while_there_is_time_and_room() {
    let open = request().sent(&rules(), at(1));
    let back = open.clone().withdrawn(at(2)).expect("withdrawn");
    assert_eq!(back.clone().restored(true, at(2)), Ok(open));
    assert_eq!(back.clone().restored(false, at(2)).map(|q| q.state), Ok(State::Waiting));
    assert_eq!(back.restored(true, at(40)).map(|q| q.state), Ok(State::Waiting));
    assert_eq!(request().restored(true, at(1)), Err(Refused::NotWithdrawn));
}

#[test]
fn nobody_is_asked_beyond_their_places_save_where_the_design_says_how_often() {
    let plain = Rules { popular_after: None, ..rules() };
    assert_eq!(
        [plain.room(2, 0), plain.room(2, 1), plain.room(2, 2), plain.room(0, 0)],
        [2, 1, 0, 0]
    );
    let popular = Rules { popular_after: Some(3), ..plain };
    assert_eq!([popular.room(1, 2), popular.room(1, 3), popular.room(0, 0)], [1, 0, 0]);
}
