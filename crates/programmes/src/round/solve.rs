//! Input, decisions and seed in; outcome and certificate out. Pure: the same input gives the same
//! bytes, now and when it is replayed.

use design::Design;
use matching::{
    Answer, Assignment, Objective,
    crowd::{Judge, Member},
};

use super::{
    answer::{self, Proposal},
    ask::{self, Asked, Refused, Shape},
    brought::Brought,
    certificate::{self, Names},
    circles::{self, Hand},
    equals, hand,
    input::Input,
    model::{Couple, Settings},
    outcome::Outcome,
    participant::Participant,
    proof,
};

/// The engine's name and version, stored with each round.
pub const ENGINE: &str = concat!("cairn ", env!("CARGO_PKG_VERSION"), ", translation 2");

/// A round's question, ready to be solved or explained.
#[derive(Debug)]
pub struct Asking {
    /// The design with the round's strengths and objective.
    pub design: Design,
    /// Everybody, in the order that the seed gives.
    pub people: Vec<Participant>,
    /// The question.
    pub asked: Asked,
}

/// Somebody on the other side, and how well they suit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    left: u32,
    right: u32,
    /// Who, by position among the people.
    pub other: usize,
    /// The score, in units.
    pub score: i64,
}

/// The pairs that the coordinator ruled out, by position on the two sides.
fn forbidden(settings: &Settings, people: &[Participant], asked: &Asked) -> Vec<(u32, u32)> {
    let place = |side: &[Member], person: &str| {
        let is = |member: &Member| people[member.person as usize].id == person;
        side.iter().position(is).and_then(|at| u32::try_from(at).ok())
    };
    let pair = |couple: &Couple| {
        let giver = place(&asked.left, couple.giver.as_str())?;
        let receiver = place(&asked.right, couple.receiver.as_str())?;
        let one_pool = asked.shape.is_of_equals();
        Some(if one_pool { (giver.min(receiver), giver.max(receiver)) } else { (giver, receiver) })
    };
    let mut pairs: Vec<_> = settings.forbidden.iter().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
}

/// What came out, and its proof.
#[derive(Debug, PartialEq)]
pub struct Solved {
    /// What came out.
    pub outcome: Outcome,
    /// The certificate, as JSON.
    pub certificate: String,
}

/// Why there is no question, and who is meant by the positions in it.
#[derive(Debug)]
pub struct Refusals {
    /// The reasons.
    pub reasons: Vec<Refused>,
    /// The design.
    pub design: Design,
    /// Everybody.
    pub people: Vec<Participant>,
}

impl Asking {
    /// Makes the question of a round.
    ///
    /// # Errors
    /// When the design asks none, or the decisions contradict each other.
    pub fn new(input: &Input, settings: &Settings, seed: u64) -> Result<Self, Box<Refusals>> {
        let design = settings.applied_to(&input.design);
        let people = input.participants(settings, seed);
        match hand::ask(&design, &people) {
            Ok(mut asked) => {
                asked.forbidden = forbidden(settings, &people, &asked);
                Ok(Self { design, people, asked })
            }
            Err(reasons) => Err(Box::new(Refusals { reasons, design, people })),
        }
    }

    /// The people of a design in which they choose each other: nothing is solved, any two can be
    /// weighed. None where one side is empty.
    #[must_use]
    pub fn of_two(input: &Input, seed: u64) -> Option<Self> {
        let settings = Settings::default();
        let design = settings.applied_to(&input.design);
        let people = input.participants(&settings, seed);
        let asked = ask::ask_of_two(&design, &people).ok()?;
        Some(Self { design, people, asked })
    }

    /// Everybody on the other side whom a person may be brought together with, scored as a round
    /// scores them.
    #[must_use]
    pub fn fits(&self, person: usize) -> Vec<Fit> {
        let (left, right) = (&self.asked.left, &self.asked.right);
        let judge = Judge::new(&self.asked.crowd, &self.asked.program);
        let is = |member: &Member| member.person as usize == person;
        let receives = right.iter().position(is).into_iter();
        let receives = receives.flat_map(|at| (0..left.len()).map(move |l| (l, at, true)));
        let gives = left.iter().position(is).into_iter();
        let gives = gives.flat_map(|at| (0..right.len()).map(move |r| (at, r, false)));
        let fit = |(l, r, receives): (usize, usize, bool)| {
            let (giver, receiver) = (left[l].person, right[r].person);
            let other = if receives { giver } else { receiver } as usize;
            let score = judge.score(giver, receiver).filter(|_| giver != receiver)?;
            Some(Fit { left: u32::try_from(l).ok()?, right: u32::try_from(r).ok()?, other, score })
        };
        receives.chain(gives).filter_map(fit).collect()
    }

    /// Two who suit each other, with what each condition adds.
    #[must_use]
    pub fn pair(&self, fit: &Fit) -> Proposal {
        let judge = Judge::new(&self.asked.crowd, &self.asked.program);
        answer::propose(&self.asked, &judge, fit.left, fit.right, fit.score)
    }

    /// What it aims at.
    #[must_use]
    pub fn objective(&self) -> Objective {
        if self.is_by_hand() { Objective::Total } else { ask::objective(&self.design) }
    }

    /// Whether the coordinator puts the pairs together.
    #[must_use]
    pub fn is_by_hand(&self) -> bool {
        self.design.pairs_by_hand().is_some()
    }

    fn names(&self) -> Names {
        let id = |member: &Member| self.people[member.person as usize].id.clone();
        Names {
            left: self.asked.left.iter().map(id).collect(),
            right: self.asked.right.iter().map(id).collect(),
            organisations: self.asked.organisations.clone(),
        }
    }
}

/// Solves a round and has the answer checked.
///
/// Among answers that are equally good, the one nearest to the round without any decision is
/// taken, so that a decision changes no more than it must.
///
/// # Errors
/// When there is no question.
pub fn solve(input: &Input, settings: &Settings, seed: u64) -> Result<Solved, Box<Refusals>> {
    let asking = Asking::new(input, settings, seed)?;
    if let Some(brought) = brought(&asking, input, settings, seed)? {
        return Ok(Solved { outcome: brought.outcome, certificate: brought.certificate });
    }
    let (asking, round) = answered(input, settings, seed)?;
    Ok(told(&asking, &round))
}

/// The answer where people are not brought together as givers with receivers.
fn brought(
    asking: &Asking,
    input: &Input,
    settings: &Settings,
    seed: u64,
) -> Result<Option<Brought>, Box<Refusals>> {
    let (asked, people) = (&asking.asked, asking.people.as_slice());
    Ok(match asked.shape {
        Shape::Sides => None,
        Shape::Pool { .. } => {
            let near = if settings.is_untouched() {
                vec![]
            } else {
                let plain = Asking::new(input, &settings.untouched(), seed)?;
                equals::couples(&plain.asked, asking.objective())
            };
            Some(equals::solve(asked, people, asking.objective(), &near))
        }
        Shape::Groups(sizes) => {
            let hand = hand(settings, people);
            Some(circles::solve(asked, sizes, people, &hand, seed))
        }
    })
}

/// The decisions about people in groups, by their positions.
fn hand(settings: &Settings, people: &[Participant]) -> Hand {
    let at = |id: &str| people.iter().position(|person| person.id == id);
    let apart = settings
        .forbidden
        .iter()
        .filter_map(|couple| Some((at(couple.giver.as_str())?, at(couple.receiver.as_str())?)));
    let moves = settings.moves.iter().filter_map(|made| {
        let beside = made.beside.as_ref().map(|beside| at(beside.as_str()));
        match beside {
            // Whoever was meant takes no part any more.
            Some(None) => None,
            Some(beside) => Some((at(made.who.as_str())?, beside)),
            None => Some((at(made.who.as_str())?, None)),
        }
    });
    Hand { apart: apart.collect(), moves: moves.collect() }
}

/// The question and the answer of a round as the files that `cairn verify` reads, made again from
/// what is stored.
///
/// # Errors
/// When there is no question.
pub fn files(input: &Input, settings: &Settings, seed: u64) -> Result<Files, Box<Refusals>> {
    let asking = Asking::new(input, settings, seed)?;
    if let Some(brought) = brought(&asking, input, settings, seed)? {
        return Ok(Files { question: brought.question, answer: brought.answer });
    }
    let (asking, round) = answered(input, settings, seed)?;
    let names = asking.names();
    let (question, answer, objective) = (&round.listed, &round.answer, asking.objective());
    let certificate = certificate::certificate(&names, question, answer, objective).to_string();
    Ok(Files {
        question: proof::question_files(&names, question),
        answer: proof::answer_files(&names, answer, objective, &certificate),
    })
}

/// A question and its answer as files.
#[derive(Debug)]
pub struct Files {
    /// The question.
    pub question: Vec<proof::File>,
    /// The answer and its proof.
    pub answer: Vec<proof::File>,
}

type Answered = (Asking, answer::Round);

fn answered(input: &Input, settings: &Settings, seed: u64) -> Result<Answered, Box<Refusals>> {
    let asking = Asking::new(input, settings, seed)?;
    let objective = asking.objective();
    if asking.is_by_hand() {
        let round = hand::chosen(&asking.asked);
        return Ok((asking, round));
    }
    let near = if settings.is_untouched() {
        vec![]
    } else {
        let plain = Asking::new(input, &settings.untouched(), seed)?;
        answer::solve(&plain.asked, objective).couples()
    };
    let round = answer::solve_near(&asking.asked, objective, &near);
    Ok((asking, round))
}

fn told(asking: &Asking, round: &answer::Round) -> Solved {
    let (names, objective) = (asking.names(), asking.objective());
    let (question, answer): (&Assignment, &Answer) = (&round.listed, &round.answer);
    let certificate = certificate::certificate(&names, question, answer, objective).to_string();
    let all = asking.asked.left.len().saturating_mul(asking.asked.right.len());
    let outcome = Outcome {
        status: certificate::status_name(answer.status).to_owned(),
        total: units(answer.total),
        bound: units(answer.bound),
        checked: match asking.is_by_hand() {
            true => proof::Checked::ByHand,
            false => proof::check(&names, question, answer, objective, &certificate),
        },
        whole: all <= WHOLE,
        equal: false,
        formed: false,
        proposals: round.proposals.clone(),
        groups: vec![],
        alone: round.alone.clone(),
    };
    Solved { outcome, certificate }
}

/// Up to so many pairs the engine lists all of them.
const WHOLE: usize = 250_000;

fn units(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(i64::MAX)
}
