//! The world of the matrix: two pairs in one programme, an open one beside it, and a round.

use std::collections::BTreeMap;

use db::{params, testing::TestDb};
use people::testing::Browser;
use programmes::testing::{Stage, first_design, open_programme};
use web::Routes;

/// Stands in a message between Chidi and Dana, and in a goal of theirs.
pub const MESSAGE: &str = "quillmarrow";
/// Stands in an answer that Dana gave for the matching alone.
pub const ONLY_MINE: &str = "solemarrow";
/// The name of the programme that they are in.
pub const PROGRAMME: &str = "Larkspur mentoring";

/// The world and what stands in the places of its paths.
pub struct Scene {
    stage: Stage,
    places: BTreeMap<&'static str, String>,
}

impl Scene {
    /// Sets it up.
    pub async fn set(test: TestDb, routes: Routes) -> Self {
        let mut stage = Stage::new(test, routes).await;
        for (name, level) in [("gro", 2), ("hal", 5), ("ivo", 5), ("jo", 3), ("kim", 5)] {
            stage.world.join(name, level).await;
        }
        let pair = stage.running_pair().await;
        let [giver, receiver] = stage.sides();
        stage.running(&[("hal", &giver), ("gro", &receiver)]).await;
        let dana = stage.enrol("dana", &receiver, None).await;
        // Two who have no partner yet: there is something to match.
        stage.enrol("kim", &giver, None).await;
        stage.enrol("jo", &receiver, None).await;
        let (other, _) = open_programme(&stage.world, "ivo", &first_design()).await;
        let chidi = stage.world.sign_in("chidi").await;
        assert_eq!(chidi.get("/account").await.status, 200);
        let session = session_of(&stage, "chidi").await;
        let mut places = BTreeMap::from([
            ("session", session),
            ("programme", stage.programme.to_string()),
            ("track", stage.track.to_string()),
            ("relationship", pair.to_string()),
            ("enrolment", dana.to_string()),
            ("person", stage.world.person("farid").to_string()),
            ("code", other.join_code.expect("an open programme has a link")),
            ("giver", stage.world.person("kim").to_string()),
            ("receiver", stage.world.person("jo").to_string()),
            ("meeting", stage.world.app.seam.id()),
            ("goal", stage.world.app.seam.id()),
            ("note", stage.world.app.seam.id()),
            ("invitation", stage.world.app.seam.id()),
            ("batch", stage.world.app.seam.id()),
            ("decision", stage.world.app.seam.id()),
            ("preset", design::presets()[0].name.to_string()),
            ("question", "reason".to_owned()),
            ("topic", "purpose".to_owned()),
            ("step", "1".to_owned()),
        ]);
        let bea = stage.world.sign_in("bea").await;
        let opened = bea.post(&format!("/programmes/{}/rounds", stage.programme), &[]).await;
        let round = opened.location.expect("a round opens");
        let round = round.rsplit('/').next().unwrap_or_default().to_owned();
        places.insert("round", round);
        let scene = Self { stage, places };
        scene.write_markers(pair.as_str(), dana.as_str()).await;
        scene.write_recruiting().await;
        scene
    }

    async fn write_markers(&self, pair: &str, enrolment: &str) {
        let (world, id) = (&self.stage.world, || self.stage.world.app.seam.id());
        let (organisation, dana) = (&world.organisation, world.person("dana"));
        let mut tx = world.write().await;
        tx.run(
            "insert into message (id, organisation_id, relationship_id, person_id, words, audience, sent_at) \
             values ($1, $2, $3, $4, $5, 'partners', 1)",
            params![id(), organisation, pair, dana, MESSAGE],
        )
        .await
        .expect("a message");
        let meeting = &self.places["meeting"];
        let soon = world.app.seam.now_ms() + 86_400_000;
        tx.run(
            "insert into meeting (id, organisation_id, relationship_id, state, proposed_by, starts_at, \
             minutes, place, agenda, uid, sequence, created_at) \
             values ($1, $2, $3, 'booked', $4, $5, 60, $6, $6, $1, 0, 1)",
            params![meeting, organisation, pair, dana, soon, MESSAGE],
        )
        .await
        .expect("a meeting");
        tx.run(
            "insert into goal (id, organisation_id, relationship_id, title, why, audience, created_by, \
             created_at) values ($1, $2, $3, $4, '', 'partners', $5, 1)",
            params![&self.places["goal"], organisation, pair, MESSAGE, dana],
        )
        .await
        .expect("a goal");
        tx.run(
            "insert into answer (enrolment_id, question, value, audience, answered_at) \
             values ($1, 'reason', $2, 'only_me', 1)",
            params![enrolment, format!("\"{ONLY_MINE}\"")],
        )
        .await
        .expect("an answer");
        tx.run(
            "insert into note (id, organisation_id, relationship_id, person_id, words, audience, written_at) \
             values ($1, $2, $3, $4, $5, 'only_me', 1)",
            params![&self.places["note"], organisation, pair, dana, ONLY_MINE],
        )
        .await
        .expect("a note");
        tx.commit().await.expect("committed");
    }

    /// An invitation that waits, and a decision that can be taken back.
    async fn write_recruiting(&self) {
        let (stage, places) = (&self.stage, &self.places);
        let (organisation, bea) = (&stage.world.organisation, stage.world.person("bea"));
        let now = stage.world.app.seam.now_ms();
        let mut tx = stage.world.write().await;
        tx.run(
            "insert into invitation (id, organisation_id, programme_id, track_id, email, name, language, \
             note, batch, invited_by, reminders, created_at, expires_at) \
             values ($1, $2, $3, $4, 'una@example.org', 'Una', 'en', '', $5, $6, 0, $7, $8)",
            params![
                &places["invitation"], organisation, &stage.programme, &stage.track, &places["batch"], bea,
                now, now + 86_400_000
            ],
        )
        .await
        .expect("an invitation");
        tx.run(
            "insert into decision (id, organisation_id, programme_id, outcome, enrolments, decided_by, \
             decided_at) values ($1, $2, $3, 'approved', '[]', $4, $5)",
            params![&places["decision"], organisation, &stage.programme, bea, now],
        )
        .await
        .expect("a decision");
        let sql = "update programme set join_code = 'larkspur' where id = $1";
        tx.run(sql, params![&stage.programme]).await.expect("a shared link");
        tx.commit().await.expect("committed");
    }

    /// A browser of somebody, or of a stranger.
    pub async fn browser(&self, person: Option<&str>) -> Browser {
        match person {
            Some(name) => self.stage.world.sign_in(name).await,
            None => self.stage.world.stranger(),
        }
    }

    /// How much has happened.
    pub async fn facts(&self) -> i64 {
        let mut tx = self.stage.world.app.db.read().await.expect("a connection");
        let sql = "select cast(count(*) as bigint) as n from fact";
        tx.one(sql, params![]).await.expect("counted").get("n").expect("a number")
    }

    /// A route's path with things of the world in its places.
    pub fn path(&self, path: &str) -> String {
        self.filled(path, |name| self.places.get(name).cloned())
    }

    /// The same with things that do not exist.
    pub fn unknown(&self, path: &str) -> String {
        self.filled(path, |_| None)
    }

    fn filled(&self, path: &str, find: impl Fn(&str) -> Option<String>) -> String {
        let part = |part: &str| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
            Some(name) => {
                find(name).unwrap_or_else(|| "00000000-0000-7000-8000-000000000000".to_owned())
            }
            None => part.to_owned(),
        };
        path.split('/').map(part).collect::<Vec<_>>().join("/")
    }
}

async fn session_of(stage: &Stage, name: &str) -> String {
    let mut tx = stage.world.app.db.read().await.expect("a connection");
    let sql = "select id from session where person_id = $1";
    let row = tx.one(sql, params![stage.world.person(name)]).await.expect("a session");
    row.get("id").expect("its id")
}
