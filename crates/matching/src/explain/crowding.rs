//! Who sits in the seats that a person competes for.

use crate::answer::{Answer, Side};
use crate::question::{Assignment, Pair};

/// The competition around one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crowding {
    /// The possible partners, on the other side.
    pub partners: Vec<u32>,
    /// Those who hold their seats, on the person's side.
    pub holders: Vec<u32>,
    /// By how much the person's best pair would have to score more before a seat is theirs for
    /// certain, in units; as the last stage prices it.
    pub short_by: Option<i128>,
}

/// The seats that a person of one side competes for.
#[must_use]
pub fn crowding(question: &Assignment, answer: &Answer, side: Side, person: u32) -> Crowding {
    let ends = |p: &Pair| match side {
        Side::Left => (p.left, p.right),
        Side::Right => (p.right, p.left),
    };
    let mut partners: Vec<u32> = question
        .pairs
        .iter()
        .filter(|p| ends(p).0 == person && !question.forbidden.contains(&(p.left, p.right)))
        .map(|p| ends(p).1)
        .collect();
    partners.sort_unstable();
    partners.dedup();
    let mut holders: Vec<u32> = answer
        .pairs
        .iter()
        .filter(|p| partners.binary_search(&ends(p).1).is_ok() && ends(p).0 != person)
        .map(|p| ends(p).0)
        .collect();
    holders.sort_unstable();
    holders.dedup();
    let stage = answer.certificate.last();
    let missing = |p: &Pair| {
        let stage = stage?;
        let charge = stage.left.get(p.left as usize)? + stage.right.get(p.right as usize)?;
        Some((charge - i128::from(p.score)).max(0))
    };
    let mine = question.pairs.iter().filter(|p| ends(p).0 == person);
    let short_by = mine.filter_map(missing).min();
    Crowding { partners, holders, short_by }
}
