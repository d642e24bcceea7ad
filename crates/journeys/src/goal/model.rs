//! What a goal is, and what would make it stronger. Pure.

use jiff::{Timestamp, civil::Date};
use people::{OrganisationId, PersonId};
use programmes::RelationshipId;

use super::{GoalId, StepId};
pub use crate::audience::Audience;

/// Something that somebody wants to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The relationship.
    pub relationship: RelationshipId,
    /// What.
    pub title: String,
    /// Why it matters; may be empty.
    pub why: String,
    /// By when.
    pub due_on: Option<Date>,
    /// Who can see it.
    pub audience: Audience,
    /// Whose it is.
    pub created_by: PersonId,
    /// When it was reached.
    pub reached_at: Option<Timestamp>,
    /// When it was taken away.
    pub deleted_at: Option<Timestamp>,
    /// The way there.
    pub steps: Vec<Step>,
}

/// A step towards a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Where it stands among the others.
    pub position: i64,
    /// What is to be done.
    pub words: String,
    /// By when.
    pub due_on: Option<Date>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
}

/// What would make a goal stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Why it matters.
    Why,
    /// By when.
    When,
    /// A first step.
    FirstStep,
    /// How one would notice: the title says too little.
    Measure,
}

impl Missing {
    /// The question's key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Why => "goal-ask-why",
            Self::When => "goal-ask-when",
            Self::FirstStep => "goal-ask-first-step",
            Self::Measure => "goal-ask-measure",
        }
    }
}

impl Goal {
    /// Whether a person may see it.
    #[must_use]
    pub fn is_visible_to(&self, person: &PersonId) -> bool {
        self.audience.is_shared() || self.created_by == *person
    }

    /// What to ask, the most useful first; nothing of a goal that is reached.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        if self.reached_at.is_some() {
            return Vec::new();
        }
        // Two words name a topic; nobody could say whether they were reached.
        let vague = self.title.split_whitespace().count() < 4;
        let asked = [
            (self.why.is_empty(), Missing::Why),
            (self.due_on.is_none(), Missing::When),
            (self.steps.is_empty(), Missing::FirstStep),
            (vague, Missing::Measure),
        ];
        asked.into_iter().filter(|(open, _)| *open).map(|(_, what)| what).collect()
    }

    /// How many of the steps are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|step| step.done_at.is_some()).count()
    }

    /// The step that comes next.
    #[must_use]
    pub fn next_step(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.done_at.is_none())
    }

    /// A step moves up or down by one place. Gives the two that change places.
    #[must_use]
    pub fn neighbours(&self, step: &StepId, up: bool) -> Option<(&Step, &Step)> {
        let at = self.steps.iter().position(|s| s.id == *step)?;
        let other = if up { at.checked_sub(1)? } else { at + 1 };
        Some((self.steps.get(at)?, self.steps.get(other)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(title: &str, why: &str, due_on: Option<&str>, steps: usize) -> Goal {
        let step = |n: usize| Step {
            id: StepId::from(n.to_string()),
            position: i64::try_from(n).unwrap(),
            words: "a step".to_owned(),
            due_on: None,
            done_at: None,
        };
        Goal {
            id: GoalId::from("g".to_owned()),
            organisation: OrganisationId::from("o".to_owned()),
            relationship: RelationshipId::from("r".to_owned()),
            title: title.to_owned(),
            why: why.to_owned(),
            due_on: due_on.map(|d| d.parse().unwrap()),
            audience: Audience::OnlyMe,
            created_by: PersonId::from("dana".to_owned()),
            reached_at: None,
            deleted_at: None,
            steps: (0..steps).map(step).collect(),
        }
    }

    #[test]
    fn what_is_missing_is_asked_and_nothing_else() {
        use Missing::{FirstStep, Measure, When, Why};
        let full = "Hold three talks before the summer";
        let check = |goal: Goal, asked: &[Missing]| assert_eq!(goal.missing(), asked, "{goal:?}");
        check(goal("Presenting", "", None, 0), &[Why, When, FirstStep, Measure]);
        check(goal(full, "I want to be heard", None, 1), &[When]);
        check(goal(full, "", Some("2027-06-01"), 1), &[Why]);
        check(goal(full, "I want to be heard", Some("2027-06-01"), 1), &[]);
        let reached = Goal { reached_at: Some(Timestamp::UNIX_EPOCH), ..goal("Done", "", None, 0) };
        check(reached, &[]);
    }

    #[test]
    fn steps_change_places_only_with_a_neighbour() {
        let goal = goal("x", "", None, 3);
        let id = |n: &str| StepId::from(n.to_owned());
        let ids = |found: Option<(&Step, &Step)>| {
            found.map(|(a, b)| (a.id.to_string(), b.id.to_string()))
        };
        assert_eq!(ids(goal.neighbours(&id("1"), true)), Some(("1".to_owned(), "0".to_owned())));
        assert_eq!(ids(goal.neighbours(&id("1"), false)), Some(("1".to_owned(), "2".to_owned())));
        assert_eq!(ids(goal.neighbours(&id("0"), true)), None);
        assert_eq!(ids(goal.neighbours(&id("2"), false)), None);
    }

    #[test]
    fn a_private_goal_is_visible_to_its_owner_only() {
        let (dana, chidi) = (PersonId::from("dana".to_owned()), PersonId::from("chidi".to_owned()));
        let private = goal("x", "", None, 0);
        assert!(private.is_visible_to(&dana) && !private.is_visible_to(&chidi));
        let shared = Goal { audience: Audience::Partners, ..private };
        assert!(shared.is_visible_to(&chidi));
    }
}
