//! A design and its people, as a question to the engine.

mod columns;
mod refusal;
mod rule;
mod shape;
mod who;

use design::{Design, Reach, Role, Tie, Weight, Wish};
use matching::{
    Objective, Quota, Seats,
    crowd::{Crowd, CrowdQuestion, Member, Program},
};

use super::participant::Participant;
use columns::Columns;
pub use refusal::Refused;
pub use rule::{Scope, Unusable};
use shape::Cast;
pub use shape::{Shape, Sizes};
pub use who::Excluded;

/// The question, ready for the engine, and what it was made of.
#[derive(Debug)]
pub struct Asked {
    /// The form in which people are brought together.
    pub shape: Shape,
    /// The role of those who give: the left side.
    pub giver: Role,
    /// The role of those who receive: the right side.
    pub receiver: Role,
    /// Who gives. `person` is the position among the participants.
    pub left: Vec<Member>,
    /// Who receives.
    pub right: Vec<Member>,
    /// What is known of everybody.
    pub crowd: Crowd,
    /// The conditions for the engine.
    pub program: Program,
    /// The design's conditions that apply.
    pub rules: Vec<Applied>,
    /// The design's conditions that cannot apply, and why.
    pub unusable: Vec<(Condition, Unusable)>,
    /// People who may not take the role they asked for.
    pub excluded: Vec<Excluded>,
    /// Pairs already decided, by position in `left` and `right`.
    pub fixed: Vec<(u32, u32)>,
    /// Pairs that somebody ruled out, by position in `left` and `right`.
    pub forbidden: Vec<(u32, u32)>,
    /// Bounds on organisations.
    pub quotas: Vec<Quota>,
    /// The organisations' names by their number.
    pub organisations: Vec<String>,
}

/// A condition of the design, as a must or a weighted wish.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What is asked of two people.
    pub tie: Tie,
    /// Nothing for a must.
    pub weight: Option<Weight>,
}

/// A condition that applies.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The condition.
    pub condition: Condition,
    /// Where its criteria stand in the program.
    pub criteria: std::ops::Range<usize>,
    /// Between whom it is asked.
    pub scope: Scope,
    /// For how many of the people it says nothing, because something about them is not known.
    pub unknown: usize,
}

impl Asked {
    /// The question in the engine's own terms.
    #[must_use]
    pub fn question(&self) -> CrowdQuestion<'_> {
        CrowdQuestion {
            crowd: &self.crowd,
            program: &self.program,
            left: self.left.clone(),
            right: self.right.clone(),
            fixed: self.fixed.clone(),
            forbidden: self.forbidden.clone(),
            quotas: self.quotas.clone(),
        }
    }

    /// The most that a rule's criteria can add to a score, in units.
    #[must_use]
    pub fn worth(&self, rule: &Applied) -> i64 {
        rule.criteria.clone().map(|criterion| self.program.worth(criterion)).sum()
    }

    /// The rules behind a set of the program's criteria (bit = position).
    #[must_use]
    pub fn rules_of(&self, criteria: u64) -> Vec<usize> {
        let hit = |rule: &Applied| rule.criteria.clone().any(|bit| criteria >> bit & 1 == 1);
        (0..self.rules.len()).filter(|&at| hit(&self.rules[at])).collect()
    }
}

/// What the design aims at, in the engine's terms.
#[must_use]
pub fn objective(design: &Design) -> Objective {
    match design.matching.objective {
        design::Objective::Total => Objective::Total,
        design::Objective::Coverage => Objective::Coverage,
        design::Objective::WorstOff => Objective::WorstOff,
        design::Objective::Stable => Objective::Stable,
    }
}

/// Makes the question of a design about these people.
///
/// # Errors
/// When the design asks no question that can be put, or what the people say makes none possible.
pub fn ask(design: &Design, people: &[Participant]) -> Result<Asked, Vec<Refused>> {
    put(shape::cast(design).map_err(|refused| vec![refused])?, design, people)
}

/// The same where people choose each other: there is nothing to solve, and any two can be weighed.
///
/// # Errors
/// When there are no two sides, or nobody on one of them.
pub fn ask_of_two(design: &Design, people: &[Participant]) -> Result<Asked, Vec<Refused>> {
    put(shape::two(design).map_err(|refused| vec![refused])?, design, people)
}

fn put(cast: Cast, design: &Design, people: &[Participant]) -> Result<Asked, Vec<Refused>> {
    let Cast { giver, receiver, shape } = cast;
    let (crowd, program, rules, unusable) = conditions(design, people, &giver, shape);
    let organisations = columns::names(people, "organisation");
    let mut excluded = vec![];
    let seats = |person: &Participant, role: &Role, gives: bool| Seats {
        most: if gives { person.most } else { None }.unwrap_or(role.load.usual.into()),
        least: if gives { person.least } else { 0 },
        organisation: organisation(person, &organisations),
    };
    let mut members = |role: &Role, gives: bool| -> Vec<Member> {
        let takes = |&(_, person): &(usize, &Participant)| person.roles.contains(&role.name);
        let (barred, free): (Vec<_>, Vec<_>) = people
            .iter()
            .enumerate()
            .filter(takes)
            .map(|(at, person)| (at, person, who::barred(person, role)))
            .partition(|(_, _, barred)| barred.is_some());
        excluded.extend(barred.into_iter().filter_map(|(at, _, rule)| {
            Some(Excluded { person: at, role: role.name.clone(), rule: rule? })
        }));
        let member = |(at, person, _): (usize, &Participant, _)| Member {
            person: u32::try_from(at).unwrap_or(u32::MAX),
            seats: seats(person, role, gives),
        };
        free.into_iter().map(member).collect()
    };
    let (mut left, mut right) = (members(&giver, true), members(&receiver, false));
    if shape.is_of_equals() {
        // One pool stands on both sides, and nobody is excluded from it twice.
        excluded.dedup();
        left.clone_from(&right);
    }
    if shape.groups().is_some_and(|sizes| sizes.layered) {
        let leads = |member: &Member| left.iter().any(|leader| leader.person == member.person);
        right.retain(|member| !leads(member));
    }
    let fixed = refusal::fixed(people, &left, &right, shape)?;
    let quotas = quotas(design, organisations.len());
    let asked = Asked {
        shape,
        giver,
        receiver,
        left,
        right,
        crowd,
        program,
        rules,
        unusable,
        excluded,
        fixed,
        forbidden: vec![],
        quotas,
        organisations,
    };
    refusal::check(people, &asked)?;
    Ok(asked)
}

type Conditions = (Crowd, Program, Vec<Applied>, Vec<(Condition, Unusable)>);

fn conditions(design: &Design, people: &[Participant], giver: &Role, shape: Shape) -> Conditions {
    let mut columns = Columns::new(people);
    let (mut criteria, mut rules, mut unusable) = (vec![], vec![], vec![]);
    for condition in all(design, people) {
        match rule::of_tie(&condition, design, giver, shape, &mut columns) {
            Ok(made) => {
                let begin = criteria.len();
                criteria.extend(made.criteria);
                let criteria = begin..criteria.len();
                let scope = Scope::of(&condition.tie, shape);
                rules.push(Applied { condition, criteria, scope, unknown: made.unknown });
            }
            Err(why) => unusable.push((condition, why)),
        }
    }
    (columns.crowd, Program::new(criteria), rules, unusable)
}

/// The design's conditions. Whom people would rather not meet counts even where the design
/// forgot to say so: nobody fills in that column for nothing.
fn all(design: &Design, people: &[Participant]) -> Vec<Condition> {
    let must = |tie: &Tie| Condition { tie: tie.clone(), weight: None };
    let wish = |wish: &Wish| Condition { tie: wish.tie.clone(), weight: Some(wish.weight) };
    let mut all: Vec<_> = design.matching.musts.iter().map(must).collect();
    let avoids = people.iter().any(|person| !person.avoid.is_empty());
    if avoids && !design.matching.musts.contains(&Tie::NotAvoided) {
        all.push(must(&Tie::NotAvoided));
    }
    all.extend(design.matching.wishes.iter().map(wish));
    all
}

fn organisation(person: &Participant, names: &[String]) -> Option<u32> {
    let name = person.fact("organisation").first()?;
    let at = names.binary_search(&name.to_lowercase()).ok()?;
    u32::try_from(at).ok()
}

fn quotas(design: &Design, organisations: usize) -> Vec<Quota> {
    match design.reach {
        Reach::Across { quota, balance_within, .. } if quota.or(balance_within).is_some() => {
            let of = |organisation| Quota {
                organisation,
                most_left: quota.map(u32::from),
                most_right: quota.map(u32::from),
                balance: balance_within.map(u32::from),
            };
            (0..u32::try_from(organisations).unwrap_or(0)).map(of).collect()
        }
        Reach::Across { .. }
        | Reach::Inside
        | Reach::Segment { .. }
        | Reach::Membership { .. }
        | Reach::Anyone { .. } => vec![],
    }
}
