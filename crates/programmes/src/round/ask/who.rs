//! Conditions on one person: who may not take the role they asked for.

use design::{Role, RoleName, Rule};

use crate::{
    round::{participant::Participant, pool::NOT_CLEARED},
    screening::Kind,
};

/// Somebody who asked for a role and may not take it.
#[derive(Debug, Clone, PartialEq)]
pub struct Excluded {
    /// Position among the participants.
    pub person: usize,
    /// The role asked for.
    pub role: RoleName,
    /// The condition that is not met.
    pub rule: Rule,
}

/// The first condition of a role that a person is known not to meet. What is checked when somebody
/// enrols (tenure, training) is not checked again here; a check or a consent is, for it may have ended.
pub(super) fn barred(person: &Participant, role: &Role) -> Option<Rule> {
    role.who.iter().find(|rule| is_unmet(rule, person)).cloned()
}

fn is_unmet(rule: &Rule, person: &Participant) -> bool {
    match rule {
        Rule::Level { from, to } => person.level.is_some_and(|level| {
            from.is_some_and(|from| level < from.into()) || to.is_some_and(|to| level > to.into())
        }),
        Rule::Answered { question, any } => {
            let given = person.fact(question);
            !given.is_empty() && !given.iter().any(|answer| any.contains(answer))
        }
        // Known to be missing only where a round looked: a list says nothing about it.
        Rule::Screened => is_not_cleared(person, Kind::Screening),
        Rule::GuardianConsent => is_not_cleared(person, Kind::Consent),
        Rule::Tenure { .. }
        | Rule::Nominated
        | Rule::Adult
        | Rule::InSegment
        | Rule::Member
        | Rule::Trained { .. }
        | Rule::CompletedCourse
        | Rule::HiredWithin { .. }
        | Rule::Prerequisites
        | Rule::Mentors
        | Rule::IsMentored
        | Rule::LeadsTheOther => false,
    }
}

fn is_not_cleared(person: &Participant, kind: Kind) -> bool {
    person.fact(kind.word()).iter().any(|said| said == NOT_CLEARED)
}
