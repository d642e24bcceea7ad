//! Who can be asked, in the order in which they are suggested: how well they suit comes first, and
//! where that is about the same, whoever has been asked less.

use std::collections::{HashMap, HashSet};

use db::Tx;
use jiff::{Timestamp, civil::Date};
use people::OrganisationId;
use sha2::{Digest as _, Sha256};

use super::{
    model::{End, REST, Request, Rules, State},
    store,
};
use crate::{
    enrolment::Enrolment,
    ids::EnrolmentId,
    programme::Track,
    round::{
        pool::{self, Who},
        solve::{Asking, Fit},
    },
};

/// Scores that differ by less than this are near: five of a hundred points.
const NEAR: i64 = 5 * matching::SCALE;

/// Somebody who can be asked.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Their part.
    pub enrolment: EnrolmentId,
    /// How well they suit.
    pub fit: Fit,
    /// How much is asked of them.
    pub load: Load,
}

/// How much is asked of somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Relationships they have.
    pub taken: i64,
    /// Requests before them.
    pub open: i64,
    /// Whether another request would only wait.
    pub is_full: bool,
}

/// Everybody who can be asked by one person.
#[derive(Debug)]
pub struct Candidates {
    /// The people and the conditions.
    pub asking: Asking,
    /// Whether the asker gives, and asks those who receive.
    pub gives: bool,
    /// In the order in which they are suggested.
    pub all: Vec<Candidate>,
}

/// Everybody who can be asked by one person now; none when the asker has no free place, or there
/// is nobody.
///
/// # Errors
/// When the database refuses it.
pub async fn candidates(
    tx: &mut Tx,
    track: &Track,
    rules: &Rules,
    mine: &Enrolment,
    (today, now): (Date, Timestamp),
) -> db::Result<Option<Candidates>> {
    let organisation = &mine.organisation;
    let design = track.design.clone();
    let input = pool::gather(tx, organisation, &track.id, design, today, Who::Approved).await?;
    let gives = track.design.givers().any(|role| role.name == mine.role);
    let Some(asking) = Asking::of_two(&input, 0) else { return Ok(None) };
    let is_me = |person: &crate::round::participant::Participant| person.id == mine.person.as_str();
    let Some(me) = asking.people.iter().position(is_me) else { return Ok(None) };
    if !asking.people[me].roles.contains(&mine.role) {
        return Ok(None);
    }
    let known = Known::gather(tx, organisation, track, rules, mine, now).await?;
    let enrolment = |fit: &Fit| {
        let entrant = input.entrant(&asking.people[fit.other].id)?;
        Some((entrant.roles.get(&rules.asked)?.clone(), i64::from(entrant.free)))
    };
    let mut all: Vec<Candidate> = asking
        .fits(me)
        .into_iter()
        .filter_map(|fit| {
            let (enrolment, free) = enrolment(&fit)?;
            let load = known.load_of(rules, &enrolment, if gives { 1 } else { free })?;
            Some(Candidate { enrolment, fit, load })
        })
        .collect();
    order(&mut all, mine.id.as_str());
    Ok(Some(Candidates { asking, gives, all }))
}

/// Best first; where scores are near, those who are asked less; and what is equal then is drawn by
/// lot, differently for everybody who looks.
fn order(all: &mut [Candidate], looks: &str) {
    let lot = |candidate: &Candidate| Sha256::digest(format!("{looks} {}", candidate.enrolment));
    all.sort_by_cached_key(|candidate| {
        let Load { taken, open, is_full } = candidate.load;
        let near = -candidate.fit.score.div_euclid(NEAR);
        (is_full, near, open, taken, lot(candidate).to_vec())
    });
}

/// What is known of those who could be asked.
struct Known {
    open: HashMap<EnrolmentId, i64>,
    taken: HashMap<String, u32>,
    /// Not again so soon, or on the list already.
    not: HashSet<EnrolmentId>,
    signs: HashMap<EnrolmentId, Timestamp>,
    now: Timestamp,
}

impl Known {
    async fn gather(
        tx: &mut Tx,
        organisation: &OrganisationId,
        track: &Track,
        rules: &Rules,
        mine: &Enrolment,
        now: Timestamp,
    ) -> db::Result<Self> {
        let asked = store::of_asker(tx, organisation, &mine.id).await?;
        let signs = match rules.stale_after {
            Some(_) => store::signs_of_life(tx, organisation, &track.id).await?,
            None => HashMap::new(),
        };
        Ok(Self {
            open: store::open_by_asked(tx, organisation, &track.id).await?,
            taken: pool::taken(tx, organisation, &track.id).await?,
            not: asked
                .iter()
                .filter(|r| rests(r, now))
                .map(|r| r.asked.enrolment.clone())
                .collect(),
            signs,
            now,
        })
    }

    /// How much is asked of somebody; none when they are not shown.
    fn load_of(&self, rules: &Rules, of: &EnrolmentId, free: i64) -> Option<Load> {
        if self.not.contains(of) {
            return None;
        }
        let stale = rules.stale_after.is_some_and(|after| {
            self.signs.get(of).is_none_or(|last| self.now.duration_since(*last) > after)
        });
        if stale {
            return None;
        }
        let open = self.open.get(of).copied().unwrap_or(0);
        let taken = self.taken.get(of.as_str()).copied().unwrap_or(0);
        Some(Load { taken: taken.into(), open, is_full: rules.room(free, open) == 0 })
    }
}

/// Whether somebody is not to be asked by the same person now.
fn rests(request: &Request, now: Timestamp) -> bool {
    match &request.state {
        State::Waiting | State::Open(_) => true,
        State::Ended(ended, _) => match ended.how {
            End::Declined | End::Expired => now.duration_since(ended.at) < REST,
            End::Accepted | End::Withdrawn | End::Passed => false,
        },
    }
}
