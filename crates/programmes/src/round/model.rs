//! A matching round: what was asked, what came out, and what may still be done with it. Pure.

use std::collections::BTreeMap;

use design::{Design, Objective, Weight, Wish};
use jiff::{SignedDuration, Timestamp};
use people::{OrganisationId, PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};

use crate::{RoundId, TrackId};

/// How long a publication can be taken back, and mails are held.
pub const UNDO_WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// How many earlier settings are remembered for undo.
const REMEMBERED: usize = 30;

/// A matching round without its bulky parts.
#[derive(Debug, Clone)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The track.
    pub track: TrackId,
    /// Where it stands.
    pub state: State,
    /// What the coordinator decided for it.
    pub decisions: Decisions,
    /// The stored text of the decisions: two coordinators at once are told apart by it.
    pub settings_text: String,
    /// The digest of the input.
    pub input_digest: String,
    /// The version of the engine that solved it.
    pub engine_version: String,
    /// The number that breaks ties.
    pub seed: u64,
    /// Who opened it.
    pub created_by: PersonId,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was solved last.
    pub solved_at: Option<Timestamp>,
}

/// Where a round stands. Each state carries its own facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being worked on; nobody else sees it.
    Draft,
    /// Published; until then it can be taken back.
    Published {
        /// When.
        at: Timestamp,
        /// Until when it can be taken back.
        undo_until: Timestamp,
    },
    /// Taken back.
    Undone {
        /// When.
        at: Timestamp,
    },
}

impl State {
    /// Whether a publication can be taken back now.
    #[must_use]
    pub fn can_be_undone(self, now: Timestamp) -> bool {
        matches!(self, Self::Published { undo_until, .. } if now < undo_until)
    }

    /// Whether it can be changed and published.
    #[must_use]
    pub fn is_draft(self) -> bool {
        self == Self::Draft
    }
}

/// How much one wish counts in this round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// No pair without it.
    Must,
    /// Four times a low one.
    High,
    /// Twice a low one.
    Medium,
    /// The unit.
    Low,
    /// Not at all.
    Off,
}

impl Strength {
    /// All, strongest first.
    pub const ALL: [Self; 5] = [Self::Must, Self::High, Self::Medium, Self::Low, Self::Off];

    /// Its name in forms, files and keys of sentences.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Off => "off",
        }
    }

    /// The strength of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }

    const fn weight(self) -> Option<Weight> {
        match self {
            Self::High => Some(Weight::High),
            Self::Medium => Some(Weight::Medium),
            Self::Low => Some(Weight::Low),
            Self::Must | Self::Off => None,
        }
    }
}

impl From<Weight> for Strength {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::High => Self::High,
            Weight::Medium => Self::Medium,
            Weight::Low => Self::Low,
        }
    }
}

/// Two people of a round: who gives and who receives.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Couple {
    /// Who gives.
    pub giver: PersonId,
    /// Who receives.
    pub receiver: PersonId,
}

impl Couple {
    /// Whether these are the same two, whoever is named first.
    #[must_use]
    pub fn is_the_same(&self, other: &Self) -> bool {
        self == other || (self.giver == other.receiver && self.receiver == other.giver)
    }
}

/// Somebody put into another group, or out of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Who.
    pub who: PersonId,
    /// One in whose group they are put; nobody for out of all groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<PersonId>,
}

/// What the coordinator decided for one round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What the round aims at, where it is not what the design says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<Objective>,
    /// Strengths that differ from the design's, by the wish's position there.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub strengths: BTreeMap<usize, Strength>,
    /// Pairs that are decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<Couple>,
    /// Pairs that must not be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<Couple>,
    /// People whom the coordinator put elsewhere once the groups were formed, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// Places beyond what people offered.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub places: BTreeMap<PersonId, u32>,
}

impl Settings {
    /// The design with the strengths and the objective of this round.
    #[must_use]
    pub fn applied_to(&self, design: &Design) -> Design {
        let mut design = design.clone();
        let wishes = std::mem::take(&mut design.matching.wishes);
        for (at, wish) in wishes.into_iter().enumerate() {
            let strength = self.strengths.get(&at).copied().unwrap_or(wish.weight.into());
            match strength.weight() {
                Some(weight) => design.matching.wishes.push(Wish { weight, tie: wish.tie }),
                None if strength == Strength::Must => design.matching.musts.push(wish.tie),
                None => {}
            }
        }
        if let Some(objective) = self.objective {
            design.matching.objective = objective;
        }
        design
    }

    /// Whether no pair was decided and no place added.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.pinned.is_empty()
            && self.forbidden.is_empty()
            && self.places.is_empty()
            && self.moves.is_empty()
    }

    /// The same aims without any decision about people.
    #[must_use]
    pub fn untouched(&self) -> Self {
        Self { objective: self.objective, strengths: self.strengths.clone(), ..Self::default() }
    }

    /// How much a wish of the design counts here.
    #[must_use]
    pub fn strength(&self, design: &Design, wish: usize) -> Strength {
        let own = design.matching.wishes.get(wish).map_or(Strength::Off, |w| w.weight.into());
        self.strengths.get(&wish).copied().unwrap_or(own)
    }

    /// These settings after one more decision.
    #[must_use]
    pub fn with(&self, change: &Change) -> Self {
        let mut next = self.clone();
        match change {
            Change::Pin(pair) => next.pin(pair),
            Change::Unpin(pair) => next.pinned.retain(|p| !p.is_the_same(pair)),
            Change::Forbid(pair) => next.forbid(pair),
            Change::Allow(pair) => next.forbidden.retain(|p| !p.is_the_same(pair)),
            Change::Swap(one, other) => {
                next.pinned.retain(|p| !p.is_the_same(one) && !p.is_the_same(other));
                next.pin(&Couple { giver: one.giver.clone(), receiver: other.receiver.clone() });
                next.pin(&Couple { giver: other.giver.clone(), receiver: one.receiver.clone() });
            }
            Change::Place(who) => *next.places.entry(who.clone()).or_default() += 1,
            Change::TakePlace(who) => {
                next.places.remove(who);
            }
            Change::Move(made) => next.moves.push(made.clone()),
            Change::Unmove(who) => next.moves.retain(|made| made.who != *who),
        }
        next
    }

    fn pin(&mut self, pair: &Couple) {
        self.forbidden.retain(|p| !p.is_the_same(pair));
        if !self.pinned.contains(pair) {
            self.pinned.push(pair.clone());
        }
    }

    fn forbid(&mut self, pair: &Couple) {
        self.pinned.retain(|p| !p.is_the_same(pair));
        if !self.forbidden.contains(pair) {
            self.forbidden.push(pair.clone());
        }
    }
}

/// One decision of a coordinator about a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This pair is decided.
    Pin(Couple),
    /// It is not decided after all.
    Unpin(Couple),
    /// This pair must not be.
    Forbid(Couple),
    /// It may be after all.
    Allow(Couple),
    /// Two pairs exchange their receivers.
    Swap(Couple, Couple),
    /// One more place for somebody who gives.
    Place(PersonId),
    /// No additional places for them after all.
    TakePlace(PersonId),
    /// Somebody goes into another group, or out of all.
    Move(Move),
    /// They stay where the engine put them after all.
    Unmove(PersonId),
}

/// The settings of a round with those before them, newest last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions {
    /// As they are.
    pub now: Settings,
    /// As they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Settings>,
}

impl Decisions {
    /// Decided: the present becomes the past.
    #[must_use]
    pub fn next(&self, settings: Settings) -> Self {
        let mut before = self.before.clone();
        before.push(self.now.clone());
        let surplus = before.len().saturating_sub(REMEMBERED);
        before.drain(..surplus);
        Self { now: settings, before }
    }

    /// The last decision taken back, if there was one.
    #[must_use]
    pub fn undone(&self) -> Option<Self> {
        let mut before = self.before.clone();
        let now = before.pop()?;
        Some(Self { now, before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn couple(giver: &str, receiver: &str) -> Couple {
        Couple {
            giver: PersonId::from(giver.to_owned()),
            receiver: PersonId::from(receiver.to_owned()),
        }
    }

    #[test]
    fn a_pair_is_never_both_pinned_and_forbidden() {
        let pair = couple("a", "b");
        let both = Settings::default()
            .with(&Change::Pin(pair.clone()))
            .with(&Change::Forbid(pair.clone()));
        assert!(both.pinned.is_empty());
        assert_eq!(both.forbidden, std::slice::from_ref(&pair));
        let back = both.with(&Change::Pin(pair.clone()));
        assert_eq!((back.pinned, back.forbidden), (vec![pair], vec![]));
    }

    #[test]
    fn a_swap_pins_the_crossed_pairs_only() {
        let settings = Settings::default().with(&Change::Pin(couple("a", "x")));
        let swapped = settings.with(&Change::Swap(couple("a", "x"), couple("b", "y")));
        assert_eq!(swapped.pinned, [couple("a", "y"), couple("b", "x")]);
    }

    #[test]
    fn the_last_decision_can_be_taken_back_until_none_is_left() {
        let first = Settings::default().with(&Change::Pin(couple("a", "b")));
        let decisions = Decisions::default().next(first.clone());
        let further = decisions.next(first.with(&Change::Forbid(couple("c", "d"))));
        assert_eq!(further.undone().unwrap(), decisions);
        assert_eq!(decisions.undone().unwrap(), Decisions::default());
        assert_eq!(Decisions::default().undone(), None);
    }

    #[test]
    fn a_wish_may_become_a_must_or_nothing_for_one_round() {
        let design = design::preset("one-to-one").unwrap().design();
        let (musts, wishes) = (design.matching.musts.len(), design.matching.wishes.len());
        let strengths = [(0, Strength::Must), (1, Strength::Off), (2, Strength::High)].into();
        let settings = Settings { strengths, ..Settings::default() };
        let applied = settings.applied_to(&design);
        assert_eq!(applied.matching.musts.len(), musts + 1);
        assert_eq!(applied.matching.wishes.len(), wishes - 2);
        assert_eq!(applied.matching.wishes[0].weight, Weight::High);
    }

    #[test]
    fn a_publication_can_be_taken_back_only_inside_the_window() {
        let at = Timestamp::UNIX_EPOCH;
        let state = State::Published { at, undo_until: at + UNDO_WINDOW };
        assert!(state.can_be_undone(at));
        assert!(!state.can_be_undone(at + UNDO_WINDOW));
        assert!(!State::Draft.can_be_undone(at));
    }
}
