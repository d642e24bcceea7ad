//! The gallery, row by row: each design is created through its door, people are enrolled with
//! the design's own roles and form, a round is opened, solved, previewed and published, and all
//! say yes. What the gallery calls complete goes this whole way, on both databases.

use std::{collections::BTreeMap, fmt::Write as _};

use db::{db_test, params, testing::TestDb};
use design::{AnswerKind, Design, FormQuestion, Question, Role, Rule, Span, Stance, Tie};
use jiff::SignedDuration;
use jobs::Handler;
use people::{
    PersonId, ProgrammeId,
    person::{self, NewPerson},
    testing::{Browser, World},
};
use serde_json::{Value, json};
use web::App;

use crate::{
    RelationshipId, TrackId,
    enrolment::{self, EntryDoor, NewEnrolment},
    programme::{self, Track},
    relationship, request, screening,
};

/// What became of one row.
struct Row {
    question: &'static str,
    actions: usize,
    people: usize,
    relationships: usize,
    seats: Vec<usize>,
    stopped: Option<String>,
}

fn question(design: &Design) -> &'static str {
    match design.question() {
        Question::Assignment { .. } => "assignment",
        Question::Pool { triad: true, .. } => "pool, triad where odd",
        Question::Pool { triad: false, .. } => "pool",
        Question::Groups { leaders: Some(_), .. } => "led groups",
        Question::Groups { leaders: None, .. } => "circles",
        Question::Stable { .. } => "stable",
        Question::Booking { .. } => "booking",
        Question::Rounds { memory: true, .. } => "turns with memory",
        Question::Rounds { memory: false, .. } => "speed rounds",
        Question::Supervision { .. } => "supervision",
        Question::Nothing => "none: people choose, or the line says",
    }
}

/// How many of a role sign up: several relationships' worth, and an odd number of equals.
fn crowd(design: &Design, role: &Role) -> usize {
    let seats = usize::from(role.seats.least);
    match (role.stance, design.most_members()) {
        (Stance::Both, 0..=3) => 5,
        (Stance::Both, _) => 2 * seats,
        (Stance::Gives | Stance::Receives, 0..=2) => 4,
        (Stance::Gives | Stance::Receives, _) => 2 * seats,
    }
}

/// Somebody who fits: of the right level, line and organisation for what the design requires.
fn newcomer(
    design: &Design,
    role: &Role,
    name: String,
    at: usize,
    lead: Option<PersonId>,
) -> NewPerson {
    let musts = &design.matching.musts;
    let above = |tie: &Tie| match tie {
        Tie::LevelAbove { role: upper, by } if *upper == role.name => Some(i64::from(by.least)),
        _ => None,
    };
    let companies = ["Larkspur", "Tern"];
    let line = musts.contains(&Tie::DirectManager);
    NewPerson {
        email: Some(format!("{}@larkspur.example", name.to_lowercase().replace(' ', "."))),
        name,
        department: Some(format!("Department {at}")),
        site: Some("Aarhus".to_owned()),
        company: Some(companies[at % 2].to_owned()),
        job_title: Some("Planner".to_owned()),
        level: Some(3 + musts.iter().find_map(above).unwrap_or(0)),
        manager: lead.filter(|_| line),
        time_zone: Some("Europe/Copenhagen".to_owned()),
        languages: vec!["English".to_owned()],
        ..NewPerson::default()
    }
}

fn answer(design: &Design, role: &Role, question: &FormQuestion, at: usize) -> Option<Value> {
    let required = role.who.iter().find_map(|rule| match rule {
        Rule::Answered { question: key, any } if *key == question.key => any.first().cloned(),
        _ => None,
    });
    let ahead = design.matching.musts.iter().find_map(|tie| match tie {
        Tie::Ahead { attribute, role: upper, by } if *attribute == question.key => {
            Some(if *upper == role.name { i64::from(by.least) } else { 0 })
        }
        _ => None,
    });
    match &question.kind {
        AnswerKind::ShortText | AnswerKind::LongText if question.key == "competitors" => None,
        AnswerKind::ShortText | AnswerKind::LongText => Some(json!("Giving feedback")),
        AnswerKind::SingleChoice { options } => {
            Some(json!(required.or_else(|| options.first().cloned())))
        }
        AnswerKind::MultipleChoice { options, .. } => {
            Some(json!([required.or_else(|| options.first().cloned())]))
        }
        AnswerKind::Topics { suggestions, .. } => {
            let mut topics: Vec<&String> = suggestions.iter().take(2).collect();
            let by = at % topics.len().max(1);
            topics.rotate_left(by);
            Some(json!(topics))
        }
        AnswerKind::Level => None,
        AnswerKind::Number { least, .. } => Some(json!(i64::from(*least) + ahead.unwrap_or(0))),
        AnswerKind::Ratings { items } => {
            let mark = |n: usize| if (n + at).is_multiple_of(2) { 5 } else { 1 };
            let rated = items.iter().enumerate().map(|(n, item)| (item.clone(), json!(mark(n))));
            Some(Value::Object(rated.collect()))
        }
        AnswerKind::Date => Some(json!("2026-03-01")),
        AnswerKind::YesNo => Some(json!(true)),
        AnswerKind::Languages => Some(json!(["English"])),
        AnswerKind::TimeZone => Some(json!("Europe/Copenhagen")),
        AnswerKind::Availability => Some(json!([{"day": "tue", "from": "09:00", "to": "12:00"}])),
        AnswerKind::Capacity | AnswerKind::People { .. } => None,
    }
}

pub(crate) struct Board {
    pub world: World,
    pub amal: Browser,
}

impl Board {
    pub async fn new(test: TestDb) -> Self {
        let quiet: Handler<App> = Box::new(|_, _, _| Box::pin(async { Ok(()) }));
        let handlers = BTreeMap::from([(jobs::REACT, quiet)]);
        let world = World::new(test, crate::routes(), handlers).await;
        let amal = world.sign_in("amal").await;
        Self { world, amal }
    }

    /// From the gallery to open registration: two forms are sent.
    pub async fn created(&self, preset: &str) -> (ProgrammeId, Track) {
        let start = format!("/programmes/new/{preset}/start");
        let form = self.amal.get(&start).await;
        assert_eq!(form.status, 200, "{preset}: {}", form.text());
        let mut fields: Vec<(String, String)> = Vec::new();
        for name in ["name", "opens_on", "closes_on", "starts_on", "ends_on"] {
            let value = form.attributes(&format!("input[name={name}]"), "value");
            fields.extend(value.into_iter().next().map(|value| (name.to_owned(), value)));
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let made = self.amal.post(&start, &fields).await;
        assert_eq!(made.status, 303, "{preset}: {}", made.text());
        let path = made.location.expect("the programme's page");
        let id = ProgrammeId::from(path.trim_start_matches("/programmes/").to_owned());
        let opened = self.amal.post(&format!("{path}/open"), &[]).await;
        assert_eq!(opened.status, 303, "{preset}: {}", opened.text());
        let mut tx = self.world.app.db.read().await.expect("a connection");
        let tracks = programme::store::tracks(&mut tx, &self.world.organisation, &id).await;
        (id, tracks.expect("tracks").remove(0))
    }

    /// Everybody whom the design needs, each with the answers that its form asks for.
    pub async fn enrolled(&self, preset: &str, track: &Track) -> usize {
        let design = &track.design;
        let (mut count, mut leads): (usize, Vec<PersonId>) = (0, Vec::new());
        let mut roles: Vec<&Role> = design.roles.iter().collect();
        roles.sort_by_key(|role| role.stance == Stance::Receives);
        for role in roles {
            for at in 0..crowd(design, role) {
                let name = format!("{preset} {} {at}", role.name);
                let lead = (role.stance == Stance::Receives).then(|| leads.get(at)).flatten();
                let new = newcomer(design, role, name, count + at, lead.cloned());
                let person = self.one(track, role, &new, at).await;
                if role.stance == Stance::Gives {
                    leads.push(person);
                }
            }
            count += crowd(design, role);
        }
        count
    }

    async fn one(&self, track: &Track, role: &Role, new: &NewPerson, at: usize) -> PersonId {
        let (world, seam) = (&self.world, &self.world.app.seam);
        let mut tx = world.write().await;
        let person = person::create(&mut tx, seam, &world.organisation, new).await.expect("new");
        let open = enrolment::is_open_to_all(&track.design, &role.name);
        let begun = enrolment::start(
            &mut tx,
            seam,
            NewEnrolment {
                organisation: &world.organisation,
                programme: &track.programme,
                track: &track.id,
                person: &person,
                role: &role.name,
                door: if open { EntryDoor::Open } else { EntryDoor::Import },
            },
        );
        let begun = begun.await.expect("begun");
        for question in track.design.form.asked(&role.name) {
            let Some(value) = answer(&track.design, role, question, at) else { continue };
            enrolment::store::write_answer(&mut tx, &begun.id, question, &value, seam.now_ms())
                .await
                .expect("answered");
        }
        let mut mine = begun.applied(&track.design, seam.now()).expect("applied");
        mine.state = enrolment::State::Approved;
        enrolment::store::update(&mut tx, &mine, None).await.expect("approved");
        tx.commit().await.expect("committed");
        for kind in screening::needs(&track.design, &role.name) {
            let until = if kind == screening::Kind::Screening { "2027-02-28" } else { "" };
            let form = [("given_on", "2026-03-01"), ("valid_until", until), ("by_whom", "Office")];
            let path =
                format!("/programmes/{}/clearances/{}/{}", track.programme, begun.id, kind.word());
            let recorded = self.amal.post(&path, &form).await;
            assert_eq!(recorded.status, 303, "{}", recorded.text());
        }
        person
    }

    /// Opens, looks, publishes; or says why the round cannot be.
    async fn matched(&self, programme: &ProgrammeId) -> Result<usize, String> {
        let base = format!("/programmes/{programme}");
        let opened = self.amal.post(&format!("{base}/rounds"), &[]).await;
        let Some(round) = opened.location.clone().filter(|_| opened.status == 303) else {
            return Err(opened.text());
        };
        let mut page = self.amal.get(&round).await;
        if !page.attributes("[data-action=plan-tables]", "class").is_empty() {
            return Ok(self.at_tables(programme, &round).await);
        }
        for _ in 0..200 {
            if !page.html.contains("http-equiv=\"refresh\"") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            page = self.amal.get(&round).await;
        }
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.says("did not confirm"), "{}", page.text());
        let chosen = self.chosen(&round).await;
        page = self.amal.get(&round).await;
        if page.attributes("[data-action=preview-mails]", "href").is_empty() {
            return Err(page.text());
        }
        for rest in ["/weights", "/proof", "/pairs.csv", "/round.json", "/proof.zip"] {
            let other = self.amal.get(&format!("{round}{rest}")).await;
            assert_eq!(other.status, 200, "{rest}: {}", other.text());
        }
        let mails = self.amal.get(&format!("{round}/mails")).await;
        assert_eq!(mails.status, 200, "{}", mails.text());
        let seen = mails.attributes("input[name=seen]", "value").remove(0);
        let form = [("seen", seen.as_str()), ("tell", "on")];
        let published = self.amal.post(&format!("{round}/publish"), &form).await;
        assert_eq!(published.status, 303, "{}", published.text());
        Ok(2 + 2 * chosen)
    }

    /// Where people meet in rounds at an event: all rounds, and then everybody would like to go on
    /// with somebody whom they met.
    async fn at_tables(&self, programme: &ProgrammeId, tables: &str) -> usize {
        let mut actions = 2;
        assert_eq!(self.amal.post(tables, &[]).await.status, 303);
        let next = [("to", "next")];
        while self.amal.post(&format!("{tables}/step"), &next).await.status == 303 {
            actions += 1;
        }
        let mut tx = self.world.app.db.read().await.expect("a connection");
        let rows = tx
            .all(
                "select person_id, role from enrolment where programme_id = $1 order by role, id",
                params![programme],
            )
            .await
            .expect("people");
        drop(tx);
        let people: Vec<PersonId> =
            rows.iter().map(|row| row.get("person_id").expect("a person")).collect();
        let half = people.len() / 2;
        for (at, who) in people.iter().enumerate() {
            let other = &people[(at + half) % people.len()];
            let browser = self.world.sign_in_as(who).await;
            let mine = format!("/programmes/{programme}/my-tables");
            let said = browser.post(&mine, &[("wish", other.as_str())]).await;
            assert_eq!(said.status, 303, "{}", said.text());
        }
        actions
    }

    /// Where the coordinator puts people together: the best who fits, for everybody who waits.
    async fn chosen(&self, round: &str) -> usize {
        let waiting = |page: &people::testing::Page| {
            page.attributes("[data-action=choose]", "href").into_iter().next()
        };
        let mut choices = 0;
        while let Some(choose) = waiting(&self.amal.get(round).await) {
            let page = self.amal.get(&choose).await;
            let field = |name: &str| page.attributes(&format!("input[name={name}]"), "value");
            let Some(giver) = field("giver").into_iter().next() else { break };
            let receiver = field("receiver").remove(0);
            let pin = [("kind", "pin"), ("giver", giver.as_str()), ("receiver", receiver.as_str())];
            let made = self.amal.post(&format!("{round}/change"), &pin).await;
            assert_eq!(made.status, 303, "{}", made.text());
            choices += 1;
        }
        choices
    }

    /// Everybody says yes once the mails have left. The sizes of the relationships that then run.
    pub async fn accepted(&self, track: &TrackId) -> Vec<BTreeMap<String, usize>> {
        self.world.travel(SignedDuration::from_mins(16));
        let rows = self.seats(track, "offered").await;
        for (relationship, person, _) in &rows {
            let mut tx = self.world.write().await;
            let organisation = &self.world.organisation;
            relationship::say_yes(&mut tx, &self.world.app, organisation, relationship, person)
                .await
                .expect("accepted");
            tx.commit().await.expect("committed");
        }
        let mut running: BTreeMap<RelationshipId, BTreeMap<String, usize>> = BTreeMap::new();
        for (relationship, _, role) in self.seats(track, "active").await {
            *running.entry(relationship).or_default().entry(role).or_default() += 1;
        }
        running.into_values().collect()
    }

    pub async fn seats(
        &self,
        track: &TrackId,
        state: &str,
    ) -> Vec<(RelationshipId, PersonId, String)> {
        let mut tx = self.world.app.db.read().await.expect("a connection");
        let rows = tx
            .all(
                "select s.relationship_id, s.person_id, s.role from seat s \
                 join relationship r on r.id = s.relationship_id \
                 where r.track_id = $1 and r.state = $2 order by s.relationship_id, s.id",
                params![track, state],
            )
            .await
            .expect("seats");
        let seat = |row: &db::Row| {
            let get = "a column of a seat";
            let relationship: RelationshipId = row.get("relationship_id").expect(get);
            let person: PersonId = row.get("person_id").expect(get);
            (relationship, person, row.get("role").expect(get))
        };
        rows.iter().map(seat).collect()
    }

    /// Where people find each other by asking: each in turn asks the first who is suggested, and
    /// whoever is asked says yes.
    async fn asked(&self, rules: &request::model::Rules, track: &Track) -> Result<usize, String> {
        let parts = {
            let mut tx = self.world.app.db.read().await.expect("a connection");
            let approved = enrolment::State::Approved;
            enrolment::store::of_track(&mut tx, &self.world.organisation, &track.id, approved)
                .await
                .expect("parts")
        };
        for mine in parts.iter().filter(|mine| mine.role == rules.asks) {
            let asker = self.world.sign_in_as(&mine.person).await;
            let base = format!("/programmes/{}/enrolments/{}", track.programme, mine.id);
            let found = asker.get(&format!("{base}/find")).await;
            let first = found.attributes("ul.items .item-title a", "href").into_iter().next();
            let Some(first) = first else { return Err(found.text()) };
            let sent = asker.post(&first, &[("message", "Could you help me?")]).await;
            assert_eq!(sent.status, 303, "{}", sent.text());
            let asked = parts.iter().find(|one| first.ends_with(one.id.as_str())).expect("theirs");
            let giver = self.world.sign_in_as(&asked.person).await;
            let list = format!("/programmes/{}/enrolments/{}/requests", track.programme, asked.id);
            let page = giver.get(&list).await;
            let request = page.attributes("[data-request=open] a.btn", "href").remove(0);
            let said = giver.post(&format!("{request}/accept"), &[]).await;
            assert_eq!(said.status, 303, "{}", said.text());
        }
        let queue = self.amal.get(&format!("/programmes/{}/requests", track.programme)).await;
        assert!(queue.says("Nobody waits"), "{}", queue.text());
        Ok(3)
    }

    async fn row(&self, preset: &design::Preset) -> Row {
        let (programme, track) = self.created(preset.name).await;
        let people = self.enrolled(preset.name, &track).await;
        let question = question(&track.design);
        let mut row =
            Row { question, actions: 2, people, relationships: 0, seats: vec![], stopped: None };
        let brought = match request::model::Rules::of(&track.design) {
            Some(rules) => self.asked(&rules, &track).await,
            None => self.matched(&programme).await,
        };
        match brought {
            Ok(actions) => row.actions += actions,
            Err(why) => {
                row.stopped = Some(why);
                return row;
            }
        }
        let running = self.accepted(&track.id).await;
        for seats in &running {
            for role in &track.design.roles {
                let held = u16::try_from(seats.get(&role.name).copied().unwrap_or(0));
                let span: Span = role.seats;
                assert!(held.is_ok_and(|n| span.contains(n)), "{}: {seats:?}", preset.name);
            }
            row.seats.push(seats.values().sum());
        }
        row.relationships = running.len();
        let placed: usize = row.seats.iter().sum();
        assert_eq!(placed, people, "{}: somebody is left out", preset.name);
        row
    }
}

#[db_test]
async fn what_the_gallery_calls_complete_goes_the_whole_way(test: TestDb) {
    let board = Board::new(test).await;
    let mut table = String::new();
    let mut short = Vec::new();
    for preset in design::presets() {
        let row = board.row(&preset).await;
        let status = preset.design().gallery.map(|gallery| gallery.status);
        let complete = status == Some(design::Status::Complete);
        let end = match &row.stopped {
            None => format!(
                "{} running, seats {:?}, {} actions",
                row.relationships, row.seats, row.actions
            ),
            Some(why) => {
                let begin = why.find("There is nothing").unwrap_or(0);
                format!("stops: {}", why[begin..].chars().take(160).collect::<String>())
            }
        };
        let _ = writeln!(
            table,
            "{:20} {:9} {:38} {:3} people  {end}",
            preset.name,
            if complete { "complete" } else { "coming" },
            row.question,
            row.people,
        );
        if complete && row.stopped.is_some() {
            short.push(preset.name);
        }
    }
    println!("{table}");
    assert!(short.is_empty(), "called complete, and stop on the way: {short:?}\n{table}");
}
