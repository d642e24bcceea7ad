//! A round as its coordinator has it before them: loaded whole, or absent.

use db::Tx;
use design::RoleName;
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, Problem, Shell};
use words::Language;

use super::{
    answer::Proposal,
    input::Input,
    model::{Round, Settings},
    outcome::{Group, Outcome},
    reasons,
    solve::{Asking, Refusals},
    store, told,
};

/// The round in a path.
#[derive(Debug, Clone, Deserialize)]
pub struct At {
    /// Its id.
    pub round: String,
}

/// A solved round with all that a page about it needs.
#[derive(Debug)]
pub struct Desk {
    /// The round.
    pub round: Round,
    /// The people as they were.
    pub input: Input,
    /// What came out.
    pub outcome: Outcome,
    /// The question.
    pub asking: Asking,
    /// The programme's name.
    pub programme: String,
}

impl Desk {
    /// Loads a solved round. Absent when there is none, or it is not solved.
    ///
    /// # Errors
    /// [`Problem::Absent`], or a fault when the database refuses.
    pub async fn load(tx: &mut Tx, permit: &CoordinatorOf, at: &At) -> Answer<Self> {
        let round = find(tx, permit, at).await?;
        let outcome = store::outcome(tx, &round).await?.ok_or(Problem::Absent)?;
        let input = store::input(tx, &round).await?;
        let programme = store::programme_name(tx, &round.organisation, &round.programme).await?;
        let asking = Asking::new(&input, &round.decisions.now, round.seed)
            .map_err(|_| Problem::fault("a solved round is asked again", "it has no question"))?;
        Ok(Self { round, input, outcome, asking, programme })
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.round.decisions.now
    }

    /// A path of this round.
    #[must_use]
    pub fn path(&self, rest: &str) -> String {
        path(&self.round, rest)
    }

    /// The frame of a page about it, with the way back up.
    #[must_use]
    pub fn page(&self, permit: &CoordinatorOf, title_key: &str) -> Shell {
        permit.viewer.page(title_key)
    }

    /// The pages above.
    #[must_use]
    pub fn trail(&self, permit: &CoordinatorOf, own: bool) -> Vec<(String, String)> {
        let mut trail = trail(permit, &self.programme);
        if own {
            trail.push((self.path(""), permit.viewer.t("round-title")));
        }
        trail
    }

    /// A person's name.
    #[must_use]
    pub fn name(&self, at: usize) -> &str {
        self.asking.people.get(at).map_or("", |person| person.name.as_str())
    }

    /// Those who want a partner and have none.
    pub fn unplaced(&self) -> impl Iterator<Item = &super::answer::Alone> {
        let role = &self.asking.asked.receiver.name;
        self.outcome.alone.iter().filter(move |alone| alone.role == *role)
    }

    /// Those who could help and whom nobody needs.
    pub fn spare(&self) -> impl Iterator<Item = &super::answer::Alone> {
        let role = &self.asking.asked.giver.name;
        let equal = self.outcome.equal;
        self.outcome.alone.iter().filter(move |alone| !equal && alone.role == *role)
    }

    /// How many want a partner.
    #[must_use]
    pub fn wanting(&self) -> usize {
        self.placed() + self.unplaced().count()
    }

    /// How many have one.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.outcome.receivers().len()
    }

    /// The relationships that it proposes, pairs first.
    #[must_use]
    pub fn sets(&self) -> Vec<Set<'_>> {
        let asked = &self.asking.asked;
        let pair = |pair: &'_ Proposal| Set {
            seats: vec![
                (pair.giver, asked.giver.name.clone()),
                (pair.receiver, asked.receiver.name.clone()),
            ],
            value: pair.score,
            number: 0,
            of: Of::Pair(pair.clone()),
            desk: self,
        };
        let group = |(at, group): (usize, &Group)| Set {
            seats: group.members.iter().map(|seat| (seat.person, seat.role.clone())).collect(),
            value: group.value,
            number: at + 1,
            of: Of::Group(group.clone()),
            desk: self,
        };
        let pairs = self.outcome.proposals.iter().map(pair);
        pairs.chain(self.outcome.groups.iter().enumerate().map(group)).collect()
    }

    /// Places of all who give, and how many of them are taken.
    #[must_use]
    pub fn places(&self) -> (usize, usize) {
        let all: u32 = self.asking.asked.left.iter().map(|member| member.seats.most).sum();
        let taken = match self.outcome.formed {
            true => self.outcome.groups.iter().flat_map(|g| &g.members).filter(|s| s.leads).count(),
            false => self.outcome.proposals.len(),
        };
        (taken, usize::try_from(all).unwrap_or(usize::MAX))
    }
}

/// People whom the round would bring together.
#[derive(Debug)]
pub struct Set<'a> {
    /// Who, with which role.
    pub seats: Vec<(usize, RoleName)>,
    /// The score, as that of a pair.
    pub value: i64,
    /// The group's number; 0 for a pair.
    pub number: usize,
    /// What it is.
    pub of: Of,
    desk: &'a Desk,
}

/// A pair or a group.
#[derive(Debug)]
pub enum Of {
    /// Two.
    Pair(Proposal),
    /// More.
    Group(Group),
}

impl Set<'_> {
    /// The names of all, as a list.
    #[must_use]
    pub fn names(&self, language: Language) -> String {
        let names: Vec<&str> = self.seats.iter().map(|(at, _)| self.desk.name(*at)).collect();
        crate::relationship::words::names(&names, language)
    }

    /// Why these people.
    #[must_use]
    pub fn reasons(&self) -> Vec<reasons::Why> {
        match &self.of {
            Of::Pair(pair) => reasons::of(&self.desk.asking, pair),
            Of::Group(group) => reasons::of_group(&self.desk.asking, group),
        }
    }
}

/// The round in the path, of the permit's programme.
///
/// # Errors
/// [`Problem::Absent`], or a fault when the database refuses.
pub async fn find(tx: &mut Tx, permit: &CoordinatorOf, at: &At) -> Answer<Round> {
    let organisation = &permit.viewer.organisation;
    store::find(tx, organisation, &permit.programme, &at.round).await?.ok_or(Problem::Absent)
}

/// The pages above a round.
#[must_use]
pub fn trail(permit: &CoordinatorOf, programme: &str) -> Vec<(String, String)> {
    let viewer = &permit.viewer;
    let home = format!("/programmes/{}", permit.programme);
    vec![
        ("/programmes".to_owned(), viewer.t("round-programmes")),
        (home.clone(), programme.to_owned()),
        (format!("{home}/rounds"), viewer.t("rounds-title")),
    ]
}

/// A path of a round.
#[must_use]
pub fn path(round: &Round, rest: &str) -> String {
    format!("/programmes/{}/rounds/{}{rest}", round.programme, round.id)
}

/// Why there is no question, as a coordinator reads it.
#[must_use]
pub fn cannot(language: Language, refusals: &Refusals) -> Vec<String> {
    use super::ask::Refused;
    let label = |giver: bool| {
        let roles = refusals.design.two_sides();
        let role = roles.map(|(gives, receives)| if giver { gives } else { receives });
        role.map_or(String::new(), |role| role.label.one.clone())
    };
    let nobody = |giver| {
        words::say(language, "round-cannot-nobody", &[("role", words::Arg::from(label(giver)))])
    };
    let one = |refused: &Refused| match refused {
        Refused::NobodyGives if refusals.design.two_sides().is_none() => {
            words::say_plain(language, "round-cannot-nobody-yet")
        }
        Refused::NobodyGives => nobody(true),
        Refused::NobodyReceives => nobody(false),
        Refused::NotYet(_) => words::say_plain(language, "round-cannot-yet"),
        Refused::NothingToSolve => words::say_plain(language, "round-cannot-nothing"),
        Refused::PinnedWithoutRoles { .. } | Refused::PinnedTooOften { .. } => {
            told::refused(language, &refusals.design, refused, &refusals.people)
        }
    };
    refusals.reasons.iter().map(one).collect()
}
