//! Groups and circles: people in sets with sizes, leaders, common slots and mix rules.
//!
//! The question is NP-hard, so the answer is the best found, with a bound that no grouping exceeds.

mod bound;
mod rules;
mod search;
mod table;

use std::collections::BTreeSet;

pub use bound::degrees;

use crate::answer::Status;
use crate::question::Pair;
use crate::watch::Watch;

/// Who is to be grouped, and by which rules.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// How many people there are.
    pub people: usize,
    /// Scores of pairs within a group; a pair that is not listed scores nought.
    pub pairs: Vec<Pair>,
    /// The least and the most people of a group.
    pub size: (u32, u32),
    /// By person: whether they can lead.
    pub leaders: Vec<bool>,
    /// The least and the most leaders of a group.
    pub leaders_each: Option<(u32, u32)>,
    /// The least and the most of those in a group who do not lead it.
    pub members_each: Option<(u32, u32)>,
    /// By person: the slots that suit them.
    pub slots: Vec<Vec<u32>>,
    /// How many slots must suit all people of a group.
    pub common_slots: u32,
    /// By person: the number of the organisation.
    pub organisations: Vec<Option<u32>>,
    /// The most people of one organisation in a group.
    pub most_alike: Option<u32>,
    /// Pairs that must be in one group.
    pub fixed: Vec<(u32, u32)>,
    /// Pairs that must not be in one group.
    pub forbidden: Vec<(u32, u32)>,
    /// Where the search begins; the same seed gives the same answer.
    pub seed: u64,
}

/// Why there is no grouping at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupsReason {
    /// The least size is above the most, or nought is asked for.
    Size,
    /// More leaders are needed in a group than may be in one, or than it may have people.
    Leaders,
    /// A pair names a person that does not exist, or one person twice.
    NoSuchPair(u32, u32),
    /// A pair is both fixed and forbidden.
    FixedAndForbidden(u32, u32),
    /// A score is beyond [`crate::LIMIT`].
    ScoreOutOfRange(u32, u32),
    /// A fixed pair could not be brought into one group.
    FixedApart(u32, u32),
}

/// The groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsAnswer {
    /// The people of each group, in rising order.
    pub groups: Vec<Vec<u32>>,
    /// Who is in no group.
    pub unplaced: Vec<u32>,
    /// Whether the bound is reached.
    pub status: Status,
    /// Sum of the scores of all pairs within groups.
    pub total: i128,
    /// No grouping is above this.
    pub bound: i128,
    /// The proof of the bound, in halves of a unit: see [`degrees`].
    pub prices: Vec<i128>,
    /// Why there is no answer, when there is none.
    pub impossible: Vec<GroupsReason>,
}

/// The best grouping found: as many people placed as possible, then the greatest total.
#[must_use]
pub fn solve(question: &Groups, watch: Watch) -> GroupsAnswer {
    let faults = faults(question);
    if !faults.is_empty() {
        return impossible(question, faults);
    }
    let Some(groups) = search::best(question, watch) else {
        return GroupsAnswer { status: Status::Cancelled, ..impossible(question, Vec::new()) };
    };
    let home = home(question, &groups);
    let apart =
        |&&(a, b): &&(u32, u32)| home[a as usize].is_none() || home[a as usize] != home[b as usize];
    if let Some(&(a, b)) = question.fixed.iter().find(apart) {
        return impossible(question, vec![GroupsReason::FixedApart(a, b)]);
    }
    let within = |p: &&Pair| {
        home[p.left as usize].is_some() && home[p.left as usize] == home[p.right as usize]
    };
    let pairs = listed(question);
    let total = pairs.iter().filter(within).map(|p| i128::from(p.score)).sum();
    let (prices, halves) =
        degrees(question.people, &pairs, question.size.1.saturating_sub(1), watch);
    let bound = halves.div_euclid(2);
    let unplaced = (0..question.people as u32).filter(|&p| home[p as usize].is_none()).collect();
    let status = if bound == total { Status::Optimal } else { Status::Feasible };
    GroupsAnswer { groups, unplaced, status, total, bound, prices, impossible: Vec::new() }
}

/// Every pair once, the smaller number left, with its greatest score.
fn listed(question: &Groups) -> Vec<Pair> {
    let turned = |p: &Pair| Pair { left: p.left.min(p.right), right: p.left.max(p.right), ..*p };
    let banned: BTreeSet<_> =
        question.forbidden.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    let mut pairs: Vec<Pair> = question.pairs.iter().map(turned).collect();
    pairs.sort_unstable_by_key(|p| (p.left, p.right, -p.score));
    pairs.dedup_by_key(|p| (p.left, p.right));
    pairs.retain(|p| !banned.contains(&(p.left, p.right)));
    pairs
}

fn home(question: &Groups, groups: &[Vec<u32>]) -> Vec<Option<usize>> {
    let mut home = vec![None; question.people];
    for (g, members) in groups.iter().enumerate() {
        members.iter().for_each(|&m| home[m as usize] = Some(g));
    }
    home
}

fn faults(question: &Groups) -> Vec<GroupsReason> {
    let mut faults = Vec::new();
    let (least, most) = question.size;
    if least == 0 || least > most {
        faults.push(GroupsReason::Size);
    }
    if question.leaders_each.is_some_and(|(low, high)| low > high || low > most) {
        faults.push(GroupsReason::Leaders);
    }
    let wrong = |a: u32, b: u32| a == b || a.max(b) as usize >= question.people;
    let couples = question.fixed.iter().chain(&question.forbidden).copied();
    let named = couples.chain(question.pairs.iter().map(|p| (p.left, p.right)));
    faults.extend(named.filter(|&(a, b)| wrong(a, b)).map(|(a, b)| GroupsReason::NoSuchPair(a, b)));
    let wild = question.pairs.iter().filter(|p| p.score.unsigned_abs() > crate::LIMIT as u64);
    faults.extend(wild.map(|p| GroupsReason::ScoreOutOfRange(p.left, p.right)));
    let same = |&&(a, b): &&(u32, u32)| {
        question.forbidden.contains(&(a, b)) || question.forbidden.contains(&(b, a))
    };
    let both = question.fixed.iter().filter(same);
    faults.extend(both.map(|&(a, b)| GroupsReason::FixedAndForbidden(a, b)));
    faults
}

fn impossible(question: &Groups, reasons: Vec<GroupsReason>) -> GroupsAnswer {
    GroupsAnswer {
        groups: Vec::new(),
        unplaced: (0..question.people as u32).collect(),
        status: Status::Impossible,
        total: 0,
        bound: 0,
        prices: Vec::new(),
        impossible: reasons,
    }
}
