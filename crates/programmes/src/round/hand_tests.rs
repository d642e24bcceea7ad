//! Pairs by hand, through the door: the coordinator chooses, the rules still hold, and every choice
//! can be taken back.

use db::{db_test, params, testing::TestDb};
use people::testing::Page;

use crate::{programme::Track, scoreboard_tests::Board};

/// A design in which the coordinator puts pairs together.
fn by_hand() -> &'static str {
    let all = design::presets();
    all.iter().find(|preset| preset.design().pairs_by_hand().is_some()).expect("one").name
}

struct Desk {
    board: Board,
    round: String,
}

impl Desk {
    async fn open(board: Board, programme: &str) -> Self {
        let opened = board.amal.post(&format!("/programmes/{programme}/rounds"), &[]).await;
        let round = opened.location.expect("a round");
        for _ in 0..100 {
            if !board.amal.get(&round).await.html.contains("http-equiv=\"refresh\"") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Self { board, round }
    }

    async fn page(&self) -> Page {
        self.board.amal.get(&self.round).await
    }

    /// The pages on which a partner is chosen, of everybody who waits for one.
    async fn waiting(&self) -> Vec<String> {
        self.page().await.attributes("[data-action=choose]", "href")
    }

    async fn pin(&self, giver: &str, receiver: &str) -> Page {
        let form = [("kind", "pin"), ("giver", giver), ("receiver", receiver)];
        self.board.amal.post(&format!("{}/change", self.round), &form).await
    }
}

fn field(page: &Page, name: &str) -> String {
    page.attributes(&format!("input[name={name}]"), "value").remove(0)
}

async fn enrolled(test: TestDb) -> (Board, String, Track) {
    let board = Board::new(test).await;
    let (programme, track) = board.created(by_hand()).await;
    board.enrolled(by_hand(), &track).await;
    (board, programme.to_string(), track)
}

#[db_test]
async fn nothing_is_solved_and_every_choice_can_be_taken_back(test: TestDb) {
    let (board, programme, _) = enrolled(test).await;
    let desk = Desk::open(board, &programme).await;
    let all = desk.waiting().await;
    assert_eq!(all.len(), 4, "{}", desk.page().await.text());
    assert!(desk.page().await.says("Nothing is solved"));
    let choices = desk.board.amal.get(&all[0]).await;
    let (giver, receiver) = (field(&choices, "giver"), field(&choices, "receiver"));
    assert_eq!(desk.pin(&giver, &receiver).await.status, 303);
    assert_eq!(desk.waiting().await.len(), 3);
    let next = desk.board.amal.get(&desk.waiting().await[0]).await;
    assert!(next.says("No place left"), "{}", next.text());
    assert!(!next.attributes("input[name=giver]", "value").contains(&giver), "one place each");
    let back = desk.board.amal.post(&format!("{}/back", desk.round), &[]).await;
    assert_eq!(back.status, 303);
    assert_eq!(desk.waiting().await.len(), 4, "taken back");
}

#[db_test]
async fn whom_a_rule_keeps_away_is_shown_with_the_rule_and_cannot_be_chosen(test: TestDb) {
    let (board, programme, track) = enrolled(test).await;
    let giver = track.design.pairs_by_hand().expect("two sides").0.name.clone();
    let mut tx = board.world.write().await;
    let one = tx
        .one(
            "select id, person_id from enrolment where track_id = $1 and role = $2 order by id limit 1",
            params![&track.id, &giver],
        )
        .await
        .unwrap();
    let (enrolment, mute): (String, String) =
        (one.get("id").unwrap(), one.get("person_id").unwrap());
    tx.run(
        "update answer set value = '[\"Latin\"]' where enrolment_id = $1 and question = 'languages'",
        params![&enrolment],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let desk = Desk::open(board, &programme).await;
    let choices = desk.board.amal.get(&desk.waiting().await[0]).await;
    assert!(choices.says("One more is kept away by a rule"), "{}", choices.text());
    assert!(choices.says("language"), "{}", choices.text());
    assert!(!choices.attributes("input[name=giver]", "value").contains(&mute));
    let refused = desk.pin(&mute, &field(&choices, "receiver")).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(desk.waiting().await.len(), 4, "nothing was kept");
}
