//! Through the door: an event from the plan to two who go on together, on both databases.

use std::collections::BTreeSet;

use db::{db_test, params, testing::TestDb};
use people::{PersonId, testing::Page};

use crate::{programme::Track, scoreboard_tests::Board};

/// A design that is matched in rounds at one event.
fn event() -> &'static str {
    let all = design::presets();
    all.iter().find(|preset| preset.design().rounds_at_an_event().is_some()).expect("one").name
}

struct Hall {
    board: Board,
    base: String,
    track: Track,
}

impl Hall {
    async fn new(test: TestDb) -> Self {
        let board = Board::new(test).await;
        let (programme, track) = board.created(event()).await;
        board.enrolled(event(), &track).await;
        Self { board, base: format!("/programmes/{programme}/tables"), track }
    }

    async fn page(&self) -> Page {
        let page = self.board.amal.get(&self.base).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page
    }

    async fn post(&self, rest: &str, form: &[(&str, &str)]) -> Page {
        self.board.amal.post(&format!("{}{rest}", self.base), form).await
    }

    async fn done(&self, rest: &str, form: &[(&str, &str)]) {
        let done = self.post(rest, form).await;
        assert_eq!(done.status, 303, "{rest}: {}", done.text());
    }

    /// Everybody of a role: enrolment and person.
    async fn people(&self, role: &str) -> Vec<PersonId> {
        let mut tx = self.board.world.app.db.read().await.unwrap();
        let sql = "select person_id from enrolment where track_id = $1 and role = $2 order by id";
        let rows = tx.all(sql, params![&self.track.id, role]).await.unwrap();
        rows.iter().map(|row| row.get("person_id").unwrap()).collect()
    }
}

#[db_test]
async fn an_event_goes_from_the_plan_to_two_who_go_on_together(test: TestDb) {
    let hall = Hall::new(test).await;
    assert!(hall.page().await.says("4 keep their tables"), "{}", hall.page().await.text());
    hall.done("", &[("rounds", "4")]).await;
    let page = hall.page().await;
    assert!(page.says("Nobody sits out") && page.says("Round 4"), "{}", page.text());
    for rest in ["/print", "/room", "/room?round=3"] {
        let other = hall.board.amal.get(&format!("{}{rest}", hall.base)).await;
        assert_eq!(other.status, 200, "{rest}: {}", other.text());
        assert!(!other.html.contains("style="), "{rest}");
    }
    hall.done("/tell", &[]).await;
    assert_eq!(hall.post("/tell", &[]).await.status, 409, "once");
    let mails = hall.board.world.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.kind == "tables").count(), 8);
    for _ in 0..5 {
        hall.done("/step", &[("to", "next")]).await;
    }
    assert!(hall.page().await.says("All 4 rounds are over"), "{}", hall.page().await.text());
    assert_eq!(hall.post("/step", &[("to", "next")]).await.status, 409);
    let [giver, receiver] = {
        let (giver, receiver) = hall.track.design.two_sides().expect("two sides");
        [hall.people(&giver.name).await.remove(0), hall.people(&receiver.name).await.remove(0)]
    };
    let mine = hall.base.replace("/tables", "/my-tables");
    for (who, wish) in [(&giver, &receiver), (&receiver, &giver)] {
        assert_eq!(hall.board.seats(&hall.track.id, "offered").await.len(), 0, "not yet");
        let browser = hall.board.world.sign_in_as(who).await;
        let page = browser.get(&mine).await;
        assert!(page.says("With whom would you like to go on?"), "{}", page.text());
        let sent = browser.post(&mine, &[("wish", wish.as_str())]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let kept = browser.get(&mine).await.attributes("input[checked]", "value");
        assert_eq!(kept, [wish.as_str()]);
    }
    assert_eq!(hall.board.seats(&hall.track.id, "offered").await.len(), 2, "both are asked");
    assert_eq!(hall.board.accepted(&hall.track.id).await.len(), 1);
}

#[db_test]
async fn late_comers_and_leavers_change_only_the_rounds_to_come(test: TestDb) {
    let hall = Hall::new(test).await;
    hall.done("", &[("rounds", "4")]).await;
    hall.done("/step", &[("to", "next")]).await;
    let room = format!("{}/room?round=1", hall.base);
    // Without what the page says about the last step.
    let seats = |page: Page| page.text().split("Sits down there").last().map(str::to_owned);
    let first = seats(hall.board.amal.get(&room).await);
    let receiver = hall.track.design.two_sides().expect("two sides").1.name.clone();
    let leaver = hall.people(&receiver).await.remove(0);
    hall.done("/people", &[("person", leaver.as_str()), ("here", "no")]).await;
    assert!(hall.page().await.says("Not here"));
    let after = seats(hall.board.amal.get(&room).await);
    assert_eq!(after, first, "the round that runs stays");
    let stale = [("person", leaver.as_str()), ("here", "yes"), ("version", "1")];
    assert_eq!(hall.post("/people", &stale).await.status, 409, "somebody was faster");
    hall.done("/undo", &[]).await;
    assert!(!hall.page().await.says("Not here"));
    let stranger = [("person", "nobody"), ("here", "yes")];
    assert_eq!(hall.post("/people", &stranger).await.status, 404);
}

#[db_test]
async fn a_wish_that_is_not_mutual_is_seen_by_nobody_and_can_be_taken_back(test: TestDb) {
    let hall = Hall::new(test).await;
    hall.done("", &[("rounds", "4")]).await;
    let mine = hall.base.replace("/tables", "/my-tables");
    let (giver, receiver) = hall.track.design.two_sides().expect("two sides");
    let (giver, receiver) = (giver.name.clone(), receiver.name.clone());
    let who = hall.people(&receiver).await.remove(0);
    let browser = hall.board.world.sign_in_as(&who).await;
    let early = browser.post(&mine, &[("wish", hall.people(&giver).await[0].as_str())]).await;
    assert_eq!(early.status, 409, "before the end nobody is asked");
    for _ in 0..5 {
        hall.done("/step", &[("to", "next")]).await;
    }
    let all: BTreeSet<String> = hall.people(&giver).await.iter().map(ToString::to_string).collect();
    let form: Vec<(&str, &str)> = all.iter().map(|id| ("wish", id.as_str())).collect();
    assert_eq!(browser.post(&mine, &form).await.status, 303);
    assert!(hall.board.seats(&hall.track.id, "offered").await.is_empty());
    assert_eq!(browser.post(&mine, &[]).await.status, 303);
    let left = browser.get(&mine).await.attributes("input[checked]", "value");
    assert!(left.is_empty(), "taken back: {left:?}");
}
