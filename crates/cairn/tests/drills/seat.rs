//! R7: many at once for a mentor's last seat.

use std::sync::Arc;

use db::{Db, db_test, params, testing::TestDb};
use jiff::SignedDuration;
use people::{
    PersonId,
    person::{self, NewPerson},
};
use programmes::{
    EnrolmentId,
    relationship::{self, NewRelationship, NewSeat},
    testing::Stage,
};
use tokio::sync::Barrier;
use web::{App, Routes};

use crate::times;

const AT_ONCE: usize = 8;

/// A mentor and those who want the last seat.
struct Scene {
    stage: Stage,
    mentor: EnrolmentId,
    wanting: Vec<(EnrolmentId, PersonId)>,
    roles: [String; 2],
}

impl Scene {
    async fn new(test: TestDb) -> Self {
        let stage = Stage::new(test, Routes::new()).await;
        let roles = stage.sides();
        let mentor = stage.enrol("chidi", &roles[0], Some(0)).await;
        let mut wanting = Vec::new();
        for n in 0..AT_ONCE {
            wanting.push(enrolled(&stage, &roles[1], n).await);
        }
        Self { stage, mentor, wanting, roles }
    }

    /// Gives the mentor one place more than are taken: the last seat.
    async fn one_seat_left(&self) {
        let taken = self.taken().await;
        let mut tx = self.stage.world.write().await;
        let sql = "update enrolment set capacity = $2 where id = $1";
        tx.run(sql, params![&self.mentor, taken + 1]).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn taken(&self) -> i64 {
        let mut tx = self.stage.world.app.db.read().await.unwrap();
        taken(&mut tx, &self.mentor).await
    }

    fn offer(&self, (enrolment, person): &(EnrolmentId, PersonId)) -> NewRelationship {
        let world = &self.stage.world;
        let [giver, receiver] = &self.roles;
        let seat = |enrolment: &EnrolmentId, person: &PersonId, role: &str| NewSeat {
            enrolment: enrolment.clone(),
            person: person.clone(),
            role: role.to_owned(),
        };
        let seats = vec![
            seat(&self.mentor, world.person("chidi"), giver),
            seat(enrolment, person, receiver),
        ];
        let now = world.app.seam.now();
        NewRelationship {
            organisation: world.organisation.clone(),
            programme: self.stage.programme.clone(),
            track: self.stage.track.clone(),
            round: None,
            seats,
            score: None,
            reasons: Vec::new(),
            offered_at: now,
            offered_until: now + SignedDuration::from_hours(24),
        }
    }
}

async fn taken(tx: &mut db::Tx, enrolment: &EnrolmentId) -> i64 {
    let sql = "select cast(count(*) as bigint) as n from seat where enrolment_id = $1 and left_at is null";
    tx.one(sql, params![enrolment]).await.unwrap().get("n").unwrap()
}

async fn enrolled(stage: &Stage, role: &str, n: usize) -> (EnrolmentId, PersonId) {
    let world = &stage.world;
    let new = NewPerson { name: format!("Racer {n}"), ..NewPerson::default() };
    let mut tx = world.write().await;
    let person = person::create(&mut tx, &world.app.seam, &world.organisation, &new).await.unwrap();
    let id = EnrolmentId::from(world.app.seam.id());
    tx.run(
        "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
         door, capacity, priority, created_at) \
         values ($1, $2, $3, $4, $5, $6, 'approved', 'coordinator', 1000000, 0, 0)",
        params![&id, &world.organisation, &stage.programme, &stage.track, &person, role],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    (id, person)
}

async fn try_to_take(app: App, new: NewRelationship, start: Arc<Barrier>) -> bool {
    start.wait().await;
    let mut tx = app.db.write().await.unwrap();
    let offered = relationship::offer(&mut tx, &app, new).await;
    match offered {
        Ok(_) => tx.commit().await.is_ok(),
        Err(problem) => {
            assert_eq!(problem.status().as_u16(), 409, "{problem:?}");
            false
        }
    }
}

#[db_test]
async fn of_many_who_want_the_last_seat_one_gets_it(test: TestDb) {
    let dialect = test.db.dialect();
    let scene = Scene::new(test).await;
    let races = times("CAIRN_DRILL_RACES", 15);
    for race in 0..races {
        scene.one_seat_left().await;
        let start = Arc::new(Barrier::new(AT_ONCE));
        let tries: Vec<_> = scene
            .wanting
            .iter()
            .map(|who| {
                let app = scene.stage.world.app.clone();
                tokio::spawn(try_to_take(app, scene.offer(who), start.clone()))
            })
            .collect();
        let mut winners = 0;
        for one in tries {
            winners += usize::from(one.await.unwrap());
        }
        assert_eq!(winners, 1, "in race {race}");
        assert_eq!(
            scene.taken().await,
            i64::try_from(race).unwrap() + 1,
            "no seat beyond the capacity"
        );
    }
    println!("R7 {dialect:?}: {races} races of {AT_ONCE} for the last seat, 0 over capacity");
}

/// The bite: looks first, then takes, with nothing held in between.
async fn look_then_take(
    db: Db,
    mentor: EnrolmentId,
    app: App,
    stage: [String; 4],
    start: Arc<Barrier>,
) -> bool {
    let [organisation, programme, track, person] = stage;
    let free = taken(&mut db.read().await.unwrap(), &mentor).await < 1;
    start.wait().await;
    if !free {
        return false;
    }
    let mut tx = db.write().await.unwrap();
    let (relationship, seat) = (app.seam.id(), app.seam.id());
    tx.run(
        "insert into relationship (id, organisation_id, programme_id, track_id, state, reasons, created_at) \
         values ($1, $2, $3, $4, 'offered', '[]', 0)",
        params![&relationship, &organisation, programme, track],
    )
    .await
    .unwrap();
    tx.run(
        "insert into seat (id, organisation_id, relationship_id, enrolment_id, person_id, role, reply, taken_at) \
         values ($1, $2, $3, $4, $5, 'mentor', 'pending', 0)",
        params![&seat, &organisation, &relationship, &mentor, person],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    true
}

#[db_test]
async fn the_race_catches_who_looks_first_and_takes_then(test: TestDb) {
    let scene = Scene::new(test).await;
    scene.one_seat_left().await;
    let world = &scene.stage.world;
    let start = Arc::new(Barrier::new(AT_ONCE));
    let tries: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let names = [
                world.organisation.to_string(),
                scene.stage.programme.to_string(),
                scene.stage.track.to_string(),
                world.person("chidi").to_string(),
            ];
            let (db, app) = (world.app.db.clone(), world.app.clone());
            tokio::spawn(look_then_take(db, scene.mentor.clone(), app, names, start.clone()))
        })
        .collect();
    let mut winners = 0;
    for one in tries {
        winners += usize::from(one.await.unwrap());
    }
    assert!(winners > 1, "looking first lets {winners} in");
    assert!(scene.taken().await > 1, "and the count of seats shows it");
    println!("R7 bite: {winners} of {AT_ONCE} took the one seat");
}
