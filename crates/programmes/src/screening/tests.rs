//! Through the door: no contact without what the design asks for, on the day of the contact.

use db::{db_test, params, testing::TestDb};
use jiff::SignedDuration;
use people::testing::Page;

use super::Kind;
use crate::{EnrolmentId, programme::Track, scoreboard_tests::Board};

/// A design that asks for a check of one role and a consent for another.
fn careful() -> &'static str {
    let all = design::presets();
    let asks = |preset: &&design::Preset| {
        let design = preset.design();
        let needs =
            |kind| design.roles.iter().any(|r| super::needs(&design, &r.name).contains(&kind));
        needs(Kind::Screening) && needs(Kind::Consent)
    };
    all.iter().find(asks).expect("one").name
}

struct School {
    board: Board,
    base: String,
    track: Track,
}

impl School {
    async fn new(test: TestDb) -> Self {
        let board = Board::new(test).await;
        let (programme, track) = board.created(careful()).await;
        board.enrolled(careful(), &track).await;
        Self { board, base: format!("/programmes/{programme}"), track }
    }

    /// No session lasts so long: Amal signs in again.
    async fn a_year_later(&mut self) {
        self.board.world.travel(SignedDuration::from_hours(24 * 400));
        self.board.amal = self.board.world.sign_in("amal").await;
    }

    async fn page(&self) -> Page {
        self.board.amal.get(&format!("{}/clearances", self.base)).await
    }

    /// Who may give, as far as a round sees.
    async fn round(&self) -> Page {
        let opened = self.board.amal.post(&format!("{}/rounds", self.base), &[]).await;
        match opened.location {
            Some(round) => {
                for _ in 0..100 {
                    let page = self.board.amal.get(&round).await;
                    if !page.html.contains("http-equiv=\"refresh\"") {
                        return page;
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                }
                panic!("it is not solved")
            }
            None => opened,
        }
    }

    async fn enrolment(&self, role: &str) -> EnrolmentId {
        let mut tx = self.board.world.app.db.read().await.unwrap();
        let sql = "select id from enrolment where track_id = $1 and role = $2 order by created_at, id limit 1";
        tx.one(sql, params![&self.track.id, role]).await.unwrap().get("id").unwrap()
    }
}

#[db_test]
async fn whose_check_is_over_is_not_matched_and_heads_the_list(test: TestDb) {
    let mut school = School::new(test).await;
    assert!(!school.page().await.says("missing or over"), "{}", school.page().await.text());
    // The checks of the board end on the last of February next year; the consents never do.
    school.a_year_later().await;
    let page = school.page().await;
    assert!(page.says("4 things are missing or over"), "{}", page.text());
    let home = school.board.amal.get(&school.base).await;
    assert!(home.says("4 people have no valid check or consent"), "{}", home.text());
    let round = school.round().await;
    assert!(round.says("Nobody who is approved has a free place as mentor"), "{}", round.text());
}

#[db_test]
async fn a_check_that_is_renewed_counts_at_once_and_can_be_taken_back(test: TestDb) {
    let mut school = School::new(test).await;
    school.a_year_later().await;
    let mentor = school.enrolment("mentor").await;
    let path = format!("{}/clearances/{mentor}/screening", school.base);
    let today = school.board.amal.get(&path).await.attributes("input[name=given_on]", "value");
    let wrong = [("given_on", "2031-01-01"), ("valid_until", "soon"), ("by_whom", "")];
    let refused = school.board.amal.post(&path, &wrong).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let form = [
        ("given_on", today[0].as_str()),
        ("valid_until", "2029-01-01"),
        ("by_whom", "The police, 17"),
    ];
    assert_eq!(school.board.amal.post(&path, &form).await.status, 303);
    assert!(school.page().await.says("3 things are missing or over"));
    let one = school.board.amal.get(&path).await;
    assert!(one.says("The police, 17"), "{}", one.text());
    let withdraw = one.attributes("form[action$=withdraw]", "action").remove(0);
    assert_eq!(school.board.amal.post(&withdraw, &[]).await.status, 303);
    assert!(school.page().await.says("4 things are missing or over"));
    let restore = withdraw.replace("/withdraw", "/restore");
    assert_eq!(school.board.amal.post(&restore, &[]).await.status, 303);
    assert!(school.page().await.says("3 things are missing or over"));
}

#[db_test]
async fn an_end_that_comes_near_is_said_once_to_the_person_and_the_coordinator(test: TestDb) {
    let school = School::new(test).await;
    let app = &school.board.world.app;
    let told = async || {
        let mut tx = app.db.write().await.unwrap();
        crate::screening::remind_due(app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = app.db.read().await.unwrap();
        let mails = mail::list(&mut tx, 50).await.unwrap();
        mails.iter().filter(|mail| mail.kind == "clearance-ends").count()
    };
    assert_eq!(told().await, 0, "a year before its end");
    school.board.world.travel(SignedDuration::from_hours(24 * 320));
    let first = told().await;
    assert!(first >= 4, "{first}: each mentor, and the coordinators");
    assert_eq!(told().await, first, "once");
}
