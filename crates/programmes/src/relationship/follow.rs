//! What follows from a step: the row is written, the fact recorded, the people told, and those
//! whose relationship ended without their fault come first next time. One place for all steps.

use db::Tx;
use people::PersonId;
use web::{App, Problem};

use super::{
    facts::{
        OfferAccepted, RelationshipActivated, RelationshipClosed, RelationshipDeclined,
        RelationshipExpired, RelationshipPaused, RelationshipResumed, RelationshipUndone, SeatLeft,
    },
    letters,
    model::{Closure, Relationship, Reply, State},
    store::{self, Frame},
    tell::Tell,
};
use crate::{
    ids::{EnrolmentId, RelationshipId},
    screening,
};

/// A relationship that this transaction is about to change, with what stands around it.
#[derive(Debug)]
pub struct Held {
    /// As it was.
    pub was: Relationship,
    /// What stands around it.
    pub frame: Frame,
}

/// Holds a relationship for a change.
///
/// # Errors
/// [`Problem::Absent`] when there is none; a fault when the database refuses.
pub async fn hold(
    tx: &mut Tx,
    organisation: &people::OrganisationId,
    id: &RelationshipId,
) -> Result<Held, Problem> {
    let was = store::hold(tx, organisation, id).await?.ok_or(Problem::Absent)?;
    let frame = store::frame(tx, organisation, &was.track).await?;
    Ok(Held { was, frame })
}

/// That those who take part may have contact today.
///
/// # Errors
/// A refusal when a check or a consent of one of them does not hold; a fault when the database
/// refuses.
pub async fn ask_cleared(tx: &mut Tx, app: &App, held: &Held) -> Result<(), Problem> {
    let Held { was, frame } = held;
    let seat = |seat: &super::model::Seat| (seat.person.clone(), seat.role.clone());
    let members: Vec<_> = was.open_seats().map(seat).collect();
    let today = app.seam.now().to_zoned(frame.zone.clone()).date();
    let (organisation, programme) = (&was.organisation, &was.programme);
    screening::ask_cleared(tx, organisation, programme, &frame.design, &members, today).await
}

/// Writes a step and what follows from it.
///
/// # Errors
/// A fault when the database refuses.
pub async fn follow(
    tx: &mut Tx,
    app: &App,
    held: &Held,
    is: &Relationship,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    let Held { was, frame } = held;
    store::save(tx, was, is).await?;
    match (&was.state, &is.state) {
        (State::Offered(_), State::Offered(_)) => answered(tx, app, was, is, actor).await,
        (State::Offered(_), State::Active(_)) => {
            answered(tx, app, was, is, actor).await?;
            activated(tx, app, is, frame, actor).await
        }
        (State::Offered(_), State::Closed(close)) => {
            not_this_time(tx, app, was, is, frame, close.closure, actor).await
        }
        (State::Active(_), State::Paused(..)) => paused(tx, app, is, frame, actor).await,
        (State::Paused(..), State::Active(_)) => resumed(tx, app, is, frame, actor).await,
        (State::Active(_) | State::Paused(..), State::Closed(close)) => {
            closed(tx, app, was, is, frame, close.closure, actor).await
        }
        _ => seat_left(tx, app, was, is, frame, actor).await,
    }
}

macro_rules! record {
    ($tx:expr, $app:expr, $is:expr, $actor:expr, $fact:ident $({ $($field:ident: $value:expr),* })?) => {
        jobs::record(
            $tx,
            &$app.seam,
            $is.organisation.as_str(),
            $actor.map(people::PersonId::as_str),
            &$fact {
                relationship: $is.id.as_str().to_owned(),
                programme: $is.programme.as_str().to_owned(),
                $($($field: $value),*)?
            },
        )
        .await?
    };
}
pub(crate) use record;

async fn answered(
    tx: &mut Tx,
    app: &App,
    was: &Relationship,
    is: &Relationship,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    let replies = was.seats.iter().zip(&is.seats).filter(|(was, is)| was.reply != is.reply);
    for (_, seat) in replies {
        match seat.reply {
            Reply::Accepted => {
                record!(tx, app, is, actor, OfferAccepted);
            }
            Reply::Declined => {
                record!(tx, app, is, actor, SeatLeft { person: seat.person.as_str().to_owned() });
                store::put_first(tx, &is.organisation, &[&seat.enrolment]).await?;
            }
            Reply::Pending => {}
        }
    }
    Ok(())
}

async fn activated(
    tx: &mut Tx,
    app: &App,
    is: &Relationship,
    frame: &Frame,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    record!(tx, app, is, actor, RelationshipActivated);
    let (tell, now) = (Tell::about(tx, app, is, frame).await?, app.seam.now());
    let home = tell.home();
    let there = |m: &store::Member| m.seat.left_at.is_none();
    tell.write(tx, "activated", there, |to| letters::activated(to, now, &home)).await?;
    Ok(())
}

async fn not_this_time(
    tx: &mut Tx,
    app: &App,
    was: &Relationship,
    is: &Relationship,
    frame: &Frame,
    closure: Closure,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    // Mails that have not left yet would ask for something that is over.
    mail::withdraw(tx, &app.seam, "relationship", is.id.as_str()).await?;
    if closure == Closure::Undone {
        mail::link::end(tx, &app.seam, is.id.as_str()).await?;
        record!(tx, app, is, actor, RelationshipUndone);
        return Ok(());
    }
    let everybody = closure == Closure::Declined;
    if everybody {
        record!(tx, app, is, actor, RelationshipDeclined);
    } else {
        record!(tx, app, is, actor, RelationshipExpired);
    }
    let first: Vec<&EnrolmentId> = is
        .seats
        .iter()
        .filter(|seat| everybody || seat.reply == Reply::Accepted)
        .map(|seat| &seat.enrolment)
        .collect();
    store::put_first(tx, &is.organisation, &first).await?;
    // Nobody is told anything who never saw the offer.
    if matches!(&was.state, State::Offered(offer) if offer.from > app.seam.now()) {
        return Ok(());
    }
    let tell = Tell::about(tx, app, is, frame).await?;
    let kind = "not-this-time";
    if everybody {
        let others = |m: &store::Member| m.seat.reply != Reply::Declined;
        tell.write(tx, kind, others, letters::not_this_time).await?;
    } else {
        let said_yes = |m: &store::Member| m.seat.reply == Reply::Accepted;
        tell.write(tx, kind, said_yes, letters::not_this_time).await?;
        let silent = |m: &store::Member| m.seat.reply == Reply::Pending;
        tell.write(tx, "unanswered", silent, letters::unanswered).await?;
    }
    Ok(())
}

async fn paused(
    tx: &mut Tx,
    app: &App,
    is: &Relationship,
    frame: &Frame,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    let State::Paused(_, pause) = &is.state else { return Ok(()) };
    record!(tx, app, is, actor, RelationshipPaused { until: pause.until.to_string() });
    let tell = Tell::about(tx, app, is, frame).await?;
    let there = |m: &store::Member| m.seat.left_at.is_none();
    tell.write(tx, "paused", there, |to| letters::paused(to, pause.until)).await?;
    Ok(())
}

async fn resumed(
    tx: &mut Tx,
    app: &App,
    is: &Relationship,
    frame: &Frame,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    record!(tx, app, is, actor, RelationshipResumed);
    let tell = Tell::about(tx, app, is, frame).await?;
    let home = tell.home();
    let there = |m: &store::Member| m.seat.left_at.is_none();
    tell.write(tx, "resumed", there, |to| letters::resumed(to, &home)).await?;
    Ok(())
}

async fn closed(
    tx: &mut Tx,
    app: &App,
    was: &Relationship,
    is: &Relationship,
    frame: &Frame,
    closure: Closure,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    mail::withdraw(tx, &app.seam, "relationship", is.id.as_str()).await?;
    record!(tx, app, is, actor, RelationshipClosed { closure: closure.word().to_owned() });
    let here: Vec<_> = was.open_seats().map(|seat| seat.person.clone()).collect();
    let there = |m: &store::Member| here.contains(&m.person.id);
    let tell = Tell::about(tx, app, is, frame).await?;
    if closure == Closure::Completed {
        tell.write(tx, "completed", there, letters::completed).await?;
        return Ok(());
    }
    let first: Vec<&EnrolmentId> = was.open_seats().map(|seat| &seat.enrolment).collect();
    store::put_first(tx, &is.organisation, &first).await?;
    let gone = store::taken_back(tx, &is.organisation, &first).await?;
    let ended = |to: letters::To<'_>| letters::ended(to, !gone.contains(&to.reader.seat.enrolment));
    tell.write(tx, "ended", there, ended).await?;
    Ok(())
}

async fn seat_left(
    tx: &mut Tx,
    app: &App,
    was: &Relationship,
    is: &Relationship,
    frame: &Frame,
    actor: Option<&PersonId>,
) -> Result<(), Problem> {
    let left: Vec<_> = was.seats.iter().zip(&is.seats).filter(|(was, is)| was != is).collect();
    for (_, seat) in left {
        record!(tx, app, is, actor, SeatLeft { person: seat.person.as_str().to_owned() });
        store::put_first(tx, &is.organisation, &[&seat.enrolment]).await?;
        if frame.design.care.quiet_exit.contains(&seat.role) {
            continue;
        }
        let tell = Tell::about(tx, app, is, frame).await?;
        let there = |m: &store::Member| m.seat.left_at.is_none();
        let name = tell.name_of(&seat.person);
        tell.write(tx, "one-left", there, |to| letters::one_left(to, &name)).await?;
    }
    Ok(())
}
