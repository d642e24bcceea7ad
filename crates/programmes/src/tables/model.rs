//! The plan of an event: people, rounds, and the round that runs. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    cross::Cross,
    plan::{self, Two},
};

/// So many earlier plans are remembered for undo.
const REMEMBERED: usize = 20;

/// Somebody in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// Who.
    pub person: String,
    /// As shown.
    pub name: String,
    /// Their enrolment.
    pub enrolment: String,
    /// Whether they are at the event.
    pub here: bool,
}

/// What can change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Those who keep their tables, which are numbered in this order.
    pub givers: Vec<Guest>,
    /// Those who move on.
    pub receivers: Vec<Guest>,
    /// By round: who sits with whom.
    pub rounds: Vec<Vec<Two>>,
    /// 0 before the first round; the round that runs; one more than there are once all is over.
    pub now: usize,
    /// When the round that runs began (milliseconds).
    pub began: i64,
}

/// The plan with those before its last changes, newest last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// As it is.
    pub sitting: Sitting,
    /// As it was.
    #[serde(default)]
    pub before: Vec<Sitting>,
}

/// What a person does in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// They sit at a table with somebody: its number from 1, and the other's position.
    At(usize, usize),
    /// They sit out.
    Out,
}

impl Plan {
    /// A first plan.
    #[must_use]
    pub fn made(cross: &Cross, rounds: usize) -> Self {
        let (givers, receivers) = (cross.givers.clone(), cross.receivers.clone());
        let sitting = Sitting { givers, receivers, ..Sitting::default() };
        let sitting = sitting.planned(cross, rounds);
        Self { sitting, before: vec![] }
    }

    /// Changed; what was is remembered.
    #[must_use]
    pub fn next(&self, sitting: Sitting) -> Self {
        let mut before = self.before.clone();
        before.push(self.sitting.clone());
        let surplus = before.len().saturating_sub(REMEMBERED);
        before.drain(..surplus);
        Self { sitting, before }
    }

    /// The last change taken back, if there was one.
    #[must_use]
    pub fn undone(&self) -> Option<Self> {
        let mut before = self.before.clone();
        let sitting = before.pop()?;
        Some(Self { sitting, before })
    }
}

impl Sitting {
    /// Whether all rounds are over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.now > self.rounds.len()
    }

    /// On to the next round, or back.
    #[must_use]
    pub fn stepped(&self, forward: bool, at: Timestamp) -> Option<Self> {
        let now = if forward { self.now + 1 } else { self.now.checked_sub(1)? };
        (now <= self.rounds.len() + 1).then(|| Self {
            now,
            began: at.as_millisecond(),
            ..self.clone()
        })
    }

    /// Somebody is here, or is not; who is new is taken in. The rounds to come are planned anew.
    #[must_use]
    pub fn with(&self, cross: &Cross, person: &str, here: bool) -> Option<Self> {
        let mut next = self.clone();
        let all = next.givers.iter_mut().chain(&mut next.receivers);
        let known: Vec<&mut Guest> = all.filter(|guest| guest.person == person).collect();
        if known.is_empty() {
            let is_it = |guest: &&Guest| guest.person == person;
            match cross.givers.iter().find(is_it) {
                Some(guest) => next.givers.push(guest.clone()),
                None => next.receivers.push(cross.receivers.iter().find(is_it)?.clone()),
            }
        } else {
            known.into_iter().for_each(|guest| guest.here = here);
        }
        Some(next.planned(cross, self.rounds.len()))
    }

    /// With the rounds to come planned anew.
    fn planned(self, cross: &Cross, rounds: usize) -> Self {
        let question = cross.question(&self);
        let rounds = plan::planned(&question, self.begun(), rounds);
        Self { rounds, ..self }
    }

    /// The rounds that are over or running.
    fn begun(&self) -> &[Vec<Two>] {
        &self.rounds[..self.now.min(self.rounds.len())]
    }

    /// What a giver does, round by round.
    #[must_use]
    pub fn of_giver(&self, at: usize) -> Vec<Turn> {
        let turn = |round: &Vec<Two>| {
            let found = round.iter().find(|two| two.0 as usize == at);
            found.map_or(Turn::Out, |two| Turn::At(at + 1, two.1 as usize))
        };
        self.rounds.iter().map(turn).collect()
    }

    /// What a receiver does, round by round.
    #[must_use]
    pub fn of_receiver(&self, at: usize) -> Vec<Turn> {
        let turn = |round: &Vec<Two>| {
            let found = round.iter().find(|two| two.1 as usize == at);
            found.map_or(Turn::Out, |two| Turn::At(two.0 as usize + 1, two.0 as usize))
        };
        self.rounds.iter().map(turn).collect()
    }

    /// Whom a person meets, in order: name, id, table, round from 1.
    #[must_use]
    pub fn of_person(&self, person: &str) -> Option<Vec<(usize, Turn, Option<&Guest>)>> {
        let place = |all: &[Guest]| all.iter().position(|guest| guest.person == person);
        let (turns, others) = match place(&self.givers) {
            Some(at) => (self.of_giver(at), &self.receivers),
            None => (self.of_receiver(place(&self.receivers)?), &self.givers),
        };
        let one = |(round, turn): (usize, Turn)| match turn {
            Turn::At(_, other) => (round, turn, others.get(other)),
            Turn::Out => (round, turn, None),
        };
        Some((1..).zip(turns).map(one).collect())
    }

    /// Whether a person is in the plan.
    #[must_use]
    pub fn knows(&self, person: &str) -> bool {
        self.givers.iter().chain(&self.receivers).any(|guest| guest.person == person)
    }

    /// Whom a person has met in the rounds that are over.
    #[must_use]
    pub fn met(&self, person: &str) -> BTreeSet<String> {
        let over = self.now.saturating_sub(1);
        let all = self.of_person(person).unwrap_or_default();
        let met = all.into_iter().filter(|(round, ..)| *round <= over);
        met.filter_map(|(_, _, other)| Some(other?.person.clone())).collect()
    }
}
