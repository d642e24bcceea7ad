//! A rehearsal: how a round would turn out with the sign-ups so far. Nothing is stored.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use people::permission::CoordinatorOf;
use web::{Answer, App, Shell};

use super::{
    desk::{Desk, cannot, trail},
    input::digest,
    model::{Decisions, Round, State as Stands},
    open,
    pool::Who,
    solve::Asking,
    store, told, work,
};
use crate::RoundId;

#[derive(Template)]
#[template(path = "round/rehearsal.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    rounds: String,
    cannot: Vec<String>,
    seen: Option<Seen>,
}

struct Seen {
    placed: usize,
    wanting: usize,
    share: usize,
    mean: String,
    worst: String,
    taken: usize,
    places: usize,
    missing: usize,
    role: String,
    reasons: Vec<Reason>,
    applied: usize,
}

/// Why several people would have no partner.
struct Reason {
    why: String,
    fix: String,
    names: String,
    count: usize,
}

/// The page.
///
/// # Errors
/// Absent without a track; a fault when the database refuses.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let programme = store::programme_name(&mut tx, &viewer.organisation, &permit.programme).await?;
    let mut track = open::track(&mut tx, &permit).await?;
    if track.design.pairs_by_hand().is_some() {
        // What could be chosen by hand at best is what the engine would choose.
        track.design.matching.chooser = design::Chooser::Engine;
    }
    let input = open::today(&mut tx, &app, &permit, &track, Who::Applied).await?;
    let approved = open::today(&mut tx, &app, &permit, &track, Who::Approved).await?;
    drop(tx);
    let decisions = Decisions::default();
    let mut page = Page {
        page: viewer.page("rehearsal-title"),
        trail: trail(&permit, &programme),
        rounds: format!("/programmes/{}/rounds", permit.programme),
        cannot: Vec::new(),
        seen: None,
    };
    // The same people give the same rehearsal: the lot is drawn from who they are.
    let text = digest(&input.to_text());
    let seed = u64::from_str_radix(&text[..8], 16).unwrap_or(0);
    let asking = match Asking::new(&input, &decisions.now, seed) {
        Ok(asking) => asking,
        Err(refusals) => {
            page.cannot = cannot(viewer.language, &refusals);
            return web::html(&page);
        }
    };
    let Ok(solved) = work::solve(&input, &decisions.now, seed).await? else {
        return web::html(&page);
    };
    let count = |input: &super::input::Input| {
        input.people.iter().filter(|entrant| !entrant.roles.is_empty()).count()
    };
    let applied = count(&input) - count(&approved);
    let round = Round {
        id: RoundId::from(String::new()),
        organisation: viewer.organisation.clone(),
        programme: permit.programme.clone(),
        track: track.id,
        state: Stands::Draft,
        decisions,
        settings_text: String::new(),
        input_digest: text,
        engine_version: String::new(),
        seed,
        created_by: viewer.person.clone(),
        created_at: app.seam.now(),
        solved_at: None,
    };
    let desk = Desk { round, input, outcome: solved.outcome, asking, programme };
    page.seen = Some(seen(&permit, &desk, applied));
    web::html(&page)
}

fn seen(permit: &CoordinatorOf, desk: &Desk, applied: usize) -> Seen {
    let (taken, places) = desk.places();
    let (placed, wanting) = (desk.placed(), desk.wanting());
    let points = |units: Option<i64>| units.map_or("–".to_owned(), told::points);
    Seen {
        placed,
        wanting,
        share: (placed * 100).checked_div(wanting).unwrap_or(0),
        mean: points(desk.outcome.mean()),
        worst: points(desk.outcome.worst()),
        taken,
        places,
        missing: match desk.asking.asked.shape {
            super::ask::Shape::Sides => wanting.saturating_sub(places),
            super::ask::Shape::Pool { .. } | super::ask::Shape::Groups(_) => 0,
        },
        role: desk.asking.asked.giver.label.many.clone(),
        reasons: reasons(permit, desk),
        applied,
    }
}

/// Those without a partner, put together by what stands in their way.
fn reasons(permit: &CoordinatorOf, desk: &Desk) -> Vec<Reason> {
    let mut by_reason: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for alone in desk.unplaced() {
        let left = desk.left(permit.viewer.language, alone);
        by_reason.entry(left.why).or_default().push((left.who.name, left.fix));
    }
    let reason = |(why, people): (String, Vec<(String, String)>)| Reason {
        why,
        count: people.len(),
        fix: people.first().map_or(String::new(), |(_, fix)| fix.clone()),
        names: people.into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", "),
    };
    let mut reasons: Vec<Reason> = by_reason.into_iter().map(reason).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.count));
    reasons
}
