//! What members agree on, and who has. Pure.

use std::collections::BTreeMap;

use design::{Clause, Design};
use jiff::Timestamp;
use people::PersonId;

use crate::relationship::model::Relationship;

/// The most clauses of an agreement.
pub const MOST_CLAUSES: usize = 20;
/// The longest clause, in characters.
pub const LONGEST_CLAUSE: usize = 1000;

/// An agreement as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// Which wording this is, from 1.
    pub version: i64,
    /// Who gave it this wording; nobody when the design proposes it.
    pub changed_by: Option<PersonId>,
    /// When it got this wording; none while it is only proposed.
    pub changed_at: Option<Timestamp>,
    /// Who agreed to this wording, and when.
    pub consents: BTreeMap<PersonId, Timestamp>,
}

impl Agreement {
    /// What the design proposes.
    #[must_use]
    pub fn proposed(design: &Design) -> Self {
        Self {
            clauses: design.journey.agreement.clone(),
            version: 1,
            changed_by: None,
            changed_at: None,
            consents: BTreeMap::new(),
        }
    }

    /// Whether all who are in the relationship agreed to these words.
    #[must_use]
    pub fn is_agreed(&self, relationship: &Relationship) -> bool {
        relationship.open_seats().all(|seat| self.consents.contains_key(&seat.person))
    }

    /// Since when all agree; none while somebody does not.
    #[must_use]
    pub fn agreed_at(&self, relationship: &Relationship) -> Option<Timestamp> {
        if self.is_agreed(relationship) { self.consents.values().max().copied() } else { None }
    }

    /// Somebody agrees to this wording.
    #[must_use]
    pub fn agreed_by(mut self, person: &PersonId, at: Timestamp) -> Self {
        self.consents.entry(person.clone()).or_insert(at);
        self
    }

    /// Somebody gives it other words. They agree to what they wrote; the others are asked again.
    /// None when nothing changes.
    #[must_use]
    pub fn changed(&self, texts: &[String], by: &PersonId, at: Timestamp) -> Option<Self> {
        let clauses = renamed(&self.clauses, texts);
        if clauses == self.clauses {
            return None;
        }
        Some(Self {
            clauses,
            version: self.version + 1,
            changed_by: Some(by.clone()),
            changed_at: Some(at),
            consents: BTreeMap::from([(by.clone(), at)]),
        })
    }
}

/// Clauses keep their keys by their place; further ones get new keys; empty ones go.
fn renamed(clauses: &[Clause], texts: &[String]) -> Vec<Clause> {
    let key = |at: usize| clauses.get(at).map_or_else(|| format!("own-{at}"), |c| c.key.clone());
    texts
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(at, text)| Clause { key: key(at), text: text.clone() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(name: &str) -> PersonId {
        PersonId::from(name.to_owned())
    }

    fn agreement() -> Agreement {
        let clause = |key: &str| Clause { key: key.to_owned(), text: format!("about {key}") };
        Agreement {
            clauses: vec![clause("time"), clause("contact")],
            version: 1,
            changed_by: None,
            changed_at: None,
            consents: BTreeMap::new(),
        }
    }

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&t| t.to_owned()).collect()
    }

    #[test]
    fn a_change_asks_everybody_again_except_its_author() {
        let at = Timestamp::UNIX_EPOCH;
        let agreed = agreement().agreed_by(&who("chidi"), at).agreed_by(&who("dana"), at);
        let new = agreed.changed(&texts(&["about time", "by phone"]), &who("dana"), at).unwrap();
        assert_eq!(new.version, 2);
        assert_eq!(new.consents.keys().collect::<Vec<_>>(), [&who("dana")]);
        assert_eq!(new.clauses[1], Clause { key: "contact".into(), text: "by phone".into() });
    }

    #[test]
    fn the_same_words_are_no_change() {
        let same = texts(&["about time", "about contact", ""]);
        assert_eq!(agreement().changed(&same, &who("dana"), Timestamp::UNIX_EPOCH), None);
    }

    #[test]
    fn empty_clauses_go_and_new_ones_come() {
        let new = texts(&["", "about contact", "our own"]);
        let new = agreement().changed(&new, &who("dana"), Timestamp::UNIX_EPOCH).unwrap();
        let keys: Vec<&str> = new.clauses.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["contact", "own-2"]);
    }
}
