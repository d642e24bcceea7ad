//! Through the door: what relationships promise to the people in them, on both databases.

use std::{collections::BTreeMap, sync::Arc};

use db::{db_test, params, testing::TestDb};
use design::Audience;
use jiff::SignedDuration;
use people::testing::Browser;

use super::{reason::Reason, *};
use crate::{RelationshipId, RoundId, testing::Stage};

async fn stage(test: TestDb) -> Stage {
    Stage::new(test, routes()).await
}

/// The paths behind yes, no and the offer's page.
fn links(mail: &mail::Sent) -> [String; 3] {
    let lines = mail.text.lines().filter_map(|line| line.strip_prefix("http://cairn.test"));
    lines.map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()
}

async fn offered(stage: &Stage) -> RelationshipId {
    let [giver, receiver] = stage.sides();
    let reason = |key: &str, audience| Reason {
        key: key.to_owned(),
        args: BTreeMap::from([("day".to_owned(), "MARKER-WORD".into())]),
        audience,
    };
    let reasons =
        vec![reason("offer-until", Audience::OnlyMe), reason("end-done", Audience::Partners)];
    stage.offer(&[("chidi", &giver), ("dana", &receiver)], reasons).await
}

async fn standing(stage: &Stage, id: &RelationshipId) -> model::Relationship {
    let mut tx = stage.world.app.db.read().await.unwrap();
    store::find(&mut tx, &stage.world.organisation, id).await.unwrap().unwrap()
}

async fn state(stage: &Stage, id: &RelationshipId) -> String {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select state, closure from relationship where organisation_id = $1 and id = $2";
    let row = tx.one(sql, params![&stage.world.organisation, id]).await.unwrap();
    let closure: Option<String> = row.get("closure").unwrap();
    [row.get("state").unwrap(), closure.unwrap_or_default()].join(" ").trim().to_owned()
}

async fn priority(stage: &Stage, name: &str) -> i64 {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select priority from enrolment where track_id = $1 and person_id = $2";
    tx.one(sql, params![&stage.track, stage.world.person(name)])
        .await
        .unwrap()
        .get("priority")
        .unwrap()
}

async fn facts(stage: &Stage, id: &RelationshipId) -> Vec<String> {
    let mut tx = stage.world.app.db.read().await.unwrap();
    let sql = "select name from fact where subject_id = $1 order by name";
    let rows = tx.all(sql, params![id]).await.unwrap();
    rows.iter().map(|row| row.get("name").unwrap()).collect()
}

/// The mail of a kind that somebody got.
async fn told(stage: &Stage, name: &str, kind: &str) -> mail::Sent {
    let address = format!("{name}@larkspur.example");
    let mails = stage.world.mails().await;
    let found = mails
        .into_iter()
        .find(|m| m.to_address == address && m.kind == kind && m.withdrawn_at.is_none());
    found.unwrap_or_else(|| panic!("{name} was not told: {kind}"))
}

async fn kinds_to(stage: &Stage, name: &str) -> Vec<String> {
    let address = format!("{name}@larkspur.example");
    let mails = stage.world.mails().await;
    let mut kinds: Vec<String> = mails
        .into_iter()
        .filter(|m| m.to_address == address && m.withdrawn_at.is_none())
        .map(|m| m.kind)
        .collect();
    kinds.sort();
    kinds
}

macro_rules! turn {
    ($stage:expr, $job:path) => {{
        let mut tx = $stage.world.write().await;
        $job(&$stage.world.app, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }};
}

#[db_test]
async fn an_offer_asks_both_and_tells_why_without_private_answers(test: TestDb) {
    let stage = stage(test).await;
    offered(&stage).await;
    for (name, partner) in [("chidi", "Dana Whitlock"), ("dana", "Chidi Okafor")] {
        let mail = stage.world.mail_to(name).await;
        assert!(mail.text.contains(partner), "{}", mail.text);
        assert!(mail.text.contains("kindly"), "the reason that partners may read: {}", mail.text);
        assert!(!mail.text.contains("MARKER-WORD") && !mail.html.contains("MARKER-WORD"));
        links(&mail);
    }
}

#[db_test]
async fn opening_a_link_changes_nothing_and_its_button_answers(test: TestDb) {
    let stage = stage(test).await;
    let id = offered(&stage).await;
    let [yes, no, _] = links(&told(&stage, "chidi", "offer").await);
    let scanner = stage.world.stranger();
    let statements = "select cast(count(*) as bigint) as n from fact";
    for path in [&yes, &no, &yes] {
        assert_eq!(scanner.get(path).await.status, 200);
    }
    assert!(standing(&stage, &id).await.seats.iter().all(|s| s.reply == model::Reply::Pending));
    let row = stage.world.app.db.read().await.unwrap().one(statements, &[]).await.unwrap();
    let before: i64 = row.get("n").unwrap();
    let page = scanner.get(&yes).await;
    assert!(page.says("Dana Whitlock") && page.attributes("main form", "action") == [yes.clone()]);
    let answer = scanner.post(&yes, &[]).await;
    assert_eq!((answer.status, answer.location.as_deref()), (303, Some(yes.as_str())));
    assert!(scanner.get(&yes).await.says("You said yes"));
    assert_eq!(scanner.post(&yes, &[]).await.status, 303, "twice is the same as once");
    let row = stage.world.app.db.read().await.unwrap().one(statements, &[]).await.unwrap();
    assert_eq!(row.get::<i64>("n").unwrap(), before + 1);
    assert_eq!(scanner.get("/m/offer/0000").await.status, 404);
}

#[db_test]
async fn both_yeses_start_it_and_both_hear_what_happens_next(test: TestDb) {
    let stage = stage(test).await;
    let id = offered(&stage).await;
    let chidi = stage.world.sign_in("chidi").await;
    let path = format!("/relationships/{id}/accept");
    assert_eq!(chidi.post(&path, &[]).await.status, 303);
    assert_eq!(state(&stage, &id).await, "offered");
    let [yes, ..] = links(&told(&stage, "dana", "offer").await);
    stage.world.stranger().post(&yes, &[]).await;
    assert_eq!(state(&stage, &id).await, "active");
    for name in ["chidi", "dana"] {
        assert!(told(&stage, name, "activated").await.text.contains("Monday 16 November"));
    }
    assert_eq!(
        facts(&stage, &id).await,
        ["offer_accepted", "offer_accepted", "relationship_activated", "relationship_offered"]
    );
}

#[db_test]
async fn a_no_is_told_kindly_without_a_name_and_both_come_first(test: TestDb) {
    let stage = stage(test).await;
    let id = offered(&stage).await;
    let [yes, ..] = links(&told(&stage, "chidi", "offer").await);
    stage.world.stranger().post(&yes, &[]).await;
    let dana = stage.world.sign_in("dana").await;
    assert!(dana.get(&format!("/relationships/{id}/decline")).await.says("needs no reason"));
    assert_eq!(state(&stage, &id).await, "offered", "asking is not answering");
    dana.post(&format!("/relationships/{id}/decline"), &[]).await;
    assert_eq!(state(&stage, &id).await, "closed declined");
    let mail = told(&stage, "chidi", "not-this-time").await;
    assert!(!mail.text.contains("declined") && mail.text.contains("come first"));
    assert_eq!((priority(&stage, "chidi").await, priority(&stage, "dana").await), (1, 1));
    assert_eq!(kinds_to(&stage, "dana").await, Vec::<String>::new(), "her offer was withdrawn");
    let again = stage.world.stranger().get(&yes).await;
    assert!(again.says("cannot be answered any more"), "{}", again.text());
}

#[db_test]
async fn nobody_else_can_see_or_touch_it(test: TestDb) {
    let stage = stage(test).await;
    let id = offered(&stage).await;
    for name in ["amal", "bea", "edda", "farid"] {
        let browser = stage.world.sign_in(name).await;
        for verb in ["accept", "decline", "pause", "resume", "end"] {
            let path = format!("/relationships/{id}/{verb}");
            assert_eq!(
                browser.post(&path, &[("until", "2026-12-01")]).await.status,
                404,
                "{name} {verb}"
            );
        }
        for page in ["decline", "pause", "end"] {
            let path = format!("/relationships/{id}/{page}");
            assert_eq!(browser.get(&path).await.status, 404, "{name} {page}");
        }
    }
    let stranger = stage.world.stranger();
    assert_eq!(stranger.get(&format!("/relationships/{id}/end")).await.status, 303);
    assert_eq!(state(&stage, &id).await, "offered");
}

#[db_test]
async fn the_silent_are_reminded_on_day_three_once_and_it_expires_on_day_seven(test: TestDb) {
    let stage = stage(test).await;
    let id = offered(&stage).await;
    let [yes, ..] = links(&told(&stage, "chidi", "offer").await);
    stage.world.stranger().post(&yes, &[]).await;
    stage.world.travel(SignedDuration::from_hours(71));
    turn!(stage, remind_due);
    assert_eq!(kinds_to(&stage, "dana").await, ["offer"]);
    stage.world.travel(SignedDuration::from_hours(1));
    turn!(stage, remind_due);
    turn!(stage, remind_due);
    assert_eq!(kinds_to(&stage, "dana").await, ["offer", "offer-reminder"]);
    assert_eq!(kinds_to(&stage, "chidi").await, ["offer"], "who answered is left alone");
    stage.world.travel_days(4);
    stage.world.travel(SignedDuration::from_millis(-1));
    turn!(stage, expire_due);
    assert_eq!(state(&stage, &id).await, "offered");
    stage.world.travel(SignedDuration::from_millis(1));
    turn!(stage, expire_due);
    turn!(stage, expire_due);
    assert_eq!(state(&stage, &id).await, "closed expired");
    told(&stage, "chidi", "not-this-time").await;
    told(&stage, "dana", "unanswered").await;
    assert_eq!((priority(&stage, "chidi").await, priority(&stage, "dana").await), (1, 0));
}

#[db_test]
async fn a_pause_ends_by_itself_on_its_day(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let dana = stage.world.sign_in("dana").await;
    let path = format!("/relationships/{id}/pause");
    let wrong = dana.post(&path, &[("until", "2027-03-01")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("at most eight weeks") && wrong.html.contains("2027-03-01"));
    assert_eq!(dana.post(&path, &[("until", "soon")]).await.status, 422);
    assert_eq!(dana.post(&path, &[("until", "2026-11-20")]).await.status, 303);
    assert_eq!(state(&stage, &id).await, "paused");
    told(&stage, "chidi", "paused").await;
    // Midnight in Copenhagen comes an hour before that of UTC.
    stage.world.travel(SignedDuration::from_hours(24 * 17 + 14));
    turn!(stage, resume_due);
    assert_eq!(state(&stage, &id).await, "paused");
    stage.world.travel(SignedDuration::from_hours(1));
    turn!(stage, resume_due);
    turn!(stage, resume_due);
    assert_eq!(state(&stage, &id).await, "active");
    let resumed = kinds_to(&stage, "chidi").await.iter().filter(|k| *k == "resumed").count();
    assert_eq!(resumed, 1);
}

#[db_test]
async fn ending_takes_two_clicks_and_the_words_name_nobody(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    let dana = stage.world.sign_in("dana").await;
    let path = format!("/relationships/{id}/end");
    let page = dana.get(&path).await;
    assert_eq!(page.attributes("main form", "action"), std::slice::from_ref(&path));
    assert!(page.attributes("main [required]", "name").is_empty(), "no reason is demanded");
    assert_eq!(dana.post(&path, &[("reason", "fit")]).await.location.as_deref(), Some("/"));
    assert_eq!(state(&stage, &id).await, "closed ended_early");
    let strip = |mail: mail::Sent| {
        mail.text
            .replace("Chidi", "X")
            .replace("Dana", "X")
            .replace("Okafor", "Y")
            .replace("Whitlock", "Y")
    };
    let [chidis, danas] =
        [told(&stage, "chidi", "ended").await, told(&stage, "dana", "ended").await];
    assert_eq!(strip(chidis.clone()), strip(danas));
    assert!(!chidis.text.contains("fit well"), "the reason stays with the coordinator's counts");
    assert_eq!((priority(&stage, "chidi").await, priority(&stage, "dana").await), (1, 1));
    assert!(facts(&stage, &id).await.contains(&"relationship_closed".to_owned()));
    let again = dana.post(&path, &[]).await;
    assert_eq!(again.status, 409);
    assert!(again.says("over already"));
}

#[db_test]
async fn a_group_goes_on_when_one_leaves(test: TestDb) {
    let mut stage = stage(test).await;
    stage.redesign(|design| design.roles[1].seats = design::Span::new(2, 4)).await;
    let [giver, receiver] = stage.sides();
    let people =
        [("chidi", &*giver), ("dana", &receiver), ("edda", &receiver), ("farid", &receiver)];
    let id = stage.running(&people).await;
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/end"), &[]).await;
    assert_eq!(state(&stage, &id).await, "active");
    let mail = told(&stage, "edda", "one-left").await;
    assert!(mail.text.contains("Dana Whitlock no longer"), "{}", mail.text);
    assert!(
        mail.text.contains("Chidi Okafor and Farid Nazari") || mail.text.contains("Farid Nazari")
    );
    let edda = stage.world.sign_in("edda").await;
    edda.post(&format!("/relationships/{id}/end"), &[]).await;
    assert_eq!(state(&stage, &id).await, "closed ended_early", "a mentor and one are too few here");
}

#[db_test]
async fn it_completes_after_its_last_day_with_thanks(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(273);
    turn!(stage, complete_due);
    assert_eq!(state(&stage, &id).await, "active", "nine months from 2 November end on 2 August");
    stage.world.travel_days(1);
    turn!(stage, complete_due);
    assert_eq!(state(&stage, &id).await, "closed completed");
    let mail = told(&stage, "dana", "completed").await;
    assert!(mail.text.contains(&stage.design.journey.closing.farewell));
    assert_eq!(priority(&stage, "dana").await, 0);
}

#[db_test]
async fn an_offer_in_its_undo_window_is_not_there_and_undone_it_never_was(test: TestDb) {
    let stage = stage(test).await;
    let [giver, receiver] = stage.sides();
    let round = RoundId::from("round".to_owned());
    let mut tx = stage.world.write().await;
    tx.run(
        "insert into round (id, organisation_id, programme_id, track_id, state, objective, settings, input, \
         input_digest, answer, certificate, engine_version, seed, created_by, created_at) \
         values ($1, $2, $3, $4, 'published', '', '', '', '', '', '', '', 0, '', 0)",
        params![&round, &stage.world.organisation, &stage.programme, &stage.track],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let mut new = stage.asked(&[("chidi", &giver), ("dana", &receiver)]).await;
    new.round = Some(round.clone());
    new.offered_at += SignedDuration::from_mins(15);
    let mut tx = stage.world.write().await;
    let id = offer(&mut tx, &stage.world.app, new).await.unwrap();
    tx.commit().await.unwrap();
    let dana = stage.world.sign_in("dana").await;
    assert_eq!(dana.get(&format!("/relationships/{id}/decline")).await.status, 404);
    assert_eq!(dana.post(&format!("/relationships/{id}/accept"), &[]).await.status, 404);
    let mut tx = stage.world.write().await;
    let undone = undo_round(&mut tx, &stage.world.app, &stage.world.organisation, &round).await;
    tx.commit().await.unwrap();
    assert_eq!(undone.unwrap(), 1);
    assert_eq!(kinds_to(&stage, "dana").await, Vec::<String>::new());
    stage.world.travel_days(1);
    assert_eq!(dana.get(&format!("/relationships/{id}/decline")).await.status, 404);
    assert_eq!(priority(&stage, "dana").await, 0);
    stage.offer(&[("chidi", &giver), ("dana", &receiver)], Vec::new()).await;
}

#[db_test]
async fn nobody_is_offered_beyond_their_places(test: TestDb) {
    let stage = Arc::new(stage(test).await);
    let [giver, receiver] = stage.sides();
    let dana = stage.asked(&[("dana", &receiver)]).await.seats.remove(0);
    let chidi = stage.asked(&[("chidi", &giver)]).await.seats.remove(0);
    let tasks: Vec<_> = (0..32)
        .map(|_| {
            let (stage, seats) = (stage.clone(), vec![chidi.clone(), dana.clone()]);
            tokio::spawn(async move {
                let new = NewRelationship { seats, ..stage.asked(&[]).await };
                let mut tx = stage.world.write().await;
                let made = offer(&mut tx, &stage.world.app, new).await.is_ok();
                if made {
                    tx.commit().await.unwrap();
                }
                made
            })
        })
        .collect();
    let mut made = 0;
    for task in tasks {
        made += usize::from(task.await.unwrap());
    }
    assert_eq!(made, 1);
}

#[db_test]
async fn thirty_two_yeses_at_once_take_one_place_once(test: TestDb) {
    let stage = Arc::new(stage(test).await);
    let [giver, receiver] = stage.sides();
    let enrolment = stage.enrol("chidi", &giver, Some(32)).await;
    let mut offers = Vec::new();
    for _ in 0..32 {
        // Everybody else has room, so that only the mentor's last place is fought for.
        stage.enrol("dana", &receiver, Some(32)).await;
        offers.push(stage.offer(&[("chidi", &giver), ("dana", &receiver)], Vec::new()).await);
    }
    let mut tx = stage.world.write().await;
    tx.run("update enrolment set capacity = 1 where id = $1", params![&enrolment]).await.unwrap();
    tx.commit().await.unwrap();
    let chidi = Arc::new(stage.world.sign_in("chidi").await);
    let tasks: Vec<_> = offers
        .iter()
        .map(|id| {
            let (chidi, path): (Arc<Browser>, _) =
                (chidi.clone(), format!("/relationships/{id}/accept"));
            tokio::spawn(async move { chidi.post(&path, &[]).await.status })
        })
        .collect();
    let mut answers = BTreeMap::new();
    for task in tasks {
        *answers.entry(task.await.unwrap()).or_insert(0) += 1;
    }
    assert_eq!(answers, BTreeMap::from([(303, 1), (409, 31)]));
    let sql = "select cast(count(*) as bigint) as n from seat where enrolment_id = $1 and reply = 'accepted'";
    let row = stage.world.app.db.read().await.unwrap().one(sql, params![&enrolment]).await.unwrap();
    assert_eq!(row.get::<i64>("n").unwrap(), 1);
}

#[db_test]
async fn a_coordinator_closes_one_and_a_programmes_end_completes_all(test: TestDb) {
    let stage = stage(test).await;
    let first = stage.running_pair().await;
    let world = &stage.world;
    let (organisation, by) = (&world.organisation, world.person("bea"));
    let mut tx = world.write().await;
    let other = people::ProgrammeId::from("another".to_owned());
    let refused = close(&mut tx, &world.app, organisation, &other, &first, by).await;
    assert!(matches!(refused, Err(Problem::Absent)));
    close(&mut tx, &world.app, organisation, &stage.programme, &first, by).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(state(&stage, &first).await, "closed ended_early");
    let [giver, receiver] = stage.sides();
    let second = stage.running_pair().await;
    let third = stage.offer(&[("edda", &giver), ("farid", &receiver)], Vec::new()).await;
    let mut tx = world.write().await;
    let closed = close_all(&mut tx, &world.app, organisation, &stage.programme, Some(by)).await;
    tx.commit().await.unwrap();
    assert_eq!(closed.unwrap(), 2);
    assert_eq!(state(&stage, &second).await, "closed completed");
    assert_eq!(state(&stage, &third).await, "closed expired");
}

#[db_test]
async fn both_hear_once_that_the_last_day_comes_near(test: TestDb) {
    let stage = stage(test).await;
    let id = stage.running_pair().await;
    // Nine months from 2 November end on 2 August; this design tells thirty days before.
    stage.world.travel_days(242);
    turn!(stage, tell_ending_due);
    assert!(!kinds_to(&stage, "dana").await.contains(&"ending".to_owned()));
    stage.world.travel_days(1);
    turn!(stage, tell_ending_due);
    turn!(stage, tell_ending_due);
    for name in ["chidi", "dana"] {
        let kinds = kinds_to(&stage, name).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "ending").count(), 1, "{name}");
        let mail = told(&stage, name, "ending").await;
        assert!(mail.text.contains("Monday 2 August"), "{}", mail.text);
        assert!(mail.text.contains(&format!("/relationships/{id}")));
    }
}

#[db_test]
async fn nobody_is_told_of_an_end_in_a_pause_or_where_the_design_wants_no_word(test: TestDb) {
    let mut stage = stage(test).await;
    let id = stage.running_pair().await;
    stage.world.travel_days(250);
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/pause"), &[("until", "2027-07-20")]).await;
    turn!(stage, tell_ending_due);
    assert!(!kinds_to(&stage, "chidi").await.contains(&"ending".to_owned()), "it rests");
    dana.post(&format!("/relationships/{id}/resume"), &[]).await;
    stage.redesign(|design| design.journey.closing.notice_days = 0).await;
    turn!(stage, tell_ending_due);
    assert!(!kinds_to(&stage, "chidi").await.contains(&"ending".to_owned()), "no word is wanted");
    stage.redesign(|design| design.journey.closing.notice_days = 30).await;
    turn!(stage, tell_ending_due);
    assert!(kinds_to(&stage, "chidi").await.contains(&"ending".to_owned()));
}

/// Somebody takes their part back, and what follows has happened.
async fn takes_part_back(stage: &Stage, name: &str, role: &str) {
    let enrolment = stage.enrol(name, role, None).await;
    let browser = stage.world.sign_in(name).await;
    let path = format!("/programmes/{}/enrolments/{enrolment}/withdraw", stage.programme);
    let done = browser.post(&path, &[]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    stage.world.run_jobs().await;
}

/// A world in which taking one's part back has its reaction.
async fn reacting(test: TestDb) -> Stage {
    let react: jobs::Handler<web::App> = Box::new(|app, tx, job| {
        Box::pin(async move {
            let fact = jobs::react_to(tx, job).await?;
            match fact.name.as_str() {
                "enrolment_withdrawn" => withdraw_with_enrolment(app, tx, &fact).await,
                _ => Ok(()),
            }
        })
    });
    let routes = routes().merge(crate::enrolment::routes());
    Stage::with(test, routes, BTreeMap::from([(jobs::REACT, react)])).await
}

#[db_test]
async fn whoever_takes_their_part_back_leaves_what_runs_and_nobody_is_blamed(test: TestDb) {
    let stage = reacting(test).await;
    let [_, receiver] = stage.sides();
    let id = stage.running_pair().await;
    takes_part_back(&stage, "dana", &receiver).await;
    assert_eq!(state(&stage, &id).await, "closed ended_early");
    let (hers, his) = (told(&stage, "dana", "ended").await, told(&stage, "chidi", "ended").await);
    assert!(his.text.contains("You come first in the next round"), "{}", his.text);
    assert!(!hers.text.contains("You come first"), "she is not in the next round");
    assert!(!his.text.contains("taken back"));
    assert_eq!((priority(&stage, "chidi").await, priority(&stage, "dana").await), (1, 0));
    let mail = told(&stage, "bea", "part-taken-back").await;
    assert!(mail.text.contains("Dana Whitlock") && mail.text.contains("One relationship"));
    assert!(!mail.text.contains("Chidi"), "who else is in it stands in the programme");
}

#[db_test]
async fn an_offer_to_somebody_who_takes_their_part_back_is_off_also_after_a_yes(test: TestDb) {
    let stage = reacting(test).await;
    let [_, receiver] = stage.sides();
    let id = offered(&stage).await;
    let dana = stage.world.sign_in("dana").await;
    dana.post(&format!("/relationships/{id}/accept"), &[]).await;
    takes_part_back(&stage, "dana", &receiver).await;
    assert_eq!(state(&stage, &id).await, "closed declined");
    let mail = told(&stage, "chidi", "not-this-time").await;
    assert!(mail.text.contains("says nothing about you"));
    assert!(!kinds_to(&stage, "dana").await.contains(&"not-this-time".to_owned()));
    assert_eq!(priority(&stage, "chidi").await, 1);
    let yes = stage.world.sign_in("chidi").await;
    assert_eq!(yes.post(&format!("/relationships/{id}/accept"), &[]).await.status, 409);
}

#[db_test]
async fn a_group_goes_on_without_whoever_takes_their_part_back(test: TestDb) {
    let mut stage = reacting(test).await;
    let [giver, receiver] = stage.sides();
    stage
        .redesign(|design| {
            for role in &mut design.roles {
                role.seats.least = 1;
                role.seats.most = 3;
            }
        })
        .await;
    let people = [("chidi", giver.as_str()), ("dana", &receiver), ("farid", &receiver)];
    let id = stage.running(&people).await;
    takes_part_back(&stage, "farid", &receiver).await;
    assert_eq!(state(&stage, &id).await, "active");
    assert!(told(&stage, "dana", "one-left").await.text.contains("Farid Nazari"));
    told(&stage, "bea", "part-taken-back").await;
}
