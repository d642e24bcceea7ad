//! Publishing: the pairs are offered, and for a quarter of an hour that can be taken back whole.
//! The mails wait for the end of it.

use axum::extract::{Path, State};
use db::Tx;
use design::{Audience, RoleName};
use jiff::{SignedDuration, Timestamp};
use people::{PersonId, permission::CoordinatorOf, person, post};
use serde::Deserialize;
use web::{Answer, App, Flash, Form, Problem, Refusal};

use super::{
    desk::{At, Desk, Set},
    facts::{RoundPublished, RoundUndone},
    letters, store,
};
use crate::relationship::{self, NewRelationship, NewSeat, reason::Reason};

/// What the preview's button sends.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// The draft that was looked at.
    seen: String,
    /// Whether those without a partner are written to.
    #[serde(default)]
    tell: Option<String>,
}

/// Publishes the draft that was looked at.
///
/// # Errors
/// Absent when there is no such round; a refusal when it is not the draft that was looked at, or a
/// place was taken meanwhile; a fault when the database refuses.
pub async fn publish(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    if !desk.round.state.is_draft() {
        // A second click, or a colleague was faster: the result is there to be looked at.
        return web::see(&desk.path(""), Flash::warn("round-published-already"));
    }
    if seen(&desk) != wanted.seen {
        return Err(Refusal::conflict("round-changed-meanwhile").into());
    }
    let mut tx = app.db.write().await?;
    store::lock_track(&mut tx, &desk.round).await?;
    let published = store::publish(&mut tx, &app.seam, &desk.round, &permit.viewer.person).await?;
    let Some(undo_until) = published else {
        return web::see(&desk.path(""), Flash::warn("round-published-already"));
    };
    store::add_places(&mut tx, &desk, 1).await?;
    for set in &desk.sets() {
        offered(&mut tx, &app, &desk, set, undo_until).await?;
    }
    let told = match wanted.tell {
        Some(_) => tell_the_others(&mut tx, &app, &permit, &desk, undo_until).await?,
        None => 0,
    };
    store::put_first(&mut tx, &desk, 1).await?;
    let pairs = desk.outcome.relationships();
    let fact = RoundPublished::of(&desk.round, pairs, told);
    let (organisation, by) = (desk.round.organisation.as_str(), permit.viewer.person.as_str());
    jobs::record(&mut tx, &app.seam, organisation, Some(by), &fact).await?;
    tx.commit().await?;
    let done = match desk.outcome.formed {
        true => "round-published-groups",
        false => "round-published",
    };
    let flash = Flash::done(done).with("pairs", pairs).undo(&desk.path("/undo"));
    web::see(&desk.path(""), flash)
}

/// What tells one draft of a round from the next.
#[must_use]
pub fn seen(desk: &Desk) -> String {
    let solved = desk.round.solved_at.map_or(0, Timestamp::as_millisecond);
    let digest = super::input::digest(&desk.round.settings_text);
    format!("{solved}-{}-{}", &desk.round.input_digest[..8], &digest[..8])
}

/// Asks the people of a pair or a group.
pub(super) async fn offered(
    tx: &mut Tx,
    app: &App,
    desk: &Desk,
    set: &Set<'_>,
    from: Timestamp,
) -> Answer<()> {
    let days = desk.asking.design.journey.requests.expire_day;
    let round = &desk.round;
    let seat = |(at, role): &(usize, RoleName)| {
        let entrant = desk.input.entrant(desk.id(*at))?;
        Some(NewSeat {
            enrolment: entrant.roles.get(role)?.clone(),
            person: PersonId::from(entrant.person.clone()),
            role: role.clone(),
        })
    };
    let reasons = set.reasons().into_iter().map(|why| Reason {
        key: why.key.to_owned(),
        args: why.args,
        audience: Audience::Partners,
    });
    let new = NewRelationship {
        organisation: round.organisation.clone(),
        programme: round.programme.clone(),
        track: round.track.clone(),
        round: Some(round.id.clone()),
        seats: set.seats.iter().filter_map(seat).collect(),
        score: Some(points(set.value)),
        reasons: reasons.collect(),
        offered_at: from,
        offered_until: from + SignedDuration::from_hours(24 * i64::from(days)),
    };
    match relationship::offer(tx, app, new).await {
        Ok(_) => Ok(()),
        // Somebody has left, or a place was taken, since the draft was made.
        Err(Problem::Refusal(_)) => Err(Refusal::conflict("round-set-impossible")
            .with("names", set.names(words::Language::English))
            .into()),
        Err(problem) => Err(problem),
    }
}

/// A score as it is stored with a relationship.
#[expect(clippy::cast_precision_loss, reason = "a score of at most 100 points, for showing")]
#[must_use]
pub fn points(units: i64) -> f64 {
    units as f64 / matching::SCALE as f64
}

async fn tell_the_others(
    tx: &mut Tx,
    app: &App,
    permit: &CoordinatorOf,
    desk: &Desk,
    after: Timestamp,
) -> Answer<usize> {
    let organisation = &desk.round.organisation;
    let mut told = 0;
    let people: Vec<PersonId> =
        desk.unplaced().map(|alone| PersonId::from(desk.id(alone.person).to_owned())).collect();
    for id in people {
        let Some(person) = person::find(tx, organisation, &id).await? else { continue };
        let letter =
            letters::not_placed(&person, &permit.viewer.organisation_name, &desk.programme);
        let subject = Some(("round", desk.round.id.as_str()));
        post::send_after(tx, app, &person, "round-not-placed", subject, &letter, after).await?;
        told += usize::from(person.email.is_some());
    }
    Ok(told)
}

/// Takes a publication back, inside its window.
///
/// # Errors
/// Absent when there is no such round; a refusal when the window is over; a fault when the
/// database refuses.
pub async fn undo(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let mut tx = app.db.write().await?;
    if !store::undo(&mut tx, &app.seam, &desk.round).await? {
        return Err(Refusal::conflict("round-undo-too-late").into());
    }
    mail::withdraw(&mut tx, &app.seam, "round", desk.round.id.as_str()).await?;
    let round = &desk.round;
    let pairs = relationship::undo_round(&mut tx, &app, &round.organisation, &round.id).await?;
    store::add_places(&mut tx, &desk, -1).await?;
    store::put_first(&mut tx, &desk, -1).await?;
    let (organisation, by) = (round.organisation.as_str(), permit.viewer.person.as_str());
    let fact = RoundUndone::of(round, pairs);
    jobs::record(&mut tx, &app.seam, organisation, Some(by), &fact).await?;
    tx.commit().await?;
    web::see(&desk.path(""), Flash::done("round-undone").with("pairs", pairs))
}
