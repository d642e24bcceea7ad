//! Why no question can be put, and the pairs that are decided beforehand.

use design::Question;
use matching::crowd::Member;

use super::{Asked, Shape};
use crate::round::participant::Participant;

/// Why a design and its people make no question. Positions are those of the participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The design leaves the choice to people: there is nothing to solve.
    NothingToSolve,
    /// The engine does not answer this kind of question yet.
    NotYet(Question),
    /// Nobody takes the role that gives.
    NobodyGives,
    /// Nobody takes the role that receives.
    NobodyReceives,
    /// Two people are to be partners, and their roles do not make a pair.
    PinnedWithoutRoles {
        /// Who names the other.
        person: usize,
        /// The other.
        partner: usize,
    },
    /// Somebody has more decided partners than they may have.
    PinnedTooOften {
        /// Who.
        person: usize,
        /// How many partners are decided.
        pinned: u32,
        /// How many there may be.
        most: u32,
    },
}

/// The decided pairs by position on the two sides.
pub(super) fn fixed(
    people: &[Participant],
    left: &[Member],
    right: &[Member],
    shape: Shape,
) -> Result<Vec<(u32, u32)>, Vec<Refused>> {
    // In groups two people are kept together as people, whatever their parts.
    if shape.groups().is_some() {
        return Ok(vec![]);
    }
    let (mut fixed, mut refused) = (vec![], vec![]);
    let place = |side: &[Member], person: usize| {
        let found = side.binary_search_by_key(&person, |member| member.person as usize);
        found.ok().and_then(|at| u32::try_from(at).ok())
    };
    for (person, partner) in pins(people) {
        let ways = [(partner, person), (person, partner)];
        let pair = ways.into_iter().find_map(|(a, b)| Some((place(left, a)?, place(right, b)?)));
        match pair {
            Some((a, b)) if shape.is_of_equals() => fixed.push((a.min(b), a.max(b))),
            Some(pair) => fixed.push(pair),
            None => refused.push(Refused::PinnedWithoutRoles { person, partner }),
        }
    }
    fixed.sort_unstable();
    fixed.dedup();
    if refused.is_empty() { Ok(fixed) } else { Err(refused) }
}

fn pins(people: &[Participant]) -> impl Iterator<Item = (usize, usize)> {
    let of = |(at, person): (usize, &Participant)| {
        person.pinned.clone().into_iter().map(move |partner| (at, partner))
    };
    people.iter().enumerate().flat_map(of)
}

/// What can be known beforehand to leave no admissible answer, said with the people it is about.
pub(super) fn check(people: &[Participant], asked: &Asked) -> Result<(), Vec<Refused>> {
    let mut refused = vec![];
    if asked.left.is_empty() {
        refused.push(Refused::NobodyGives);
    }
    if asked.right.is_empty() && !asked.shape.is_of_equals() {
        refused.push(Refused::NobodyReceives);
    }
    let mut count = vec![(0u32, 0u32); people.len()];
    for &(l, r) in &asked.fixed {
        count[asked.left[l as usize].person as usize].0 += 1;
        count[asked.right[r as usize].person as usize].1 += 1;
    }
    let sides = [(&asked.left, 0), (&asked.right, 1)];
    for (member, side) in
        sides.into_iter().flat_map(|(all, side)| all.iter().map(move |m| (m, side)))
    {
        let (gives, receives) = count[member.person as usize];
        let pinned = if side == 0 { gives } else { receives };
        if pinned > member.seats.most {
            let person = member.person as usize;
            refused.push(Refused::PinnedTooOften { person, pinned, most: member.seats.most });
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}
