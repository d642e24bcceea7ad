//! Other weights and another aim for one round, side by side with what is, before it counts.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use design::Objective;
use matching::crowd::Judge;
use people::permission::CoordinatorOf;
use web::{Answer, App, Choice, Flash, Form, Shell};
use words::{Arg, Language};

use super::{
    ask::{Condition, Shape},
    change::{self, Compared},
    desk::{At, Desk},
    difference::Difference,
    input::objective_name,
    model::{Settings, Strength},
    outcome::Outcome,
    solve::{self, Asking},
    told, work,
};

/// So many people who change partners are named.
const NAMED: usize = 40;
const AIMS: [Objective; 3] = [Objective::Coverage, Objective::Total, Objective::WorstOff];

type Said = HashMap<String, String>;

#[derive(Template)]
#[template(path = "round/weights.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    wishes: Vec<Wish>,
    aims: Vec<Choice>,
    trade: Vec<Trade>,
    effect: Option<Effect>,
    hidden: Vec<(String, String)>,
}

struct Wish {
    name: String,
    label: String,
    options: Vec<Choice>,
}

/// What one aim reaches with the strengths as they are.
struct Trade {
    label: String,
    current: bool,
    placed: usize,
    total: String,
    mean: String,
    worst: String,
}

struct Effect {
    is_nothing: bool,
    figures: Vec<Compared>,
    moves: Vec<Move>,
    more: usize,
}

struct Move {
    name: String,
    was: String,
    now: String,
}

/// The page: the form, and the difference to the draft where something was chosen.
///
/// # Errors
/// Absent when there is no such round; a refusal when it is no draft or nothing is possible so.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Query(said): Query<Said>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    change::still_draft(&desk)?;
    let language = permit.viewer.language;
    let wanted = chosen(&desk, &said);
    let differs = wanted != *desk.settings();
    let effect = if differs { Some(effect(&permit, &desk, &wanted).await?) } else { None };
    let trade = trade(language, &desk, &wanted).await?;
    web::html(&Page {
        page: permit.viewer.page("round-weights-title"),
        trail: desk.trail(&permit, true),
        base: desk.path(""),
        wishes: wishes(language, &desk, &wanted),
        aims: aims(language, &desk, &wanted),
        trade,
        effect,
        hidden: said.into_iter().filter(|(name, _)| is_ours(name)).collect(),
    })
}

/// Adopts what was chosen.
///
/// # Errors
/// As [`page`], and a refusal when somebody else has changed the round meanwhile.
pub async fn adopt(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Form(said): Form<Said>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    change::still_draft(&desk)?;
    let decisions = desk.round.decisions.next(chosen(&desk, &said));
    let solved = change::solved(&permit, &desk, &decisions).await?;
    change::kept(&app, &permit, &desk, &decisions, &solved).await?;
    web::see(&desk.path(""), Flash::done("round-weighed").undo(&desk.path("/back")))
}

fn is_ours(name: &str) -> bool {
    name == "aim" || name.strip_prefix("wish-").is_some_and(|n| n.parse::<usize>().is_ok())
}

/// The settings with what the form says. What it does not say stays.
fn chosen(desk: &Desk, said: &Said) -> Settings {
    let mut settings = desk.settings().clone();
    let design = &desk.input.design;
    for (at, wish) in design.matching.wishes.iter().enumerate() {
        let Some(strength) = said.get(&format!("wish-{at}")).and_then(|s| Strength::of_name(s))
        else {
            continue;
        };
        if strength == wish.weight.into() {
            settings.strengths.remove(&at);
        } else {
            settings.strengths.insert(at, strength);
        }
    }
    let aim = said.get("aim").map(String::as_str);
    if let Some(aim) = AIMS.into_iter().find(|one| Some(objective_name(*one)) == aim) {
        settings.objective = (aim != design.matching.objective).then_some(aim);
    }
    settings
}

fn wishes(language: Language, desk: &Desk, settings: &Settings) -> Vec<Wish> {
    let design = &desk.input.design;
    let wish = |(at, wish): (usize, &design::Wish)| {
        let now = settings.strength(design, at);
        let option = |strength: Strength| {
            let name = strength.name();
            Choice::new(name, words::say_plain(language, &format!("round-strength-{name}")))
                .chosen_among(&[now.name()])
        };
        let condition = Condition { tie: wish.tie.clone(), weight: None };
        Wish {
            name: format!("wish-{at}"),
            label: told::condition(language, &condition, design),
            options: Strength::ALL.into_iter().map(option).collect(),
        }
    };
    design.matching.wishes.iter().enumerate().map(wish).collect()
}

/// What can be aimed at. Groups place all they can; pairs of equals know no order of the worst-off.
fn possible_aims(desk: &Desk) -> &'static [Objective] {
    match desk.asking.asked.shape {
        Shape::Sides => &AIMS,
        Shape::Pool { .. } => &AIMS[..2],
        Shape::Groups(_) => &[],
    }
}

fn aims(language: Language, desk: &Desk, settings: &Settings) -> Vec<Choice> {
    let now = desk.input.objective_name(settings);
    let choice = |aim: Objective| {
        let name = objective_name(aim);
        Choice::new(name, words::say_plain(language, &format!("round-aim-{name}")))
            .hint(words::say_plain(language, &format!("round-aim-{name}-hint")))
            .chosen_among(&[now])
    };
    possible_aims(desk).iter().copied().map(choice).collect()
}

/// What each aim reaches with these strengths and decisions.
async fn trade(language: Language, desk: &Desk, settings: &Settings) -> Answer<Vec<Trade>> {
    let (input, seed, settings) = (desk.input.clone(), desk.round.seed, settings.clone());
    let current = desk.input.objective_name(&settings);
    let aims = possible_aims(desk);
    let solved = work::beside(move || {
        let with = |aim| Settings { objective: Some(aim), ..settings.clone() };
        let solved = |aim| solve::solve(&input, &with(aim), seed).ok().map(|s| s.outcome);
        aims.iter().map(|&aim| (aim, solved(aim))).collect::<Vec<_>>()
    })
    .await?;
    let points = |units: Option<i64>| units.map_or("–".to_owned(), told::points);
    let line = |(aim, outcome): (Objective, Option<Outcome>)| {
        let name = objective_name(aim);
        let outcome = outcome?;
        Some(Trade {
            label: words::say_plain(language, &format!("round-aim-{name}")),
            current: name == current,
            placed: outcome.relationships(),
            total: points(Some(outcome.total)),
            mean: points(outcome.mean()),
            worst: points(outcome.worst()),
        })
    };
    Ok(solved.into_iter().filter_map(line).collect())
}

async fn effect(permit: &CoordinatorOf, desk: &Desk, wanted: &Settings) -> Answer<Effect> {
    let language = permit.viewer.language;
    let decisions = desk.round.decisions.next(wanted.clone());
    let solved = change::solved(permit, desk, &decisions).await?;
    let difference = Difference::between(&desk.outcome, &solved.outcome);
    let moves = match desk.outcome.formed {
        true => regrouped(language, desk, &difference),
        false => moves(desk, &difference),
    };
    Ok(Effect {
        is_nothing: difference.is_nothing(),
        figures: figures(language, desk, wanted, &solved.outcome),
        more: moves.len().saturating_sub(NAMED),
        moves: moves.into_iter().take(NAMED).collect(),
    })
}

/// Everybody who receives and has another partner, none before or none after.
fn moves(desk: &Desk, difference: &Difference) -> Vec<Move> {
    let mut receivers: Vec<usize> = difference
        .ended
        .iter()
        .chain(&difference.begun)
        .map(|((_, receiver), _)| *receiver)
        .collect();
    receivers.sort_unstable();
    receivers.dedup();
    let of = |pairs: &[(super::difference::Two, i64)], who: usize| {
        let with = pairs.iter().filter(|((_, receiver), _)| *receiver == who);
        with.map(|((giver, _), _)| desk.name(*giver)).collect::<Vec<_>>().join(", ")
    };
    let mut moves: Vec<Move> = receivers
        .into_iter()
        .map(|who| Move {
            name: desk.name(who).to_owned(),
            was: of(&difference.ended, who),
            now: of(&difference.begun, who),
        })
        .collect();
    moves.sort_by(|a, b| a.name.cmp(&b.name));
    moves
}

/// Everybody in another group, in none before or none after.
fn regrouped(language: Language, desk: &Desk, difference: &Difference) -> Vec<Move> {
    let group = |number: Option<usize>| {
        number.map_or(String::new(), |at| {
            words::say(language, "round-group", &[("number", Arg::from(at + 1))])
        })
    };
    let moved = |moved: &super::difference::Moved| Move {
        name: desk.name(moved.person).to_owned(),
        was: group(moved.from),
        now: group(moved.to),
    };
    let mut moves: Vec<Move> = difference.moved.iter().map(moved).collect();
    moves.sort_by(|a, b| a.name.cmp(&b.name));
    moves
}

/// Both matchings by both measures: a total under other weights is another unit.
fn figures(language: Language, desk: &Desk, wanted: &Settings, now: &Outcome) -> Vec<Compared> {
    let changed = |label: &str, was: String, now: String| Compared {
        label: words::say(language, label, &[] as &[(&str, Arg<'_>)]),
        changed: was != now,
        was,
        now,
    };
    let mut all = vec![changed(
        if now.formed { "round-groups" } else { "round-pairs" },
        desk.outcome.relationships().to_string(),
        now.relationships().to_string(),
    )];
    if now.formed {
        let show = |units: Option<i64>| units.map_or("–".to_owned(), told::points);
        all.push(changed("round-mean", show(desk.outcome.mean()), show(now.mean())));
        return all;
    }
    let new = Asking::new(&desk.input, wanted, desk.round.seed).ok();
    let measures = [("old", Some(&desk.asking)), ("new", new.as_ref())];
    for (name, asking) in measures.into_iter().filter_map(|(n, a)| Some((n, a?))) {
        let (was, is) = (measured(asking, &desk.outcome), measured(asking, now));
        let show = |units: Option<i64>| units.map_or("–".to_owned(), told::points);
        all.push(changed(&format!("round-mean-{name}"), show(was.0), show(is.0)));
        all.push(changed(&format!("round-worst-{name}"), show(was.1), show(is.1)));
    }
    all
}

/// Mean and smallest score of a matching, as one set of weights sees it.
fn measured(asking: &Asking, outcome: &Outcome) -> (Option<i64>, Option<i64>) {
    let judge = Judge::new(&asking.asked.crowd, &asking.asked.program);
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let score = |pair: &super::answer::Proposal| -> i64 {
        let judged = judge.judge(number(pair.giver), number(pair.receiver));
        judged.parts.iter().map(|part| part.units).sum()
    };
    let scores: Vec<i64> = outcome.proposals.iter().map(score).collect();
    let count = i64::try_from(scores.len()).unwrap_or(i64::MAX);
    (scores.iter().sum::<i64>().checked_div(count), scores.iter().min().copied())
}
