//! Where the verbs happen: two pairs, an open programme beside theirs, and enough to say yes to.

use std::sync::Mutex;

use db::{params, testing::TestDb};
use jiff::SignedDuration;
use people::{
    PersonId,
    person::{self, NewPerson},
};
use programmes::{
    EnrolmentId,
    relationship::{self, NewSeat},
    testing::{Stage, first_design, open_programme},
};

pub struct Scene {
    pub stage: Stage,
    /// Where Farid joins the open programme, as what, and where he takes it back.
    pub join: String,
    pub part: String,
    pub withdraw: String,
    pub preset: &'static str,
    pair: String,
    resting: String,
    mentor: EnrolmentId,
    sides: [String; 2],
    offers: Mutex<Vec<String>>,
    applications: Mutex<Vec<String>>,
}

impl Scene {
    pub async fn set(test: TestDb) -> Self {
        let stage = Stage::new(test, web::Routes::new()).await;
        let sides = stage.sides();
        let [giver, receiver] = &sides;
        let mentor = stage.enrol("chidi", giver, Some(1_000_000)).await;
        let pair = stage.running_pair().await.to_string();
        let resting = stage.running(&[("farid", giver), ("edda", receiver)]).await.to_string();
        let (open, track) = open_programme(&stage.world, "bea", &first_design()).await;
        let mut tx = stage.world.write().await;
        let taken_back = stage.world.app.seam.id();
        tx.run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, priority, created_at) values ($1, $2, $3, $4, $5, $6, 'withdrawn', 'open', 0, 0)",
            params![
                &taken_back, &open.organisation, &open.id, &track.id, stage.world.person("farid"), receiver
            ],
        )
        .await
        .unwrap();
        // The drill's clock runs: nothing may close meanwhile.
        let sql = "update programme set opens_on = null, closes_on = null where id = $1";
        tx.run(sql, params![&open.id]).await.unwrap();
        tx.commit().await.unwrap();
        Self {
            join: format!("/join/{}", open.join_code.unwrap_or_default()),
            part: format!("{}:{receiver}", track.id),
            withdraw: format!("/programmes/{}/enrolments/{taken_back}/withdraw", open.id),
            preset: design::presets()[0].name,
            pair,
            resting,
            mentor,
            sides,
            offers: Mutex::default(),
            applications: Mutex::default(),
            stage,
        }
    }

    pub fn of_pair(&self, what: &str) -> String {
        format!("/relationships/{}/{what}", self.pair)
    }

    pub fn of_resting(&self, what: &str) -> String {
        format!("/relationships/{}/{what}", self.resting)
    }

    pub fn of_programme(&self, what: &str) -> String {
        format!("/programmes/{}/{what}", self.stage.programme)
    }

    pub fn track(&self) -> &str {
        self.stage.track.as_str()
    }

    /// The n-th offer; none is an address that nobody has.
    pub fn offer(&self, n: usize) -> String {
        self.offers.lock().unwrap().get(n).cloned().unwrap_or_else(|| format!("none-{n}"))
    }

    /// The n-th application.
    pub fn application(&self, n: usize) -> String {
        self.applications.lock().unwrap().get(n).cloned().unwrap_or_else(|| format!("none-{n}"))
    }

    /// A day within what a pause may last, another one each time.
    pub fn rest_until(&self, n: usize) -> String {
        let days = i64::try_from(2 + n % 20).unwrap();
        let today = jobs::Seam::real().now().to_zoned(jiff::tz::TimeZone::UTC).date();
        (today + jiff::Span::new().days(days)).to_string()
    }

    /// More offers and applications than one round can use up.
    pub async fn stock_up(&self, more: usize) {
        for _ in 0..more {
            let n = self.offers.lock().unwrap().len();
            let (enrolment, person) =
                self.somebody(&format!("Wants {n}"), "approved", "coordinator").await;
            let offer = self.make_offer(enrolment, person).await;
            self.offers.lock().unwrap().push(offer);
            let (application, _) =
                self.somebody(&format!("Applies {n}"), "applied", "nomination").await;
            self.applications.lock().unwrap().push(application.to_string());
        }
    }

    async fn somebody(&self, name: &str, state: &str, door: &str) -> (EnrolmentId, PersonId) {
        let world = &self.stage.world;
        let new = NewPerson { name: name.to_owned(), ..NewPerson::default() };
        let mut tx = world.write().await;
        let person =
            person::create(&mut tx, &world.app.seam, &world.organisation, &new).await.unwrap();
        let id = EnrolmentId::from(world.app.seam.id());
        tx.run(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, capacity, priority, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 1, 0, 0)",
            params![
                &id, &world.organisation, &self.stage.programme, &self.stage.track, &person, &self.sides[1],
                state, door
            ],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        (id, person)
    }

    async fn make_offer(&self, enrolment: EnrolmentId, person: PersonId) -> String {
        let world = &self.stage.world;
        let [giver, receiver] = &self.sides;
        let mut new = self.stage.asked(&[]).await;
        new.seats = vec![
            NewSeat {
                enrolment: self.mentor.clone(),
                person: world.person("chidi").clone(),
                role: giver.clone(),
            },
            NewSeat { enrolment, person, role: receiver.clone() },
        ];
        new.offered_until += SignedDuration::from_hours(24 * 1000);
        let mut tx = world.write().await;
        let id = relationship::offer(&mut tx, &world.app, new).await.unwrap();
        tx.commit().await.unwrap();
        id.to_string()
    }
}
