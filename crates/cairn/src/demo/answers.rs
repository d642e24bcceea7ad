//! What the people of the example answer when they sign up.

use ::people::ProgrammeId;
use anyhow::anyhow;
use db::Tx;
use design::AnswerKind;
use programmes::{
    TrackId,
    enrolment::{self, Enrolment, EntryDoor, NewEnrolment, State, facts},
    programme::Track,
};
use rand::{Rng as _, rngs::StdRng, seq::IndexedRandom as _};
use serde_json::{Value, json};
use web::App;

use super::{
    crowd::Somebody,
    names::{REASONS, STORIES},
    people::Cast,
};

/// Where people sign up.
pub(super) struct Place {
    pub programme: ProgrammeId,
    pub track: Track,
}

impl Place {
    pub fn track_id(&self) -> &TrackId {
        &self.track.id
    }
}

/// How far somebody goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Started,
    Applied,
    Approved,
}

/// Signs somebody up with answers of their own.
pub(super) async fn sign_up(
    tx: &mut Tx,
    app: &App,
    cast: &Cast,
    place: &Place,
    who: (&Somebody, &str),
    until: Until,
    chance: &mut StdRng,
) -> anyhow::Result<()> {
    let (somebody, role) = who;
    let new = NewEnrolment {
        organisation: &cast.organisation,
        programme: &place.programme,
        track: place.track_id(),
        person: &somebody.id,
        role,
        door: EntryDoor::Open,
    };
    let begun = enrolment::start(tx, &app.seam, new).await?;
    if begun.state != State::Started {
        return Ok(());
    }
    let mut capacity = None;
    for (at, question) in place.track.design.form.asked(role).enumerate() {
        if until == Until::Started && at > 1 {
            return Ok(());
        }
        let Some(value) = answer(&question.kind, role, somebody, chance) else { continue };
        if question.kind == AnswerKind::Capacity {
            capacity = value.as_i64();
        }
        enrolment::store::write_answer(tx, &begun.id, question, &value, app.seam.now_ms()).await?;
    }
    let sent = begun.applied(&place.track.design, app.seam.now()).map_err(|no| anyhow!(no.key))?;
    let sent = Enrolment { capacity, ..sent };
    enrolment::store::update(tx, &sent, None).await?;
    let organisation = cast.organisation.as_str();
    let fact = facts::EnrolmentApplied::of(&sent);
    jobs::record(tx, &app.seam, organisation, Some(somebody.id.as_str()), &fact).await?;
    if until == Until::Approved && sent.state == State::Applied {
        let now = app.seam.now();
        let inside = Enrolment { state: State::Approved, decided_at: Some(now), ..sent };
        enrolment::store::update(tx, &inside, Some(&cast.bea)).await?;
        let fact = facts::EnrolmentApproved::of(&inside);
        jobs::record(tx, &app.seam, organisation, Some(cast.bea.as_str()), &fact).await?;
    }
    Ok(())
}

fn answer(kind: &AnswerKind, role: &str, who: &Somebody, chance: &mut StdRng) -> Option<Value> {
    let some = |list: &[String], most: usize, chance: &mut StdRng| {
        let number = chance.random_range(1..=most.min(list.len()).max(1));
        let chosen: Vec<&String> = list.choose_multiple(chance, number).collect();
        json!(chosen)
    };
    match kind {
        AnswerKind::Topics { suggestions, .. } if role == "mentor" => {
            let chosen: Vec<&String> = suggestions.choose_multiple(chance, 4).collect();
            Some(json!(chosen))
        }
        AnswerKind::Topics { suggestions, .. } => Some(some(suggestions, 3, chance)),
        AnswerKind::MultipleChoice { options, .. } => Some(some(options, 3, chance)),
        AnswerKind::LongText => {
            let said = if role == "mentor" { STORIES } else { REASONS };
            said.choose(chance).map(|text| json!(text))
        }
        AnswerKind::Level => Some(json!(who.level)),
        AnswerKind::Languages => Some(json!(who.languages)),
        AnswerKind::TimeZone => Some(json!(who.zone)),
        AnswerKind::Capacity => Some(json!(chance.random_range(1..=2))),
        // The other kinds are not asked in the example's programmes, or are left open.
        _ => None,
    }
}
