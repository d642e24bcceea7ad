//! The draft of a round, and what became of it.

use askama::Template;
use axum::extract::{Path, Query, State};
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Shell};
use words::Arg;

use super::{
    answer::Proposal,
    desk::{self, At, Desk},
    difference::Difference,
    model::Round,
    pool::Who as Wanted,
    store,
    view::{self, Card, Elsewhere, Left, Proof, Row},
    work,
};

/// Pairs on one page.
const PAGE: usize = 50;
/// The weakest pairs that are named beside the list.
const WEAKEST: usize = 5;

/// What the list of pairs shows.
#[derive(Debug, Default, Deserialize)]
pub struct Filter {
    #[serde(default)]
    search: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    from: usize,
}

#[derive(Template)]
#[template(path = "round/show.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    programme_href: String,
    base: String,
    state: &'static str,
    when: String,
    lead: String,
    figures: Figures,
    proof: Proof,
    possible: bool,
    stale: bool,
    rows: Vec<Row>,
    pager: Pager,
    search: String,
    sorts: Vec<web::Choice>,
    weakest: Vec<Row>,
    unplaced: Vec<Left>,
    spare: Vec<Left>,
    decisions: Vec<Decision>,
    can_go_back: bool,
    cards: Vec<Card>,
    elsewhere: Vec<Elsewhere>,
    formed: bool,
    equal: bool,
    by_hand: bool,
    sets: usize,
    heads: [String; 2],
}

struct Figures {
    placed_label: String,
    worst_label: String,
    groups: usize,
    placed: usize,
    wanting: usize,
    placed_note: String,
    mean: String,
    worst: String,
    taken: usize,
    places: usize,
}

struct Pager {
    shown: String,
    previous: String,
    next: String,
}

struct Decision {
    icon: &'static str,
    text: String,
    kind: &'static str,
    giver: String,
    receiver: String,
}

#[derive(Template)]
#[template(path = "round/progress.html")]
struct Progress {
    page: Shell,
    trail: Vec<(String, String)>,
    base: String,
    people: usize,
    lost: bool,
}

/// The page.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Query(filter): Query<Filter>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let round = desk::find(&mut tx, &permit, &at).await?;
    if round.solved_at.is_none() {
        return progress(&app, &permit, &round).await;
    }
    let desk = Desk::load(&mut tx, &permit, &at).await?;
    let stale = round.state.is_draft() && is_stale(&mut tx, &app, &permit, &desk).await?;
    drop(tx);
    web::html(&shown(&app, &permit, &desk, &filter, stale))
}

async fn progress(app: &App, permit: &CoordinatorOf, round: &Round) -> Answer {
    let mut tx = app.db.read().await?;
    let input = store::input(&mut tx, round).await?;
    let programme = store::programme_name(&mut tx, &round.organisation, &round.programme).await?;
    // Another node may be at it: only after a while is the work given up for lost.
    let patience = jiff::SignedDuration::from_mins(2);
    let old = app.seam.now().duration_since(round.created_at) > patience;
    web::html(&Progress {
        page: permit.viewer.page("round-solving-title"),
        trail: desk::trail(permit, &programme),
        base: desk::path(round, ""),
        people: input.people.iter().filter(|entrant| !entrant.roles.is_empty()).count(),
        lost: old && !work::is_running(round),
    })
}

/// Whether people have come, gone or changed an answer since the draft was made.
async fn is_stale(tx: &mut db::Tx, app: &App, permit: &CoordinatorOf, desk: &Desk) -> Answer<bool> {
    let track = super::open::track(tx, permit).await?;
    let today = super::open::today(tx, app, permit, &track, Wanted::Approved).await?;
    Ok(track.id == desk.round.track && today != desk.input)
}

fn shown(app: &App, permit: &CoordinatorOf, desk: &Desk, filter: &Filter, stale: bool) -> Page {
    let viewer = &permit.viewer;
    let language = viewer.language;
    let now = app.seam.now();
    let pairs = sought(desk, filter);
    let from = if filter.from < pairs.len() { filter.from } else { 0 };
    let until = (from + PAGE).min(pairs.len());
    let row = |pair: &&Proposal| desk.row(language, pair);
    let (state, when) = (view::state_key(desk.round.state, now), when(permit, desk));
    let heads = match desk.outcome.equal {
        true => [viewer.t("round-person"), viewer.t("round-with")],
        false => [viewer.t("round-receiver"), viewer.t("round-giver")],
    };
    let mut weakest: Vec<&Proposal> = desk.outcome.proposals.iter().collect();
    weakest.sort_by_key(|pair| pair.score);
    Page {
        page: desk.page(permit, "round-title"),
        trail: desk.trail(permit, false),
        programme_href: format!("/programmes/{}", permit.programme),
        base: desk.path(""),
        state,
        lead: viewer.say(&format!("round-lead-{state}"), &[("when", Arg::from(when.as_str()))]),
        when,
        figures: figures(desk, language),
        proof: desk.proof(language),
        possible: desk.outcome.is_possible(),
        stale,
        rows: pairs[from..until].iter().map(row).collect(),
        pager: pager(permit, desk, filter, (from, until, pairs.len())),
        search: filter.search.clone(),
        sorts: ["name", "weakest", "strongest"]
            .into_iter()
            .map(|sort| {
                web::Choice::new(sort, viewer.t(&format!("round-sort-{sort}")))
                    .chosen_among(&[filter.sort.as_str()])
            })
            .collect(),
        weakest: weakest.iter().take(WEAKEST).map(row).collect(),
        unplaced: desk.unplaced().map(|alone| desk.left(language, alone)).collect(),
        spare: desk.spare().map(|alone| desk.left(language, alone)).collect(),
        decisions: decisions(permit, desk),
        cards: desk.cards(language, &viewer.zone),
        elsewhere: desk.elsewhere(language, None),
        formed: desk.outcome.formed,
        equal: desk.outcome.equal,
        by_hand: desk.asking.is_by_hand(),
        sets: desk.outcome.relationships(),
        heads,
        can_go_back: desk.round.state.is_draft() && !desk.round.decisions.before.is_empty(),
    }
}

/// The moment that matters for the state: until when it can be undone, or when it happened.
fn when(permit: &CoordinatorOf, desk: &Desk) -> String {
    use super::model::State;
    let viewer = &permit.viewer;
    let moment =
        |at: jiff::Timestamp| words::moment(viewer.language, &at.to_zoned(viewer.zone.clone()));
    match desk.round.state {
        State::Draft => moment(desk.round.created_at),
        State::Published { undo_until, .. } => moment(undo_until),
        State::Undone { at } => moment(at),
    }
}

fn figures(desk: &Desk, language: words::Language) -> Figures {
    let (taken, places) = desk.places();
    let (placed, wanting) = (desk.placed(), desk.wanting());
    let share = (placed * 100).checked_div(wanting).unwrap_or(0);
    let points = |units: Option<i64>| units.map_or("–".to_owned(), super::told::points);
    let formed = desk.outcome.formed;
    let label =
        |pairs: &str, groups: &str| words::say_plain(language, if formed { groups } else { pairs });
    Figures {
        placed_label: label("round-placed", "round-placed-groups"),
        worst_label: label("round-worst", "round-worst-group"),
        groups: desk.outcome.groups.len(),
        placed,
        wanting,
        placed_note: words::say(language, "round-placed-note", &[("share", Arg::from(share))]),
        mean: points(desk.outcome.mean()),
        worst: points(desk.outcome.worst()),
        taken,
        places,
    }
}

fn sought<'a>(desk: &'a Desk, filter: &Filter) -> Vec<&'a Proposal> {
    let wanted = filter.search.trim().to_lowercase();
    let about = |at: usize| {
        let who = desk.who(at);
        format!("{} {}", who.name, who.sub).to_lowercase()
    };
    let fits = |pair: &&Proposal| {
        wanted.is_empty()
            || about(pair.giver).contains(&wanted)
            || about(pair.receiver).contains(&wanted)
    };
    let mut pairs: Vec<&Proposal> = desk.outcome.proposals.iter().filter(fits).collect();
    match filter.sort.as_str() {
        "weakest" => pairs.sort_by_key(|pair| pair.score),
        "strongest" => pairs.sort_by_key(|pair| std::cmp::Reverse(pair.score)),
        _ => pairs.sort_by_cached_key(|pair| desk.name(pair.receiver).to_lowercase()),
    }
    pairs
}

fn pager(
    permit: &CoordinatorOf,
    desk: &Desk,
    filter: &Filter,
    (from, until, all): (usize, usize, usize),
) -> Pager {
    let link = |from: usize| {
        let search: String =
            url::form_urlencoded::byte_serialize(filter.search.as_bytes()).collect();
        let sort: String = url::form_urlencoded::byte_serialize(filter.sort.as_bytes()).collect();
        desk.path(&format!("?search={search}&sort={sort}&from={from}#pairs"))
    };
    let args = [
        ("from", Arg::from(if all == 0 { 0 } else { from + 1 })),
        ("until", Arg::from(until)),
        ("all", Arg::from(all)),
    ];
    Pager {
        shown: permit.viewer.say("round-shown", &args),
        previous: if from > 0 { link(from.saturating_sub(PAGE)) } else { String::new() },
        next: if until < all { link(until) } else { String::new() },
    }
}

fn decisions(permit: &CoordinatorOf, desk: &Desk) -> Vec<Decision> {
    let say = |key: &str, giver: &str, receiver: &str| {
        let args = [("giver", Arg::from(giver)), ("receiver", Arg::from(receiver))];
        permit.viewer.say(key, &args)
    };
    let settings = desk.settings();
    let couple = |icon, key, kind, couple: &super::model::Couple| {
        let (giver, receiver) = desk.names(couple);
        Decision {
            icon,
            text: say(key, &giver, &receiver),
            kind,
            giver: couple.giver.to_string(),
            receiver: couple.receiver.to_string(),
        }
    };
    // By hand, every pair is a decision: the list of pairs says them all.
    let pins = settings.pinned.iter().filter(|_| !desk.asking.is_by_hand());
    let pinned = pins.map(|c| couple("pin", "round-decided-pin", "unpin", c));
    let banned =
        settings.forbidden.iter().map(|c| couple("forbid", "round-decided-forbid", "allow", c));
    let places = settings.places.iter().map(|(who, places)| {
        let name = desk.input.entrant(who.as_str()).map_or("", |entrant| entrant.name.as_str());
        let args = [("name", Arg::from(name)), ("places", Arg::from(*places))];
        Decision {
            icon: "add",
            text: permit.viewer.say("round-decided-place", &args),
            kind: "take-place",
            giver: who.to_string(),
            receiver: String::new(),
        }
    });
    let moves = settings.moves.iter().map(|made| {
        let name = |id: &people::PersonId| {
            desk.input.entrant(id.as_str()).map_or(String::new(), |entrant| entrant.name.clone())
        };
        let beside = made.beside.as_ref().map(name);
        let key = if beside.is_some() { "round-decided-move" } else { "round-decided-out" };
        Decision {
            icon: "swap",
            text: say(key, &name(&made.who), &beside.unwrap_or_default()),
            kind: "unmove",
            giver: made.who.to_string(),
            receiver: String::new(),
        }
    });
    pinned.chain(banned).chain(places).chain(moves).collect()
}

/// How a difference reads in one line: `-3.2 points`.
#[must_use]
pub fn price_line(language: words::Language, difference: &Difference) -> String {
    let gain = -difference.cost;
    let sign = if gain < 0 { "−" } else { "+" };
    let points = super::told::points(gain.abs());
    words::say(language, "round-price", &[("points", Arg::from(format!("{sign}{points}")))])
}
