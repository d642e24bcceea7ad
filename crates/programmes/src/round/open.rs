//! Opening a round: everybody who can be matched now is taken in, and the engine begins.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem, Refusal, Shell};

use super::{
    desk::{self, At, cannot},
    facts::RoundDiscarded,
    input::Input,
    model::{Round, Settings},
    pool::{self, Who},
    solve::Asking,
    store::{self, NewRound, Track},
    work,
};

#[derive(Template)]
#[template(path = "round/cannot.html")]
struct Cannot {
    page: Shell,
    trail: Vec<(String, String)>,
    back: String,
    reasons: Vec<String>,
}

/// Opens a round, or leads to the draft that is open.
///
/// # Errors
/// Absent without a track; a fault when the database refuses.
pub async fn open(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let organisation = &permit.viewer.organisation;
    let mut tx = app.db.read().await?;
    let rounds = store::list(&mut tx, organisation, &permit.programme).await?;
    if let Some(draft) = rounds.iter().find(|round| round.state.is_draft()) {
        return web::go(&desk::path(draft, ""));
    }
    let track = track(&mut tx, &permit).await?;
    if track.design.rounds_at_an_event().is_some() {
        return web::go(&format!("/programmes/{}/tables", permit.programme));
    }
    let input = today(&mut tx, &app, &permit, &track, Who::Approved).await?;
    drop(tx);
    let question = {
        let input = input.clone();
        work::beside(move || Asking::new(&input, &Settings::default(), 0).map(drop)).await?
    };
    if let Err(refusals) = question {
        return refused(&app, &permit, cannot(permit.viewer.language, &refusals)).await;
    }
    let round = create(&app, &permit, &track, &input).await?;
    work::begin(&app, &round).await;
    web::go(&desk::path(&round, ""))
}

/// The first track of the programme. (A programme with several opens a round for each in turn.)
pub(super) async fn track(tx: &mut Tx, permit: &CoordinatorOf) -> Answer<Track> {
    let organisation = &permit.viewer.organisation;
    store::track(tx, organisation, &permit.programme).await?.ok_or(Problem::Absent)
}

/// The people of a track as they are today.
pub(super) async fn today(
    tx: &mut Tx,
    app: &App,
    permit: &CoordinatorOf,
    track: &Track,
    who: Who,
) -> Answer<Input> {
    let zone = permit.viewer.organisation_zone.clone();
    let today = app.seam.now().to_zoned(zone).date();
    let organisation = &permit.viewer.organisation;
    Ok(pool::gather(tx, organisation, &track.id, track.design.clone(), today, who).await?)
}

async fn create(app: &App, permit: &CoordinatorOf, track: &Track, input: &Input) -> Answer<Round> {
    let mut tx = app.db.write().await?;
    let organisation = &permit.viewer.organisation;
    let new = NewRound {
        organisation,
        programme: &permit.programme,
        track: &track.id,
        input,
        by: &permit.viewer.person,
    };
    let id = store::create(&mut tx, &app.seam, &new).await?;
    let round = store::find(&mut tx, organisation, &permit.programme, id.as_str()).await?;
    tx.commit().await?;
    round.ok_or(Problem::Absent)
}

async fn refused(app: &App, permit: &CoordinatorOf, reasons: Vec<String>) -> Answer {
    let mut tx = app.db.read().await?;
    let organisation = &permit.viewer.organisation;
    let programme = store::programme_name(&mut tx, organisation, &permit.programme).await?;
    let page = permit.viewer.page("round-cannot-title");
    let back = format!("/programmes/{}", permit.programme);
    let mut answer =
        web::html(&Cannot { page, trail: desk::trail(permit, &programme), back, reasons })?;
    *answer.status_mut() = http::StatusCode::CONFLICT;
    Ok(answer)
}

/// Solves a draft whose first solving was interrupted.
///
/// # Errors
/// Absent when there is none; a fault when the database refuses.
pub async fn again(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let round = desk::find(&mut app.db.read().await?, &permit, &at).await?;
    if round.solved_at.is_none() {
        work::begin(&app, &round).await;
    }
    web::go(&desk::path(&round, ""))
}

/// Takes those in who have come since, and solves again; decisions about people stay.
///
/// # Errors
/// Absent when there is no such round; a refusal when it is no draft; a fault when the database
/// refuses.
pub async fn refresh(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let mut tx = app.db.read().await?;
    let round = desk::find(&mut tx, &permit, &at).await?;
    let track = track(&mut tx, &permit).await?;
    let input = today(&mut tx, &app, &permit, &track, Who::Approved).await?;
    drop(tx);
    if let Err(refusals) = Asking::new(&input, &round.decisions.now, round.seed) {
        return refused(&app, &permit, cannot(permit.viewer.language, &refusals)).await;
    }
    let mut tx = app.db.write().await?;
    if !store::renew(&mut tx, &round, &input).await? {
        return Err(Refusal::conflict("round-is-no-draft").into());
    }
    let round = desk::find(&mut tx, &permit, &at).await?;
    tx.commit().await?;
    work::begin(&app, &round).await;
    web::see(&desk::path(&round, ""), Flash::done("round-refreshed"))
}

/// Throws a draft away.
///
/// # Errors
/// Absent when there is no such round; a refusal when it is no draft; a fault when the database
/// refuses.
pub async fn discard(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let mut tx = app.db.write().await?;
    let round = desk::find(&mut tx, &permit, &at).await?;
    if !store::discard(&mut tx, &round).await? {
        return Err(Refusal::conflict("round-is-no-draft").into());
    }
    let by = permit.viewer.person.as_str();
    let fact = RoundDiscarded::of(&round);
    jobs::record(&mut tx, &app.seam, round.organisation.as_str(), Some(by), &fact).await?;
    tx.commit().await?;
    web::see(&format!("/programmes/{}/rounds", permit.programme), Flash::done("round-discarded"))
}
