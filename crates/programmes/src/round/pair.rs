//! One pair: every part of its score, the rules it keeps, and who else would be possible.

use askama::Template;
use axum::extract::{Path, State};
use matching::crowd::{Judge, Member};
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Problem, Shell};
use words::{Arg, Language};

use super::{
    answer::Proposal,
    ask::Condition,
    change::pair_named,
    desk::{At, Desk},
    reasons::{self, Part},
    told,
    view::{self, Row, Who},
};

/// So many others are named on each side.
const OTHERS: usize = 8;

/// The pair in a path.
#[derive(Debug, Deserialize)]
pub struct Two {
    round: String,
    giver: String,
    receiver: String,
}

#[derive(Template)]
#[template(path = "round/pair.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    is_draft: bool,
    row: Row,
    reasons: Vec<String>,
    parts: Vec<Part>,
    kept: Vec<String>,
    others: Vec<Other>,
    others_title: String,
    by_hand: bool,
}

/// Somebody else who could support the same person.
struct Other {
    who: Who,
    value: i64,
    holds: String,
    pin: String,
    swap: String,
}

/// The page.
///
/// # Errors
/// Absent when the round does not propose the pair; a fault when the database refuses.
pub async fn page(permit: CoordinatorOf, State(app): State<App>, Path(two): Path<Two>) -> Answer {
    let at = At { round: two.round };
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let is_it = |pair: &&Proposal| {
        desk.id(pair.giver) == two.giver && desk.id(pair.receiver) == two.receiver
    };
    let pair = desk.outcome.proposals.iter().find(is_it).ok_or(Problem::Absent)?;
    let language = permit.viewer.language;
    let title = pair_named(language, &desk, (pair.giver, pair.receiver));
    let sentences = reasons::of(&desk.asking, pair);
    web::html(&Page {
        page: permit.viewer.page_titled(title),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        is_draft: desk.round.state.is_draft(),
        row: desk.row(language, pair),
        reasons: sentences.iter().map(|why| why.say(language)).collect(),
        parts: reasons::parts(language, &desk.asking, pair),
        kept: kept(language, &desk, pair),
        others: others(&desk, pair),
        by_hand: desk.asking.is_by_hand(),
        others_title: {
            let key = if desk.outcome.equal { "round-others-equal" } else { "round-others" };
            permit.viewer.say(key, &[("name", Arg::from(desk.name(pair.receiver)))])
        },
    })
}

/// The musts that the pair keeps.
fn kept(language: Language, desk: &Desk, pair: &Proposal) -> Vec<String> {
    let design = &desk.asking.design;
    let is_must = |condition: &Condition| condition.weight.is_none();
    let rules = desk.asking.asked.rules.iter().enumerate();
    rules
        .filter(|(at, rule)| is_must(&rule.condition) && !pair.breaks.contains(at))
        .map(|(_, rule)| told::condition(language, &rule.condition, design))
        .collect()
}

/// The best others for the one who receives, whoever has them now.
fn others(desk: &Desk, pair: &Proposal) -> Vec<Other> {
    let asked = &desk.asking.asked;
    let judge = Judge::new(&asked.crowd, &asked.program);
    let receiver = u32::try_from(pair.receiver).unwrap_or(u32::MAX);
    let score = |member: &Member| {
        let other = member.person as usize;
        let fits = other != pair.giver && other != pair.receiver && member.seats.most > 0;
        fits.then(|| Some((other, judge.score(member.person, receiver)?, member.seats.most)))?
    };
    let mut all: Vec<(usize, i64, u32)> = asked.left.iter().filter_map(score).collect();
    all.sort_by_key(|&(other, score, _)| (std::cmp::Reverse(score), other));
    all.truncate(OTHERS);
    all.into_iter()
        .map(|(other, score, places)| one_other(desk, pair, (other, score, places)))
        .collect()
}

fn one_other(desk: &Desk, pair: &Proposal, (other, score, places): (usize, i64, u32)) -> Other {
    let held = held_by(desk, other);
    let full = held.len() >= places as usize;
    let receiver = desk.id(pair.receiver);
    let swap = best_exchange(desk, pair.giver, other, &held).filter(|_| full).map(|theirs| {
        desk.path(&format!(
            "/change?kind=swap&giver={}&receiver={receiver}&other_giver={}&other_receiver={}",
            desk.id(pair.giver),
            desk.id(other),
            desk.id(theirs)
        ))
    });
    Other {
        who: desk.who(other),
        value: view::whole(score),
        holds: held.iter().map(|&at| desk.name(at)).collect::<Vec<_>>().join(", "),
        pin: desk.path(&format!("/change?kind=pin&giver={}&receiver={receiver}", desk.id(other))),
        swap: swap.unwrap_or_default(),
    }
}

/// Whom somebody has in this draft.
fn held_by(desk: &Desk, who: usize) -> Vec<usize> {
    let equal = desk.outcome.equal;
    let pairs = desk.outcome.proposals.iter().filter_map(|pair| match who {
        _ if pair.giver == who => Some(pair.receiver),
        _ if equal && pair.receiver == who => Some(pair.giver),
        _ => None,
    });
    let mut held: Vec<usize> = pairs.collect();
    let mine = |group: &&super::outcome::Group| group.members.iter().any(|m| m.person == who);
    for group in desk.outcome.groups.iter().filter(mine) {
        held.extend(group.members.iter().map(|m| m.person).filter(|person| *person != who));
    }
    held
}

/// Of those whom the other supports, the one with whom an exchange loses least.
fn best_exchange(desk: &Desk, giver: usize, other: usize, held: &[usize]) -> Option<usize> {
    let asked = &desk.asking.asked;
    let judge = Judge::new(&asked.crowd, &asked.program);
    let score = |a: usize, b: usize| judge.score(u32::try_from(a).ok()?, u32::try_from(b).ok()?);
    let gain = |&theirs: &usize| {
        let now = score(other, theirs).unwrap_or(0);
        (theirs != giver).then(|| Some((score(giver, theirs)? - now, theirs)))?
    };
    held.iter().filter_map(gain).max().map(|(_, theirs)| theirs)
}
