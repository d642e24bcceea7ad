//! Pinning, forbidding, swapping, adding a place: the price first, then the act, then the way back.

use askama::Template;
use axum::extract::{Path, Query, State};
use people::{PersonId, permission::CoordinatorOf};
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal, Shell};
use words::{Arg, Language};

use super::{
    choose,
    desk::{At, Desk, cannot},
    difference::{Difference, Moved, Two},
    input::couple,
    model::{Change, Decisions, Move},
    outcome::Outcome,
    show::price_line,
    solve::Solved,
    told, work,
};

/// A change as a form or an address says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    kind: String,
    #[serde(default)]
    giver: String,
    #[serde(default)]
    receiver: String,
    #[serde(default)]
    other_giver: String,
    #[serde(default)]
    other_receiver: String,
}

impl Asked {
    fn change(&self) -> Option<Change> {
        let pair = couple(&self.giver, &self.receiver);
        match self.kind.as_str() {
            "pin" => Some(Change::Pin(pair)),
            "unpin" => Some(Change::Unpin(pair)),
            "forbid" => Some(Change::Forbid(pair)),
            "allow" => Some(Change::Allow(pair)),
            "swap" => Some(Change::Swap(pair, couple(&self.other_giver, &self.other_receiver))),
            "place" => Some(Change::Place(PersonId::from(self.giver.clone()))),
            "move" => {
                let beside = Some(&self.receiver).filter(|beside| !beside.is_empty());
                let beside = beside.map(|beside| PersonId::from(beside.clone()));
                Some(Change::Move(Move { who: PersonId::from(self.giver.clone()), beside }))
            }
            "unmove" => Some(Change::Unmove(PersonId::from(self.giver.clone()))),
            "take-place" => Some(Change::TakePlace(PersonId::from(self.giver.clone()))),
            _ => None,
        }
    }

    /// All who are named take part.
    fn is_about(&self, desk: &Desk) -> bool {
        let named = [&self.giver, &self.receiver, &self.other_giver, &self.other_receiver];
        let given = named.into_iter().filter(|id| !id.is_empty());
        !self.giver.is_empty() && given.into_iter().all(|id| desk.input.entrant(id).is_some())
    }

    fn title(&self, language: Language, desk: &Desk) -> String {
        let name = |id: &str| desk.input.entrant(id).map_or(String::new(), |e| e.name.clone());
        let args = [
            ("giver", Arg::from(name(&self.giver))),
            ("receiver", Arg::from(name(&self.receiver))),
            ("other_giver", Arg::from(name(&self.other_giver))),
            ("other_receiver", Arg::from(name(&self.other_receiver))),
        ];
        let key = match self.kind.as_str() {
            "move" if self.receiver.is_empty() => "round-change-out".to_owned(),
            "pin" | "forbid" if desk.outcome.formed => format!("round-change-{}-group", self.kind),
            kind => format!("round-change-{kind}"),
        };
        words::say(language, &key, &args)
    }
}

#[derive(Template)]
#[template(path = "round/change.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    asked: Asked,
    headline: String,
    price: String,
    is_gain: bool,
    is_nothing: bool,
    nothing: String,
    sentences: Vec<String>,
    warnings: Vec<String>,
    compared: Vec<Compared>,
    begun: Vec<Line>,
    ended: Vec<Line>,
}

/// A figure before and after.
pub(super) struct Compared {
    pub label: String,
    pub was: String,
    pub now: String,
    pub changed: bool,
}

/// A pair that begins or ends.
pub(super) struct Line {
    pub text: String,
    pub score: String,
}

/// The effect of a change, before anything is changed.
///
/// # Errors
/// Absent when the round or somebody named is unknown; a refusal when the change is impossible.
pub async fn preview(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let (_, solved) = tried(&permit, &desk, &asked).await?;
    let language = permit.viewer.language;
    let difference = Difference::between(&desk.outcome, &solved.outcome);
    let line = |&((giver, receiver), score): &(Two, i64)| Line {
        text: pair_named(language, &desk, (giver, receiver)),
        score: told::points(score),
    };
    web::html(&Page {
        page: permit.viewer.page_titled(asked.title(language, &desk)),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        headline: headline(language, &difference, desk.outcome.formed),
        nothing: permit.viewer.t(match desk.outcome.formed {
            true => "round-price-nothing-groups",
            false => "round-price-nothing-text",
        }),
        warnings: warnings(language, &desk, &solved.outcome),
        price: price_line(language, &difference),
        is_gain: difference.cost <= 0,
        is_nothing: difference.is_nothing(),
        sentences: sentences(language, &desk, &difference),
        compared: compared(language, &desk.outcome, &solved.outcome),
        begun: difference.begun.iter().map(line).collect(),
        ended: difference.ended.iter().map(line).collect(),
        asked,
    })
}

/// Makes the change.
///
/// # Errors
/// As [`preview`], and a refusal when somebody else has changed the round meanwhile.
pub async fn apply(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Form(asked): Form<Asked>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let (decisions, solved) = tried(&permit, &desk, &asked).await?;
    kept(&app, &permit, &desk, &decisions, &solved).await?;
    let language = permit.viewer.language;
    if desk.asking.is_by_hand() {
        let change = asked.title(language, &desk);
        let flash = Flash::done("round-changed-by-hand").with("change", change);
        return web::see(&desk.path(""), flash.undo(&desk.path("/back")));
    }
    let difference = Difference::between(&desk.outcome, &solved.outcome);
    let flash = Flash::done("round-changed")
        .with("change", asked.title(language, &desk))
        .with("price", price_line(language, &difference))
        .undo(&desk.path("/back"));
    web::see(&desk.path(""), flash)
}

/// Takes the last decision back.
///
/// # Errors
/// Absent when there is no such round; a refusal when there is nothing to take back.
pub async fn back(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    still_draft(&desk)?;
    let nothing = || Refusal::conflict("round-nothing-to-undo");
    let decisions = desk.round.decisions.undone().ok_or_else(nothing)?;
    let solved = solved(&permit, &desk, &decisions).await?;
    kept(&app, &permit, &desk, &decisions, &solved).await?;
    web::see(&desk.path(""), Flash::done("round-went-back"))
}

/// Solves with a change, without keeping anything.
async fn tried(permit: &CoordinatorOf, desk: &Desk, asked: &Asked) -> Answer<(Decisions, Solved)> {
    still_draft(desk)?;
    let change = asked.change().filter(|_| asked.is_about(desk)).ok_or(Problem::Absent)?;
    let decisions = desk.round.decisions.next(desk.settings().with(&change));
    let solved = solved(permit, desk, &decisions).await?;
    if let Change::Pin(pair) = &change {
        choose::ask_allowed(permit.viewer.language, desk, &solved.outcome, pair)?;
    }
    Ok((decisions, solved))
}

/// Solves with other decisions. What has no admissible answer is refused, with the reasons.
pub(super) async fn solved(
    permit: &CoordinatorOf,
    desk: &Desk,
    decisions: &Decisions,
) -> Answer<Solved> {
    let solved = work::solve(&desk.input, &decisions.now, desk.round.seed).await?;
    let solved = solved.map_err(|refusals| {
        let reasons = cannot(permit.viewer.language, &refusals).join(" ");
        Refusal::unprocessable("round-change-refused").with("reasons", reasons)
    })?;
    if solved.outcome.is_possible() {
        Ok(solved)
    } else {
        Err(Refusal::unprocessable("round-change-impossible").into())
    }
}

/// Keeps a solution, unless somebody else was faster.
pub(super) async fn kept(
    app: &App,
    permit: &CoordinatorOf,
    desk: &Desk,
    decisions: &Decisions,
    solved: &Solved,
) -> Answer<()> {
    let by = Some(&permit.viewer.person);
    if work::keep(app, &desk.round, &desk.input, decisions, solved, by).await? {
        Ok(())
    } else {
        Err(Refusal::conflict("round-changed-meanwhile").into())
    }
}

/// Only a draft can be changed.
pub(super) fn still_draft(desk: &Desk) -> Answer<()> {
    if desk.round.state.is_draft() {
        Ok(())
    } else {
        Err(Refusal::conflict("round-is-no-draft").into())
    }
}

/// `Chidi with Dana`.
pub(super) fn pair_named(language: Language, desk: &Desk, (giver, receiver): Two) -> String {
    let args =
        [("giver", Arg::from(desk.name(giver))), ("receiver", Arg::from(desk.name(receiver)))];
    words::say(language, "round-pair-of", &args)
}

/// `It costs 3.2 points, and two people lose their partner`.
fn headline(language: Language, difference: &Difference, formed: bool) -> String {
    let gains = difference.placed.len().cmp(&difference.displaced.len());
    let key = match (gains, difference.cost.signum()) {
        (std::cmp::Ordering::Greater, _) if formed => "round-headline-more-groups",
        (std::cmp::Ordering::Less, _) if formed => "round-headline-fewer-groups",
        (std::cmp::Ordering::Greater, _) => "round-headline-more",
        (std::cmp::Ordering::Less, _) => "round-headline-fewer",
        (std::cmp::Ordering::Equal, 1) => "round-headline-costs",
        (std::cmp::Ordering::Equal, -1) => "round-headline-gains",
        (std::cmp::Ordering::Equal, _) => "round-headline-even",
    };
    let people = difference.placed.len().abs_diff(difference.displaced.len());
    let points = told::points(difference.cost.abs());
    words::say(language, key, &[("points", Arg::from(points)), ("people", Arg::from(people))])
}

/// The people whom it moves, each in a sentence.
fn sentences(language: Language, desk: &Desk, difference: &Difference) -> Vec<String> {
    let say = |key: &str, who: usize, with: Option<usize>, from: Option<usize>| {
        let name = |at: Option<usize>| at.map_or("", |at| desk.name(at));
        let args = [
            ("name", Arg::from(desk.name(who))),
            ("partner", Arg::from(name(with))),
            ("before", Arg::from(name(from))),
        ];
        words::say(language, key, &args)
    };
    if desk.outcome.formed {
        return regrouped(language, desk, difference);
    }
    let before =
        |who: usize| difference.ended.iter().find(|((_, r), _)| *r == who).map(|(p, _)| p.0);
    let displaced =
        difference.displaced.iter().map(|&who| say("round-displaced", who, None, before(who)));
    let moved = difference.begun.iter().map(|((giver, receiver), _)| {
        let key = match before(*receiver) {
            Some(_) => "round-moved",
            None => "round-newly-placed",
        };
        say(key, *receiver, Some(*giver), before(*receiver))
    });
    displaced.chain(moved).collect()
}

/// The people who change groups, each in a sentence.
fn regrouped(language: Language, desk: &Desk, difference: &Difference) -> Vec<String> {
    let sentence = |moved: &Moved| {
        let number = |group: Option<usize>| Arg::from(group.map_or(0, |group| group + 1));
        let args = [
            ("name", Arg::from(desk.name(moved.person))),
            ("from", number(moved.from)),
            ("to", number(moved.to)),
        ];
        let key = match (moved.from, moved.to) {
            (Some(_), Some(_)) => "round-regrouped",
            (None, _) => "round-grouped",
            (Some(_), None) => "round-ungrouped",
        };
        words::say(language, key, &args)
    };
    difference.moved.iter().map(sentence).collect()
}

/// What a change would break in a group that kept its rules before.
fn warnings(language: Language, desk: &Desk, after: &Outcome) -> Vec<String> {
    let all = after.groups.iter().enumerate().filter(|_| after.formed);
    let broken = all.filter(|(_, group)| !group.sized || !group.breaks.is_empty());
    broken.flat_map(|(at, group)| desk.breaches(language, at + 1, group)).collect()
}

/// The figures of two outcomes side by side.
pub(super) fn compared(language: Language, was: &Outcome, now: &Outcome) -> Vec<Compared> {
    let points = |units: Option<i64>| units.map_or("–".to_owned(), told::points);
    let count = |outcome: &Outcome| outcome.relationships().to_string();
    let [relationships, mean, worst] = match was.formed {
        true => ["round-groups", "round-mean", "round-worst-group"],
        false => ["round-pairs", "round-mean", "round-worst"],
    };
    [
        (relationships, count(was), count(now)),
        ("round-total", points(Some(was.total)), points(Some(now.total))),
        (mean, points(was.mean()), points(now.mean())),
        (worst, points(was.worst()), points(now.worst())),
    ]
    .into_iter()
    .map(|(key, was, now)| Compared {
        label: words::say_plain(language, key),
        changed: was != now,
        was,
        now,
    })
    .collect()
}
