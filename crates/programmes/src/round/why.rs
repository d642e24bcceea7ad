//! Why somebody has no partner, and the cheapest change that would give them one.

use design::{RoleName, Rule};
use matching::{
    Answer, Assignment, Objective, Pair, Side,
    crowd::{Judge, Member},
    explain::{self, cheapest_seat, confirm, why_unmatched},
};

use serde::{Deserialize, Serialize};

use super::ask::Asked;

/// Somebody without a partner in a role they asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alone {
    /// Position among the participants.
    pub person: usize,
    /// The role.
    pub role: RoleName,
    /// Why.
    pub why: Why,
    /// What would change it, where anything was found.
    pub change: Option<Change>,
}

/// Why somebody has no partner. Rules go by position in [`Asked::rules`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Why {
    /// They may not take the role.
    Barred(Rule),
    /// They offer no place.
    NoPlace,
    /// Rules exclude everybody on the other side.
    Rules {
        /// The fewest rules that together exclude everybody.
        blocking: Vec<usize>,
    },
    /// Partners are possible, and their places are taken by pairs that serve the whole better.
    Crowd {
        /// How many partners are possible.
        possible: usize,
        /// How many compete for them and have a place.
        holders: usize,
    },
    /// Partners are possible, and the number of people is odd.
    Odd {
        /// How many partners are possible.
        possible: usize,
    },
    /// Every group is full.
    GroupsFull {
        /// How many groups there are.
        groups: usize,
        /// How many people one more would need.
        least: usize,
    },
    /// Groups have room, and in each somebody is kept apart from them by a rule, or no time suits all.
    GroupsClosed {
        /// How many groups there are.
        groups: usize,
        /// How many of them have room.
        room: usize,
    },
    /// Partners are possible, and the coordinator has not chosen one.
    Unchosen {
        /// How many partners are possible.
        possible: usize,
    },
    /// Not looked into: so many are left out that explaining all would take too long.
    Unexplained,
    /// Everybody on the other side whom they could help has a partner already.
    Spare {
        /// How many partners are possible.
        possible: usize,
    },
}

/// A change that gives somebody a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Let these rules go for this person.
    Lift {
        /// By position in [`Asked::rules`].
        rules: Vec<usize>,
        /// The partner they would have, where solving again confirmed it.
        partner: Option<usize>,
        /// How many partners become possible.
        opens: usize,
    },
    /// One place more with this partner, confirmed by solving again.
    Place {
        /// Who would take one more.
        partner: usize,
    },
}

/// What the explanations look at.
pub(super) struct Left<'a> {
    pub asked: &'a Asked,
    pub judge: &'a Judge<'a>,
    pub answer: &'a Answer,
    pub listed: &'a Assignment,
    pub objective: Objective,
}

/// Work that explanations may take, in conditions looked at. A bound on work and not on time, so
/// that the same input has the same explanations on every machine.
const WORK: usize = 300_000_000;

/// Everybody without a partner, each with the reason.
pub(super) fn left_out(left: &Left<'_>) -> Vec<Alone> {
    let mut work = WORK;
    let mut alone: Vec<_> = left
        .asked
        .excluded
        .iter()
        .map(|excluded| Alone {
            person: excluded.person,
            role: excluded.role.clone(),
            why: Why::Barred(excluded.rule.clone()),
            change: None,
        })
        .collect();
    for (side, unmatched) in sides(left) {
        for person in unmatched {
            alone.push(left.explain(side, person, &mut work));
        }
    }
    // Somebody who asked for both roles waits for a partner of their own; that nobody needs them
    // as a giver meanwhile is no news.
    let receives = |person: usize| {
        let by_person = |member: &Member| member.person as usize;
        left.asked.right.binary_search_by_key(&person, by_person).is_ok()
    };
    alone.retain(|alone| alone.role != left.asked.giver.name || !receives(alone.person));
    alone.sort_by(|a, b| (a.person, &a.role).cmp(&(b.person, &b.role)));
    alone
}

/// Both sides' people in no pair, those without a place included.
fn sides(left: &Left<'_>) -> [(Side, Vec<u32>); 2] {
    let missing = |count: usize, met: &mut dyn Iterator<Item = u32>| {
        let mut seen = vec![false; count];
        met.for_each(|at| seen[at as usize] = true);
        (0u32..).zip(seen).filter(|(_, seen)| !seen).map(|(at, _)| at).collect()
    };
    let pairs = &left.answer.pairs;
    [
        (Side::Right, missing(left.asked.right.len(), &mut pairs.iter().map(|pair| pair.right))),
        (Side::Left, missing(left.asked.left.len(), &mut pairs.iter().map(|pair| pair.left))),
    ]
}

impl Left<'_> {
    fn explain(&self, side: Side, at: u32, work: &mut usize) -> Alone {
        let (mine, role) = match side {
            Side::Left => (self.asked.left[at as usize], &self.asked.giver),
            Side::Right => (self.asked.right[at as usize], &self.asked.receiver),
        };
        let (why, change) = if mine.seats.most == 0 {
            (Why::NoPlace, None)
        } else {
            self.reason(side, at, mine.person, work)
        };
        Alone { person: mine.person as usize, role: role.name.clone(), why, change }
    }

    fn reason(&self, side: Side, at: u32, me: u32, work: &mut usize) -> (Why, Option<Change>) {
        let others = self.others(side, at, me);
        let looks = others.len() * self.asked.rules.len().max(1) + self.listed.pairs.len();
        let Some(left) = work.checked_sub(looks) else { return (Why::Unexplained, None) };
        *work = left;
        let judged = |&other: &u32| match side {
            Side::Left => self.judge.judge(me, self.person(Side::Right, other)).violated,
            Side::Right => self.judge.judge(self.person(Side::Left, other), me).violated,
        };
        let violated: Vec<u64> = others.iter().map(judged).collect();
        match why_unmatched(&violated) {
            explain::Why::Nobody => (Why::Crowd { possible: 0, holders: 0 }, None),
            explain::Why::Rules { blocking, lift, opens } => {
                let opens: Vec<u32> = opens.into_iter().map(|position| others[position]).collect();
                let change = self.lifted(side, at, lift, &opens, work);
                (Why::Rules { blocking: self.asked.rules_of(blocking) }, Some(change))
            }
            explain::Why::Crowd { possible } => self.crowded(side, at, possible.len(), work),
        }
    }

    /// Positions of those on the other side who have a place and are somebody else.
    fn others(&self, side: Side, at: u32, me: u32) -> Vec<u32> {
        let other = if side == Side::Left { &self.asked.right } else { &self.asked.left };
        let fit = (0u32..).zip(other).filter(|(_, m)| m.person != me && m.seats.most > 0);
        let allowed = |there: &u32| {
            let pair = if side == Side::Left { (at, *there) } else { (*there, at) };
            !self.asked.forbidden.contains(&pair)
        };
        fit.map(|(there, _)| there).filter(allowed).collect()
    }

    fn person(&self, side: Side, at: u32) -> u32 {
        let all = if side == Side::Left { &self.asked.left } else { &self.asked.right };
        all[at as usize].person
    }

    /// Lets the fewest rules go and solves again with the partners that this makes possible.
    fn lifted(&self, side: Side, at: u32, lift: u64, opens: &[u32], work: &mut usize) -> Change {
        let rules = self.asked.rules_of(lift);
        let opened = opens.iter().map(|&other| self.opened(side, at, other)).collect();
        let change = explain::Change::Open(opened);
        let confirmed = self
            .afford(1, work)
            .and_then(|()| confirm(self.listed, self.objective, self.answer, &change, (side, at)));
        let partner = confirmed.and_then(|changed| {
            let pair = changed.answer.pairs.iter().find(|pair| ends(pair, side).0 == at)?;
            Some(self.person(across(side), ends(pair, side).1) as usize)
        });
        Change::Lift { rules, partner, opens: opens.len() }
    }

    fn opened(&self, side: Side, at: u32, other: u32) -> Pair {
        let (left, right) = if side == Side::Left { (at, other) } else { (other, at) };
        let judged =
            self.judge.judge(self.person(Side::Left, left), self.person(Side::Right, right));
        let parts = judged.parts.iter().map(|part| part.units).sum();
        Pair { left, right, score: judged.score.unwrap_or(parts) }
    }

    /// A giver whom nobody needs is in reserve; a receiver is told whose place would help.
    fn crowded(
        &self,
        side: Side,
        at: u32,
        possible: usize,
        work: &mut usize,
    ) -> (Why, Option<Change>) {
        if side == Side::Left {
            return (Why::Spare { possible }, None);
        }
        const TRIES: usize = 3;
        let crowding = explain::crowding(self.listed, self.answer, side, at);
        let why = Why::Crowd { possible, holders: crowding.holders.len() };
        let seat = self.afford(TRIES, work).and_then(|()| {
            cheapest_seat(self.listed, self.objective, self.answer, (side, at), TRIES)
        });
        let change = seat.and_then(|(change, _)| match change {
            explain::Change::Seats(side, partner, _) => {
                Some(Change::Place { partner: self.person(side, partner) as usize })
            }
            explain::Change::Pin(..) | explain::Change::Ban(..) | explain::Change::Open(_) => None,
        });
        (why, change)
    }

    /// Whether so many new solutions are within the bound on work. Solving takes more than in
    /// proportion to the pairs.
    fn afford(&self, times: usize, work: &mut usize) -> Option<()> {
        let pairs = self.listed.pairs.len().max(64);
        let price = pairs * pairs.isqrt() / 8 * times;
        *work = work.checked_sub(price)?;
        Some(())
    }
}

fn across(side: Side) -> Side {
    if side == Side::Left { Side::Right } else { Side::Left }
}

/// The end of a pair on a side, and the other.
fn ends(pair: &Pair, side: Side) -> (u32, u32) {
    if side == Side::Left { (pair.left, pair.right) } else { (pair.right, pair.left) }
}
