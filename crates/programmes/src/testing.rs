//! A programme in the small world: Bea coordinates it, and people of the world take part.

use std::collections::BTreeMap;

use db::{params, testing::TestDb};
use design::Design;
use jiff::SignedDuration;
use jobs::Handler;
use people::{ProgrammeId, testing::World};
use web::{App, Routes};

use crate::{
    EnrolmentId, RelationshipId, TrackId,
    enrolment::{self, Enrolment, EntryDoor, NewEnrolment},
    programme::{self, NewProgramme, Programme, Track},
    relationship::{self, NewRelationship, NewSeat, reason::Reason},
};

/// The world with one running programme of one track.
#[derive(Debug)]
pub struct Stage {
    /// The world.
    pub world: World,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its track.
    pub track: TrackId,
    /// The track's design.
    pub design: Design,
}

impl Stage {
    /// A running programme of the first design of the gallery, coordinated by Bea. Facts are
    /// recorded and nobody reacts to them.
    ///
    /// # Panics
    /// When the database refuses: the test cannot go on.
    pub async fn new(test: TestDb, routes: Routes) -> Self {
        let quiet: Handler<App> = Box::new(|_, _, _| Box::pin(async { Ok(()) }));
        Self::with(test, routes, BTreeMap::from([(jobs::REACT, quiet)])).await
    }

    /// The same with handlers of jobs.
    ///
    /// # Panics
    /// When the database refuses: the test cannot go on.
    pub async fn with(
        test: TestDb,
        routes: Routes,
        handlers: BTreeMap<&'static str, Handler<App>>,
    ) -> Self {
        let world = World::new(test, routes, handlers).await;
        let programme = ProgrammeId::from(world.app.seam.id());
        let track = TrackId::from(world.app.seam.id());
        let design = design::presets().remove(0).design();
        let (text, now) = (serde_json::to_string(&design).expect("JSON"), world.app.seam.now_ms());
        let mut tx = world.write().await;
        tx.run(
            "insert into programme (id, organisation_id, name, state, created_at) values ($1, $2, $3, 'running', $4)",
            params![&programme, &world.organisation, "Larkspur mentoring", now],
        )
        .await
        .expect("a programme");
        tx.run(
            "insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) \
             values ($1, $2, $3, '', $4, 1, $5)",
            params![&track, &programme, &world.organisation, text, now],
        )
        .await
        .expect("a track");
        tx.commit().await.expect("committed");
        world.appoint_coordinator("bea", &programme).await;
        Self { world, programme, track, design }
    }

    /// Replaces the track's design.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn redesign(&mut self, change: impl FnOnce(&mut Design)) {
        change(&mut self.design);
        let text = serde_json::to_string(&self.design).expect("JSON");
        let mut tx = self.world.write().await;
        tx.run("update track set design = $2 where id = $1", params![&self.track, text])
            .await
            .expect("redesigned");
        tx.commit().await.expect("committed");
    }

    /// Enrols somebody of the world, approved. Enrolling again gives the same enrolment.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn enrol(&self, name: &str, role: &str, capacity: Option<i64>) -> EnrolmentId {
        let person = self.world.person(name);
        let mut tx = self.world.write().await;
        tx.run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, capacity, priority, created_at) \
             values ($1, $2, $3, $4, $5, $6, 'approved', 'coordinator', $7, 0, $8) on conflict do nothing",
            params![
                self.world.app.seam.id(),
                &self.world.organisation,
                &self.programme,
                &self.track,
                person,
                role,
                capacity,
                self.world.app.seam.now_ms()
            ],
        )
        .await
        .expect("enrolled");
        let found = tx
            .one(
                "select id from enrolment where track_id = $1 and person_id = $2 and role = $3",
                params![&self.track, person, role],
            )
            .await
            .expect("the enrolment");
        tx.commit().await.expect("committed");
        found.get("id").expect("its id")
    }

    /// What a round would ask: these people with their roles, for as long as the design says.
    pub async fn asked(&self, people: &[(&str, &str)]) -> NewRelationship {
        let mut seats = Vec::new();
        for (name, role) in people {
            let enrolment = self.enrol(name, role, None).await;
            let person = self.world.person(name).clone();
            seats.push(NewSeat { enrolment, person, role: (*role).to_owned() });
        }
        let now = self.world.app.seam.now();
        let days = i64::from(self.design.journey.requests.expire_day);
        NewRelationship {
            organisation: self.world.organisation.clone(),
            programme: self.programme.clone(),
            track: self.track.clone(),
            round: None,
            seats,
            score: Some(81.5),
            reasons: Vec::new(),
            offered_at: now,
            offered_until: now + SignedDuration::from_hours(24 * days),
        }
    }

    /// Offers a relationship.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn offer(&self, people: &[(&str, &str)], reasons: Vec<Reason>) -> RelationshipId {
        let new = NewRelationship { reasons, ..self.asked(people).await };
        let mut tx = self.world.write().await;
        let id = relationship::offer(&mut tx, &self.world.app, new).await.expect("offered");
        tx.commit().await.expect("committed");
        id
    }

    /// Chidi mentors Dana: offered and accepted by both.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn running_pair(&self) -> RelationshipId {
        let [giver, receiver] = self.sides();
        self.running(&[("chidi", &giver), ("dana", &receiver)]).await
    }

    /// A relationship that all have accepted.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn running(&self, people: &[(&str, &str)]) -> RelationshipId {
        let id = self.offer(people, Vec::new()).await;
        for (name, _) in people {
            let mut tx = self.world.write().await;
            let person = self.world.person(name);
            relationship::say_yes(&mut tx, &self.world.app, &self.world.organisation, &id, person)
                .await
                .expect("accepted");
            tx.commit().await.expect("committed");
        }
        id
    }

    /// The names of the role that gives and the role that receives.
    ///
    /// # Panics
    /// When the design has no such roles.
    #[must_use]
    pub fn sides(&self) -> [String; 2] {
        let giver = self.design.givers().next().expect("a role that gives");
        let receiver = self.design.receivers().next().expect("a role that receives");
        [giver.name.clone(), receiver.name.clone()]
    }
}

/// The design of the first preset in the gallery: a complete one.
#[must_use]
pub fn first_design() -> Design {
    design::presets().first().map(design::Preset::design).expect("a preset")
}

/// A programme whose registration is open, coordinated by somebody of the world.
///
/// # Panics
/// When the database refuses: the test cannot go on.
pub async fn open_programme(
    world: &World,
    coordinator: &str,
    design: &Design,
) -> (Programme, Track) {
    let mut tx = world.write().await;
    let new = NewProgramme {
        organisation: &world.organisation,
        name: "Next steps",
        design,
        creator: world.person(coordinator),
    };
    let made = programme::create(&mut tx, &world.app.seam, new).await;
    let (draft, track) = made.expect("a programme");
    let today = world.app.seam.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut open = draft.opened(today, 0).expect("it opens");
    open.join_code = Some(world.app.seam.secret());
    programme::store::update(&mut tx, &open).await.expect("stored");
    tx.commit().await.expect("committed");
    (open, track)
}

/// Somebody of the world in a programme, approved.
///
/// # Panics
/// When the database refuses: the test cannot go on.
pub async fn enrol(world: &World, track: &Track, name: &str, role: &str) -> Enrolment {
    let mut tx = world.write().await;
    let new = NewEnrolment {
        organisation: &track.organisation,
        programme: &track.programme,
        track: &track.id,
        person: world.person(name),
        role,
        door: EntryDoor::Coordinator,
    };
    let begun = enrolment::start(&mut tx, &world.app.seam, new).await.expect("begun");
    let mine = begun.applied(&track.design, world.app.seam.now()).expect("applied");
    assert_eq!(mine.state, enrolment::State::Approved);
    enrolment::store::update(&mut tx, &mine, None).await.expect("stored");
    tx.commit().await.expect("committed");
    mine
}
