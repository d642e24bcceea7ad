//! Choosing a partner by hand: everybody who fits, the best first, with reasons; and everybody else
//! with the rule that stands between.

use askama::Template;
use axum::extract::{Path, State};
use matching::crowd::Judge;
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Problem, Refusal, Shell};
use words::{Arg, Language};

use super::{
    answer::{self, Proposal},
    desk::{At, Desk},
    hand,
    model::Couple,
    outcome::Outcome,
    reasons, told,
    view::{self, Who},
};

/// Who is to get a partner.
#[derive(Debug, Deserialize)]
pub struct For {
    round: String,
    receiver: String,
}

#[derive(Template)]
#[template(path = "round/choose.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    receiver: String,
    who: Who,
    fitting: Vec<Fitting>,
    blocked: Vec<Blocked>,
}

/// Somebody who may be chosen.
struct Fitting {
    who: Who,
    id: String,
    value: i64,
    reasons: Vec<String>,
    /// Whom they have already; no place is left where `is_full`.
    holds: String,
    is_full: bool,
}

/// Somebody whom a rule keeps away.
struct Blocked {
    who: Who,
    rules: String,
}

/// The page.
///
/// # Errors
/// Absent when pairs are not made by hand, or the person waits for nobody; a fault when the database
/// refuses.
pub async fn page(permit: CoordinatorOf, State(app): State<App>, Path(of): Path<For>) -> Answer {
    let at = At { round: of.round };
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let asked = &desk.asking.asked;
    let is_it = |member: &&matching::crowd::Member| desk.id(member.person as usize) == of.receiver;
    let waits = desk.asking.is_by_hand() && desk.round.state.is_draft();
    let receiver = asked.right.iter().position(|member| is_it(&member)).filter(|_| waits);
    let receiver = u32::try_from(receiver.ok_or(Problem::Absent)?).unwrap_or(u32::MAX);
    let person = asked.right[receiver as usize].person as usize;
    let language = permit.viewer.language;
    let (fitting, blocked) = sorted(language, &desk, receiver);
    let name = [("name", Arg::from(desk.name(person)))];
    web::html(&Page {
        page: permit.viewer.page_titled(permit.viewer.say("round-choose-title", &name)),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        receiver: of.receiver,
        who: desk.who(person),
        fitting,
        blocked,
    })
}

/// Everybody who gives: those who fit with the best first, and those whom a rule keeps away.
fn sorted(language: Language, desk: &Desk, receiver: u32) -> (Vec<Fitting>, Vec<Blocked>) {
    let asked = &desk.asking.asked;
    let judge = Judge::new(&asked.crowd, &asked.program);
    let (mut fitting, mut blocked) = (vec![], vec![]);
    for left in 0..u32::try_from(asked.left.len()).unwrap_or(u32::MAX) {
        let (giver, person) =
            (asked.left[left as usize].person, asked.right[receiver as usize].person);
        if giver == person {
            continue;
        }
        let worth = hand::score(&judge, giver, person);
        let pair = answer::propose(asked, &judge, left, receiver, worth);
        if pair.breaks.is_empty() {
            fitting.push((worth, one_fitting(language, desk, left, &pair)));
        } else {
            let rule = |&rule: &usize| {
                let said = desk.rule(language, rule);
                words::say(language, "matching-quoted", &[("rule", Arg::from(said))])
            };
            let rules = told::list(language, &pair.breaks.iter().map(rule).collect::<Vec<_>>());
            blocked.push(Blocked { who: desk.who(pair.giver), rules });
        }
    }
    fitting.sort_by(|(a, one), (b, other)| {
        (one.is_full, -a, &one.who.name).cmp(&(other.is_full, -b, &other.who.name))
    });
    blocked.extend(barred(language, desk));
    blocked.sort_by(|one, other| one.who.name.cmp(&other.who.name));
    (fitting.into_iter().map(|(_, one)| one).collect(), blocked)
}

fn one_fitting(language: Language, desk: &Desk, left: u32, pair: &Proposal) -> Fitting {
    let held: Vec<&str> = desk
        .outcome
        .proposals
        .iter()
        .filter(|held| held.giver == pair.giver)
        .map(|held| desk.name(held.receiver))
        .collect();
    let places = desk.asking.asked.left[left as usize].seats.most as usize;
    let why = reasons::of(&desk.asking, &Proposal { pinned: false, ..pair.clone() });
    Fitting {
        who: desk.who(pair.giver),
        id: desk.id(pair.giver).to_owned(),
        value: view::whole(pair.score),
        reasons: why.iter().map(|why| why.say(language)).collect(),
        is_full: held.len() >= places,
        holds: held.join(", "),
    }
}

/// Those who may not take the role at all, each with the condition that is not met.
fn barred(language: Language, desk: &Desk) -> Vec<Blocked> {
    let (asking, role) = (&desk.asking, &desk.asking.asked.giver.name);
    let gives = desk.outcome.alone.iter().filter(|alone| alone.role == *role);
    let barred = gives.filter(|alone| matches!(alone.why, answer::Why::Barred(_)));
    barred
        .map(|alone| Blocked {
            who: desk.who(alone.person),
            rules: told::why_alone(language, &asking.design, &asking.asked, alone),
        })
        .collect()
}

/// By hand, nobody is put together whom a rule keeps apart.
///
/// # Errors
/// A refusal that names the rules.
pub(super) fn ask_allowed(
    language: Language,
    desk: &Desk,
    outcome: &Outcome,
    pair: &Couple,
) -> Answer<()> {
    if !desk.asking.is_by_hand() {
        return Ok(());
    }
    let is_it = |made: &&Proposal| {
        desk.id(made.giver) == pair.giver.as_str()
            && desk.id(made.receiver) == pair.receiver.as_str()
    };
    let made = outcome.proposals.iter().find(is_it).ok_or(Problem::Absent)?;
    if made.breaks.is_empty() {
        return Ok(());
    }
    let rules: Vec<String> = made.breaks.iter().map(|&rule| desk.rule(language, rule)).collect();
    let rules = told::list(language, &rules);
    Err(Refusal::unprocessable("round-choose-blocked").with("rules", rules).into())
}
