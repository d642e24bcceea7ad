//! Who could sit with whom: the people of a track as they are today, and what the design says.

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use design::{Chooser, Objective};
use matching::crowd::{Judge, Member};
use people::permission::CoordinatorOf;
use web::{Answer, App, Problem};

use super::{
    model::{Guest, Sitting},
    plan::Question,
    store,
};
use crate::{
    programme::{self, Track, today},
    round::{
        ask,
        input::Input,
        model::Settings,
        pool::{self, Who},
    },
};

/// The two sides, who of them must not meet, and what meetings are worth.
#[derive(Debug)]
pub struct Cross {
    /// Those who keep their tables.
    pub givers: Vec<Guest>,
    /// Those who move on.
    pub receivers: Vec<Guest>,
    apart: BTreeSet<(String, String)>,
    scores: BTreeMap<(String, String), i64>,
}

/// The track of the programme that is matched in rounds.
///
/// # Errors
/// Absent where there is none; a fault when the database refuses.
pub async fn track(tx: &mut Tx, permit: &CoordinatorOf) -> Answer<Track> {
    let tracks =
        programme::store::tracks(tx, &permit.viewer.organisation, &permit.programme).await?;
    tracks
        .into_iter()
        .find(|track| track.design.rounds_at_an_event().is_some())
        .ok_or(Problem::Absent)
}

impl Cross {
    /// Everybody who is approved today.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn today(
        tx: &mut Tx,
        app: &App,
        permit: &CoordinatorOf,
        track: &Track,
    ) -> Answer<Self> {
        let organisation = &permit.viewer.organisation;
        let mut design = track.design.clone();
        design.matching.chooser = Chooser::Engine;
        design.matching.objective = Objective::Total;
        let day = today(app, &permit.viewer);
        let input = pool::gather(tx, organisation, &track.id, design, day, Who::Approved).await?;
        let mut cross = Self::of(&input);
        let met = store::met_at_earlier_events(tx, organisation, &track.id).await?;
        cross.apart.extend(met);
        Ok(cross)
    }

    fn of(input: &Input) -> Self {
        let people = input.participants(&Settings::default(), 0);
        let mut cross = Self {
            givers: vec![],
            receivers: vec![],
            apart: BTreeSet::new(),
            scores: BTreeMap::new(),
        };
        let Ok(asked) = ask::ask(&input.design, &people) else { return cross };
        let guest = |member: &Member, role: &design::Role| {
            let id = people.get(member.person as usize)?.id.clone();
            let entrant = input.entrant(&id)?;
            Some(Guest {
                name: entrant.name.clone(),
                enrolment: entrant.roles.get(&role.name)?.to_string(),
                person: id,
                here: true,
            })
        };
        let side = |side: &[Member], role| -> Vec<Guest> {
            side.iter().filter_map(|member| guest(member, role)).collect()
        };
        cross.givers = side(&asked.left, &asked.giver);
        cross.receivers = side(&asked.right, &asked.receiver);
        let judge = Judge::new(&asked.crowd, &asked.program);
        for giver in &asked.left {
            for receiver in &asked.right {
                let id = |at: u32| people.get(at as usize).map_or("", |p| p.id.as_str()).to_owned();
                let two = (id(giver.person), id(receiver.person));
                match judge.score(giver.person, receiver.person) {
                    Some(score) if two.0 != two.1 => {
                        cross.scores.insert(two, score);
                    }
                    _ => {
                        cross.apart.insert(two);
                    }
                }
            }
        }
        cross.givers.sort_by(|a, b| a.name.cmp(&b.name));
        cross.receivers.sort_by(|a, b| a.name.cmp(&b.name));
        cross
    }

    /// The question of a plan: those in it, by their places there.
    #[must_use]
    pub fn question(&self, sitting: &Sitting) -> Question {
        let here = |all: &[Guest]| all.iter().map(|guest| guest.here).collect();
        let mut question = Question {
            givers: here(&sitting.givers),
            receivers: here(&sitting.receivers),
            ..Question::default()
        };
        for (g, giver) in (0u32..).zip(&sitting.givers) {
            for (r, receiver) in (0u32..).zip(&sitting.receivers) {
                let two = (giver.person.clone(), receiver.person.clone());
                // Whoever is no longer enrolled is kept apart from nobody whom they met already.
                if self.apart.contains(&two) || giver.person == receiver.person {
                    question.apart.insert((g, r));
                } else if let Some(score) = self.scores.get(&two) {
                    question.scores.insert((g, r), *score);
                }
            }
        }
        question
    }

    /// Those who came in since a plan was made.
    #[must_use]
    pub fn newcomers(&self, sitting: &Sitting) -> Vec<&Guest> {
        let planned: BTreeSet<&str> =
            sitting.givers.iter().chain(&sitting.receivers).map(|g| g.person.as_str()).collect();
        let all = self.givers.iter().chain(&self.receivers);
        all.filter(|guest| !planned.contains(guest.person.as_str())).collect()
    }
}
