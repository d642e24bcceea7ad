//! What a round was asked: the design and the people as they were. It is stored with the round, so
//! that the same answer can be made again later.

use std::collections::{BTreeMap, HashMap};

use design::{Design, Objective, RoleName};
use people::PersonId;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sheets::people::{Manager, Slot};

use super::{
    model::{Couple, Settings},
    participant::Participant,
};
use crate::EnrolmentId;

/// The design and the people of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// The track's design when the round was opened.
    pub design: Design,
    /// Those who take part, and the managers between them, who hold no role.
    pub people: Vec<Entrant>,
}

/// One person of a round.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entrant {
    /// Who.
    pub person: String,
    /// As shown.
    pub name: String,
    /// The roles with a free place, and the enrolment behind each.
    pub roles: BTreeMap<RoleName, EnrolmentId>,
    /// Free places as one who gives.
    pub free: u32,
    /// Comes first where seats are short.
    pub priority: i64,
    /// Answers and facts by name.
    pub facts: BTreeMap<String, Vec<String>>,
    /// The level.
    pub level: Option<i64>,
    /// The time zone.
    pub time_zone: Option<String>,
    /// Day (Monday is 0), and minutes after midnight from and to.
    pub availability: Vec<(u8, u16, u16)>,
    /// Whom they report to.
    pub manager: Option<String>,
    /// Wished for, most wished for first.
    pub prefer: Vec<String>,
    /// Rather not.
    pub avoid: Vec<String>,
    /// Partners before and now.
    pub past: Vec<String>,
}

impl Input {
    /// The stored form. The same input always has the same text.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Plain values and maps with text keys: there is nothing that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What a round with these settings aims at, by its name in design files.
    #[must_use]
    pub fn objective_name(&self, settings: &Settings) -> &'static str {
        objective_name(settings.objective.unwrap_or(self.design.matching.objective))
    }

    /// One person.
    #[must_use]
    pub fn entrant(&self, person: &str) -> Option<&Entrant> {
        self.people.iter().find(|entrant| entrant.person == person)
    }

    /// Everybody as the engine's translation takes them, with the coordinator's decisions. Who
    /// comes first where all else is equal is drawn by lot from the round's seed.
    #[must_use]
    pub fn participants(&self, settings: &Settings, seed: u64) -> Vec<Participant> {
        let mut order: Vec<&Entrant> = self.people.iter().collect();
        order.sort_by_cached_key(|entrant| (-entrant.priority, lot(seed, &entrant.person)));
        let places: HashMap<&str, usize> =
            order.iter().enumerate().map(|(at, entrant)| (entrant.person.as_str(), at)).collect();
        order.iter().map(|entrant| participant(entrant, &places, settings)).collect()
    }
}

/// An objective's name in design files and forms.
#[must_use]
pub const fn objective_name(objective: Objective) -> &'static str {
    match objective {
        Objective::Total => "total",
        Objective::Coverage => "coverage",
        Objective::WorstOff => "worst-off",
        Objective::Stable => "stable",
    }
}

/// The digest of a stored input.
#[must_use]
pub fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

fn lot(seed: u64, person: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(seed.to_be_bytes());
    hasher.update(person);
    hasher.finalize().to_vec()
}

fn participant(
    entrant: &Entrant,
    places: &HashMap<&str, usize>,
    settings: &Settings,
) -> Participant {
    let at = |people: &[String]| -> Vec<usize> {
        people.iter().filter_map(|person| places.get(person.as_str()).copied()).collect()
    };
    let with = |pair: &Couple| {
        let partner = (pair.giver.as_str() == entrant.person).then(|| pair.receiver.as_str())?;
        places.get(partner).copied()
    };
    let more = settings.places.iter().find(|(who, _)| who.as_str() == entrant.person);
    Participant {
        id: entrant.person.clone(),
        name: entrant.name.clone(),
        roles: entrant.roles.keys().cloned().collect(),
        most: Some(entrant.free + more.map_or(0, |(_, places)| *places)),
        least: 0,
        facts: entrant.facts.clone(),
        level: entrant.level,
        time_zone: entrant.time_zone.clone(),
        availability: entrant.availability.iter().map(slot).collect(),
        manager: entrant.manager.as_ref().map(|manager| match places.get(manager.as_str()) {
            Some(&at) => Manager::InFile(at),
            None => Manager::Outside(manager.clone()),
        }),
        prefer: at(&entrant.prefer),
        avoid: at(&entrant.avoid),
        pinned: settings.pinned.iter().filter_map(with).collect(),
        past: at(&entrant.past),
    }
}

fn slot(&(day, from, to): &(u8, u16, u16)) -> Slot {
    Slot { day, from, to }
}

/// A couple's ids, for looking people up.
#[must_use]
pub fn couple(giver: &str, receiver: &str) -> Couple {
    Couple {
        giver: PersonId::from(giver.to_owned()),
        receiver: PersonId::from(receiver.to_owned()),
    }
}
