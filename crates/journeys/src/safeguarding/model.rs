//! A concern, and who is in charge of it. Pure.

use jiff::Timestamp;
use people::{OrganisationId, PersonId, ProgrammeId};
use programmes::RelationshipId;

use super::ConcernId;

/// A concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Which.
    pub id: ConcernId,
    /// Whose.
    pub organisation: OrganisationId,
    /// In which programme; none for what belongs to none.
    pub programme: Option<ProgrammeId>,
    /// In which relationship.
    pub relationship: Option<RelationshipId>,
    /// Who said it.
    pub raised_by: PersonId,
    /// What they said.
    pub words: String,
    /// Whether it goes past the coordinators.
    pub past_coordinators: bool,
    /// When.
    pub raised_at: Timestamp,
    /// Unanswered until then, it goes further.
    pub escalate_at: Timestamp,
    /// When it went further.
    pub escalated_at: Option<Timestamp>,
    /// What was answered, and when.
    pub answer: Option<(Timestamp, String)>,
}

/// Those among whom somebody is in charge.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// The coordinators of its programme.
    pub coordinators: Vec<PersonId>,
    /// The administrators of its organisation.
    pub administrators: Vec<PersonId>,
    /// Those in the relationship: the one who speaks, and those whom it may be about.
    pub inside: Vec<PersonId>,
}

impl Concern {
    /// Those in charge of it: the coordinators; the administrators where there is none whom it
    /// cannot be about, and once nobody has answered in time. Never anybody from inside.
    #[must_use]
    pub fn leads(&self, around: &Around) -> Vec<PersonId> {
        let apart =
            |person: &&PersonId| **person != self.raised_by && !around.inside.contains(person);
        let coordinators = around.coordinators.iter().filter(|_| !self.past_coordinators);
        let mut leads: Vec<PersonId> = coordinators.filter(apart).cloned().collect();
        if leads.is_empty() || self.escalated_at.is_some() {
            // Whoever is both and meant by it reads it by neither door.
            let meant =
                |person: &&PersonId| self.past_coordinators && around.coordinators.contains(person);
            let administrators = around.administrators.iter().filter(|one| !meant(one));
            leads.extend(administrators.filter(apart).cloned());
        }
        leads.sort();
        leads.dedup();
        leads
    }

    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> PersonId {
        PersonId::from(name.to_owned())
    }

    fn concern() -> Concern {
        Concern {
            id: "c".to_owned().into(),
            organisation: "o".to_owned().into(),
            programme: Some("p".to_owned().into()),
            relationship: None,
            raised_by: person("dana"),
            words: String::new(),
            past_coordinators: false,
            raised_at: Timestamp::UNIX_EPOCH,
            escalate_at: Timestamp::UNIX_EPOCH,
            escalated_at: None,
            answer: None,
        }
    }

    #[test]
    fn nobody_from_inside_is_ever_in_charge() {
        let mut around = Around {
            coordinators: vec![person("bea"), person("chidi")],
            administrators: vec![person("amal")],
            inside: vec![person("chidi"), person("dana")],
        };
        assert_eq!(concern().leads(&around), [person("bea")]);
        around.coordinators = vec![person("chidi")];
        assert_eq!(concern().leads(&around), [person("amal")], "the only coordinator is meant");
        around.administrators.push(person("chidi"));
        assert_eq!(concern().leads(&around), [person("amal")]);
    }

    #[test]
    fn what_is_about_the_coordinator_or_stays_unanswered_goes_to_the_administrators() {
        let around = Around {
            coordinators: vec![person("bea")],
            administrators: vec![person("amal"), person("bea")],
            inside: vec![],
        };
        let past = Concern { past_coordinators: true, ..concern() };
        assert_eq!(past.leads(&around), [person("amal")]);
        let late = Concern { escalated_at: Some(Timestamp::UNIX_EPOCH), ..concern() };
        assert_eq!(late.leads(&around), [person("amal"), person("bea")]);
    }
}
